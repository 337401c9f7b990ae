"""The text of a cell of actuals read as a number with its unit, a date, or a word; or why it is none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from perfdsl.actuals.table import Kind
from perfdsl.syntax.ast import DateLiteral, Number, Word
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.read_literal import LiteralReading, read_literal
from perfdsl.syntax.read_operator import leading_operator
from perfdsl.units import find_unit

NOWHERE = (0, 0)
"""Span of a node that comes from a table: its place is the cell."""

BLANKS = frozenset({"", "-", "--", "---", "/", "//", "\\", "n/a", "N/A", "NA", "未填", "未填报"})
"""What people put where nothing is recorded. ``无`` is a word: it may mean that nothing happened."""

Reason = Literal[
    "operator",
    "several",
    "values_differ",
    "unreadable",
    "blank_between_digits",
    "inexact",
    "too_long",
    "two_readings",
    "impossible_date",
    "year_missing",
    "unit",
    "shifted",
]

_BOUND_WORDS = re.compile(r"\(?(?:不?含)?\)?(?:及其?|或)?(?:以上|以下|以内|之内|以外|之前|以前|前|止|内)$")
_INEXACT = re.compile(r"^大?约|^将?近|左右$|上下$|余$|多$")
_MADE = re.compile(r"^(?:实际|已|共计?|全年|累计)*(?:完成|达到|达|实现|共计?)[了:]?\s*(?=[0-9])")
_BETWEEN_VALUES = re.compile(r"[;、,/|\n\r\t ]+|[和及至~]|(?<=[^-\s])-(?=[0-9])")
_LEVEL = re.compile(r"(?P<word>[^0-9≥≤<>=%:~;,]{1,20}?)[\s:(]*(?P<share>[0-9][0-9.]*\s*%)\s*\)?")
_CURRENCY = re.compile(r"(?P<sign>[+-]?)[¥￥]\s*(?P<rest>[0-9][0-9,.]*)")


_REASONS: dict[str, Reason] = {
    "two_readings": "two_readings",
    "too_long": "too_long",
    "impossible_date": "impossible_date",
    "year_missing": "year_missing",
    "several_values": "several",
    "values_differ": "values_differ",
    "blank_between_digits": "blank_between_digits",
}


class Trouble(NamedTuple):
    """Why a cell holds no value; ``word`` is to blame, ``remedy`` is what to write instead, if known."""

    reason: Reason
    word: str = ""
    remedy: str = ""


def is_blank(text: str) -> bool:
    """Whether a cell says that nothing is recorded."""
    return not text or normalise(text).strip() in BLANKS


@lru_cache(maxsize=4096)
def read_value(text: str, kind: Kind = "text", unit: str = "") -> Number | DateLiteral | Word | Trouble:
    """Read a cell that is not blank; ``unit`` is its column's, for bare numbers. Nothing is converted."""
    plain = normalise(text).strip()
    if kind == "boolean":
        return Word(span=NOWHERE, word="是" if plain in {"是", "TRUE"} else "否")
    currency = _CURRENCY.fullmatch(plain)
    if currency:
        plain = currency["sign"] + currency["rest"] + ("" if unit else "元")
    compared = _operator_in(plain)
    if compared is not None:
        return compared
    literal = read_literal(plain)
    if literal.problem or literal.kind in {"none", "month_end"}:
        return _read_words(plain, literal)
    return _value_of(plain, literal, "" if is_blank(unit) else normalise(unit).strip())


def same_unit(one: str, other: str) -> bool:
    """Whether two names stand for one unit: ``%`` and ``百分比``, but not 元 and 万元."""
    if "".join(one.split()) == "".join(other.split()):
        return True
    first, second = find_unit(one), find_unit(other)
    if first is None or second is None:
        return False
    return (first.factor, first.dimension, first.flavour) == (second.factor, second.dimension, second.flavour)


def _value_of(plain: str, literal: LiteralReading, unit: str) -> Number | DateLiteral | Trouble:
    if literal.bound:
        return Trouble("operator", _bound_word(plain), _BOUND_WORDS.sub("", plain))
    if literal.kind == "date":
        return DateLiteral(span=NOWHERE, year=literal.year, month=literal.month, day=literal.day, text=plain)
    return _joined(plain, literal, unit)


def _joined(plain: str, literal: LiteralReading, unit: str) -> Number | Trouble:
    """Join a number to the unit of its column."""
    if literal.value is None:
        return Trouble("unreadable")
    if unit[:1].isdecimal():
        return Trouble("shifted", unit, f'"{plain},{unit}"')
    if not literal.unit:
        return Number(span=NOWHERE, value=literal.value, unit=unit, text=plain + unit)
    if unit and not same_unit(literal.unit, unit):
        return Trouble("unit", literal.unit, plain[: literal.unit_at].strip() + unit)
    return Number(span=NOWHERE, value=literal.value, unit=literal.unit, text=plain)


def _operator_in(plain: str) -> Trouble | None:
    """Tell that a value has a comparison before it; ``高于上年`` has none, as no value follows."""
    operator, length = leading_operator(plain)
    rest = plain[length:].strip()
    if not operator or read_literal(rest).kind == "none":
        return None
    return Trouble("operator", plain[:length].strip(), _BOUND_WORDS.sub("", rest))


def _bound_word(plain: str) -> str:
    found = _BOUND_WORDS.search(plain)
    return found[0] if found else ""


def _read_words(plain: str, literal: LiteralReading) -> Word | Trouble:
    """Read what is no number and no date: a level with a share, a word, or something unreadable."""
    level = _LEVEL.fullmatch(plain)
    share = read_literal(level["share"]) if level else None
    if level and share and share.value is not None and not _MADE.match(plain):
        number = Number(span=NOWHERE, value=share.value, unit=share.unit, text=level["share"])
        return Word(span=NOWHERE, word=level["word"].strip(), share=number)
    return _trouble(plain, literal) or Word(span=NOWHERE, word=plain)


def _trouble(plain: str, literal: LiteralReading) -> Trouble | None:
    """Say what is wrong with a text that was meant as a value; None for words."""
    if literal.problem == "inexact":
        found = _INEXACT.search(plain)
        return Trouble("inexact", found[0] if found else "", _INEXACT.sub("", plain).strip() if found else "")
    reason = "year_missing" if literal.kind == "month_end" else _REASONS.get(literal.problem)
    if reason or _holds_several(plain):
        return Trouble(reason or "several")
    made = _MADE.match(plain)
    if made:
        return Trouble("unreadable", made[0].strip(), plain[made.end() :])
    starts_as_number = plain[:1].isdecimal() or (plain[:1] in "+-." and plain[1:2].isdecimal())
    return Trouble("unreadable") if starts_as_number else None


def _holds_several(plain: str) -> bool:
    parts = [part for part in _BETWEEN_VALUES.split(plain) if part.strip()]
    return 1 < len(parts) <= 20 and all(read_literal(part).kind != "none" for part in parts)  # noqa: PLR2004
