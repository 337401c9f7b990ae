"""Which projects an unreadable row concerns: what it would have said may supersede what is known."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.diagnostic import Diagnostic
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scheme.names import key
from perfdsl.source import CellPlace


def projects_in_doubt(plan: Plan, diagnostics: Iterable[Diagnostic]) -> frozenset[int]:
    """Give the places in the plan of projects named in a row with an error; all, where it names none."""
    rows = {_row(diagnostic) for diagnostic in diagnostics if diagnostic.severity == "error"} - {None}
    found: set[int] = set()
    for row in rows:
        named = {at for at, project in enumerate(plan.projects) if _names(project, row or "")}
        found |= named or set(range(len(plan.projects)))
    return frozenset(found)


def _row(diagnostic: Diagnostic) -> str | None:
    """Text of the row of a table that a complaint is about; None where it is about no table."""
    places = [label.place for label in diagnostic.labels[:1]]
    return next((key(place.line) for place in places if isinstance(place, CellPlace)), None)


def _names(project: ProjectPlan, row: str) -> bool:
    return any(name in row for name in (key(project.code), key(project.name)) if name)
