"""Finds what each method is used for: by rubrics, and by the lines of sheets, of their own accord or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from perfdsl.plan.plan_method import expressions_of
from perfdsl.proof.inline import walk
from perfdsl.proof.use import Use, suits
from perfdsl.scheme.check_method import MOST_TRIED, TRIED
from perfdsl.scheme.known_units import DATE, MONTH_OF_YEAR, RATIO, is_deadline
from perfdsl.scheme.scheme import AimOp, IndicatorScheme, MethodCall, MethodScheme, ProjectScheme, RubricScheme
from perfdsl.syntax import ast
from perfdsl.units import Unit, find_unit

NUMBERS: tuple[AimOp, ...] = (">=", ">", "<=", "<", "=", "in")
"""Operators of targets that are numbers."""
_DEADLINES = (DATE, MONTH_OF_YEAR)
_IN_TIME: tuple[AimOp, ...] = ("<=", "<")


def uses_in_rubrics(
    rubrics: Iterable[RubricScheme], projects: Iterable[ProjectScheme] = ()
) -> dict[int, list[Use]]:
    """List what rubrics, and the lines scored under them, use each method for, by the id of its node."""
    found: dict[int, dict[tuple[object, ...], Use]] = {}
    uses = [use for rubric in rubrics for use in _of_rubric(rubric)]
    for use in (*uses, *(use for project in projects for use in _of_lines(project))):
        unit = use.unit and use.unit.dimension
        own = found.setdefault(id(use.call.method.node), {})
        own.setdefault((use.op, unit, use.execution, given_of(use.call)), use)
    return {node: list(own.values()) for node, own in found.items()}


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


def open_uses(call: MethodCall, ops: Iterable[AimOp] = NUMBERS) -> list[Use]:
    """List the uses that a call suits for targets that are numbers, with these operators."""
    return [use for op in ops for use in _in_some_unit(call, op)]


def all_uses(call: MethodCall, but: frozenset[str] = frozenset()) -> list[Use]:
    """List the uses that a call suits, of any kind; ``but``: kinds and operators that have another method."""
    numbers = open_uses(call, [op for op in NUMBERS if ("range" if op == "in" else op) not in but])
    timed = [op for op in _IN_TIME if op not in but] if "deadline" not in but else []
    others = [Use(call, op, unit) for op in timed for unit in _DEADLINES]
    others += [Use(call, "is")] if "state" not in but else []
    return [*numbers, *(use for use in others if suits(use))]


def unsaid_uses(call: MethodCall) -> list[Use]:
    """List the uses that a call suits, where nobody says what it is for: the execution rate if nothing else."""
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


def _of_rubric(rubric: RubricScheme) -> Iterator[Use]:
    """Give all that each selector of a rubric may come to: ``其余`` what no other kind takes, a group anything."""
    taken = frozenset(selector for selector, _ in rubric.scoring)
    for selector, call in rubric.scoring:
        if not call.method.levels:
            yield from _of_selector(selector, call, taken)


def _of_selector(selector: str, call: MethodCall, taken: frozenset[str]) -> Iterator[Use]:
    match selector:
        case ">=" | ">" | "<=" | "<" | "=":
            yield from _in_some_unit(call, selector)
            if selector in _IN_TIME and "deadline" not in taken:
                timed = (Use(call, selector, unit) for unit in _DEADLINES)
                yield from (use for use in timed if suits(use))
        case "range":
            yield from _in_some_unit(call, "in")
        case "deadline":
            timed = (Use(call, op, unit) for op in _IN_TIME for unit in _DEADLINES)
            yield from (use for use in timed if suits(use))
        case "state":
            yield Use(call, "is")
        case "execution":
            yield Use(call, "=", RATIO, execution=True)
        case "qualitative":
            return
        case "other":
            yield from all_uses(call, taken)
        case _:
            yield from all_uses(call)


def _of_lines(project: ProjectScheme) -> Iterator[Use]:
    """Give the uses of lines that a rubric chose the method of, in any unit where that will do."""
    methods = project.scoring.methods if project.scoring else ()
    for each, call in zip(project.indicators, methods, strict=False):
        if call is not None and each.own_method is None and not call.method.levels:
            yield from _of_line(each, call)


def _of_line(each: IndicatorScheme, call: MethodCall) -> Iterator[Use]:
    aim = each.aim
    if aim is None or aim.op == "qualitative":
        return
    anywhere = Use(call, aim.op)
    plain = aim.op == "is" or (not is_deadline(aim.unit) and suits(anywhere))
    use = anywhere if plain else anywhere._replace(unit=aim.unit)
    if suits(use):
        yield use


def _in_some_unit(call: MethodCall, op: AimOp) -> list[Use]:
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
