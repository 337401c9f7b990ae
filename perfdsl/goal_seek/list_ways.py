"""Lists the ways to a goal: one line alone, the fewest lines, and all open lines evenly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from perfdsl.goal_seek.answer import Alternative, Change, Others, Way
from perfdsl.goal_seek.lever import FINISHED_PLACE, Lever
from perfdsl.goal_seek.put_actual import unit_of, write_actual
from perfdsl.goal_seek.search_least import Move, fewest, least_move, least_share
from perfdsl.goal_seek.trial import Trial
from perfdsl.scorecard import ProjectScore

FAULT = "P0712"
"""Code of what a rule calls an error."""


class WaySearch:
    """The ways of one project: (a) one line alone, (b) the fewest lines, (c) all of them evenly."""

    __slots__ = ("moves", "needless", "present", "trial")

    def __init__(self, trial: Trial, moves: Sequence[Move], present: ProjectScore) -> None:
        """``moves``: every open line at its most, which together suffice."""
        self.trial, self.moves, self.present = trial, moves, present
        self.needless: list[str] = []

    def ways(self) -> Iterator[Alternative]:
        """List them: one line alone, the fewest, all evenly, one with the others at their most."""
        even = self._even(self.moves, "even") if len(self.moves) > 1 else None
        few = fewest(self.moves, self.trial, self.present)
        singles = list(self._singles("as_is"))
        yield from singles
        if not singles and len(few) > 1:
            yield from (each for each in _given(self._even(few, "fewest")) if _lines(each) != _lines(even))
        yield from (each for each in _given(even) if len(each.changes) > 1)
        alone = [_lines(each) for each in singles]
        yield from (each for each in self._singles("met") if _lines(each) not in alone)

    def _singles(self, others: Others) -> Iterator[Alternative]:
        for lever, best in self.moves:
            rest = self._rest(lever) if others == "met" else []
            if self.trial.is_exhausted or best == lever.now or (others == "met" and not rest):
                continue
            if others == "met" and self.trial.reaches(rest):
                self.needless += [lever.plan.name] if lever.now is None else []
            elif self.trial.reaches([*rest, (lever, best)]):
                least = least_move(lever, best, rest, self.trial)
                yield from _given(self._alternative("single", [(lever, least)], rest))

    def _rest(self, lever: Lever) -> list[Move]:
        """All other lines that have no fact yet, at their most."""
        return [(each, actual) for each, actual in self.moves if each.at != lever.at and each.now is None]

    def _even(self, moves: Sequence[Move], way: Way) -> Alternative | None:
        even = least_share(moves, self.trial, self.present)
        return self._alternative(way, even.moves, (), even.share)

    def _alternative(
        self, way: Way, moves: Sequence[Move], rest: Sequence[Move], share: Fraction | None = None
    ) -> Alternative | None:
        together = [*rest, *moves]
        facts, score = self.trial.moved(together), self.trial.score(together)
        if facts is None or score is None or not self.trial.has_goal(score):
            return None
        return Alternative(
            way=way,
            others="met" if rest else "as_is",
            changes=self._changes(moves, score),
            assumed=self._changes(rest, score),
            share=share,
            total=score.total,
            grade=score.grade,
            possible=score.possible_grades,
            facts=facts,
            faults=tuple(flag for flag in score.flags if flag.code == FAULT),
        )

    def _changes(self, moves: Sequence[Move], score: ProjectScore) -> tuple[Change, ...]:
        project = self.trial.project
        return tuple(
            Change(
                lever,
                actual,
                write_actual(lever, actual, project),
                unit_of(lever, project),
                score.indicators[lever.at].points if lever.kind != "finished" else None,
            )
            for lever, actual in sorted(moves, key=_in_order)
        )


def _in_order(move: Move) -> tuple[bool, int]:
    """In the order of the lines, 已完成 last."""
    return move[0].at == FINISHED_PLACE, move[0].at


def _lines(alternative: Alternative | None) -> list[int]:
    return [change.lever.at for change in alternative.changes] if alternative is not None else []


def _given(alternative: Alternative | None) -> Iterator[Alternative]:
    if alternative is not None:
        yield alternative
