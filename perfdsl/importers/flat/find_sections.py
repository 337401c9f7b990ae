"""Finds the department's part of a document: its three numbered sections, and the numbered items in each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.cut_forms import Region
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
_CHINESE = "一二三四五六七八九十"
_MOST_BEFORE = 200
_DEPARTMENT = re.compile(r"部门整体|单位整体|整体绩效目标|部门总体|部门年度总体")
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


def find_department(flow: Flow, regions: Sequence[Region]) -> list[Section]:
    """Find the sections of a department's part; none where headings like its own stand in another text.

    It stands before the forms, or under a part of its own (第…部分), and has 总体绩效目标 and right behind it
    分项绩效目标; without the latter, the words before it say that it is a department's.
    """
    sections = find_sections(flow, [region.start for region in regions])
    forms = [region.start for region in regions if region.headers]
    outside = [section for section in sections if not _follows_form(flow, section, forms)]
    overall = next((each for each in outside if each.role == "overall"), None)
    if overall is None:
        return []
    numbers = {each.role: _CHINESE.find(flow.text[each.heading[0]]) for each in outside}
    is_whole = numbers.get("areas", -2) == numbers["overall"] + 1
    before = flow.text[max(0, overall.heading[0] - _MOST_BEFORE) : overall.heading[1]]
    is_named = not regions or overall.heading[0] < regions[0].start
    return outside if is_whole or (is_named and _DEPARTMENT.search(before)) else []


def _follows_form(flow: Flow, section: Section, forms: Sequence[int]) -> bool:
    """Whether a form begins before a section, and no new part of the document between them."""
    at = section.heading[0]
    last = bisect_left(forms, at) - 1
    if last < 0:
        return False
    parts = (found.start() for found in _PART.finditer(flow.text, forms[last], at))
    return not any(flow.gaps[part] >= BREAK for part in parts)


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
