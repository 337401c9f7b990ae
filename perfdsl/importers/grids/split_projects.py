"""Reads one table of many projects: a column of project names beside the indicators, a form for each name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from perfdsl.importers.draft import Field, FormDraft, HeadName
from perfdsl.importers.grids.body_rows import BodyRow
from perfdsl.importers.grids.collect_rows import Body
from perfdsl.importers.grids.cut_forms import FormPieces
from perfdsl.importers.grids.doubt_flags import doubt_flags, of_cell
from perfdsl.importers.grids.fill_tables import read_table, with_tables
from perfdsl.importers.grids.find_parts import find_parts, head_of
from perfdsl.importers.grids.form_rows import Piece, Row, Taken
from perfdsl.importers.grids.split_goals import split_goals
from perfdsl.importers.read_fields import money_field, text_field
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
    groups = list(_groups(bodies, taken))
    if not groups:
        return []
    owners = {at: number for number, group in enumerate(groups) for row in group.rows for at in _lines(row)}
    lines: list[list[Piece]] = [[] for _ in groups]
    for piece in form.pieces:
        lines[owners.get(piece.at, 0) if isinstance(piece, Row) else 0].append(piece)
    return [_project(group, head, unit, lines[at], taken) for at, group in enumerate(groups)]


class _Group(NamedTuple):
    """The rows of one project; ``unit``: whose line stands over it; ``is_first``: of its table."""

    body: Body
    rows: list[BodyRow]
    unit: Field | None
    is_first: bool


def _groups(bodies: Sequence[Body], taken: Taken) -> Iterator[_Group]:
    for body in bodies:
        unit: Field | None = None
        is_first = True
        for rows in _by_project(body):
            if _is_unit(body, rows):
                unit = _unit(rows[0], taken)
                continue
            yield _Group(body, rows, unit, is_first)
            is_first = False


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


def _is_unit(body: Body, rows: Sequence[BodyRow]) -> bool:
    """Whether a name stands over projects and is none: a line that prints nothing else."""
    label = next((one.path[-1] for one in body.header.columns if one.meaning == "head:name" and one.path), "")
    names_units = any(word in label for word in ("单位", "部门"))
    return names_units and len(body.rows) > len(rows) and all(len(row.row.filled) == 1 for row in rows)


def _unit(row: BodyRow, taken: Taken) -> Field:
    cell = row.row.filled[0]
    taken.take(cell)
    return of_cell(text_field(cell.text, cell.spots), cell)


def _project(
    group: _Group, head: dict[HeadName, Field], unit: str, lines: Sequence[Piece], taken: Taken
) -> FormDraft:
    body, rows = group.body, group.rows
    body = body._replace(rows=tuple(rows), passed=body.passed if group.is_first else ())
    year = head["year"].value if "year" in head else None
    table = read_table(body, year if isinstance(year, int) else None)
    own, goals = _head(body, unit)
    above: dict[HeadName, Field] = {} if group.unit is None else {"department": group.unit}
    return with_tables(FormDraft("targets", {**head, **above, **own}, (), (), goals), [table], lines, taken)


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
