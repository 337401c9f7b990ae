"""Answers ``explain PROJECT[/INDICATOR]``: scores one project, explains it, and gives the exit code."""

from __future__ import annotations

import sys
from datetime import date
from typing import NamedTuple

from perfdsl.actuals.bound import Actuals, ProjectActuals
from perfdsl.actuals.from_sheet import facts_in_sheets
from perfdsl.cli.present import read_day
from perfdsl.cli.progress import progress_line
from perfdsl.cli.retype_command import Typed, command_for_worst
from perfdsl.cli.speak import (
    choose_language,
    errors_of,
    exit_code,
    in_order,
    known_form,
    known_language,
    options_for,
    tell,
    write_report,
)
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines import ENGINES
from perfdsl.engines.exact.run import score_project
from perfdsl.engines.faults import complain_of_faults
from perfdsl.explain.explain_project import explain_project, in_hand
from perfdsl.explain.explanation import Explanation, Withheld
from perfdsl.explain.find_asked import EXECUTION, Asked, find_asked
from perfdsl.explain.is_sound import is_sound
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.report.explanation_forms import EXPLANATIONS
from perfdsl.scheme.scheme import Scheme
from perfdsl.scorecard import DepartmentScore, Scorecard
from perfdsl.workspace import Workspace, open_workspace, read_facts

HERE = (".",)
"""The paths where none are typed: the current folder."""


class Said(NamedTuple):
    """The arguments of ``explain`` as they were typed."""

    what: str
    paths: tuple[str, ...]
    actuals: tuple[str, ...] = ()
    rubric: str = ""
    as_of: str = ""
    form: str = "text"
    lang: str = ""
    keep_going: bool = False

    @property
    def rest(self) -> Typed:
        """What was typed besides what is asked for and the form."""
        words = [word for path in self.actuals for word in ("-a", path)]
        for option, value in (("-r", self.rubric), ("--as-of", self.as_of), ("--lang", self.lang)):
            words += [option, value] if value else []
        words += ["--keep-going"] if self.keep_going else []
        return Typed(() if self.paths == HERE else self.paths, tuple(words))


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
    departments = [each.own for each in scheme.departments if each.own is not None]
    asked = find_asked(said.what, [*scheme.projects, *departments], diagnostics)
    if asked is None:
        return None
    facts = read_facts(workspace.tables, diagnostics)
    actuals = bind_facts(scheme, plan, facts, diagnostics, request)
    told = [*facts_in_sheets(scheme), *facts]
    found = _find_in_plan(asked, plan, actuals)
    if found is None or (found.broken and not is_sound(asked, told, diagnostics)):
        return None
    project, bound, broken = found
    score = score_project(project, bound)
    hand = in_hand(asked.project, project, bound, score, told, day)
    explanation = explain_project(hand, actuals.as_of, _line_of(asked, project))
    _complain_of_faults(explanation, diagnostics)
    explanation = explanation._replace(withheld=_withheld(explanation, said, broken=broken))
    more = command_for_worst(explanation, asked.project, scheme.projects, said.rest)
    whole = _whole(asked, plan, actuals, scheme)
    return explanation._replace(more=more, department=whole)


def _whole(asked: Asked, plan: Plan, actuals: Actuals, scheme: Scheme) -> DepartmentScore | None:
    """Score the department whose own lines are asked for; None where a project is, or it has no score."""
    if all(each.own is None or each.own.place != asked.project.place for each in scheme.departments):
        return None
    scored = ENGINES.get("exact")(plan, actuals).departments
    return next((each for each in scored if each.own and each.own.place == asked.project.place), None)


class _Planned(NamedTuple):
    """A project, or a department as one, in the plan, with its facts; ``broken``: they cannot all be used."""

    project: ProjectPlan
    actuals: ProjectActuals
    broken: bool


def _find_in_plan(asked: Asked, plan: Plan, actuals: Actuals) -> _Planned | None:
    """Find what is asked for; None for one that an error in its sheet or its rubric keeps from the plan."""
    of_projects = zip(plan.projects, actuals.projects, strict=True)
    found = [_Planned(*pair, at in actuals.broken) for at, pair in enumerate(of_projects)]
    of_departments = zip(plan.departments, actuals.departments, strict=True)
    for at, (department, bound) in enumerate(of_departments):
        if department.own is not None and bound is not None:
            found.append(_Planned(department.own, bound, at in actuals.broken_departments))
    return next((each for each in found if each.project.place == asked.project.place), None)


def _complain_of_faults(told: Explanation, diagnostics: Diagnostics) -> None:
    """Complain of what rules do not allow; where one line is asked for, not of other lines."""
    score = told.score
    if told.asked is not None:
        about = {"", told.lines[told.asked].score.name}
        score = score._replace(flags=tuple(flag for flag in score.flags if flag.indicator in about))
    complain_of_faults(Scorecard((score,)), diagnostics)


def _withheld(told: Explanation, said: Said, *, broken: bool) -> Withheld:
    """Say why ``eval`` gives no such score; with --keep-going it does despite what rules do not allow."""
    if broken:
        return "facts"
    return "faults" if told.faults and not said.keep_going else ""


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
        write_report(text, said.form)
    sys.stdout.flush()
