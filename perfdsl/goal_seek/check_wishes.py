"""Checks that what is asked for exists: the grade in each rubric, and the lines that are to be opened."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.score_execution import NAME
from perfdsl.goal_seek import messages
from perfdsl.goal_seek.find_levers import FINISHED, Opened, follows, same_line
from perfdsl.goal_seek.goal import Goal, from_best
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.names import key, term, terms_used

EXECUTION_WORDS = {"spent": "执行数", "execution": "执行数", "finished": FINISHED}


def check_wishes(
    projects: Sequence[ProjectPlan], goal: Goal, opened: Opened, diagnostics: Diagnostics
) -> None:
    """Complain of a grade that a rubric lacks, once for each rubric, and of names that no line has."""
    rubrics = {project.rubric: project for project in projects}
    for project in rubrics.values():
        if goal.grade and goal.grade not in (known := from_best(project.grades)):
            diagnostics.add(messages.unknown_grade(goal.grade, project.rubric, known))
    for name in dict.fromkeys(opened.names):
        _check_name(name, projects, diagnostics)


def _check_name(name: str, projects: Sequence[ProjectPlan], diagnostics: Diagnostics) -> None:
    known = [line.name for project in projects for line in project.indicators]
    known += [NAME] if any(project.execution is not None for project in projects) else []
    if not any(same_line(each, name) for each in [*known, FINISHED]):
        diagnostics.add(messages.unknown_line(name, list(dict.fromkeys(known))))
        return
    for project in projects:
        for line in project.indicators:
            if same_line(line.name, name) and follows(project, line):
                diagnostics.add(messages.computed_line(line.name, _names_used(line, known)))
                return


def _names_used(line: IndicatorPlan, known: Sequence[str]) -> list[str]:
    """Names that a formula uses and that can be opened."""
    used = terms_used(line.formula)
    own = [EXECUTION_WORDS[word] for word in sorted(used & set(EXECUTION_WORDS))]
    return [
        *dict.fromkeys(name for name in known if term(name) in used and key(name) != key(line.name)),
        *own,
    ]
