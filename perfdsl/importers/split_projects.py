"""Reads one table of many projects: a column of project names beside the indicators, a form for each name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from perfdsl.importers.body_rows import BodyRow
from perfdsl.importers.collect_rows import Body
from perfdsl.importers.cut_forms import FormPieces
from perfdsl.importers.doubt_flags import doubt_flags
from perfdsl.importers.draft import Field, FormDraft, HeadName
from perfdsl.importers.fill_tables import read_table, with_tables
from perfdsl.importers.find_parts import find_parts, head_of
from perfdsl.importers.form_rows import Piece, Row, Taken
from perfdsl.importers.read_fields import money_field, text_field
from perfdsl.importers.read_goals import split_goals
from perfdsl.importers.tidy_text import tidy

_PREFIX = "head:"
_MONEY = frozenset({"budget", "fiscal", "other"})


def split_projects(form: FormPieces) -> list[FormDraft]:
    """Give a draft for each project of such a table; none where the form is no such table.

    Lines that belong to no project of their own (title, header, totals) are counted with the first.
    """
    parts = find_parts(form.pieces[form.titles :])
    bodies = [body for body in parts.bodies if "head:name" in body.header.meanings() and body.rows]
    if not bodies:
        return []
    taken = Taken()
    head, unit = head_of(form, parts, taken)
    groups = [(body, rows) for body in bodies for rows in _by_project(body)]
    owners = {at: number for number, (_, rows) in enumerate(groups) for row in rows for at in _lines(row)}
    lines: list[list[Piece]] = [[] for _ in groups]
    for piece in form.pieces:
        lines[owners.get(piece.at, 0) if isinstance(piece, Row) else 0].append(piece)
    found = []
    for at, (body, rows) in enumerate(groups):
        own = body._replace(rows=tuple(rows), passed=body.passed if rows[0] is body.rows[0] else ())
        found.append(_project(own, head, unit, lines[at], taken))
    return found


def _lines(row: BodyRow) -> set[int]:
    """Lines that a row stands on; two where a page break cut it."""
    return {row.row.at} | {cell.row for entry in row.entries if entry.is_joined for cell in entry.cells}


def _by_project(body: Body) -> list[list[BodyRow]]:
    """Cut the rows where another project's name begins; a blank one goes on with the project above."""
    columns, groups, last = body.header.columns, list[list[BodyRow]](), ""
    for row in body.rows:
        entry = row.first(columns, "head:name")
        said = tidy(entry.text) if entry is not None and not entry.is_carried else ""
        if not groups or (said and said != last):
            groups.append([])
            last = said
        groups[-1].append(row)
    return groups


def _project(
    body: Body, head: dict[HeadName, Field], unit: str, lines: Sequence[Piece], taken: Taken
) -> FormDraft:
    year = head["year"].value if "year" in head else None
    table = read_table(body, year if isinstance(year, int) else None)
    own, goals = _head(body, unit)
    return with_tables(FormDraft("targets", {**head, **own}, (), (), goals), [table], lines, taken)


def _head(body: Body, unit: str) -> tuple[dict[HeadName, Field], tuple[Field, ...]]:
    found: dict[HeadName, Field] = {}
    goals: tuple[Field, ...] = ()
    for column, entry in zip(body.header.columns, body.rows[0].entries, strict=True):
        if not column.meaning.startswith(_PREFIX):
            continue
        name = cast("HeadName", column.meaning.removeprefix(_PREFIX))
        if name == "expected_goal" and entry.cells:
            goals = tuple(split_goals(entry.cells[0]._replace(text=entry.text, spots=entry.spots)))
            continue
        field = (
            money_field(entry.text, entry.spots, unit)
            if name in _MONEY
            else text_field(entry.text, entry.spots)
        )
        found.setdefault(name, doubt_flags(field, entry.flags))
    return found, goals
