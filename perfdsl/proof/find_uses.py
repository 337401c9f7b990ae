"""Finds what each method is used for: by rubrics, and by the lines of sheets, of their own accord or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from perfdsl.proof.list_uses import IN_TIME, all_uses, given_of, timed_uses, uses_in_some_unit
from perfdsl.proof.use import Use, suits
from perfdsl.scheme.known_units import RATIO, is_deadline
from perfdsl.scheme.rubric_scheme import MethodCall, RubricScheme
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme


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


def _of_rubric(rubric: RubricScheme) -> Iterator[Use]:
    """Give all that each selector may come to: ``其余`` what no kind takes, a group or a name anything."""
    taken = frozenset(selector for selector, _ in rubric.scoring)
    for selector, call in rubric.scoring:
        if not call.method.levels:
            yield from _of_selector(selector, call, taken)


def _of_selector(selector: str, call: MethodCall, taken: frozenset[str]) -> Iterator[Use]:
    match selector:
        case ">=" | ">" | "<=" | "<" | "=":
            yield from uses_in_some_unit(call, selector)
            if selector in IN_TIME and "deadline" not in taken:
                yield from timed_uses(call, [selector])
        case "range":
            yield from uses_in_some_unit(call, "in")
        case "deadline":
            yield from timed_uses(call, IN_TIME)
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
