"""Splits a text of several goals where their numbers count up from 1, or labels such as 目标1 stand."""

from __future__ import annotations

import re

from perfdsl.documents.document import Cell
from perfdsl.importers.draft import Field
from perfdsl.importers.grids.doubt_flags import of_cell
from perfdsl.importers.read_fields import text_field

_WORDS = r"目\s{0,4}标\s{0,4}(?:内\s{0,4}容\s{0,4})?"
_AFTER = r"(?![0-9])\s{0,4}[:：.、]?\s{0,4}"
_SAME = re.compile(
    rf"(?<![0-9])(?P<n>[0-9]{{1,2}})\s{{0,4}}[.、．)）]\s{{0,4}}{_WORDS}(?P=n){_AFTER}"
    rf"|(?:(?<=[\n。；;！!])|^)\s{{0,4}}(?:[0-9]{{1,2}}\s{{0,4}}[.、．]\s{{0,4}})?{_WORDS}"
    rf"[（(]?(?P<m>[0-9]{{1,2}}|[一二三四五六七八九十])[)）]?{_AFTER}"
)
_STYLES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![0-9.．、（(])(?P<n>[0-9０-９]{1,2})[ \t]{0,4}[.、．](?![0-9])\s{0,8}",
        r"[（(](?P<n>[0-9０-９]{1,2})[)）]\s{0,8}",
        r"(?<![0-9.．（(])(?P<n>[0-9０-９]{1,2})[)）]\s{0,8}",
        r"(?P<n>[①②③④⑤⑥⑦⑧⑨⑩])\s{0,8}",
    )
)
"""Ways to number goals: 1. · （1） · 1） · ①."""
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_ENDS = frozenset("\n:：。；;")
_BLANKS = " \t\u3000"
_MOST_BLANKS = 40


def split_goals(cell: Cell) -> list[Field]:
    """Split a cell into its numbered goals; one without numbers is one goal.

    A number is printed, and stays in ``raw``; a label such as 目标1 is none of it.
    """
    labels = list(_SAME.finditer(cell.text))
    marks = labels or _counted(cell.text)
    if not marks:
        return [of_cell(text_field(cell.text, cell.spots), cell)] if cell.text.strip() else []
    ends = [one.start() for one in marks[1:]] + [len(cell.text)]
    before = cell.text[: marks[0].start()]
    found = [text_field(before, cell.spots)] if before.strip() else []
    for mark, end in zip(marks, ends, strict=True):
        field = text_field(cell.text[mark.end() : end], cell.spots)
        found.append(field if labels else field._replace(raw=cell.text[mark.start() : end].strip()))
    return [of_cell(field, cell) for field in found]


def _counted(text: str) -> list[re.Match[str]]:
    """Find numbers of one style that count up from 1, the first of them where a text or a sentence begins."""
    for style in _STYLES:
        marks: list[re.Match[str]] = []
        for found in style.finditer(text):
            if _number(found["n"]) == len(marks) + 1 and (marks or _begins(text, found.start())):
                marks.append(found)
        if len(marks) > 1 or (marks and not text[: marks[0].start()].strip()):
            return marks
    return []


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else _CIRCLED.index(said) + 1


def _begins(text: str, at: int) -> bool:
    """Whether a text or a sentence of it begins at a place."""
    before = text[max(0, at - _MOST_BLANKS) : at].strip(_BLANKS)
    return before[-1:] in _ENDS if before else at < _MOST_BLANKS
