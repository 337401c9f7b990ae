"""Finds what each method is used for: by rubrics, and by indicators that name it themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from perfdsl.plan.plan_method import expressions_of
from perfdsl.proof.inline import walk
from perfdsl.proof.use import Use, suits
from perfdsl.scheme.check_method import MOST_TRIED, TRIED
from perfdsl.scheme.known_units import DATE, MONTH_OF_YEAR, RATIO, is_deadline
from perfdsl.scheme.scheme import AimOp, MethodCall, MethodScheme, ProjectScheme, RubricScheme
from perfdsl.syntax import ast
from perfdsl.units import Unit, find_unit

NUMBERS: tuple[AimOp, ...] = (">=", "<=", "=", "in")
"""Operators that are tried where nobody says one; ``>`` and ``<`` differ from the first two in one actual."""
_DEADLINES = (DATE, MONTH_OF_YEAR)


def uses_in_rubrics(rubrics: Iterable[RubricScheme]) -> dict[int, list[Use]]:
    """List what the rubrics use each method for, by the id of its node; each use once."""
    found: dict[int, dict[tuple[object, ...], Use]] = {}
    for rubric in rubrics:
        for selector, call in rubric.scoring:
            if call.method.levels:
                continue
            own = found.setdefault(id(call.method.node), {})
            for use in _of_selector(selector, call):
                own.setdefault((use.op, use.unit, use.execution, use.said, given_of(call)), use)
    return {node: list(uses.values()) for node, uses in found.items()}


def uses_in_sheets(projects: Iterable[ProjectScheme]) -> dict[int, list[Use]]:
    """List the lines that name a method of cases themselves, each with its own target and weight."""
    found: dict[int, list[Use]] = {}
    for project in projects:
        weights = project.scoring.weights if project.scoring else [None] * len(project.indicators)
        for each, weight in zip(project.indicators, weights, strict=True):
            call, aim = each.own_method, each.aim
            if call is None or aim is None or not call.method.cases or not weight:
                continue
            known = {} if project.budget is None else {"budget": project.budget.value}
            if each.baseline is not None:
                known["baseline"] = each.baseline.value
            unit = None if each.baseline is None else each.baseline.unit
            use = Use(call, aim.op, aim.unit, False, aim, Fraction(weight), known, baseline=unit)
            if suits(use):
                found.setdefault(id(call.method.node), []).append(use)
    return found


def default_call(method: MethodScheme) -> MethodCall | None:
    """Give a method with its defaults; None where a parameter has none."""
    given = [(parameter.name, parameter.default) for parameter in method.node.parameters]
    if any(value is None for _, value in given):
        return None
    place = method.source.place(method.node.name_span)
    return MethodCall(method, tuple((name, value) for name, value in given if value is not None), place)


def open_uses(call: MethodCall, ops: Sequence[AimOp] = NUMBERS) -> list[Use]:
    """List the uses that a call suits, where nobody says what it is for."""
    found = [use for op in ops for use in _in_some_unit(call, op, said=False)]
    if found or tuple(ops) != NUMBERS:
        return found
    timed = [Use(call, "<=", unit, said=False) for unit in _DEADLINES]
    others = [*timed, Use(call, "is", said=False), Use(call, "=", RATIO, execution=True, said=False)]
    return [use for use in others if suits(use)]


def given_of(call: MethodCall) -> tuple[object, ...]:
    """What a call gives for parameters, wherever it is written."""
    parts = (part for _, value in call.arguments for part in walk(value))
    return tuple(
        part.model_dump_json(exclude={"span"}) for part in parts if isinstance(part, ast.Number | ast.Name)
    )


def _of_selector(selector: str, call: MethodCall) -> Iterator[Use]:
    match selector:
        case ">=" | ">" | "<=" | "<" | "=":
            yield from _in_some_unit(call, selector)
        case "range":
            yield from _in_some_unit(call, "in")
        case "deadline":
            timed = (Use(call, op, unit) for op in ("<=", "<") for unit in _DEADLINES)
            yield from (use for use in timed if suits(use))
        case "state":
            yield Use(call, "is")
        case "execution":
            yield Use(call, "=", RATIO, execution=True)
        case "qualitative":
            return
        case _:
            yield from open_uses(call)


def _in_some_unit(call: MethodCall, op: AimOp, *, said: bool = True) -> list[Use]:
    """Use in any unit where that will do, else in each unit that the method suits, one of a kind."""
    anywhere = Use(call, op, said=said)
    if suits(anywhere):
        return [anywhere]
    found: dict[object, Use] = {}
    for unit in _units(call):
        if not is_deadline(unit) and suits(use := Use(call, op, unit, said=said)):
            found.setdefault(unit.dimension, use)
    return list(found.values())


def _units(call: MethodCall) -> list[Unit]:
    numbers = (part for part in walk(*expressions_of(call)) if isinstance(part, ast.Number))
    named = (find_unit(number.unit, call.method.units) for number in numbers)
    return list(dict.fromkeys([*TRIED, *(unit for unit in named if unit is not None)]))[:MOST_TRIED]
