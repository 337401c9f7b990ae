"""Finds the number that a shown figure holds, and the format under which a workbook shows just that text."""

from __future__ import annotations

import re
from decimal import Decimal

from perfdsl.forms.form import Shown
from perfdsl.report.cells import one_line

_FIGURE = re.compile(
    r"(?P<sign>[-+]?)(?P<whole>[0-9]{1,15})(?:\.(?P<rest>[0-9]{1,14}))?(?P<unit>%|[万亿]?元| ×10⁴ yuan)?"
)
_MOST_DIGITS = 15
"""Workbooks keep no more of a number."""


def show_in_cell(text: str) -> Shown:
    """Give ``4.80万元`` as 4.80 under ``0.00"万元"``, ``96%`` as 0.96 under ``0%``; anything else as text."""
    plain = one_line(text)
    found = _FIGURE.fullmatch(plain)
    if found is None:
        return Shown(plain)
    rest, unit = found["rest"] or "", found["unit"] or ""
    if len((found["whole"] + rest).lstrip("0")) > _MOST_DIGITS:
        return Shown(plain)
    sign = "-" if found["sign"] == "-" else ""
    number = Decimal(f"{sign}{found['whole']}.{rest or '0'}")
    code = "0" + ("." + "0" * len(rest) if rest else "")
    if unit == "%":
        number, code = number / 100, f"{code}%"
    elif unit:
        code = f'{code}"{unit}"'
    return Shown(plain, number, f"+{code};-{code};{code}" if found["sign"] == "+" else code)
