"""The wording of complaints about files and usage (P08)."""

from __future__ import annotations

import errno
from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text

_CAUSES = {
    errno.EACCES: Text("没有权限", "permission denied"),
    errno.EPERM: Text("没有权限", "permission denied"),
    errno.EISDIR: Text("这是文件夹，不是文件", "it is a folder, not a file"),
    errno.ENOTDIR: Text("路径中有一段不是文件夹", "part of the path is not a folder"),
    errno.ELOOP: Text("链接绕成了圈", "its links lead round in a circle"),
    errno.ENAMETOOLONG: Text("名字太长", "the name is too long"),
    errno.EFBIG: Text("文件大小到了上限", "the file would be larger than is allowed"),
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
    errno.EROFS: Text("磁盘是只读的", "the disk is read-only"),
    errno.EDQUOT: Text("超出了磁盘配额", "the disk quota is used up"),
    errno.EIO: Text("磁盘或网络出错", "the disk or the network failed"),
}
"""What the system says, in both languages, for what happens to people."""


def _about(code: str, message: Text, *hints: Text) -> Diagnostic:
    return Diagnostic(code, message, (), hints)


def cause_of(problem: OSError | ValueError) -> Text:
    """Say what the system said, in both languages."""
    if not isinstance(problem, OSError):
        return Text("名字不能用", "the name cannot be used")
    said = problem.strerror or str(problem)
    return _CAUSES.get(problem.errno or 0, Text(said, said))


def no_such_file(name: str) -> Diagnostic:
    """Complain of a file that is not there."""
    shown = name or "“”"
    return _about(
        "P0801", Text(f"没有文件 {shown}", f"there is no file {shown}"),
        Text("核对路径和文件名", "check the path and the name"),
    )  # fmt: skip


def unreadable(name: str, problem: OSError) -> Diagnostic:
    """Complain of a file or folder that the system does not let us read."""
    why = cause_of(problem)
    return _about(
        "P0802", Text(f"读不了 {name}：{why.zh}", f"{name} cannot be read: {why.en}"),
        Text("核对路径和权限，或关掉正在用它的程序", "check the path and the permissions"),
    )  # fmt: skip


def unwritable(name: str, problem: OSError) -> Diagnostic:
    """Complain of a file that the system does not let us write; the old one is whole."""
    why = cause_of(problem)
    return _about(
        "P0808", Text(f"写不了 {name}：{why.zh}；原文件没有动", f"{name} cannot be written: {why.en}; it is left as it was"),
        Text("核对权限和磁盘空间", "check the permissions and the space on the disk"),
    )  # fmt: skip


def not_text(name: str) -> Diagnostic:
    """Complain of a sheet that is no text."""
    return _about(
        "P0802", Text(f"{name} 不是文本文件", f"{name} is not a text"),
        Text("目标表是 UTF-8 文本；Word、Excel 文件不能直接读", "a sheet is a UTF-8 text, not a Word or Excel file"),
    )  # fmt: skip


def too_large(name: str, most: int) -> Diagnostic:
    """Complain of a file beyond the bound."""
    size = most // 1_000_000
    return _about(
        "P0805", Text(f"{name} 超过 {size} MB", f"{name} is larger than {size} MB"),
        Text("分成几个文件", "split it into several files"),
    )  # fmt: skip


def too_many(most: int) -> Diagnostic:
    """Complain of more files than are read in one run."""
    return _about(
        "P0805", Text(f"文件超过 {most} 个", f"more than {most} files"),
        Text("分几次来做", "work on fewer folders at a time"),
    )  # fmt: skip


def nothing_found(paths: Sequence[str]) -> Diagnostic:
    """Complain of arguments that name no sheet."""
    zh, en = "、".join(paths), ", ".join(paths)
    return _about(
        "P0803", Text(f"{zh} 里没有目标表（.perf 文件）", f"no sheet (.perf file) in {en}"),
        Text("给出 .perf 文件，或装有它们的文件夹；- 表示标准输入", "name .perf files, or folders of them; - is standard input"),
    )  # fmt: skip


