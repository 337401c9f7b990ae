"""What a project says of its money for the fields of a template, in every unit that people may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from perfdsl.exact import show
from perfdsl.forms.contents import Contents
from perfdsl.forms.fields import IN_UNIT
from perfdsl.forms.form import BLANK, Shown
from perfdsl.forms.gather_contents import Scored
from perfdsl.forms.show_value import show_decimal
from perfdsl.syntax import ast
from perfdsl.units import Unit, find_unit


def amounts_of(contents: Contents, scored: Scored) -> dict[str, Shown]:
    """Give every amount in the project's unit, in 元 and 万元, and with its unit written behind it."""
    unit = find_unit(contents.money_unit, scored.scheme.units)
    found: dict[str, Shown] = {}
    for name, amount, own in _money(contents, scored):
        found[name] = _beside(amount, own or contents.money_unit)
        found |= {
            f"{name}.{wanted}": _in_unit(amount, own or contents.money_unit, unit, wanted)
            for wanted in IN_UNIT
        }
    return found


def _money(contents: Contents, scored: Scored) -> Iterator[tuple[str, Shown, str]]:
    """Give names, amounts as written, and the unit of those that have another than the project's."""
    for part in scored.scheme.node.parts:
        if isinstance(part, ast.Budget):
            yield "预算.合计", *_as_written(part.total, contents)
            for each in part.parts:
                yield f"预算.{each.name}", *_as_written(each.amount, contents)
    for point in contents.plan:
        yield f"支出计划.{point.month}月底", point.amount, contents.plan_unit
    if contents.has_facts:
        yield "执行数", contents.spent, ""


def _as_written(number: ast.Number, contents: Contents) -> tuple[Shown, str]:
    """Give an amount in the project's unit where it is in that, or bare; else with a unit of its own."""
    own = find_unit(number.unit) if number.unit else None
    wanted = find_unit(contents.money_unit)
    if own is None or wanted is None or own.factor == wanted.factor:
        return show_decimal(number.value), ""
    return show_decimal(Decimal(show(Fraction(number.value) * own.factor / wanted.factor))), ""


def _in_unit(amount: Shown, own: str, unit: Unit | None, wanted: str) -> Shown:
    if wanted == "带单位" or amount.number is None:
        return Shown(f"{amount.text}{own}") if amount.text and not amount.text.endswith(own) else amount
    other = find_unit(wanted)
    if unit is None or other is None or own == "%":
        return BLANK
    if unit.factor == other.factor:
        return _beside(amount, wanted)
    return _beside(show_decimal(Decimal(show(Fraction(amount.number) * unit.factor / other.factor))), wanted)


def _beside(amount: Shown, unit: str) -> Shown:
    """Say of an amount what unit it is in, where it is not printed with it."""
    return amount if amount.number is None or amount.text.endswith(unit) else amount._replace(unit=unit)
