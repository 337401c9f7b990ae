"""How many points each indicator is worth: what the sheet declares, else a share of its group's."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_weights as messages
from perfdsl.scheme.names import EVERYTHING, EXECUTION, group_key
from perfdsl.scheme.read_goals import is_weighed
from perfdsl.scheme.round_weights import places_of, round_shares
from perfdsl.scheme.rubric_scheme import RubricScheme, WeightSet
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scheme.share_by_goals import share_by_goals

WHOLE = Fraction(100)
ZERO = Fraction(0)


def share_weights(
    project: ProjectScheme, rubric: RubricScheme, diagnostics: Diagnostics
) -> tuple[tuple[Fraction, ...], Fraction]:
    """Give the points of each indicator, in order, and those of the execution rate; they make 100."""
    groups = [group_key(each.group[0]) if each.group else "" for each in project.indicators]
    chosen = choose_weights(rubric, set(groups))
    if chosen is None:
        diagnostics.add(messages.no_weight_set(project.place, rubric.name))
        return (ZERO,) * len(groups), ZERO
    points = dict(chosen.points)
    execution = points.pop(EXECUTION, ZERO)
    sharing = Sharing(project, rubric, diagnostics, groups, rounds=not is_weighed(project))
    if sharing.unreadable():
        return (ZERO,) * len(groups), execution
    if groups and all(each.weight is not None for each in project.indicators):
        weights = sharing.declared(points, execution)
    else:
        weights = sharing.shared(sharing.passed_on(points))
    return share_by_goals(project, rubric, weights, diagnostics), execution


def choose_weights(rubric: RubricScheme, groups: set[str]) -> WeightSet | None:
    """Choose the first set of weights whose condition the sheet's groups fulfil."""
    for each in rubric.weight_sets:
        if not each.condition_group or (each.condition_group in groups) == each.has:
            return each
    return None


class Sharing(NamedTuple):
    """Shares out the points of one project; ``groups``: key of the group of level 1 of each indicator.

    ``rounds``: whether shares become whole steps here, and not once goals have weighed them.
    """

    project: ProjectScheme
    rubric: RubricScheme
    diagnostics: Diagnostics
    groups: list[str]
    rounds: bool = True

    def unreadable(self) -> bool:
        """Whether a declared weight was complained of already: then nothing is shared out."""
        return any(
            each.weight is None and any(clause.kind == "weight" for clause in each.node.clauses)
            for each in self.project.indicators
        )

    def declared(self, points: dict[str, Fraction], execution: Fraction) -> tuple[Fraction, ...]:
        """Let a sheet that declares every weight have its way, if all of it makes 100."""
        weights = tuple(each.weight or ZERO for each in self.project.indicators)
        total = sum(weights, execution)
        place = self.project.place
        if total != WHOLE:
            complaint = messages.declared_not_whole(place, self.project.name, total, execution)
            self.diagnostics.add(complaint)
        elif EVERYTHING not in points:
            for group, given in points.items():
                own = sum((w for w, g in zip(weights, self.groups, strict=True) if g == group), ZERO)
                if group in self.groups and own != given:
                    complaint = messages.group_differs(place, self.rubric.name, group, own, given)
                    self.diagnostics.add(complaint)
        return weights

    def passed_on(self, points: dict[str, Fraction]) -> dict[str, Fraction]:
        """Give the points of groups that the sheet does not have to those that the rubric names."""
        there = {group: given for group, given in points.items() if self._is_there(group, points)}
        whole = sum(there.values(), ZERO)
        for group, given in points.items():
            if group in there or not given:
                continue
            heir = self._heir_of(group, there)
            if heir:
                there[heir] += given
            elif self.rubric.heirs.get(group) == "" and whole:
                for each in there:
                    there[each] += given * points[each] / whole
            else:
                name, rubric = self.project.name, self.rubric.name
                self.diagnostics.add(messages.group_absent(self.project.place, name, rubric, group, given))
        return there

    def _is_there(self, group: str, points: dict[str, Fraction]) -> bool:
        if group == EVERYTHING:
            return any(each not in points for each in self.groups)
        return group in self.groups

    def _heir_of(self, group: str, there: dict[str, Fraction]) -> str | None:
        seen = {group}
        heir = self.rubric.heirs.get(group)
        while heir and heir not in there and heir not in seen:
            seen.add(heir)
            heir = self.rubric.heirs.get(heir)
        return heir if heir in there else None

    def shared(self, points: dict[str, Fraction]) -> tuple[Fraction, ...]:
        """Let the indicators of each group share its points."""
        members: dict[str, list[int]] = {}
        for at, group in enumerate(self.groups):
            members.setdefault(group if group in points else EVERYTHING, []).append(at)
        weights = [each.weight or ZERO for each in self.project.indicators]
        for group, places in members.items():
            if group in points:
                self._share_group(group, places, points[group], weights)
                continue
            for at in places:
                each = self.project.indicators[at]
                complaint = messages.group_without_points(each.place, self.rubric.name, each.group)
                self.diagnostics.add(complaint)
        return tuple(weights)

    def _share_group(self, group: str, places: list[int], points: Fraction, weights: list[Fraction]) -> None:
        """Indicators without a weight share what the declared ones of their group leave, equally."""
        indicators = self.project.indicators
        open_ones = [at for at in places if indicators[at].weight is None]
        declared = sum((weights[at] for at in places), ZERO)
        rest = points - declared
        place = indicators[places[0]].place
        if rest < 0 or bool(rest) != bool(open_ones and points):
            self.diagnostics.add(messages.group_sum(place, group, declared, points, len(open_ones)))
        elif open_ones and not self.rubric.shares:
            first = indicators[open_ones[0]]
            self.diagnostics.add(messages.no_sharing(first.place, self.rubric.name, first.name))
        else:
            for at in open_ones:
                weights[at] = rest / len(open_ones)
            if self.rounds:
                round_shares(weights, open_ones, indicators, places_of(self.rubric))
