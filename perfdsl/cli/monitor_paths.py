"""Answers ``monitor``: reads, scores as of the day, monitors, prints, and gives the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.choose_projects import choose_projects
from perfdsl.cli.keep_monitored import keep_monitored
from perfdsl.cli.present import read_day, say_held_back
from perfdsl.cli.progress import progress_line
from perfdsl.cli.speak import (
    FAILED,
    OK,
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
from perfdsl.diagnostic import Diagnostics, Language, Text
from perfdsl.library import shipped
from perfdsl.monitor.list_actions import list_actions
from perfdsl.monitor.monitor import monitor
from perfdsl.monitor.monitored import Monitored
from perfdsl.pipeline import Request, prepare, run
from perfdsl.report.monitor_forms import MONITORING
from perfdsl.syntax.ast import Light
from perfdsl.workspace import Workspace, open_workspace, read_facts

CONDITIONS = ("red", "yellow", "overdue")


class Said(NamedTuple):
    """The arguments of ``monitor`` as they were typed."""

    paths: tuple[str, ...]
    as_of: str = ""
    bands: str = ""
    rubric: str = ""
    actuals: tuple[str, ...] = ()
    project: tuple[str, ...] = ()
    form: str = "text"
    fail_on: tuple[str, ...] = ()
    lang: str = ""
    warnings: bool = False
    bom: bool = False


def monitor_paths(said: Said) -> int:
    """Monitor and print; 1 where a condition of ``--fail-on`` holds, 2 or 3 where something is wrong."""
    known_form(said.form, MONITORING)
    known_language(said.lang)
    for condition in said.fail_on:
        if condition not in CONDITIONS:
            known = "、".join(CONDITIONS)
            raise WrongUseError("--fail-on", f"{condition!r}：{known} 之一 · one of {', '.join(CONDITIONS)}")
    day = read_day(said.as_of)
    if day is None:
        raise WrongUseError(
            "--as-of", "要写明截至哪一天，如 --as-of 2022-07-31 · say the day, such as --as-of 2022-07-31"
        )
    diagnostics = Diagnostics()
    workspace = open_workspace(said.paths, said.actuals, diagnostics)
    monitored = _monitored(workspace, said, day, diagnostics) if workspace.sources else None
    language = choose_language(said.lang, workspace.sources)
    _print(monitored, said, workspace, diagnostics, language)
    failed = _tell_failures(said.fail_on, monitored, language)
    return exit_code(diagnostics) or failed


def _monitored(workspace: Workspace, said: Said, day: date, diagnostics: Diagnostics) -> Monitored | None:
    """Monitor what the workspace holds; None where an error stands in the way, or no project is wanted."""
    request = Request(said.rubric, day, bands=said.bands)
    with progress_line() as progress:
        scheme, plan = prepare(workspace.sources, diagnostics, shipped, request, progress)
    facts = read_facts(workspace.tables, diagnostics)
    scorecard = run(scheme, plan, facts, diagnostics, request)
    is_wanted = choose_projects(said.project, scheme.projects, diagnostics)
    if scorecard is None or diagnostics.has_errors:
        return None
    actions = list_actions(scheme, day, diagnostics)
    monitored = monitor(scheme, plan, facts, scorecard, day, diagnostics, said.bands, actions)
    if monitored is None or not said.project:
        return monitored
    return keep_monitored(monitored, lambda project: is_wanted(project.score))


def _print(
    monitored: Monitored | None,
    said: Said,
    workspace: Workspace,
    diagnostics: Diagnostics,
    language: Language,
) -> None:
    """Print the report; complaints go to the error stream, unless the report holds them itself."""
    told = in_order(diagnostics, workspace.sources)
    held_back = monitored is not None and said.form == "text" and not said.warnings
    if said.form != "json":
        tell(errors_of(told) if held_back else told, language)
    if monitored is not None or said.form == "json":
        options = options_for(language, "out", told.omitted, bom=said.bom)
        write_report(MONITORING.get(said.form)(monitored, list(told), options), said.form)
    sys.stdout.flush()
    if held_back:
        sys.stderr.write(say_held_back(told).say(language))


def _tell_failures(conditions: Sequence[str], monitored: Monitored | None, language: Language) -> int:
    """Say which conditions hold, and give the exit code for them."""
    found = [(each, count) for each in conditions if monitored and (count := _count(each, monitored))]
    for condition, count in found:
        many = "" if count == 1 else "s"
        told = {
            "red": Text(f"{count} 处红灯", f"{count} red light{many}"),
            "yellow": Text(f"{count} 处红灯、黄灯", f"{count} red or yellow light{many}"),
            "overdue": Text(f"{count} 项整改逾期", f"{count} required action{many} overdue"),
        }[condition]
        sys.stderr.write(f"--fail-on {condition}: {told.say(language)}\n")
    return FAILED if found else OK


def _count(condition: str, monitored: Monitored) -> int:
    """Count the lights (of money, gap and indicators) or the actions that a condition speaks of."""
    if condition == "overdue":
        return sum(action.overdue for action in monitored.actions)
    wanted: set[Light] = {"red"} if condition == "red" else {"red", "yellow"}
    shone = [
        each
        for project in monitored.projects
        for each in (project.money.shone, project.gap_shone, *(line.shone for line in project.lines))
    ]
    shone += [line.shone for department in monitored.departments for line in department.lines]
    return sum(each.light in wanted and each.counts for each in shone)
