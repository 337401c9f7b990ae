"""Answers for one project how a goal can be reached; every answer was given to the exact engine again."""

from __future__ import annotations

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.engines.exact.run import score_project
from perfdsl.goal_seek.answer import Answer, Lost
from perfdsl.goal_seek.find_levers import Opened, find_levers
from perfdsl.goal_seek.goal import Goal, is_reached, least_total
from perfdsl.goal_seek.list_ways import WaySearch
from perfdsl.goal_seek.search_least import best_moves
from perfdsl.goal_seek.trial import Trial
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scheme.names import indicator_term
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


def _lost(best: ProjectScore) -> tuple[Lost, ...]:
    """Points that are missing even where every open line has its most."""
    return tuple(
        Lost(line.name, line.weight - line.points.low)
        for line in best.indicators
        if not line.excluded and line.points.settled and line.points.low < line.weight
    )


def _waiting(project: ProjectPlan, facts: ProjectActuals, best: ProjectScore) -> tuple[str, ...]:
    lines = {indicator_term(line.name) for line in project.indicators}
    unknown = sorted(term.strip("“”") for term in project.asked - lines - set(facts.others))
    return (*(line.name for line in best.indicators if not line.points.settled), *unknown)
