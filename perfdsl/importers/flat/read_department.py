"""Reads a department's overall goals out of running text: introduction, items, areas and safeguards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Line
from perfdsl.importers.draft import DepartmentDraft, Field, HeadName, Item
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch, words_at
from perfdsl.importers.flat.cut_forms import cut_forms
from perfdsl.importers.flat.find_sections import Marked, Section, find_department, find_items
from perfdsl.importers.flat.flow import BREAK, Flow, flow_of
from perfdsl.importers.flat.read_unit_line import is_unit_code

_UNIT_LINE = re.compile(
    r"(?P<code>[0-9]{3,12})(?P<name>[^：:0-9]{2,60}?)(?:金额)?单位[:：](?:万元|千元|百万元|亿元|元)"
)
_NAME = re.compile(r"(?P<name>[^。：:；，、]{2,20})[：:。](?=.)", re.DOTALL)
_YEAR = re.compile(r"(?P<year>20[0-9]{2})年(?!以来|以前|前|底|末|至|到|[-—~～–])")
_YEAR_ABOVE = re.compile(r"(20[0-9]{2})年")


def read_department(lines: Sequence[Line]) -> DepartmentDraft | None:
    """Read the department's part; None where no section (``一、总体绩效目标``) has a heading."""
    flow = flow_of(lines)
    sections = {section.role: section for section in find_department(flow, list(cut_forms(flow)))}
    if not sections:
        return None
    overall = sections.get("overall")
    intro = _intro(flow, overall) if overall else None
    return DepartmentDraft(
        _head(flow, overall, intro),
        intro,
        tuple(_item(flow, each, named=False) for each in _items(flow, overall)),
        tuple(_item(flow, each, named=True) for each in _items(flow, sections.get("areas"))),
        tuple(_item(flow, each, named=True) for each in _items(flow, sections.get("safeguards"))),
    )


def _items(flow: Flow, section: Section | None) -> list[Marked]:
    if section is None or section.body[0] >= section.body[1]:
        return []
    marked = find_items(flow, section.body)
    start, end = section.body
    first = marked[0].number[0] if marked else end
    if section.role == "overall" or first == start:
        return marked
    return [Marked((start, start), (start, first)), *marked]


def _intro(flow: Flow, section: Section) -> Field | None:
    """Give what stands before the first item."""
    items = find_items(flow, section.body)
    end = items[0].number[0] if items else section.body[1]
    return words_at(flow, (section.body[0], end)) if section.body[0] < end else None


def _item(flow: Flow, marked: Marked, *, named: bool) -> Item:
    """Read an item; ``（一）加强制度建设。…`` and ``1、人大监督：…`` have a name."""
    start, end = marked.body
    found = _NAME.match(flow.text, start, end) if named else None
    name = str(words_at(flow, found.span("name")).value) if found else ""
    body: Stretch = (found.end() if found else start, end)
    number = flow.text[slice(*marked.number)].rstrip("、.．")
    return Item(number, name, words_at(flow, body))


def _head(flow: Flow, overall: Section | None, intro: Field | None) -> dict[HeadName, Field]:
    """Give the unit that all forms of the document name, and the year with which the introduction begins."""
    head: dict[HeadName, Field] = {}
    found = [
        m
        for m in _UNIT_LINE.finditer(flow.text)
        if flow.gaps[m.start()] >= BREAK and (flow.is_soft(m.end("code")) or is_unit_code(m["code"]))
    ]
    if found and len({(m["code"], m["name"]) for m in found}) == 1:
        note = Text("取自项目表的表头", "taken from the heads of the forms")
        head["unit_code"] = words_at(flow, found[0].span("code")).noted(note)
        head["department"] = words_at(flow, found[0].span("name")).noted(note)
    year = _YEAR.match(str(intro.value)) if intro else None
    if year and intro:
        note = Text("取自总体绩效目标开头", "taken from the beginning of the overall goals")
        field = Field(year[0], int(year["year"]), intro.spots[:1], notes=(note,))
        said = _YEAR_ABOVE.findall(flow.text[: overall.heading[0]] if overall else "")
        others = sorted({each for each in said if each != year["year"]})
        head["year"] = field.doubted(messages.other_year(others[0])) if others else field
    return head
