"""What a filled form reports, as a block of facts; what is not sure is left to its hole in the sheet."""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal
from typing import Any, get_args

from perfdsl.importers.draft import DraftRow, Field, FormDraft
from perfdsl.importers.sheet import labels
from perfdsl.importers.sheet.build_money import amount, money_unit, total_row
from perfdsl.importers.sheet.build_rows import name_of
from perfdsl.importers.sheet.leave_open import NOWHERE
from perfdsl.importers.sheet.quotable import quotable
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

_NUMBER = re.compile(r"[0-9]{1,2}")
_MONTHS = 12
_VALUES = get_args(get_args(ast.Value)[0])


def build_facts(form: FormDraft, project: str, year: int | None) -> ast.Actuals | None:
    """Give the facts of a 自评表 or 监控表; None where it reports none, or not surely until when."""
    facts = [*_spent(form), *(fact for row in form.rows if (fact := _fact(row)) is not None)]
    if not facts or lacks_date(form, year):
        return None
    date = _date(form, year) if form.kind == "monitoring" else None
    return make(ast.Actuals, NOWHERE, project=project, project_span=NOWHERE, date=date, facts=tuple(facts))


def lacks_date(form: FormDraft, year: int | None) -> bool:
    """Whether a 监控表 does not say until when it reports: its actuals are not those of a whole year."""
    return form.kind == "monitoring" and (year is None or last_month(form) is None)


def last_month(form: FormDraft) -> int | None:
    """Give the last month of a 监控表's period: 7 of 1-7月."""
    numbers = [int(each) for each in _NUMBER.findall(str(form.value("period") or ""))]
    return numbers[-1] if numbers and 1 <= numbers[-1] <= _MONTHS else None


def _spent(form: FormDraft) -> list[ast.FactLine]:
    row, unit = total_row(form), money_unit(form)
    executed = None if row is None else row.fields.get("executed")
    if executed is None or executed.status != "ok" or not isinstance(executed.value, Decimal) or not unit:
        return []
    return [_line(labels.EXECUTED, amount(executed.value, unit))]


def _fact(row: DraftRow) -> ast.FactLine | None:
    actual = row.fields.get("actual")
    if actual is None or actual.status != "ok" or not isinstance(actual.value, _VALUES):
        return None
    notes: tuple[ast.FactNote, ...] = ()
    if (why := _said(row.fields.get("reason"))) is not None:
        notes = (make(ast.FactNote, NOWHERE, about="reason", text=quotable(why)),)
    return _line(name_of(row), actual.value, notes=notes, points=_points(row))


def _points(row: DraftRow) -> tuple[ast.FactPoints, ...]:
    score = row.fields.get("score")
    if score is None or score.status != "ok" or not isinstance(score.value, Decimal) or score.value < 0:
        return ()
    number = make(ast.Number, NOWHERE, value=score.value, unit="分", text=f"{score.value}分")
    return (make(ast.FactPoints, NOWHERE, about="self", points=number),)


def _said(field: Field | None) -> str | None:
    return (
        field.value if field is not None and field.status == "ok" and isinstance(field.value, str) else None
    )


def _line(name: str, value: Any, **more: Any) -> ast.FactLine:  # noqa: ANN401
    return make(ast.FactLine, NOWHERE, name=name, name_span=NOWHERE, value=value, **more)


def _date(form: FormDraft, year: int | None) -> ast.DateLiteral | None:
    """Last day of a 监控表's period."""
    month = last_month(form)
    if month is None or year is None:
        return None
    last = monthrange(year, month)[1]
    return make(
        ast.DateLiteral, NOWHERE, year=year, month=month, day=last, text=f"{year}-{month:02}-{last:02}"
    )
