"""Adds up what lines reached, group by group and goal by goal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from perfdsl.annual.line_part import Counted, GroupPart
from perfdsl.annual.show_figures import add_intervals, percent, points_of, weight_of
from perfdsl.diagnostic import Language
from perfdsl.report.words import STATES, State, called, state_of
from perfdsl.scorecard import IndicatorScore

_ORDER: tuple[State, ...] = ("met", "missed", "pending", "excluded")


def gather_groups(lines: Iterable[IndicatorScore], places: int, language: Language) -> tuple[GroupPart, ...]:
    """Add up lines by their first-level groups, in the order in which these first stand."""
    grouped: dict[str, list[IndicatorScore]] = {}
    for line in lines:
        grouped.setdefault(line.group[0] if line.group else line.name, []).append(line)
    return tuple(add_up(called(name, language), held, places) for name, held in grouped.items())


def add_up(name: str, lines: Sequence[IndicatorScore], places: int) -> GroupPart:
    """Add up lines; those that do not count have no weight."""
    states = [state_of(line) for line in lines]
    counted = [line for line in lines if not line.excluded]
    weight = sum((line.weight for line in counted), Fraction(0))
    points = add_intervals(line.points for line in counted)
    met, missed, pending, excluded = (states.count(state) for state in _ORDER)
    return GroupPart(
        name=name,
        met=met,
        missed=missed,
        pending=pending,
        excluded=excluded,
        weight=weight_of(weight, places),
        points=points_of(points, places),
        rate=percent(points.low / weight if points.settled and weight else None),
    )


def count_states(lines: Iterable[IndicatorScore], language: Language) -> tuple[Counted, ...]:
    """Count lines by attainment, with the states that none of them has, apart from 不计."""
    states = [state_of(line) for line in lines]
    return tuple(
        Counted(state, STATES[state].say(language), states.count(state))
        for state in _ORDER
        if state != "excluded" or state in states
    )
