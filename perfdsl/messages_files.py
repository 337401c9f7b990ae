"""The wording of complaints about files and usage (P08)."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text


def _about(code: str, message: Text, *hints: Text) -> Diagnostic:
    return Diagnostic(code, message, (), hints)


def no_such_file(name: str) -> Diagnostic:
    """Complain of a file that is not there."""
    return _about(
        "P0801", Text(f"没有文件 {name}", f"there is no file {name}"), Text("核对路径和文件名", "check the path and the name"),
    )  # fmt: skip


def unreadable(name: str, why: str) -> Diagnostic:
    """Complain of a file that the system does not let us read."""
    return _about(
        "P0802", Text(f"读不了 {name}：{why}", f"{name} cannot be read: {why}"), Text("核对权限，或关掉正在用它的程序", "check its permissions"),
    )  # fmt: skip


def not_text(name: str) -> Diagnostic:
    """Complain of a sheet that is no text."""
    return _about(
        "P0802", Text(f"{name} 不是文本文件", f"{name} is not a text"), Text("目标表是 UTF-8 文本；Word、Excel 文件不能直接读", "a sheet is a UTF-8 text, not a Word or Excel file"),
    )  # fmt: skip


def too_large(name: str, most: int) -> Diagnostic:
    """Complain of a file beyond the bound."""
    return _about(
        "P0805", Text(f"{name} 超过 {most // 1_000_000} MB", f"{name} is larger than {most // 1_000_000} MB"), Text("分成几个文件", "split it into several files"),
    )  # fmt: skip


def too_many(most: int) -> Diagnostic:
    """Complain of more files than are read in one run."""
    return _about(
        "P0805", Text(f"文件超过 {most} 个", f"more than {most} files"), Text("分几次来做", "work on fewer folders at a time"),
    )  # fmt: skip


def nothing_found(paths: Sequence[str]) -> Diagnostic:
    """Complain of arguments that name no sheet."""
    where = "、".join(paths)
    return _about(
        "P0803", Text(f"{where} 里没有目标表（.perf 文件）", f"no sheet (.perf file) in {where}"), Text("给出 .perf 文件，或装有它们的文件夹；- 表示标准输入", "name .perf files, or folders of them; - is standard input"),
    )  # fmt: skip


def unknown_kind(name: str, known: Sequence[str]) -> Diagnostic:
    """Complain of facts in a file of a kind that no reader knows."""
    kinds = " ".join(known)
    return _about(
        "P0804", Text(f"不会读 {name} 这种文件", f"{name} is of a kind that cannot be read"), Text(f"实绩可以是：{kinds}", f"facts can be: {kinds}"),
    )  # fmt: skip


def not_utf8(name: str) -> Diagnostic:
    """Warn of a sheet in another encoding."""
    return _about(
        "P0807", Text(f"{name} 不是 UTF-8 文本，已按其他编码读入", f"{name} is not UTF-8; it was read in another encoding"),
        Text("核对文字，另存为 UTF-8", "check the words and save it as UTF-8"),
    )  # fmt: skip


def none_selected(wanted: str, known: Sequence[str]) -> Diagnostic:
    """Complain of a selection that no project fits."""
    some = "、".join(known[:5])
    return _about(
        "P0806", Text(f"没有项目与“{wanted}”相符" if wanted else "目标表里没有项目", f"no project fits “{wanted}”" if wanted else "the sheets hold no project"),
        Text(f"已有的项目：{some}" if some else "写一个 项目", f"projects: {some}" if some else "write a project"),
    )  # fmt: skip
