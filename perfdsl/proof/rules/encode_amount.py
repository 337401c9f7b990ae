"""Amounts in a rule as quotients of sums, case by case; what is not linear becomes a variable of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, assert_never

from perfdsl.proof.rules.eliminate import TooLargeError
from perfdsl.proof.rules.formula import NOT_LINEAR, Formula, compared, known, number, variable
from perfdsl.proof.rules.quotient import Choice, comparison, joined
from perfdsl.scheme.names import group_key, key, term
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.write_expression import ExpressionWriter
from perfdsl.units import Unit, find_unit

MOST_CHOICES = 64
"""Cases of one amount: each min, max and count doubles them."""

ALWAYS_KNOWN = frozenset({"points", "upward", "downward", "unreported"})
"""Words that every line has a value for."""


class Naming(NamedTuple):
    """How names are read: units of numbers; what stands in for a word (a second state has its own).

    ``counts``: gives what must hold for a condition inside an amount to be so, or not. ``splits_rate``:
    预算执行率 is read as 执行数 / 预算.
    """

    units: Mapping[str, Unit]
    renamed: Mapping[str, str]
    counts: Callable[[ast.Expr, bool], Formula]
    splits_rate: bool = False


def name_of(name: str, renamed: Mapping[str, str]) -> str:
    """Give the variable that a name in an expression stands for."""
    found = term(name)
    found = "points" if found == "full" else found
    return renamed.get(found, found)


def named_line(function: str, name: str, renamed: Mapping[str, str]) -> str:
    """Give the variable of what is asked of a line or group by name; groups of level 1 have several names."""
    group = group_key(name)
    found = f"{function}\t{group if group in tables()['groups'] or group == 'execution' else key(name)}"
    return renamed.get(found, found)


def choices_of(expression: ast.Expr, naming: Naming) -> list[Choice]:
    """Give what an amount may be; it is undefined where no guard holds. Raises TooLargeError."""
    match expression:
        case ast.Number():
            unit = find_unit(expression.unit, naming.units)
            found = [Choice((), number(Fraction(expression.value) * (unit.factor if unit else 1)))]
        case ast.Name():
            found = [_word(expression, naming)]
        case ast.Unary(operand=operand):
            found = [each._replace(top=each.top.times(Fraction(-1))) for each in choices_of(operand, naming)]
        case ast.Binary(left=left, op=op, right=right):
            found = [made for one, other in _pairs(left, right, naming) for made in joined(one, op, other)]
        case ast.Call():
            found = list(_call(expression, naming))
        case ast.Per():
            found = list(_per(expression, naming))
        case _:
            assert_never(expression)
    if len(found) > MOST_CHOICES:
        raise TooLargeError
    return [each if each.is_linear else _opaque(expression, each.guard, naming) for each in found]


def _word(name: ast.Name, naming: Naming) -> Choice:
    found = name_of(name.name, naming.renamed)
    if naming.splits_rate and term(name.name) == "execution":
        spent, budget = (naming.renamed.get(each, each) for each in ("spent", "budget"))
        guard = (known(spent), known(budget), compared(number(0), "<", variable(budget)))
        return Choice(guard, variable(spent), variable(budget))
    return Choice(() if found in ALWAYS_KNOWN else (known(found),), variable(found))


def _pairs(left: ast.Expr, right: ast.Expr, naming: Naming) -> list[tuple[Choice, Choice]]:
    ones, others = choices_of(left, naming), choices_of(right, naming)
    if len(ones) * len(others) > MOST_CHOICES:
        raise TooLargeError
    return [(one, other) for one in ones for other in others]


def _opaque(expression: ast.Expr, guard: Sequence[Formula], naming: Naming) -> Choice:
    """Let a variable stand for an amount that is not linear: what is proved for any is proved for it."""
    text = ExpressionWriter("zh").write(expression)
    state = "'" if naming.renamed else ""
    return Choice(tuple(guard), variable(f"{NOT_LINEAR}{text}{state}"))


def _call(call: ast.Call, naming: Naming) -> Iterator[Choice]:
    first = call.arguments[0]
    match call.function:
        case "score" | "points" | "ratio" if isinstance(first, ast.Name):
            name = named_line(call.function, first.name, naming.renamed)
            yield Choice((known(name),), variable(name))
        case "count":
            yield from _count(call, naming)
        case "abs":
            for each in choices_of(first, naming):
                back = each._replace(top=each.top.times(Fraction(-1)))
                yield each._replace(guard=(*each.guard, compared(each.top, ">=", number(0))))
                yield back._replace(guard=(*each.guard, compared(each.top, "<", number(0))))
        case "min" | "max":
            yield from _extreme(call, naming)
        case _:
            for each in choices_of(first, naming):
                yield _rounded(call, each, (call.function, _places(call)), naming)


def _count(call: ast.Call, naming: Naming) -> Iterator[Choice]:
    """How many conditions hold: each way that they may."""
    if 2 ** len(call.arguments) > MOST_CHOICES:
        raise TooLargeError
    for chosen in range(2 ** len(call.arguments)):
        bits = [bool(chosen >> at & 1) for at in range(len(call.arguments))]
        guard = tuple(naming.counts(each, bit) for each, bit in zip(call.arguments, bits, strict=True))
        yield Choice(guard, number(sum(bits)))


def _extreme(call: ast.Call, naming: Naming) -> Iterator[Choice]:
    sign = "<=" if call.function == "min" else ">="
    found = choices_of(call.arguments[0], naming)
    for argument in call.arguments[1:]:
        others = choices_of(argument, naming)
        if len(found) * len(others) * 2 > MOST_CHOICES:
            raise TooLargeError
        pairs = [(one, other) for one in found for other in others]
        found = [
            chosen._replace(guard=(comparison(chosen, sign, left),))
            for one, other in pairs
            for chosen, left in ((one, other), (other, one))
        ]
    yield from found


def _per(per: ast.Per, naming: Naming) -> Iterator[Choice]:
    counted = ast.Binary(span=per.span, op="/", left=per.measured, right=per.step)
    for amount, count in _pairs(per.amount, counted, naming):
        whole = (
            count if per.part == "prorata" else _rounded(per, count, (per.part or "", Fraction(1)), naming)
        )
        yield from joined(amount, "*", whole)


def _places(call: ast.Call) -> Fraction:
    places = call.arguments[1] if len(call.arguments) > 1 else None
    return Fraction(1, 10 ** int(places.value)) if isinstance(places, ast.Number) else Fraction(1)


def _rounded(expression: ast.Expr, exact: Choice, rounding: tuple[str, Fraction], naming: Naming) -> Choice:
    """A whole number of steps near an amount: less than one below (floor) or above (ceil), half of one."""
    how, step = rounding
    if exact.top.fixed and exact.bottom.fixed and how in {"floor", "ceil"}:
        value = exact.top.constant / exact.bottom.constant
        return Choice(exact.guard, number(value // 1 if how == "floor" else -(-value // 1)))
    low, high = _NEAR.get(how, (Fraction(-1, 2), Fraction(1, 2)))
    if not exact.bottom.fixed:
        return _opaque(expression, exact.guard, naming)
    amount = exact.top.times(1 / exact.bottom.constant)
    found = _opaque(expression, exact.guard, naming)
    apart = found.top.minus(amount)
    near = (compared(apart, ">=", number(low * step)), compared(apart, "<=", number(high * step)))
    return found._replace(guard=(*found.guard, *near))


_NEAR = {"floor": (Fraction(-1), Fraction(0)), "ceil": (Fraction(0), Fraction(1))}
"""How far what is rounded lies from the amount, in steps."""
