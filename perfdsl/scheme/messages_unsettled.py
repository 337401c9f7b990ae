"""Complaints about what an imported form left open."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax import ast

_MOST = 40


def hole(place: Place, owner: str, line: ast.Unsettled) -> Diagnostic:
    """Complain of a field that a person has to fill."""
    why = Text(f"：{_short(line.reason)}", f": {_short(line.reason)}") if line.reason else Text("", "")
    seen = (
        Text(f"原表印的是“{_short(line.printed)}”", f"the form has {_short(line.printed)!r}")
        if line.printed
        else Text("原表没有确切的值", "the form has no sure value")
    )
    return complaint(
        "P0508", place, Text(f"“{_short(owner)}”的{line.field}待填{why.zh}", f"{line.field} of “{_short(owner)}” is to be filled{why.en}"),
        seen, Text("对照原表写上确切的值，再删去这一行", "write the value after looking at the form, then delete this line"),
    )  # fmt: skip


def doubt(place: Place, owner: str, line: ast.Unsettled) -> Diagnostic:
    """Warn of a field that was settled by a rule, so that a person may look."""
    why = Text(f"：{_short(line.reason)}", f": {_short(line.reason)}") if line.reason else Text("", "")
    return complaint(
        "P0509", place, Text(f"“{_short(owner)}”的{line.field}存疑{why.zh}", f"{line.field} of “{_short(owner)}” is doubtful{why.en}"),
        Text("请核对", "please look at it"), Text("核对无误后删去这一行", "delete this line once it is found right"),
    )  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
