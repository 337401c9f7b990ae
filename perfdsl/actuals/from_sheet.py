"""Facts that stand in sheets, in 实绩 blocks."""

from __future__ import annotations

from datetime import date

from perfdsl.actuals.fact import FINISHED, SPENT, Fact
from perfdsl.scheme.scheme import Scheme
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables


def facts_in_sheets(scheme: Scheme) -> list[Fact]:
    """List the facts of all 实绩 blocks, in the order in which they were written."""
    entries = _entries(scheme)
    return [
        _fact(source, block, line, entries.get(id(block), 0))
        for source, block in scheme.actuals
        for line in block.facts
    ]


def _entries(scheme: Scheme) -> dict[int, int]:
    """Give the number of the journal's entry (登记) that a block stands in, by the block's id."""
    found: dict[int, int] = {}
    numbers: dict[int, int] = {}
    for source, item in scheme.written:
        if isinstance(item, ast.Recorded):
            numbers[id(source)] = item.number
        elif isinstance(item, ast.Sealed):
            numbers[id(source)] = 0
        elif isinstance(item, ast.Actuals) and numbers.get(id(source)):
            found[id(item)] = numbers[id(source)]
    return found


def _fact(source: Source, block: ast.Actuals, line: ast.FactLine, entry: int) -> Fact:
    notes = {note.about: note.text for note in line.notes}
    causes = [note.cause for note in line.notes if note.cause is not None]
    points = {each.about: each.points for each in line.points}
    own = next((own for own in (SPENT, FINISHED) if line.name in tables()["words"][own]), "")
    return Fact(
        project=block.project,
        indicator=line.name,
        value=line.value,
        day=None if block.date is None else date(block.date.year, block.date.month, block.date.day),
        place=source.place(line.name_span if line.value is None else line.value.span),
        project_place=source.place(block.project_span),
        indicator_place=source.place(line.name_span),
        own=own,
        reason=notes.get("reason", ""),
        evidence=notes.get("evidence", ""),
        deducted=points.get("deducted"),
        self_score=points.get("self"),
        review_score=points.get("review"),
        affirms=line.value is None,
        reporter=block.reporter,
        cause=causes[-1] if causes else None,
        foreseen=None if line.foreseen is None else line.foreseen.value,
        entry=entry,
    )
