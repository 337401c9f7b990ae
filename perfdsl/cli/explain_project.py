"""Answers ``explain PROJECT[/INDICATOR]``: scores one project, explains it, and gives the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.actuals.bound import Actuals
from perfdsl.actuals.fact import Fact
from perfdsl.actuals.from_sheet import facts_in_sheets
from perfdsl.cli.present import errors_of, read_day
from perfdsl.cli.progress import progress_line
from perfdsl.cli.speak import (
    choose_language,
    exit_code,
    in_order,
    known_form,
    known_language,
    options_for,
    tell,
    write_data,
)
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.run import run
from perfdsl.engines.faults import complain_of_faults
from perfdsl.explain.explain_project import explain_project, in_hand
from perfdsl.explain.explanation import Explanation
from perfdsl.explain.find_asked import EXECUTION, Asked, find_asked
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.report.explanation_forms import EXPLANATIONS
from perfdsl.workspace import Workspace, open_workspace, read_facts


class Said(NamedTuple):
    """The arguments of ``explain`` as they were typed."""

    what: str
    paths: tuple[str, ...]
    actuals: tuple[str, ...] = ()
    rubric: str = ""
    as_of: str = ""
    form: str = "text"
    lang: str = ""


def explain_asked(said: Said) -> int:
    """Explain and print: 0, or 2 or 3 where anything is wrong, although a sound project is explained."""
    known_form(said.form, EXPLANATIONS)
    known_language(said.lang)
    day = read_day(said.as_of)
    diagnostics = Diagnostics()
    workspace = open_workspace(said.paths, said.actuals, diagnostics)
    explanation = _explain(workspace, said, day, diagnostics) if workspace.sources else None
    _print(explanation, said, workspace, diagnostics)
    return exit_code(diagnostics)


def _explain(
    workspace: Workspace, said: Said, day: date | None, diagnostics: Diagnostics
) -> Explanation | None:
    """Explain what was asked for; None where it is not found, or an error stands in the way of its score."""
    request = Request(said.rubric, day)
    with progress_line() as progress:
        scheme, plan = prepare(workspace.sources, diagnostics, shipped, request, progress)
    asked = find_asked(said.what, scheme.projects, diagnostics)
    if asked is None:
        return None
    facts = read_facts(workspace.tables, diagnostics)
    actuals = bind_facts(scheme, plan, facts, diagnostics, request)
    at = _place_in_plan(asked, plan, actuals)
    if at is None:
        return None
    told = [*facts_in_sheets(scheme), *facts]
    return _explanation(asked, _alone(plan, actuals, at), told, day, diagnostics)


def _place_in_plan(asked: Asked, plan: Plan, actuals: Actuals) -> int | None:
    """Index of a project that is to be scored; None for one that an error keeps from it."""
    places = [at for at, project in enumerate(plan.projects) if project.place == asked.project.place]
    return places[0] if places and places[0] not in actuals.broken else None


def _alone(plan: Plan, actuals: Actuals, at: int) -> tuple[Plan, Actuals]:
    """Take one project out of a plan, with its facts."""
    alone = plan._replace(projects=(plan.projects[at],))
    return alone, Actuals((actuals.projects[at],), actuals.as_of)


def _explanation(
    asked: Asked,
    alone: tuple[Plan, Actuals],
    facts: Sequence[Fact],
    day: date | None,
    diagnostics: Diagnostics,
) -> Explanation:
    plan, actuals = alone
    scorecard = run(plan, actuals)
    complain_of_faults(scorecard, diagnostics)
    (project,), (bound,), (score,) = plan.projects, actuals.projects, scorecard.projects
    hand = in_hand(asked.project, project, bound, score, facts, day)
    return explain_project(hand, actuals.as_of, _line_of(asked, project))


def _line_of(asked: Asked, project: ProjectPlan) -> int | None:
    """Index of a line among the scores: the execution rate comes last."""
    if asked.indicator is None or asked.indicator == EXECUTION:
        return None if asked.indicator is None else len(project.indicators)
    place = asked.project.indicators[asked.indicator].place
    return next(at for at, line in enumerate(project.indicators) if line.place == place)


def _print(
    explanation: Explanation | None, said: Said, workspace: Workspace, diagnostics: Diagnostics
) -> None:
    """Print the explanation; errors go to the error stream, unless the form holds them itself."""
    language = choose_language(said.lang, workspace.sources)
    told = in_order(diagnostics, workspace.sources)
    if said.form != "json":
        tell(errors_of(told), language)
    if explanation is not None or said.form == "json":
        options = options_for(language, "out", told.omitted)
        text = EXPLANATIONS.get(said.form)(explanation, list(told), options)
        sys.stdout.write(text) if said.form == "text" else write_data(text)
    sys.stdout.flush()
