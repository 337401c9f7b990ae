"""How the weight of a line came about, worked out again from the rubric and the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from perfdsl.diagnostic import Diagnostics
from perfdsl.explain.line_in_hand import LineInHand
from perfdsl.explain.told import Told, WeightTold
from perfdsl.scheme.names import EVERYTHING, EXECUTION, group_key, group_name, key
from perfdsl.scheme.read_goals import is_weighed, lines_of
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.scheme.share_weights import Sharing, choose_weights
from perfdsl.source import Place, TextPlace
from perfdsl.syntax import ast

ZERO = Fraction(0)


class Weigher:
    """Says of each line of a project where its weight comes from; what lines share is worked out once."""

    __slots__ = (
        "before",
        "chosen",
        "declared",
        "open_ones",
        "points",
        "project",
        "rubrics",
        "sharing",
        "told",
    )

    def __init__(self, project: ProjectScheme) -> None:
        """Take a project that is scored: it has a rubric, and that has weights for it."""
        rubric = project.rubric
        assert rubric is not None  # noqa: S101 — the project was scored under it
        groups = [_group(each) for each in project.indicators]
        chosen = choose_weights(rubric, set(groups))
        assert chosen is not None  # noqa: S101 — the project has weights
        self.rubrics = rubric.nodes
        self.chosen, self.told = chosen, Told(_words(chosen.place), chosen.place)
        self.project = project
        self.sharing = Sharing(project, rubric, Diagnostics(), groups, rounds=not is_weighed(project))
        self.points = self.sharing.passed_on(self._own())
        self.declared, self.open_ones = defaultdict[str, Fraction](Fraction), defaultdict[str, int](int)
        for each in project.indicators:
            self.declared[self._key(each)] += each.weight or ZERO
            self.open_ones[self._key(each)] += each.weight is None
        self.before = self._before_goals() if is_weighed(project) else ()

    def trace(self, line: LineInHand) -> WeightTold:
        """Say what the sheet declares, or what the rubric gives the group and how it was shared."""
        each = line.scheme
        if each is None:
            return WeightTold("execution", self.told, group_name(EXECUTION), exact=line.plan.weight)
        if self.before:
            return self._by_goal(each)
        if each.weight is not None:
            return WeightTold("declared", _declared(each), exact=each.weight)
        group = self._key(each)
        points, declared = self.points.get(group, ZERO), self.declared[group]
        return WeightTold(
            how="shared",
            told=self.told,
            group=self._word(group, each),
            points=points,
            own=self._own().get(group, ZERO),
            passed=tuple(self._passed_on(group)),
            declared=declared,
            members=self.open_ones[group],
            exact=(points - declared) / self.open_ones[group],
        )

    def _before_goals(self) -> tuple[Fraction, ...]:
        """What each line would be worth if goals carried no weights."""
        if all(each.weight is not None for each in self.project.indicators):
            return tuple(each.weight or ZERO for each in self.project.indicators)
        return self.sharing.shared(self.points)

    def _by_goal(self, each: IndicatorScheme) -> WeightTold:
        goal = next(goal for goal in self.project.goals if key(goal.name) == each.serves)
        lines = lines_of(self.project, goal)
        own = next(
            before
            for before, other in zip(self.before, self.project.indicators, strict=True)
            if other is each
        )
        together = sum((self.before[at] for at in lines), ZERO)
        points = (goal.share or ZERO) * sum(self.before, ZERO)
        return WeightTold(
            how="goal",
            told=Told(_words(goal.place), goal.place),
            group=goal.name,
            points=points,
            own=own,
            declared=together,
            members=len(lines),
            exact=points * own / together if together else ZERO,
        )

    def _own(self) -> dict[str, Fraction]:
        """What the rubric gives each group."""
        return {group: points for group, points in self.chosen.points if group != EXECUTION}

    def _key(self, each: IndicatorScheme) -> str:
        group = _group(each)
        return group if group in self.points else EVERYTHING

    def _word(self, group: str, each: IndicatorScheme | None = None) -> str:
        """Word for a group: that of the indicator's own heading, else the rubric's."""
        if each is not None and each.group and group_key(each.group[0]) == group:
            return each.group[0]
        weights = (part for node in self.rubrics for part in node.parts if isinstance(part, ast.Weights))
        named = (given.group for part in weights for given in part.groups)
        return next((name for name in named if group_key(name) == group), group_name(group))

    def _passed_on(self, group: str) -> Iterator[tuple[str, Fraction]]:
        """Give what each group that the sheet does not have leaves to one that it has."""
        own = self._own()
        if self.points.get(group, ZERO) == own.get(group, ZERO):
            return
        there = {each: own[each] for each in own if each in self.points}
        for absent, given in own.items():
            if absent in self.points or not given:
                continue
            after = self.sharing.passed_on({**there, absent: given})
            left = after.get(group, ZERO) - own.get(group, ZERO)
            if left:
                yield self._word(absent), left


def _group(each: IndicatorScheme) -> str:
    return group_key(each.group[0]) if each.group else ""


def _declared(each: IndicatorScheme) -> Told:
    for clause in each.node.clauses:
        if clause.kind == "weight":
            place = each.source.place(clause.span)
            return Told(_words(place), place)
    return Told("", each.place)


def _words(place: Place) -> str:
    return " ".join(place.text.split()) if isinstance(place, TextPlace) else ""
