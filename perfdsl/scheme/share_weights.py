"""How many points each indicator is worth: what the sheet declares, and its share of what the rubric gives its group."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_weights as messages
from perfdsl.scheme.names import EVERYTHING, EXECUTION, group_key
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme, RubricScheme, WeightSet

WHOLE = Fraction(100)


def share_weights(
    project: ProjectScheme, rubric: RubricScheme, diagnostics: Diagnostics
) -> tuple[tuple[Fraction, ...], Fraction]:
    """Give the points of each indicator, in order, and those of the execution rate; exact, never rounded."""
    groups = [group_key(each.group[0]) if each.group else "" for each in project.indicators]
    chosen = choose_weights(rubric, set(groups))
    if chosen is None:
        diagnostics.add(messages.no_weight_set(project.place, rubric.name))
        return (Fraction(0),) * len(groups), Fraction(0)
    points = dict(chosen.points)
    execution = points.pop(EXECUTION, Fraction(0))
    if groups and all(each.weight is not None for each in project.indicators):
        weights = tuple(each.weight or Fraction(0) for each in project.indicators)
        _check_declared(project, rubric, points, groups, weights, execution, diagnostics)
        return weights, execution
    points = _pass_on(project, rubric, points, groups, diagnostics)
    return _share(project, rubric, points, groups, diagnostics), execution


def choose_weights(rubric: RubricScheme, groups: set[str]) -> WeightSet | None:
    """Choose the first set of weights whose condition the sheet's groups fulfil."""
    for each in rubric.weight_sets:
        if not each.condition_group or (each.condition_group in groups) == each.has:
            return each
    return None


def _check_declared(
    project: ProjectScheme,
    rubric: RubricScheme,
    points: dict[str, Fraction],
    groups: list[str],
    weights: tuple[Fraction, ...],
    execution: Fraction,
    diagnostics: Diagnostics,
) -> None:
    """A sheet that declares every weight has its way, if all of it makes 100."""
    total = sum(weights, execution)
    if total != WHOLE:
        diagnostics.add(messages.declared_not_whole(project.place, project.name, total, execution))
    elif EVERYTHING not in points:
        for group, given in points.items():
            declared = sum((w for w, g in zip(weights, groups, strict=True) if g == group), Fraction(0))
            if group in groups and declared != given:
                diagnostics.add(messages.group_differs(project.place, rubric.name, group, declared, given))


def _pass_on(
    project: ProjectScheme,
    rubric: RubricScheme,
    points: dict[str, Fraction],
    groups: list[str],
    diagnostics: Diagnostics,
) -> dict[str, Fraction]:
    """Give the points of groups that the sheet does not have to those that the rubric names."""
    there = {group: given for group, given in points.items() if group in groups or group == EVERYTHING}
    for group, given in points.items():
        if group in there or not given:
            continue
        heir = _heir_of(group, rubric, there)
        if heir is None and rubric.heirs.get(group) != "":
            diagnostics.add(messages.group_absent(project.place, project.name, rubric.name, group, given))
        elif heir:
            there[heir] += given
        else:
            whole = sum((points[each] for each in there), Fraction(0))
            for each in there:
                there[each] += given * points[each] / whole if whole else 0
    return there


def _heir_of(group: str, rubric: RubricScheme, there: dict[str, Fraction]) -> str | None:
    seen = {group}
    heir = rubric.heirs.get(group)
    while heir and heir not in there and heir not in seen:
        seen.add(heir)
        heir = rubric.heirs.get(heir)
    return heir if heir in there else None


def _share(
    project: ProjectScheme,
    rubric: RubricScheme,
    points: dict[str, Fraction],
    groups: list[str],
    diagnostics: Diagnostics,
) -> tuple[Fraction, ...]:
    members: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        members.setdefault(group if group in points else EVERYTHING, []).append(at)
    weights = [each.weight or Fraction(0) for each in project.indicators]
    for group, places in members.items():
        if group not in points:
            for at in places:
                each = project.indicators[at]
                diagnostics.add(messages.group_without_points(each.place, rubric.name, each.group))
            continue
        _share_group(project.indicators, places, points[group], weights, diagnostics, group)
    return tuple(weights)


def _share_group(
    indicators: tuple[IndicatorScheme, ...],
    places: list[int],
    points: Fraction,
    weights: list[Fraction],
    diagnostics: Diagnostics,
    group: str,
) -> None:
    """Indicators without a weight share what the declared ones of their group leave, equally."""
    open_ones = [at for at in places if indicators[at].weight is None]
    declared = sum((weights[at] for at in places), Fraction(0))
    rest = points - declared
    if (not open_ones and rest) or rest < 0 or (open_ones and not rest and points):
        place = indicators[places[0]].place
        diagnostics.add(messages.group_sum(place, group, declared, points, len(open_ones)))
        return
    for at in open_ones:
        weights[at] = rest / len(open_ones)
