"""Finds the department's part of a document: its three numbered sections, and the numbered items in each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.flow import BREAK, Flow

Role = Literal["overall", "areas", "safeguards"]

_DIGITS: Final = "一二三四五六七八九"
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}[、.．](?P<title>[^。，；：:]{2,30}?)(?=$|[^\s])")
_TITLES: Final[dict[Role, re.Pattern[str]]] = {
    "overall": re.compile(r"(?:部门|单位|年度)*总体(?:绩效)?目标"),
    "areas": re.compile(r"(?:部门|单位|年度)*分项(?:绩效)?(?:目标|指标)"),
    "safeguards": re.compile(r"(?:(?:实现|完成)?(?:年度)?(?:总体|绩效)*目标的?|工作)*(?:保障)?措施"),
}
_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]")
_LONGEST_HEADING = 40
_PART = re.compile(r"第[一二三四五六七八九十]{1,3}部分")


class Section(NamedTuple):
    """A section: what it is, its heading, its text."""

    role: Role
    heading: Stretch
    body: Stretch


class Marked(NamedTuple):
    """A numbered item: its number as printed, and its text."""

    number: Stretch
    body: Stretch


def find_sections(flow: Flow, limits: Sequence[int]) -> list[Section]:
    """Find the sections in their order; each ends at the next heading, part or form (``limits``)."""
    begins = [at for at in range(len(flow.text)) if at == 0 or flow.gaps[at] >= BREAK]
    headings = [(at, end, role) for at in begins for end, role in [_heading(flow, at)] if end > at]
    found: list[Section] = []
    seen: set[Role] = set()
    edges = sorted(
        {*limits, *(at for at, _, _ in headings), *(at for at in begins if _PART.match(flow.text, at))}
    )
    for at, end, role in headings:
        if role is None or role in seen:
            continue
        seen.add(role)
        following = bisect_left(edges, end)
        stop = edges[following] if following < len(edges) else len(flow.text)
        found.append(Section(role, (at, end), (end, stop)))
    return found


def _heading(flow: Flow, at: int) -> tuple[int, Role | None]:
    """Read a heading that fills a line: where it ends (at ``at`` if there is none), and its role."""
    numeral = _NUMERAL.match(flow.text, at)
    if numeral is None:
        return at, None
    most = min(at + _LONGEST_HEADING, len(flow.text))
    ends = (stop for stop in range(numeral.end(), most) if flow.gaps[stop] >= BREAK)
    end = next(ends, most if most == len(flow.text) else at)
    title = flow.text[numeral.end() : end]
    for role, pattern in _TITLES.items():
        if pattern.fullmatch(title):
            return end, role
    return (end, None) if title and not re.search(r"[。，；：:]", title) else (at, None)


def find_items(flow: Flow, body: Stretch) -> list[Marked]:
    """Find the items of a section by numbers that count up: ``（一）`` or ``1、``, whichever comes first."""
    ways = [_count_up(flow, body, way) for way in (_bracketed, _plain)]
    marks = min((marks for marks in ways if marks), default=[], key=lambda marks: marks[0][0])
    if not marks:
        return []
    ends = [*(start for start, _ in marks[1:]), body[1]]
    return [Marked(mark, (mark[1], end)) for mark, end in zip(marks, ends, strict=True)]


def _may_begin(flow: Flow, at: int) -> bool:
    """An item begins a line, or follows a blank or the end of a sentence."""
    return flow.is_soft(at) or flow.text[at - 1] in "。；;"


def _bracketed(number: int) -> re.Pattern[str]:
    return re.compile(rf"[（(]{_chinese(number)}[）)]")


def _plain(number: int) -> re.Pattern[str]:
    return re.compile(rf"{number}[、.．](?=\D)")


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens - 1] + "十"
    return lead + (_DIGITS[ones - 1] if ones else "")


def _count_up(flow: Flow, body: Stretch, way: object) -> list[Stretch]:
    marks: list[Stretch] = []
    at = body[0]
    while len(marks) < 99:  # noqa: PLR2004 (numerals of two digits)
        pattern: re.Pattern[str] = way(len(marks) + 1)  # type: ignore[operator]
        found = next(
            (m for m in pattern.finditer(flow.text, at, body[1]) if _may_begin(flow, m.start())), None
        )
        if found is None:
            break
        marks.append(found.span())
        at = found.end()
    return marks
