"""Has a workbook check what people type into a cell, and say what is asked for."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from perfdsl.forms.form import Allowed, Area

MOST_IN_LIST = 255
"""Characters of a list that a cell offers, commas included, and of a hint."""

_Sheet = Any  # XlsxWriter carries no types


def allow_in_cell(sheet: _Sheet, area: Area, allowed: Allowed) -> None:
    """Have a workbook check what is typed into a cell."""
    rule = _rule(allowed)
    if rule is None:
        return
    rule |= {
        "error_type": "stop" if allowed.strict else "warning",
        "error_title": "与要求不符",
        "error_message": allowed.hint[:MOST_IN_LIST],
    }
    if allowed.hint:
        rule |= {"input_title": "填写", "input_message": allowed.hint[:MOST_IN_LIST]}
    sheet.data_validation(area.row, area.column, area.row, area.column, rule)


def _rule(allowed: Allowed) -> dict[str, Any] | None:
    match allowed.kind:
        case "list":
            fits = all("," not in choice for choice in allowed.choices)
            fits = fits and len(",".join(allowed.choices)) <= MOST_IN_LIST
            return {"validate": "list", "source": list(allowed.choices)} if fits else {"validate": "any"}
        case "number" | "share":
            return {"validate": "decimal", **_between(allowed.low, allowed.high)}
        case "day":
            return {"validate": "date", "criteria": ">=", "value": datetime(1990, 1, 1)}  # noqa: DTZ001 (no zones)
        case "length":
            return {"validate": "length", "criteria": "<=", "value": int(allowed.high or 0)}
        case "any":
            return {"validate": "any"} if allowed.hint else None


def _between(low: Decimal | None, high: Decimal | None) -> dict[str, Any]:
    if low is not None and high is not None:
        return {"criteria": "between", "minimum": low, "maximum": high}
    if low is not None:
        return {"criteria": ">=", "value": low}
    return {"criteria": "between", "minimum": Decimal(-(10**15)), "maximum": Decimal(10**15)}
