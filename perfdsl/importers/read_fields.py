"""Turns the printed text of one cell into a field: words, an amount, or a target."""

from __future__ import annotations

import re
from decimal import Decimal

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.documents.document import Spot
from perfdsl.importers.draft import Field, as_it_stands
from perfdsl.importers.messages_figures import unknown_unit, written_twice_note
from perfdsl.importers.tidy_text import tidy
from perfdsl.importers.tidy_unit import once_written, unknown_in_brackets
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.read_target import read_target

NOTHING = Text("空白", "nothing is printed")
_IN_WORDS = re.compile(r"\s*(定性|是)(?:\s*[:：]\s*|\s+)(?=\S)")
_STROKES = frozenset({"-", "--", "/", "\\", "——"})
_WITH_UNIT = re.compile(r"(?P<amount>-?[0-9][0-9,.]*)(?P<unit>亿元|百万元|万元|千元|元)")
_NUMERAL = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\.[0-9]{1,6})?")


def text_field(raw: str, spots: tuple[Spot, ...]) -> Field:
    """Read words; a blank cell is ``missing``."""
    said = tidy(raw)
    return Field(raw, said, spots) if said else Field(raw, None, spots, "missing", (NOTHING,))


def amount_field(raw: str, spots: tuple[Spot, ...]) -> Field:
    """Read a bare numeral (``5.00`` · ``1,234.50``): an amount in the form's own unit, or points.

    A blank cell is ``missing``, which is not zero; anything but a numeral is to be checked.
    """
    said = "".join(normalise(raw).split("\n")).strip()
    if not said:
        return Field(raw, None, spots, "missing", (NOTHING,))
    if _NUMERAL.fullmatch(said) is None:
        return Field(raw, None, spots, "check", (Text(f"“{said}”不是一个数", f"{said!r} is no number"),))
    return Field(raw, Decimal(said.replace(",", "")), spots)


def points_field(raw: str, spots: tuple[Spot, ...]) -> Field:
    """Read points, with or without 分 behind them; ``/`` and ``-`` stand for nothing."""
    said = "".join(normalise(raw).split())
    if said in _STROKES:
        return Field(raw, None, spots, "missing", (NOTHING,))
    field = amount_field(said.removesuffix("分"), spots)
    return field._replace(raw=raw)


def money_field(raw: str, spots: tuple[Spot, ...], unit: str = "") -> Field:
    """Read an amount of money in the form's ``unit``; one that prints another unit is to be checked."""
    said = "".join(normalise(raw).split())
    if said in _STROKES:
        return Field(raw, None, spots, "missing", (NOTHING,))
    own = _WITH_UNIT.fullmatch(said)
    if own is None:
        return amount_field(raw, spots)
    field = amount_field(own["amount"], spots)._replace(raw=raw)
    if own["unit"] == unit:
        return field
    told = Text(f"金额自带单位“{own['unit']}”", f"the amount has a unit of its own, {own['unit']}")
    return (
        field.noted(told)
        if not unit
        else field._replace(value=None, alternatives=as_it_stands(said)).doubted(told)
    )


def unit_of_amount(raw: str) -> str:
    """Give the unit that an amount prints (86.40万元); empty where it prints none."""
    own = _WITH_UNIT.fullmatch("".join(normalise(raw).split()))
    return own["unit"] if own else ""


def target_field(
    raw: str, spots: tuple[Spot, ...], *, operator: str = "", unit: str = "", year: int | None = None
) -> Field:
    """Read a target with the columns of operators and units; refused ones carry the reasons."""
    kind = _IN_WORDS.match(raw)
    in_words = kind is not None and kind[0].strip() != kind[1]
    said = f"{kind[1]}{'：' if in_words else ' '}{tidy(raw[kind.end() :])}" if kind else tidy(raw)
    if not said:
        return Field(raw, None, spots, "missing", (NOTHING,))
    bare, column, twice = (said, tidy(unit), None) if in_words else once_written(said, tidy(unit))
    reading = read_target(bare, operator=tidy(operator), unit=column, year=year)
    noted = (written_twice_note(twice),) if twice is not None else ()
    if reading.target is not None and not reading.diagnostics:
        return Field(raw, reading.target, spots, notes=noted)
    reasons = tuple(complaint.message for complaint in reading.diagnostics)
    remedies = tuple(hint for complaint in reading.diagnostics for hint in complaint.hints)
    if reading.target is not None and not any(map(_is_error, reading.diagnostics)):
        return Field(raw, reading.target, spots, notes=(*noted, *reasons))
    unknown = unknown_in_brackets(bare, column)
    if unknown:
        return Field(raw, None, spots, "check", (unknown_unit(unknown),))
    return Field(raw, None, spots, "check", reasons, alternatives=remedies)


def _is_error(complaint: Diagnostic) -> bool:
    return complaint.severity == "error"
