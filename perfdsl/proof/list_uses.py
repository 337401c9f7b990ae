"""Lists the uses that a method suits, whatever it is used for."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.plan.plan_method import expressions_of
from perfdsl.proof.inline import walk
from perfdsl.proof.use import Use, suits
from perfdsl.scheme.check_method import MOST_TRIED, TRIED
from perfdsl.scheme.known_units import DATE, MONTH_OF_YEAR, RATIO, is_deadline
from perfdsl.scheme.rubric_scheme import MethodCall, MethodScheme
from perfdsl.scheme.scheme import AimOp
from perfdsl.syntax import ast
from perfdsl.units import Unit, find_unit

NUMBERS: tuple[AimOp, ...] = (">=", ">", "<=", "<", "=", "in")
"""Operators of targets that are numbers."""
_DEADLINES = (DATE, MONTH_OF_YEAR)
IN_TIME: tuple[AimOp, ...] = ("<=", "<")


def default_call(method: MethodScheme) -> MethodCall | None:
    """Give a method with its defaults; None where a parameter has none."""
    given = [(parameter.name, parameter.default) for parameter in method.node.parameters]
    if any(value is None for _, value in given):
        return None
    place = method.source.place(method.node.name_span)
    return MethodCall(method, tuple((name, value) for name, value in given if value is not None), place)


def open_uses(call: MethodCall, ops: Iterable[AimOp] = NUMBERS) -> list[Use]:
    """List the uses that a call suits for targets that are numbers, with these operators."""
    return [use for op in ops for use in uses_in_some_unit(call, op)]


def all_uses(call: MethodCall, but: frozenset[str] = frozenset()) -> list[Use]:
    """List the uses that a call suits, of any kind; ``but``: kinds and operators that others take."""
    numbers = open_uses(call, [op for op in NUMBERS if ("range" if op == "in" else op) not in but])
    timed = timed_uses(call, [op for op in IN_TIME if op not in but]) if "deadline" not in but else []
    states = [Use(call, "is")] if "state" not in but else []
    return [*numbers, *timed, *(use for use in states if suits(use))]


def timed_uses(call: MethodCall, ops: Iterable[AimOp]) -> list[Use]:
    """List the uses that a call suits for deadlines, in days and in months, with these operators."""
    uses = (Use(call, op, unit) for op in ops for unit in _DEADLINES)
    return [use for use in uses if suits(use)]


def unsaid_uses(call: MethodCall) -> list[Use]:
    """List the uses that a call suits, where nobody says any: the execution rate if nothing else."""
    found = all_uses(call)
    if not found:
        found = [use for use in (Use(call, "=", RATIO, execution=True),) if suits(use)]
    return [use._replace(said=False, used=False) for use in found]


def given_of(call: MethodCall) -> tuple[object, ...]:
    """What a call gives for parameters, wherever it is written."""
    parts = (part for _, value in call.arguments for part in walk(value))
    return tuple(
        part.model_dump_json(exclude={"span"}) for part in parts if isinstance(part, ast.Number | ast.Name)
    )


def uses_in_some_unit(call: MethodCall, op: AimOp) -> list[Use]:
    """Use in any unit where that will do, else in each unit that the method suits, one of a kind."""
    anywhere = Use(call, op)
    if suits(anywhere):
        return [anywhere]
    found: dict[object, Use] = {}
    for unit in _units(call):
        if not is_deadline(unit) and suits(use := Use(call, op, unit)):
            found.setdefault(unit.dimension, use)
    return list(found.values())


def _units(call: MethodCall) -> list[Unit]:
    numbers = (part for part in walk(*expressions_of(call)) if isinstance(part, ast.Number))
    named = (find_unit(number.unit, call.method.units) for number in numbers)
    return list(dict.fromkeys([*TRIED, *(unit for unit in named if unit is not None)]))[:MOST_TRIED]
