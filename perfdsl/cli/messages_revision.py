"""The wording of complaints about an older state that is asked for as a revision (P0871, P0872)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text

_LONGEST = 200


def not_a_revision(name: str, beside: str) -> Diagnostic:
    """Complain of a name that is no file, and no revision of the repository of the other side."""
    return _about(
        "P0871", _neither(name),
        Text(f"核对路径；{beside} 所在仓库的版本可以写成 HEAD~1、分支、标签或提交号", f"check the path; a revision of the repository of {beside} can be HEAD~1, a branch, a tag or a commit"),
    )  # fmt: skip


def not_in_repository(name: str, beside: str) -> Diagnostic:
    """Complain of a name that is no file, where there is no repository to look in."""
    return _about(
        "P0871", _neither(name),
        Text(f"核对路径；{beside} 不在 git 仓库里，只能与文件或文件夹比较", f"check the path; {beside} is in no git repository and can only be compared with files and folders"),
    )  # fmt: skip


def no_sheets_there(revision: str, path: str) -> Diagnostic:
    """Complain that a revision has no sheet at the path."""
    return _about(
        "P0871", Text(f"版本 {revision} 里，{path} 没有目标表（.perf 文件）", f"at {revision} there is no sheet (.perf file) in {path}"),
        Text(f"核对版本，或看文件那时叫什么：git log --follow -- {path}", f"check the revision, or what the file was called then: git log --follow -- {path}"),
    )  # fmt: skip


def no_git(name: str) -> Diagnostic:
    """Complain that git is not installed."""
    return _about(
        "P0872", Text(f"没有文件“{name}”；要把它当作版本来读，需要 git，但没有找到 git", f"there is no file {name}; to read it as a revision takes git, which was not found"),
        Text("安装 git，或给出旧的文件、文件夹", "install git, or name an older file or folder"),
    )  # fmt: skip


def git_failed(said: str) -> Diagnostic:
    """Complain that git gave up, in its own words."""
    shown = " ".join(said.split())[:_LONGEST] or "?"
    return _about(
        "P0872", Text(f"git 没有给出结果：{shown}", f"git gave no result: {shown}"),
        Text("在同一文件夹里试 git log 和 git status，看它怎么说", "try git log and git status in the same folder and see what they say"),
    )  # fmt: skip


def _neither(name: str) -> Text:
    return Text(
        f"“{name}”既不是文件或文件夹，也不是 git 版本",
        f"{name} is neither a file or folder nor a git revision",
    )


def _about(code: str, message: Text, hint: Text) -> Diagnostic:
    return Diagnostic(code, message, (), (hint,))
