"""From arguments to an outcome: files read, rubrics found, projects scored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from perfdsl import messages_files as messages
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.pipeline import Outcome, Request, prepare, run
from perfdsl.source import Source
from perfdsl.workspace import open_workspace, read_facts

if TYPE_CHECKING:
    from perfdsl.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the arguments of ``eval`` ask for."""

    paths: tuple[str, ...]
    actuals: tuple[str, ...] = ()
    rubric: str = ""
    projects: tuple[str, ...] = ()
    as_of: date | None = None
    keep_going: bool = False


def evaluate_paths(wishes: Wishes) -> tuple[Outcome, list[Source]]:
    """Score what the paths name; the sources come along for the language of messages."""
    diagnostics = Diagnostics()
    request = Request(wishes.rubric, wishes.as_of, keep_going=wishes.keep_going)
    workspace = open_workspace(wishes.paths, wishes.actuals, diagnostics)
    if not workspace.sources or (diagnostics.has_errors and not wishes.keep_going):
        return Outcome(None, diagnostics), workspace.sources
    prepared = prepare(workspace.sources, diagnostics, shipped, request)
    facts = read_facts(workspace, diagnostics)
    if prepared is None:
        return Outcome(None, diagnostics), workspace.sources
    scheme, plan = prepared
    if not plan.projects:
        if not diagnostics.has_errors:
            diagnostics.add(messages.none_selected("", []))
        return Outcome(None, diagnostics), workspace.sources
    scorecard = run(scheme, plan, facts, diagnostics, request)
    if scorecard is not None and wishes.projects:
        kept = tuple(p for p in scorecard.projects if {p.code, p.name} & set(wishes.projects))
        scorecard = replace(scorecard, projects=kept)
        _complain_of_selection(wishes, plan, diagnostics)
    return Outcome(scorecard, diagnostics), workspace.sources


def _complain_of_selection(wishes: Wishes, plan: Plan, diagnostics: Diagnostics) -> None:
    known = {name for project in plan.projects for name in (project.code, project.name)}
    for wanted in wishes.projects:
        if wanted not in known:
            diagnostics.add(messages.none_selected(wanted, [project.name for project in plan.projects]))
