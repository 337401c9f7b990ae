"""A numeral with what follows it (12次, 1,234.5万元, 95%以上, 100%(1.0)) split into value, unit and bound."""

from __future__ import annotations

import re
from decimal import Decimal

from perfdsl.exact import numeral_problem, read_numeral
from perfdsl.numerals import chinese_prefix_length, read_chinese_numeral
from perfdsl.syntax.literal_reading import Bound, LiteralReading, Problem, broken
from perfdsl.units import comparable, find_unit, quantity

_ARABIC = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")
_PLAINEST = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,12})?)[ ]?([^\W\d_]{0,8}|%)")
"""What nine of ten literals are; they need not go the long way round."""
_OF_A_HUNDRED = re.compile(r"\s*(?P<of>[百千万])分之")
_OF_UNITS = {"百": (Decimal(100), "%"), "千": (Decimal(1000), "‰"), "万": (Decimal(10000), "‱")}
_BOUND = re.compile(
    r"(?P<unit>.*?)(?:\((?P<inside>含|不含)(?P<what>[^()]*)\))?"
    r"(?:(?:及其?|或)?(?P<word>以上|以下|以内|之内|以外|内)(?:\((?P<after>含|不含)(?P<again>[^()]*)\))?)?",
    re.DOTALL,
)
_BOUND_WORDS: dict[str, Bound] = {
    "以上": ">=", "以下": "<=", "以内": "<=", "之内": "<=", "内": "<=", "以外": ">",
}  # fmt: skip
_STRICT: dict[Bound, Bound] = {">=": ">", "<=": "<"}
_INEXACT_START = re.compile(r"(?:大?约|将?近)\s*[0-9一二三四五六七八九十百千万半两]|[上数几][十百千万]")
_INEXACT_REST = re.compile(r"[几余多来]")
_INEXACT_END = ("左右", "上下", "余", "多", "许")
_NEVER_IN_UNIT = re.compile(r"[<>=≥≤,;:~!?。、\"'“”.+0-9-]|[A-Za-z]\s+[A-Za-z]")
_BETWEEN_VALUES = re.compile(r"[,;、和及且~<>=≥≤-]")
_DIGIT_IN_UNIT = re.compile(r"[0-9]")
_SECOND_WRITING = re.compile(r"([^()]+)\(([0-9][^()]*)\)")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_TWICE_WRITTEN_UNIT = re.compile(r"([^()]+)\([^()]+\)")


def read_number(plain: str) -> LiteralReading:
    """Read a text of ASCII twins (``normalise``) of bounded length."""
    return _read_plainest(plain) or _read_share(plain) or _read_any(plain, len(plain) - len(plain.lstrip()))


def _read_plainest(plain: str) -> LiteralReading | None:
    found = _PLAINEST.fullmatch(plain)
    if found is None or found[2] == "月" or find_unit(found[2]) is None:
        return None
    return LiteralReading("number", Decimal(found[1]), found[2], found.start(2), found.end())


def _read_share(plain: str) -> LiteralReading | None:
    """Read 百分之九十五, 千分之三 and 百分之百."""
    found = _OF_A_HUNDRED.match(plain)
    if found is None:
        return None
    whole, unit = _OF_UNITS[found["of"]]
    if plain[found.end() :].startswith(found["of"]):
        reading = _read_rest(plain[: found.end() + 1], whole, plain[found.end() + 1 :], found.end() + 1)
    else:
        reading = _read_any(plain, found.end())
    if reading.problem or not reading.unit:
        return reading if reading.problem else reading._replace(unit=unit, unit_at=0)
    return broken("not_a_number")


def _read_any(plain: str, at: int) -> LiteralReading:
    if _INEXACT_START.match(plain, at):
        return broken("inexact")
    value, length, problem = _read_head(plain[at:])
    if value is None:
        return broken(problem or "not_a_number")
    return _read_rest(plain[: at + length].strip(), value, plain[at + length :], at + length)


