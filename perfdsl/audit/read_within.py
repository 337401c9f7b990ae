"""Reads the number within a short text that says how much was done: 已建成20个."""

from __future__ import annotations

import re
from typing import Final

from perfdsl.actuals.read_value import read_value
from perfdsl.audit.published import PublishedRow
from perfdsl.syntax.ast import Number
from perfdsl.syntax.read_target import read_target
from perfdsl.units import comparable, find_unit

_WITHIN: Final = re.compile(
    r"(?P<before>[^0-9,.;:、\n()]{0,16}?)(?P<number>[0-9一二三四五六七八九十两][0-9,.]{0,20}[^0-9,.;:、\n]{1,12}?)"
    r"(?:已?完成|到位)?"
)
_ANOTHER: Final = re.compile(
    r"[未不没无差欠缺剩余还第约近超比较每各仅只其中含原≥≤<>=+~-]|(?<!新)增|降|减|提高|上升|计划|目标|应|拟|上年|去年"
)
"""Before a number, what makes it another one than that of the target."""


def number_within(text: str, row: PublishedRow) -> Number | None:
    """Read 已建成20个 beside ≥20个: the only number of a short text, in a unit of the target's kind.

    Not where a word before it makes it another number: 第20个, 还差20个, 比上年增加20个.
    """
    found = _WITHIN.fullmatch(text)
    if found is None or _ANOTHER.search(found["before"]):
        return None
    number = read_value(found["number"])
    wanted = find_unit(row.unit or read_target(row.target, operator=row.operator, year=row.year).unit)
    unit = find_unit(number.unit) if isinstance(number, Number) and number.unit else None
    is_alike = unit is not None and wanted is not None and comparable(unit, wanted)
    return number if isinstance(number, Number) and is_alike else None
