"""Puts a changed actual among the facts of a project, and writes it as a sheet would."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.exact import show, show_trimmed
from perfdsl.goal_seek.lever import Lever
from perfdsl.plan.grain import FINEST
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.known_units import DATE
from perfdsl.units import Unit

_NO_FACT = BoundFact(None, "", None)


def put(facts: ProjectActuals, lever: Lever, actual: Fraction, project: ProjectPlan) -> ProjectActuals:
    """Give the facts with one of them changed; its reason, its evidence and what people gave it stay."""
    if lever.kind == "finished":
        return facts._replace(finished=bool(actual))
    text = write_actual(lever, actual, project)
    if lever.kind == "spent":
        return facts._replace(spent=(facts.spent or _NO_FACT)._replace(value=actual * lever.size, text=text))
    lines = list(facts.indicators)
    level = level_of(lever.plan, actual) if lever.kind == "level" else None
    lines[lever.at] = (lines[lever.at] or _NO_FACT)._replace(value=actual, text=text, level=level)
    return facts._replace(indicators=tuple(lines))


def level_of(plan: IndicatorPlan, share: Fraction) -> int | None:
    """Index of the level whose band holds a share."""
    for at, level in enumerate(plan.method.levels):
        if level.low <= share and (share < level.high if level.high_open else share <= level.high):
            return at
    return None


def write_actual(lever: Lever, actual: Fraction, project: ProjectPlan) -> str:
    """Write an actual as a sheet would: 11次, 4.5万元, 2022-11-30, 达成 92%, 健全."""
    aim = lever.plan.aim
    if lever.kind == "level":
        level = level_of(lever.plan, actual)
        name = "" if level is None else lever.plan.method.levels[level].name
        return f"{name} {show_trimmed(actual * 100, FINEST)}%".strip()
    if lever.kind == "finished" or aim.op == "is":
        yes = aim.word or "是"
        return yes if actual else "否"
    if aim.unit.dimension == DATE.dimension:
        return date.fromordinal(int(actual)).isoformat()
    unit = unit_of(lever, project)
    return show(actual * lever.size / unit.factor) + unit.name


def unit_of(lever: Lever, project: ProjectPlan) -> Unit:
    """The unit in which a lever's actual is written: that of the target, or of the budget."""
    if lever.kind == "spent" and project.budget is not None:
        return project.budget.unit
    return lever.plan.aim.unit