def _read_head(body: str) -> tuple[Decimal | None, int, Problem]:
    """Read the numeral at the start: its value and length, or the problem with it."""
    found = _ARABIC.match(body)
    if found is None:
        length = chinese_prefix_length(body)
        return (read_chinese_numeral(body[:length]) if length else None), length, ""
    problem = numeral_problem(found[0])
    if problem:
        return None, 0, "too_long" if problem == "too_long" else "not_a_number"
    return read_numeral(found[0]), found.end(), ""


def _read_rest(head: str, value: Decimal, rest: str, at: int) -> LiteralReading:
    """Read what follows the numeral: a unit and a bound, or the reason why it is neither."""
    body = rest.strip()
    if _DIGIT_IN_UNIT.match(body):
        return broken("blank_between_digits" if rest[:1].isspace() else "not_a_number")
    if _INEXACT_REST.match(body) or body.endswith(_INEXACT_END):
        return broken("inexact")
    twice = _SECOND_WRITING.fullmatch(body)
    if twice:
        return _read_twice(head, twice[1], twice[2], value, at)
    found = _BOUND.fullmatch(body)
    if found is None:
        return broken("not_a_number")
    unit = found["unit"].strip()
    problem = _inclusion_problem(found, head + unit) or _unit_problem(unit)
    if problem:
        return broken(problem)
    included = (
        None if not (found["inside"] or found["after"]) else "不含" not in {found["inside"], found["after"]}
    )
    bound: Bound = _BOUND_WORDS[found["word"]] if found["word"] else ""
    bound = _STRICT.get(bound, bound) if included is False else bound
    ends_at = at + len(rest) - len(rest.lstrip()) + len(found["unit"].rstrip())
    reading = LiteralReading("number", value, bound=bound, included=included, ends_at=ends_at)
    return _with_unit(reading, unit, at + rest.find(unit))


def _inclusion_problem(found: re.Match[str], number: str) -> Problem:
    """Check that what (含…) includes is the number itself, and that it is not said to be both in and out."""
    if {found["inside"], found["after"]} == {"含", "不含"}:
        return "values_differ"
    said = {"".join(part.split()) for part in (found["what"], found["again"]) if part}
    return "values_differ" if said - {"".join(number.split())} else ""


def _read_twice(head: str, unit: str, second: str, value: Decimal, at: int) -> LiteralReading:
    """Read ``100%(1.0)``: one value in two writings, and only if they are equal."""
    one, other = read_number(head + unit), read_number(second)
    units = find_unit(one.unit), find_unit(other.unit)
    if one.problem or other.problem or other.value is None or units[0] is None or units[1] is None:
        return broken("several_values")
    same = comparable(units[0], units[1])
    if not same or quantity(value, units[0]).value != quantity(other.value, units[1]).value:
        return broken("values_differ")
    return one._replace(unit_at=at, ends_at=at + len(unit))


def _unit_problem(unit: str) -> Problem:
    """Say what besides a unit stands after a number; unknown words are left to whoever knows the units."""
    if not unit or find_unit(unit) is not None:
        return ""
    if _DIGIT_IN_UNIT.search(unit) and (_BETWEEN_VALUES.search(unit) or not unit.isascii()):
        return "several_values"
    return "not_a_number" if _NEVER_IN_UNIT.search(unit) else ""


def _with_unit(reading: LiteralReading, unit: str, at: int) -> LiteralReading:
    """Take a unit out of brackets, or the first of two names of one unit."""
    inside, twice = _IN_BRACKETS.fullmatch(unit), _TWICE_WRITTEN_UNIT.fullmatch(unit)
    if inside:
        unit, at = inside[1], at + 1
    elif twice and find_unit(unit) is not None:
        unit = twice[1]
    unit = "".join(unit.split())
    month = unit == "月" and reading.value in range(1, 13)
    return reading._replace(unit=unit, unit_at=at, problem="two_readings" if month else "")
