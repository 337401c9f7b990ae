"""Holds a scored project to its rules, in a fixed order.

First what people took off (扣分); then the rules over each indicator, all judged on the lines as scored,
and their effects: left out, points off, limit. Then the lines are added; the rules over the project are
judged on these lines and this total, and their effects follow: limits of lines and groups, points off,
limit of the total, limit of the grade. No rule sees what another of its kind has done, so that their order
does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.diagnostic import Text
from perfdsl.engines.exact.apply_effects import (
    apply_to_line,
    changed,
    conflicts,
    grades_after,
    limited,
    on_total,
    worth_telling,
)
from perfdsl.engines.exact.fire_rules import Fired, fire_on_line, fire_on_project
from perfdsl.engines.exact.mark_idle import told_of
from perfdsl.engines.exact.round_points import round_interval
from perfdsl.engines.exact.total import WHOLE, possible_grades, total_of
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scorecard import Applied, Flag, IndicatorScore, Interval
from perfdsl.syntax import ast

ANYTHING = Interval(Fraction(0), WHOLE)
"""The total while it is open which lines count, or where none does."""


class Held(NamedTuple):
    """A project's lines, total and grades after its rules. ``before``: the total that the lines made."""

    lines: tuple[IndicatorScore, ...]
    total: Interval
    possible: tuple[str, ...]
    flags: tuple[Flag, ...]
    before: Interval
    applied: tuple[Applied, ...]


def hold_to_rules(
    project: ProjectPlan,
    facts: ProjectActuals,
    lines: Sequence[IndicatorScore],
    values: Mapping[str, Known],
) -> Held:
    """Apply the rules of a project to its scored lines; ``values``: all that was recorded, by term."""
    on_lines = [
        fire_on_line(project, at, lines, values, _actual(facts, at)) for at in range(len(project.indicators))
    ]
    held = [apply_to_line(line, fired, project.each) for line, fired in zip(lines, on_lines, strict=False)]
    after = (*held, *lines[len(held) :])
    before = _added(project, after, on_lines)
    fired = fire_on_project(project, after, before, values)
    total = total_after(project, after, before, fired)
    possible = grades_after(possible_grades(total, project.grades), project.grades, fired)
    flags = [*_flags_of_lines(after, on_lines), *_flags(fired, "")]

    graded = possible_grades(before, project.grades)

    def changes(alone: Fired) -> bool:
        return (
            total_after(project, after, before, [alone]) != before
            or grades_after(graded, project.grades, [alone]) != graded
        )

    applied = tuple(told_of(each, changes) for each in worth_telling(fired, after))
    return Held(after, total, possible, tuple(flags), before, applied)


def _actual(facts: ProjectActuals, at: int) -> Fraction | None:
    fact = facts.indicators[at]
    return None if fact is None or fact.level is not None else fact.value


def _added(project: ProjectPlan, lines: Sequence[IndicatorScore], fired: Sequence[list[Fired]]) -> Interval:
    """Add the lines; while it is open whether one is left out, the total may be anything."""
    everything = [each for some in fired for each in some]
    if any(isinstance(each.effect, ast.Exclude) and not each.certain for each in everything):
        return ANYTHING
    return total_of(lines, project.each, project.total)


def total_after(
    project: ProjectPlan, lines: Sequence[IndicatorScore], before: Interval, fired: Sequence[Fired]
) -> Interval:
    """Give the total after the effects on it; it is rounded once, at the end."""
    changing = [each for each in fired if isinstance(each.effect, ast.Cap | ast.Deduct)]
    if not changing:
        return before
    added = before if before == ANYTHING else _scaled(limited(lines, changing), lines)
    return round_interval(changed(added, on_total(changing)), project.total or project.each)


def _scaled(points: Interval, lines: Sequence[IndicatorScore]) -> Interval:
    """Make points of the lines that count a total, where others are left out."""
    counted = sum((line.weight for line in lines if not line.excluded), Fraction(0))
    if not counted or not any(line.excluded for line in lines):
        return points
    scale = WHOLE / counted
    return Interval(points.low * scale, points.high * scale, points.high_open)


def _flags_of_lines(lines: Sequence[IndicatorScore], fired: Sequence[list[Fired]]) -> Iterator[Flag]:
    for line, some in zip(lines, fired, strict=False):
        yield from _flags(some, line.name)


def _flags(fired: Sequence[Fired], line: str) -> Iterator[Flag]:
    """What rules say, for certain; what could not be computed; and what contradicts itself."""
    for each in fired:
        place = each.rule.source.place(each.effect.span)
        if isinstance(each.effect, ast.Told) and each.certain:
            code = "P0712" if each.effect.severity == "fault" else "P0711"
            yield Flag(code, line, Text(each.effect.text, each.effect.text), place, each.rule.name)
        elif isinstance(each.effect, ast.Cap | ast.Deduct) and each.amount is None:
            undefined = Text(
                "这条规则的数算不出（除数为零，或没有这个值）", "an amount of this rule is undefined"
            )
            yield Flag("P0714", line, undefined, place, each.rule.name)
    told: set[tuple[str, str]] = set()
    for out, changing in conflicts(fired):
        pair = (out.rule.name, changing.rule.name)
        if pair in told:
            continue
        told.add(pair)
        place = changing.rule.source.place(changing.effect.span)
        other = out.rule.name
        text = Text(
            f"规则“{other}”不计这一项，这里的扣分或封顶没有作用",
            f"the rule “{other}” leaves this line out; this effect is lost",
        )
        yield Flag("P0713", line, text, place, changing.rule.name)
