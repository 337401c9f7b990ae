"""Deadlines in printed targets (2022年底前, 12月底前); what has two readings is refused with both."""

from __future__ import annotations

from decimal import Decimal

from perfdsl.diagnostic import Diagnostic
from perfdsl.syntax import ast, messages_target
from perfdsl.syntax.read_date import last_day
from perfdsl.syntax.read_literal import LiteralReading
from perfdsl.syntax.target_reading import Cell, Part, ReadOperator, TargetKind, TargetReading, refused


def read_date_target(cell: Cell, part: Part, reading: LiteralReading) -> TargetReading:
    """Complete a date to a deadline; the cell's year completes a month or a day that has none."""
    place, text = cell.place(part.start, part.end), cell.text(part.start, part.end)
    if reading.problem == "impossible_date":
        return refused("date", messages_target.impossible_date(place, text))
    if reading.problem == "two_readings":
        return refused("date", messages_target.two_readings(place, text, _both_readings(reading, text)))
    dated = _with_year(cell, reading)
    if dated.problem == "impossible_date":
        return refused("date", messages_target.impossible_date(place, text))
    if not dated.year and dated.day:
        return refused("date", messages_target.year_missing(place, dated.month, dated.day))
    value = _value(cell, part, dated)
    operators = tuple(dict.fromkeys((*part.operators, *((reading.bound,) if reading.bound else ()))))
    unit = value.unit if isinstance(value, ast.Number) else ""
    kind: TargetKind = "number" if isinstance(value, ast.Number) else "date"
    problem = _problem(cell, part, dated, operators)
    if problem is not None:
        operator: ReadOperator = operators[0] if len(operators) == 1 else ""
        return TargetReading(None, value, operator, unit, kind, (problem,))
    return TargetReading(_target(part, value, operators[0]), value, operators[0], unit, kind)


def _both_readings(reading: LiteralReading, text: str) -> tuple[str, str]:
    year, month = reading.year, reading.month
    if not year:
        within = f"<= {month}个月" if text.endswith("内") else f"< {month}月份"
        return within, f"<= {month}月份"
    return f"< {_first_day(reading, text)}", f"<= {year}-{month:02}-{reading.day:02}"


def _first_day(dated: LiteralReading, text: str) -> str:
    """Give the day on which the named month, quarter, half or year begins."""
    earlier = 2 if "季" in text else 5 if "半年" in text else 11 if "年" in text and "月" not in text else 0
    return f"{dated.year}-{dated.month - earlier:02}-01"


def _with_year(cell: Cell, reading: LiteralReading) -> LiteralReading:
    if reading.year or not cell.year:
        return reading
    day = reading.day or last_day(cell.year, reading.month)
    if day > last_day(cell.year, reading.month):
        return reading._replace(problem="impossible_date")
    return reading._replace(year=cell.year, day=day)


def _value(cell: Cell, part: Part, dated: LiteralReading) -> ast.Number | ast.DateLiteral:
    span, text = (part.start, part.end), cell.text(part.start, part.end)
    if not dated.year:
        return ast.Number(span=span, value=Decimal(dated.month), unit="月份", text=text)
    return ast.DateLiteral(span=span, year=dated.year, month=dated.month, day=dated.day, text=text)


def _problem(
    cell: Cell, part: Part, dated: LiteralReading, operators: tuple[ast.Operator, ...]
) -> Diagnostic | None:
    place = cell.place(part.start, part.end)
    shown = f"{dated.year}-{dated.month:02}-{dated.day:02}" if dated.year else f"{dated.month}月份"
    if len(operators) > 1:
        return messages_target.operators_contradict(place, operators)
    if cell.unit:
        return messages_target.unit_column_contradicts(place, cell.unit, cell.text(part.start, part.end))
    if not operators:
        return messages_target.no_operator(place, shown, ("<=", "="))
    if dated.partial and operators[0] != "<=":
        text = cell.text(part.start, part.end)
        readings = (f"{operators[0]} {_first_day(dated, text)}", f"{operators[0]} {shown}")
        return messages_target.two_readings(place, text, readings)
    return None


def _target(
    part: Part, value: ast.Number | ast.DateLiteral, operator: ast.Operator
) -> ast.Bound | ast.Deadline:
    span = (part.start, part.end)
    if isinstance(value, ast.Number):
        return ast.Bound(span=span, op=operator, value=value)
    return ast.Deadline(span=span, op=operator, date=value)
