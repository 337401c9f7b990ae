"""Reads the line under a title: ``101001 某单位 单位：万元``."""

from __future__ import annotations

import re

from perfdsl.importers.draft import Field, HeadName
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import words_at
from perfdsl.importers.flat.flow import Flow

_UNIT_LINE = re.compile(
    r"(?P<code>[0-9]{3,12})?(?P<name>(?!金额单位)[^：:]{2,60}?)?(?P<word>(?:金额)?单位[:：])(?P<unit>万元|千元|百万元|亿元|元)(?=\D|$)"
)
_UNIT_CODE = 6

Head = dict[HeadName, Field]


def read_unit_line(flow: Flow, start: int, end: int, head: Head) -> Head:
    """Read ``101001 某单位 单位：万元``; what a label of the head names already is left to the unused."""
    found = _UNIT_LINE.search(flow.text, start, end)
    if found is None:
        return {}
    unit = found.start("word") if found["name"] or found["code"] else found.start()
    flow.take(unit, found.end())
    fields: Head = {"money_unit": words_at(flow, found.span("unit"))}
    if found["name"] and _is_open(head, "department"):
        fields["department"] = words_at(flow, found.span("name"))
    if found["code"] and _is_open(head, "unit_code"):
        fields["unit_code"] = words_at(flow, found.span("code"))
        is_cut = not found["name"] or flow.is_soft(found.start("name")) or is_unit_code(found["code"])
        if not is_cut:
            fields["unit_code"] = fields["unit_code"].doubted(messages.odd_code(found["code"]))
    return fields


def _is_open(head: Head, name: HeadName) -> bool:
    return name not in head or head[name].status == "missing"


def is_unit_code(code: str) -> bool:
    """Whether digits right before a name are surely a code of their own: six, as all places number units."""
    return len(code) == _UNIT_CODE
