"""Tries changed facts on the exact engine, whose verdict alone counts, within a bound of work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.actuals.compute import compute, known_values
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.find_points import find_points
from perfdsl.engines.exact.run import score_project
from perfdsl.goal_seek.goal import Goal, is_reached
from perfdsl.goal_seek.lever import Lever
from perfdsl.goal_seek.put_actual import put
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scorecard import ProjectScore

MOST_LINES = 60_000
"""Lines scored for one project, some two seconds: beyond, no further way is sought."""

Moves = Sequence[tuple[Lever, Fraction]]
"""Levers and the actuals that they are moved to, in the lever's own units."""


class Trial:
    """One project with its recorded facts and its goal; counts the lines that it scores."""

    __slots__ = ("_inputs", "facts", "goal", "lines", "project")

    def __init__(
        self, project: ProjectPlan, facts: ProjectActuals, goal: Goal, levers: Iterable[Lever]
    ) -> None:
        """``levers``: the open lines; a computed one among them is set, and no longer computed."""
        self.project, self.facts, self.goal = project, facts, goal
        self.lines = 0
        computed = {lever.at for lever in levers if lever.computed}
        indicators = [
            line._replace(formula=None) if at in computed else line
            for at, line in enumerate(project.indicators)
        ]
        self._inputs = project._replace(indicators=tuple(indicators))

    @property
    def is_exhausted(self) -> bool:
        """Whether the bound of work is reached."""
        return self.lines >= MOST_LINES

    def moved(self, moves: Moves) -> ProjectActuals | None:
        """Give the facts with some changed, and what is computed from them; None where that has no result."""
        facts = self.facts
        for lever, actual in moves:
            facts = put(facts, lever, actual, self.project)
        found = Diagnostics()
        facts = compute(self._inputs, facts, found)
        return None if found.has_errors else facts

    def score(self, moves: Moves) -> ProjectScore | None:
        """Score the project with some facts changed; None where they cannot be."""
        facts = self.moved(moves)
        self.lines += len(self.project.indicators) + 1
        return None if facts is None else score_project(self.project, facts)

    def reaches(self, moves: Moves) -> bool:
        """Whether changed facts have the goal."""
        score = self.score(moves)
        return score is not None and self.has_goal(score)

    def has_goal(self, score: ProjectScore) -> bool:
        """Whether a score of the project has the goal."""
        return is_reached(self.goal, score, self.project.grades)

    def points(self, lever: Lever, actual: Fraction, moves: Moves) -> Fraction | None:
        """Give the points of one line before rounding; None where they are open."""
        facts = self.moved([*moves, (lever, actual)])
        self.lines += 1 + len(moves)
        if facts is None:
            return None
        others = known_values(self.project, facts)
        return find_points(lever.plan, actual, others, self.project.units).exact
