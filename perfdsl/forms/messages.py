"""The wording of complaints about forms that cannot be written (P104)."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place

_NO_PLACE = Text("", "")


def exists(name: str) -> Diagnostic:
    """Complain of a file that is there already: somebody may have filled it in."""
    return complaint(
        "P1041", None, Text(f"{name} 已经有了，可能有人填过", f"{name} exists, and somebody may have filled it in"), _NO_PLACE,
        Text("换一个文件名，或加 --force 覆盖它", "choose another name, or overwrite it with --force"),
    )  # fmt: skip


def unknown_ending(name: str, known: Sequence[str]) -> Diagnostic:
    """Complain of a file of a kind that forms are not written as."""
    return complaint(
        "P1042", None, Text(f"不会写 {name} 这种文件", f"{name} is of a kind that cannot be written"), _NO_PLACE,
        Text(f"文件名以 {' 或 '.join(known)} 结尾", f"let its name end in {' or '.join(known)}"),
    )  # fmt: skip


def no_library(library: str) -> Diagnostic:
    """Complain of a library that is not installed."""
    return complaint(
        "P1043", None, Text(f"没有安装 {library}，写不了这种文件", f"{library} is not installed, so this kind of file cannot be written"),
        _NO_PLACE, Text("安装：pip install 'perfdsl[forms]'", "install it: pip install 'perfdsl[forms]'"),
    )  # fmt: skip


def too_long(project: str, text: str, most: int) -> Diagnostic:
    """Complain of a text that a cell of a workbook cannot hold."""
    seen = text[:20]
    return complaint(
        "P1044", None,
        Text(f"“{project}”里“{seen}…”有 {len(text)} 个字，工作簿的一格最多 {most} 个",
             f"“{seen}…” of “{project}” has {len(text)} characters; a cell of a workbook takes {most}"),
        _NO_PLACE, Text("缩短它，或写成 .docx", "shorten it, or write a .docx"),
    )  # fmt: skip


def no_row(place: Place, part: str) -> Diagnostic:
    """Warn of a part of a budget for which the form has no row."""
    return complaint(
        "P1045", place, Text(f"表里没有“{part}”一行，这笔钱没有写进去", f"the form has no row for “{part}”, so this amount is not in it"),
        Text("没有写进表里", "not in the form"),
        Text("写完后在表里补上，或把它并入 其他资金", "add it to the form by hand, or count it as 其他资金 (other)"),
    )  # fmt: skip
