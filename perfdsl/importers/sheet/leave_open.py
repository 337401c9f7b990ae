"""What a form does not say surely, as holes and doubts of a sheet."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import Field
from perfdsl.importers.sheet.quotable import quotable, quotable_name
from perfdsl.importers.tidy_text import tidy
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

NOWHERE = (0, 0)
"""Span of nodes that no text tells of."""
_MOST = 300


def is_open(field: Field) -> bool:
    """Whether a person has to fill it: a blank cell is no hole, it says nothing."""
    return field.status in {"check", "conflict"}


def hole(field: Field, label: str) -> ast.Unsettled:
    """Leave a field open, with what is printed, why, and where."""
    said = [reason.zh for reason in field.reasons]
    where = "、".join(dict.fromkeys(spot.say().zh for spot in field.spots))
    reason = "；".join([*said, *([f"见{where}"] if where else [])])
    return unsettled("hole", label, field.raw, reason)


def doubts(field: Field, label: str) -> list[ast.Unsettled]:
    """Give a doubt for each note of a field whose value is written all the same."""
    return [unsettled("doubt", label, field.raw, note.zh) for note in field.notes]


def unsettled(how: str, label: str, printed: str, reason: str | Text) -> ast.Unsettled:
    """Make a hole or a doubt; long texts are cut."""
    why = reason.zh if isinstance(reason, Text) else reason
    return make(
        ast.Unsettled,
        NOWHERE,
        how=how,
        field=quotable_name(label),
        printed=_cut(quotable(tidy(printed))),
        reason=_cut(quotable(why).replace("\n", " ")),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
