"""Answers for one project how a goal can be reached; every answer was given to the exact engine again."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.engines.exact.run import score_project
from perfdsl.goal_seek.answer import Answer, Lost
from perfdsl.goal_seek.assume_facts import assume_facts
from perfdsl.goal_seek.find_levers import Opened, find_levers
from perfdsl.goal_seek.find_waited_for import find_waited_for
from perfdsl.goal_seek.goal import Goal, is_reached, least_total
from perfdsl.goal_seek.list_ways import WaySearch
from perfdsl.goal_seek.search_least import Move, best_moves
from perfdsl.goal_seek.trial import Trial
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scorecard import ProjectScore

NOTHING_OPENED = Opened()


def seek(project: ProjectPlan, facts: ProjectActuals, goal: Goal, opened: Opened = NOTHING_OPENED) -> Answer:
    """Find the least changes of a project's open facts that reach a goal, in several ways."""
    levers = find_levers(project, facts, opened)
    trial = Trial(project, facts, goal, levers)
    present = score_project(project, facts)
    moves = best_moves(levers, trial)
    best = trial.score(moves) or present
    answer = Answer(
        goal=goal,
        verdict="already",
        present=present,
        best=best,
        open=tuple(levers),
        lost=_lost(best),
        waiting=_waiting(project, facts, best),
        cut_short=trial.is_exhausted,
        unsure=tuple(lever.plan.name for lever in levers if lever.plan.method.refusal is not None),
        least=least_total(goal, project.grades),
    )
    if is_reached(goal, present, project.grades):
        return answer
    if not is_reached(goal, best, project.grades):
        depending = _depending(answer, project, facts, opened, moves)
        if depending is not None:
            return depending
    if not moves:
        what_if = None if opened.all else seek(project, facts, goal, opened._replace(all=True))
        return answer._replace(verdict="nothing_open", what_if=what_if)
    if not is_reached(goal, best, project.grades):
        return answer._replace(verdict="out_of_reach")
    found = WaySearch(trial, moves, present)
    ways = tuple(found.ways())
    return answer._replace(
        verdict="reachable", alternatives=ways, needless=tuple(found.needless), cut_short=trial.is_exhausted
    )


def _depending(
    answer: Answer, project: ProjectPlan, facts: ProjectActuals, opened: Opened, moves: Sequence[Move]
) -> Answer | None:
    """Give the answer if facts that only rules ask for were favourable; None where that would not do."""
    names = find_waited_for(project, facts, answer.best)
    if not names:
        return None
    assumed, told = assume_facts(
        project, facts, names, lambda each: Trial(project, each, answer.goal, answer.open).score(moves)
    )
    what_if = seek(project, assumed, answer.goal, opened) if told else None
    if what_if is None or not what_if.holds:
        return None
    return answer._replace(verdict="depends", depends=told, what_if=what_if)


def _lost(best: ProjectScore) -> tuple[Lost, ...]:
    """Points that are missing even where every open line has its most."""
    return tuple(
        Lost(line.name, line.weight - line.points.low)
        for line in best.indicators
        if not line.excluded and line.points.settled and line.points.low < line.weight
    )


def _waiting(project: ProjectPlan, facts: ProjectActuals, best: ProjectScore) -> tuple[str, ...]:
    facts_waited_for = (term.strip("“”") for term in find_waited_for(project, facts, best))
    return (*(line.name for line in best.indicators if not line.points.settled), *facts_waited_for)
