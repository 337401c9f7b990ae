"""From arguments to a result: files read, and the result taken from the store, or else worked out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from perfdsl import messages_files as messages
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped_text
from perfdsl.scorecard import Scorecard, Unshown
from perfdsl.source import Source
from perfdsl.store.encode import DAMAGED, decode_diagnostic, encode_diagnostic, read, write
from perfdsl.store.encode_scorecard import decode_scorecard, encode_scorecard
from perfdsl.store.keep import Store, open_store
from perfdsl.store.stamp import digest_of, program_stamp
from perfdsl.workspace import Workspace, open_workspace, read_facts

if TYPE_CHECKING:
    from perfdsl.scheme.scheme import Scheme


class Wishes(NamedTuple):
    """What the arguments of ``eval`` ask for."""

    paths: tuple[str, ...]
    actuals: tuple[str, ...] = ()
    rubric: str = ""
    projects: tuple[str, ...] = ()
    as_of: date | None = None
    keep_going: bool = False
    by: str = ""


class Result(NamedTuple):
    """A scorecard, if there is one, all that was found on the way, and the texts that were read."""

    scorecard: Scorecard | None
    diagnostics: Diagnostics
    sources: list[Source]


class _Texts(dict[str, Source]):
    """Sources by name; shipped ones are read when a place points into them."""

    def __missing__(self, name: str) -> Source:
        source = shipped_text(name)
        if source is None:
            raise KeyError(name)
        return source


def evaluate_paths(wishes: Wishes) -> Result:
    """Score what the paths name."""
    diagnostics = Diagnostics()
    workspace = open_workspace(wishes.paths, wishes.actuals, diagnostics)
    if not workspace.sources:
        return Result(None, diagnostics, [])
    with open_store() as store:
        if store.is_off or len(diagnostics):
            return _work_out(wishes, workspace, diagnostics)
        key = key_of(wishes, workspace)
        kept = recall(store, key, workspace)
        if kept is not None:
            return kept
        result = _work_out(wishes, workspace, diagnostics)
        if not diagnostics.omitted:
            store.put_all({key: _encode(result)})
    return result


def key_of(wishes: Wishes, workspace: Workspace) -> str:
    """Key of all that a result depends on: the program, the wishes, and every text and table."""
    asked = json.dumps(wishes._replace(paths=(), actuals=()), default=str, ensure_ascii=False)
    texts = [part for source in workspace.sources for part in (source.name, source.text)]
    tables = [part for table in workspace.tables for part in table]
    return digest_of(program_stamp(), asked, str(len(workspace.sources)), *texts, *tables)


def recall(store: Store, key: str, workspace: Workspace) -> Result | None:
    """Give the result that is kept under a key; None where there is none, or a damaged one."""
    text = store.get(key)
    if text is None:
        return None
    known = _Texts({source.name: source for source in workspace.sources})
    diagnostics = Diagnostics()
    try:
        scorecard, told = read(text)
        for each in told:
            diagnostics.add(decode_diagnostic(each, known))
        decoded = None if scorecard is None else decode_scorecard(scorecard, known)
        return Result(decoded, diagnostics, workspace.sources)
    except DAMAGED:
        return None


def _encode(result: Result) -> str:
    told = [encode_diagnostic(diagnostic) for diagnostic in result.diagnostics]
    return write([None if result.scorecard is None else encode_scorecard(result.scorecard), told])


def _work_out(wishes: Wishes, workspace: Workspace, diagnostics: Diagnostics) -> Result:
    from perfdsl.cli.progress import progress_line
    from perfdsl.library import shipped
    from perfdsl.pipeline import Request, prepare, run

    request = Request(wishes.rubric, wishes.as_of, keep_going=wishes.keep_going)
    with progress_line() as progress:
        scheme, plan = prepare(workspace.sources, diagnostics, shipped, request, progress)
    facts = read_facts(workspace.tables, diagnostics)
    if scheme.projects:
        scorecard = run(scheme, plan, facts, diagnostics, request)
        scorecard = _selected(scorecard, wishes, scheme, diagnostics)
        return Result(scorecard, diagnostics, workspace.sources)
    if not diagnostics.has_errors:
        diagnostics.add(messages.none_selected("", []))
    return Result(None, diagnostics, workspace.sources)


def _selected(
    scorecard: Scorecard | None, wishes: Wishes, scheme: Scheme, diagnostics: Diagnostics
) -> Scorecard | None:
    """Keep the projects that are wanted, by code or name; None where no project is left to show.

    Their departments stay as they are: a department's score is over all its projects, shown or not.
    """
    from perfdsl.cli.choose_projects import choose_projects

    is_wanted = choose_projects(wishes.projects, scheme.projects, diagnostics)
    if scorecard is None:
        return None
    kept = [at for at, project in enumerate(scorecard.projects) if is_wanted(project)]
    if not kept or len(kept) == len(scorecard.projects):
        return scorecard if kept else None
    return _keep(scorecard, kept)


def _keep(scorecard: Scorecard, kept: list[int]) -> Scorecard:
    """Keep projects by their places; of the others of their departments only the totals stay, to rank by."""
    places = {at: place for place, at in enumerate(kept)}

    def unshown(of: Iterable[int]) -> tuple[Unshown, ...]:
        left = (scorecard.projects[at] for at in of if at not in places)
        return tuple(Unshown(each.name, each.total) for each in left)

    housed = {at for each in scorecard.departments for at in each.members}
    departments = (
        each._replace(
            members=tuple(places[at] for at in each.members if at in places),
            unshown=(*each.unshown, *unshown(each.members)),
        )
        for each in scorecard.departments
    )
    return scorecard._replace(
        projects=tuple(scorecard.projects[at] for at in kept),
        departments=tuple(each for each in departments if each.members),
        unshown=unshown(at for at in range(len(scorecard.projects)) if at not in housed),
    )
