"""Complaints about what an imported form left open."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax import ast

_MOST = 40


def hole(place: Place, owner: str, line: ast.Unsettled) -> Diagnostic:
    """Complain of a field that a person has to fill."""
    return complaint(
        "P0508", place, Text(f"“{_short(owner)}”的{line.field}待填{_seen(line).zh}", f"{line.field} of “{_short(owner)}” is to be filled{_seen(line).en}"),
        _why(line, Text("没有读准", "it was not read surely")), Text("对照原表写上确切的值，再删去这一行", "write the value after looking at the form, then delete this line"),
    )  # fmt: skip


def doubt(place: Place, owner: str, line: ast.Unsettled) -> Diagnostic:
    """Warn of a field that was settled by a rule, so that a person may look."""
    return complaint(
        "P0509", place, Text(f"“{_short(owner)}”的{line.field}存疑{_seen(line).zh}", f"{line.field} of “{_short(owner)}” is doubtful{_seen(line).en}"),
        _why(line, Text("请核对", "please look at it")), Text("核对无误后删去这一行", "delete this line once it is found right"),
    )  # fmt: skip


def _seen(line: ast.Unsettled) -> Text:
    printed = _short(line.printed)
    return Text(f"，原表印的是“{printed}”", f"; the form has {printed!r}") if printed else Text("", "")


def _why(line: ast.Unsettled, otherwise: Text) -> Text:
    return Text(line.reason, line.reason) if line.reason else otherwise


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