def table_as_sheet(name: str) -> Diagnostic:
    """Complain of a table of facts where a sheet is wanted."""
    remedy = f"perfdsl eval … --actuals {name}"
    return _about(
        "P0804", Text(f"{name} 是表格，不是目标表", f"{name} is a table, not a sheet"),
        Text(f"目标表是 .perf 文件；实绩用 --actuals 给出：{remedy}", f"sheets are .perf files; facts are given with --actuals: {remedy}"),
    )  # fmt: skip


def unknown_kind(name: str, known: Sequence[str]) -> Diagnostic:
    """Complain of facts in a file of a kind that no reader knows."""
    kinds = " ".join(known)
    return _about(
        "P0804", Text(f"不会读 {name} 这种文件", f"{name} is of a kind that cannot be read"),
        Text(f"实绩可以是：{kinds}", f"facts can be: {kinds}"),
    )  # fmt: skip


def not_utf8(name: str) -> Diagnostic:
    """Warn of a sheet in another encoding."""
    return _about(
        "P0807", Text(f"{name} 不是 UTF-8 文本，已按其他编码读入", f"{name} is not UTF-8; it was read in another encoding"),
        Text("核对文字，另存为 UTF-8", "check the words and save it as UTF-8"),
    )  # fmt: skip


def none_selected(wanted: str, known: Sequence[str]) -> Diagnostic:
    """Complain of a selection that no project fits."""
    some, more = known[:5], "…" if len(known) > 5 else ""  # noqa: PLR2004 — enough to recognise one's own
    zh = f"已有的项目：{'、'.join(some)}{more}" if some else "写一个 项目，再写它的指标"
    en = f"projects: {', '.join(some)}{more}" if some else "write a project and its indicators"
    what = Text(f"没有项目与“{wanted}”相符", f"no project fits “{wanted}”")
    return _about(
        "P0806", what if wanted else Text("目标表里没有项目", "the sheets hold no project"), Text(zh, en)
    )


def unknown_document(name: str, known: Sequence[str]) -> Diagnostic:
    """Complain of a document that no reader reads."""
    endings = " ".join(known)
    return _about(
        "P0804", Text(f"不能从 {name} 导入：可以导入 {endings}", f"{name} cannot be imported: {endings} can"),
        Text("旧版 Word（.doc）请另存为 .docx；图片请先做文字识别", "save an old .doc as .docx; have pictures recognised first"),
    )  # fmt: skip


def no_documents(folder: str, known: Sequence[str]) -> Diagnostic:
    """Complain of a folder without a document."""
    endings = " ".join(known)
    return _about(
        "P0803", Text(f"{folder} 里没有可以导入的表格", f"there is no document to import in {folder}"),
        Text(f"可以导入的有 {endings}", f"those that can be are {endings}"),
    )  # fmt: skip


def no_forms(name: str) -> Diagnostic:
    """Complain of a document in which no form was found."""
    return _about(
        "P1020", Text(f"{name} 里没有认出绩效表格", f"no form was recognised in {name}"),
        Text("表格要有“项目名称”和“三级指标、指标值”一类的表头", "a form has labels such as 项目名称, and headers such as 三级指标 and 指标值"),
    )  # fmt: skip


def sheet_exists(name: str) -> Diagnostic:
    """Complain of a sheet that is there already, perhaps with a person's work in it."""
    return _about(
        "P1021", Text(f"{name} 已经有了，内容不同，没有覆盖", f"{name} is there already with other content, and was left"),
        Text("换一个文件夹，或加 --force 覆盖", "choose another folder, or overwrite with --force"),
    )  # fmt: skip


def rubric_of_its_own(name: str, known: Sequence[str]) -> Diagnostic:
    """Tell that sheets will use a rubric that is not shipped: it may be a file of the workspace, or a slip."""
    listed = " ".join(known)
    return _about(
        "P1022", Text(f"没有随附的评分办法“{name}”，目标表照样写上", f"no shipped rubric is called “{name}”; sheets name it all the same"),
        Text(f"若是自己的办法，检查时把它的文件一起给出；随附的有 {listed}", f"give its file to check and eval if it is your own; shipped are {listed}"),
    )  # fmt: skip
