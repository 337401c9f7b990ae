"""The value of a printed target, a number or a date, joined with the operator and unit found around it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from perfdsl.diagnostic import Diagnostic
from perfdsl.source import Place
from perfdsl.syntax import ast, messages_target
from perfdsl.syntax.read_literal import LiteralReading, read_literal
from perfdsl.syntax.read_target_date import read_date_target
from perfdsl.syntax.settle_unit import unit_of
from perfdsl.syntax.target_reading import Cell, Part, TargetReading, refused
from perfdsl.units import Unit, can_be_negative, find_unit

_DONE = re.compile(
    r"(?:全部|全面|按期|按时|及时)?(?:完成|完工|竣工|到位|结束|完毕|交付|验收|办结|支付|拨付|发放|开工|实施|建成"
    r"|投入使用|投用|上线|提交|报送|落实)+"
)
_LIKE_A_MONTH = re.compile(r"(?:19|20|21)[0-9]{2}\.(?:0?[1-9]|1[0-2])")
_RANKED = frozenset({"级", "类", "档"})
"""二级以上 is the first and second class of some things, and the second and higher of others."""
_RANKING = re.compile(r"[高低]于")
_QUARTERS = frozenset({"季度", "季"})
_DURATIONS = frozenset({"day", "month", "working_day"})
_DATED = frozenset({"impossible_date", "two_readings", "year_missing"})


def read_part(cell: Cell, part: Part) -> TargetReading | None:
    """Read a value and complete it to a target; None where it is neither number nor date."""
    reading, end, done = _literal(cell, part)
    part = Part(part.start, end, part.operators)
    if reading.kind in {"date", "month_end"} or (reading.problem in _DATED and reading.month):
        return read_date_target(cell, part, reading)
    if done and reading.unit == "月":
        reading = reading._replace(unit="月份", problem="")
    if reading.problem and reading.problem != "two_readings":
        return _refuse_literal(cell, part, reading)
    return _read_number(cell, part, reading)


def _literal(cell: Cell, part: Part) -> tuple[LiteralReading, int, bool]:
    """Read the value; a verb is let go only after a date or a bounded time (5日内办结)."""
    body = cell.plain[part.start : part.end]
    reading = read_literal(body)
    for verb in _DONE.finditer(body):
        if verb.end() == len(body):
            before = read_literal(body[: verb.start()].rstrip())
            timed = before.kind in {"date", "month_end"} or before.problem in _DATED or before.unit == "月份"
            if timed or (before.bound and _is_duration(before.unit)):
                return before, part.start + len(body[: verb.start()].rstrip()), True
    return reading, part.end, False


def _is_duration(name: str) -> bool:
    unit = find_unit(name)
    return unit is not None and any(base in _DURATIONS for base, _ in unit.dimension.powers)


def _refuse_literal(cell: Cell, part: Part, reading: LiteralReading) -> TargetReading | None:
    place, text = cell.place(part.start, part.end), cell.text(part.start, part.end)
    match reading.problem:
        case "too_long":
            return refused("number", messages_target.too_many_digits(place))
        case "blank_between_digits":
            return refused("number", messages_target.blank_between_digits(place, text))
        case "inexact":
            return refused("text", messages_target.inexact(place, text))
        case "values_differ":
            return refused("number", messages_target.values_differ(place, text))
        case _:
            return None


def _read_number(cell: Cell, part: Part, reading: LiteralReading) -> TargetReading | None:
    place = cell.place(part.start, part.end)
    if _is_word(cell, part, reading):
        return None
    unit = unit_of(cell, reading, place)
    problem = value_problem(cell, reading, unit, place) if isinstance(unit, str) else unit
    unit = unit if isinstance(unit, str) else reading.unit
    if problem is None:
        return _complete(cell, part, make_number(cell, part.start, reading, unit), reading)
    known = problem.code != messages_target.UNKNOWN_UNIT and find_unit(unit, cell.defined) is not None
    number = make_number(cell, part.start, reading, unit) if known else None
    operator = part.operators[0] if len(part.operators) == 1 else reading.bound
    return TargetReading(None, number, operator, unit, "number", (problem,))


def _is_word(cell: Cell, part: Part, reading: LiteralReading) -> bool:
    """Whether a Chinese numeral only begins a word: 一次性完成, 三公经费不增加."""
    starts_with_digit = cell.plain[part.start : part.start + 2].lstrip("+-")[:1].isdecimal()
    return not starts_with_digit and bool(reading.unit) and find_unit(reading.unit, cell.defined) is None


def make_number(cell: Cell, start: int, reading: LiteralReading, unit: str) -> ast.Number:
    """Make the node of a number; its text is what was printed."""
    value = reading.value
    assert value is not None  # noqa: S101 (callers read it)
    span = (start, start + reading.ends_at)
    return ast.Number(span=span, value=value, unit=unit, text=cell.text(*span))


def value_problem(cell: Cell, reading: LiteralReading, unit: str, place: Place) -> Diagnostic | None:
    """Complain about a number that its unit does not allow, or that can be read in two ways."""
    value, found = reading.value, find_unit(unit, cell.defined)
    shown = f"{value:f}{unit}"
    if value is not None and value < 0 and found is not None and not can_be_negative(found):
        return messages_target.below_zero(place, shown, unit)
    if unit == "月份" and value not in range(1, 13):
        return messages_target.impossible_date(place, shown)
    ranked = unit in _RANKED and (reading.bound or _RANKING.search(cell.plain))
    readings = (f">= {shown}", f"<= {shown}") if ranked else _readings(reading, unit, shown)
    return messages_target.two_readings(place, shown, readings) if readings else None


def _readings(reading: LiteralReading, unit: str, shown: str) -> tuple[str, ...]:
    """Give the two readings of a number, where it has two: 12月, 2季度, a bare 2022.06."""
    value = reading.value or 0
    if unit == "月" and value in range(1, 13):
        return f"{value}个月", f"{value}月份"
    if unit in _QUARTERS and value in range(1, 5):
        return f"{value}个季度", f"{3 * int(value)}月份"
    if not unit and _LIKE_A_MONTH.fullmatch(shown):
        year, _, month = shown.partition(".")
        return shown, f"{year}年{int(month)}月"
    return ()


def _complete(cell: Cell, part: Part, number: ast.Number, reading: LiteralReading) -> TargetReading:
    place, shown = cell.place(part.start, part.end), f"{number.value:f}{number.unit}"
    operators = tuple(dict.fromkeys((*part.operators, *((reading.bound,) if reading.bound else ()))))
    contradicting: tuple[str, ...] = (
        operators if len(operators) > 1 else _against_inclusion(operators, reading)
    )
    if contradicting:
        problem = messages_target.operators_contradict(place, contradicting)
        return TargetReading(None, number, unit=number.unit, kind="number", diagnostics=(problem,))
    warnings = _warnings(cell, number, place, shown)
    if not operators:
        bare = messages_target.no_operator(place, shown, likely_operators(number.unit, cell.defined))
        return TargetReading(None, number, unit=number.unit, kind="number", diagnostics=(bare, *warnings))
    target = ast.Bound(span=(part.start, part.end), op=operators[0], value=number)
    return TargetReading(target, number, operators[0], number.unit, "number", warnings)


def _against_inclusion(operators: tuple[ast.Operator, ...], reading: LiteralReading) -> tuple[str, ...]:
    """Find an operator that a written 含 or 不含 contradicts."""
    if not operators or reading.included is None or reading.included is (operators[0] not in {">", "<"}):
        return ()
    return (operators[0], "含" if reading.included else "不含")


def _warnings(cell: Cell, number: ast.Number, place: Place, shown: str) -> tuple[Diagnostic, ...]:
    unit = find_unit(number.unit, cell.defined)
    powers = unit.dimension.powers if unit else ()
    if "/" in number.unit and powers and all(exponent < 0 for _, exponent in powers):
        return (messages_target.numerator_missing(place, number.unit, shown),)
    return ()


def likely_operators(name: str, defined: Mapping[str, Unit] | None = None) -> tuple[ast.Operator, ...]:
    """List the operators that a bare number of a unit may stand for, the likeliest first."""
    unit = find_unit(name, defined)
    bases = {base for base, _ in unit.dimension.powers} if unit else set()
    if "money" in bases:
        return ("<=", "=")
    return (">=", "<=", "=") if bases & (_DURATIONS | {"calendar_month"}) else (">=", "=")
