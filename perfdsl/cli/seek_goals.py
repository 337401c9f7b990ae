"""Answers ``goal-seek``: reads, binds, searches, prints, and gives the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.choose_projects import choose_projects
from perfdsl.cli.present import read_day, say_held_back
from perfdsl.cli.progress import progress_line
from perfdsl.cli.speak import (
    BAD_DATA,
    FAILED,
    OK,
    choose_language,
    exit_code,
    in_order,
    known_form,
    known_language,
    options_for,
    tell,
    write_data,
    write_report,
)
from perfdsl.diagnostic import Diagnostics
from perfdsl.exact import read_numeral
from perfdsl.goal_seek.answer import Answer
from perfdsl.goal_seek.check_wishes import check_wishes
from perfdsl.goal_seek.find_levers import Opened
from perfdsl.goal_seek.goal import Goal
from perfdsl.goal_seek.seek import seek
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.report.goal_seek_forms import GOALS
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import Scheme
from perfdsl.workspace import Workspace, open_workspace, read_facts


class Said(NamedTuple):
    """The arguments of ``goal-seek`` as they were typed."""

    paths: tuple[str, ...]
    grade: str = ""
    score: str = ""
    actuals: tuple[str, ...] = ()
    project: tuple[str, ...] = ()
    as_of: str = ""
    rubric: str = ""
    opened: tuple[str, ...] = ()
    all_open: bool = False
    form: str = "text"
    lang: str = ""
    warnings: bool = False


Bound = tuple[ProjectPlan, ProjectActuals]


def seek_goals(said: Said) -> int:
    """Search and print: 0 where every project can reach the goal, 1 where one cannot, else 2 or 3.

    3, too, where it depends on a fact that nobody recorded and only rules ask for.
    """
    known_form(said.form, GOALS)
    known_language(said.lang)
    goal, request = read_goal(said.grade, said.score), Request(said.rubric, read_day(said.as_of))
    diagnostics = Diagnostics()
    workspace = open_workspace(said.paths, said.actuals, diagnostics)
    answers = _answers(workspace, said, goal, request, diagnostics) if workspace.sources else []
    _print(answers, said, workspace, diagnostics)
    return exit_code(diagnostics) or _code_of(answers)


def _code_of(answers: Sequence[Answer]) -> int:
    """1 where a goal is out of reach, 3 where it depends on a fact that is not recorded, else 0."""
    missed = {answer.verdict for answer in answers if not answer.holds}
    if not missed:
        return OK
    return BAD_DATA if missed == {"depends"} else FAILED


def read_goal(grade: str, score: str) -> Goal:
    """Read the goal; WrongUseError where there is none, or two."""
    if bool(grade.strip()) == bool(score.strip()):
        raise WrongUseError("--grade", "写 --grade 优 或 --score 90，二者取一 · name one of them")
    if grade.strip():
        return Goal(grade.strip())
    number = read_numeral(score.strip().removesuffix("分"))
    if number is None:
        raise WrongUseError("--score", f"{score[:40]!r} 不是分数，写成 90 · no number of points, write 90")
    return Goal(score=Fraction(number))


def _answers(
    workspace: Workspace, said: Said, goal: Goal, request: Request, diagnostics: Diagnostics
) -> list[Answer]:
    """Give the answers in the order of the sheets; none where an error stands in the way."""
    opened = Opened(said.opened, said.all_open)
    with progress_line() as progress:
        scheme, plan = prepare(workspace.sources, diagnostics, shipped, request, progress)
        facts = read_facts(workspace.tables, diagnostics)
        plan = _forgiving(plan)
        actuals = bind_facts(scheme, plan, facts, diagnostics, request)
        chosen = _chosen(
            list(zip(plan.projects, actuals.projects, strict=True)), said.project, scheme, diagnostics
        )
        if not diagnostics.has_errors:
            check_wishes([project for project, _ in chosen], goal, opened, diagnostics)
        if diagnostics.has_errors:
            return []
        answers = []
        for done, (project, bound) in enumerate(chosen):
            if progress is not None:
                progress(done, len(chosen))
            answers.append(seek(project, bound, goal, opened))
    return answers


def _forgiving(plan: Plan) -> Plan:
    """Let facts be missing even where the rubric calls that an error: they are what is sought."""
    return plan._replace(
        projects=tuple(
            project._replace(missing="pending") if project.missing == "error" else project
            for project in plan.projects
        )
    )


def _chosen(
    bound: Sequence[Bound], wanted: Sequence[str], scheme: Scheme, diagnostics: Diagnostics
) -> list[Bound]:
    """Keep the projects that are wanted, by code or name; all, where none is named."""
    once = list({key(name): name for name in wanted}.values())
    is_wanted = choose_projects(once, scheme.projects, diagnostics)
    return [each for each in bound if is_wanted(each[0])]


def _print(answers: Sequence[Answer], said: Said, workspace: Workspace, diagnostics: Diagnostics) -> None:
    """Print the answers; complaints go to the error stream, unless the form holds them itself."""
    language = choose_language(said.lang, workspace.sources)
    told = in_order(diagnostics, workspace.sources)
    if said.form == "json":
        write_data(GOALS.get("json")(answers, list(told), options_for(language, "out", told.omitted)))
        return
    if told.has_errors or said.warnings:
        tell(told, language)
    if told.has_errors:
        return
    text = GOALS.get(said.form)(answers, list(told), options_for(language, "out"))
    write_report(text, said.form)
    sys.stdout.flush()
    if said.form == "text" and not said.warnings:
        sys.stderr.write(say_held_back(told).say(language))
