"""Takes the 整改 blocks of sheets apart and finds the project and the requirement that each is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.monitor import messages_actions as messages
from perfdsl.scheme.did_you_mean import MOST_HINTS, did_you_mean
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import ProjectScheme, Scheme
from perfdsl.source import Place, Source
from perfdsl.syntax import ast

Block = tuple[Source, ast.Action]


class ToldAction(NamedTuple):
    """A block about an action of the project at ``project``; ``raised`` is the day in its first line."""

    project: int
    requirement: str
    place: Place
    raised: date | None
    owner: str
    due: date | None
    due_place: Place | None
    result: str
    result_day: date | None
    result_place: Place | None
    evidence: str
    evidence_place: Place | None

    @property
    def is_known_from(self) -> date:
        """The first day on which somebody could know of the block; an undated one was always known."""
        return self.raised or self.result_day or date.min


def read_actions(scheme: Scheme, diagnostics: Diagnostics) -> list[ToldAction]:
    """Read all blocks, in the order in which they were written.

    Complains of those that name no requirement (P1221) or not one known project (P1222), and leaves them out.
    """
    blocks = [(source, item) for source, item in scheme.written if isinstance(item, ast.Action)]
    found = list(_find_projects(scheme.projects, blocks, diagnostics)) if blocks else []
    known: dict[int, dict[str, None]] = {}
    for at, _, node in found:
        known.setdefault(at, {}).update(dict.fromkeys(filter(None, [_requirement(node)])))
    told = []
    for at, source, node in found:
        if _requirement(node):
            told.append(_read(at, source, node))
        else:
            place = source.place(node.project_span)
            diagnostics.add(messages.no_requirement(place, node.project, [*known[at]]))
    return told


def _find_projects(
    projects: Sequence[ProjectScheme], blocks: Iterable[Block], diagnostics: Diagnostics
) -> Iterator[tuple[int, Source, ast.Action]]:
    """Give each block with the place of its project; a name that none or several have is complained of."""
    places: dict[str, set[int]] = {}
    for at, project in enumerate(projects):
        for name in filter(None, (project.code, project.name)):
            places.setdefault(key(name), set()).add(at)
    names = list(dict.fromkeys(name for each in projects for name in (each.name, each.code) if name))
    for source, node in blocks:
        where, found = source.place(node.project_span), places.get(key(node.project), set())
        if len(found) == 1:
            yield next(iter(found)), source, node
        elif found:
            diagnostics.add(messages.ambiguous_project(where, node.project))
        else:
            near = did_you_mean(node.project, names) if len(diagnostics) < MOST_HINTS else None
            diagnostics.add(messages.unknown_project(where, node.project, near))


def _requirement(node: ast.Action) -> str:
    texts = (part.text.strip() for part in node.parts if isinstance(part, ast.Requirement))
    return next(filter(None, texts), "")


def _read(project: int, source: Source, node: ast.Action) -> ToldAction:
    """Take a block apart; of a part that is written twice, which was complained of, the last counts."""
    raised = day_of(node.date)
    told = ToldAction(
        project, _requirement(node), source.place(node.project_span), raised, "", None, None, "", None, None,
        "", None,
    )  # fmt: skip
    for part in node.parts:
        place = source.place(part.span)
        match part:
            case ast.Owner(name=name):
                told = told._replace(owner=name)
            case ast.Due(date=due):
                told = told._replace(due=day_of(due), due_place=place)
            case ast.Result(text=text, date=done):
                told = told._replace(result=text, result_day=day_of(done) or raised, result_place=place)
            case ast.FactNote(about="evidence", text=text):
                told = told._replace(evidence=text, evidence_place=place)
            case _:
                continue
    return told


def day_of(literal: ast.DateLiteral | None) -> date | None:
    """Day of a date as written; None where it is no day that there is."""
    try:
        return None if literal is None else date(literal.year, literal.month, literal.day)
    except ValueError:
        return None
