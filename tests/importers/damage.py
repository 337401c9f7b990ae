"""Damages good forms in ways that happen in real files, and counts wrong fields that nobody is told about."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from perfdsl.documents.document import Cell, Document, Grid
from perfdsl.importers.draft import DraftRow, Field, FormDraft
from perfdsl.importers.grids.read_forms import read_forms
from perfdsl.importers.labels import column_name

COMPARED = ("level1", "level2", "name", "description", "target", "basis", "weight", "operator", "unit")
HEAD = ("code", "name", "budget", "fiscal", "other", "purpose")


class Count(NamedTuple):
    """``wrong``: fields that differ from the undamaged form; the others: how many of them nobody is told of,
    looking at the field alone, and at its row as well."""

    wrong: int
    unreported: int
    unreported_by_row: int


class Table(NamedTuple):
    """One grid of a document, with the row of its header and the meaning of its columns."""

    at: int
    grid: Grid
    header: int
    columns: dict[str, int]

    def body(self, name: str) -> list[Cell]:
        column = self.columns[name]
        return [cell for cell in self.grid.cells if cell.row > self.header and cell.column == column]

    def head(self) -> list[Cell]:
        return [cell for cell in self.grid.cells if cell.row < self.header]


Damage = Callable[[Document, random.Random], Document | None]


def tables(document: Document) -> Iterator[Table]:
    for at, grid in enumerate(document.blocks):
        if not isinstance(grid, Grid):
            continue
        for row in range(grid.rows):
            cells = [cell for cell in grid.cells if cell.row == row]
            names = {
                name: cell.column for cell in cells if (name := column_name(cell.text)) not in {None, "-"}
            }
            if {"level2", "name", "target"} <= names.keys():
                yield Table(at, grid, row, names)
                break


def put(document: Document, table: Table, **changed: tuple[Cell, Cell | None]) -> Document:
    cells = list(table.grid.cells)
    for old, new in changed.values():
        at = cells.index(old)
        cells[at : at + 1] = [] if new is None else [new]
    blocks = list(document.blocks)
    blocks[table.at] = table.grid._replace(cells=tuple(cells))
    return document._replace(blocks=tuple(blocks))


def _change(document: Document, table: Table, cell: Cell, text: str) -> Document:
    return put(document, table, one=(cell, cell._replace(text=text)))


def blank_cell(document: Document, rng: random.Random) -> Document | None:
    table = rng.choice(list(tables(document)))
    names = [name for name in ("level2", "name", "description", "target", "basis") if name in table.columns]
    cells = [cell for name in names for cell in table.body(name) if cell.text.strip()]
    return _change(document, table, rng.choice(cells), "")


def unknown_header(document: Document, rng: random.Random) -> Document | None:
    table = rng.choice(list(tables(document)))
    cells = [cell for cell in table.grid.cells if cell.row == table.header and column_name(cell.text)]
    return _change(document, table, rng.choice(cells), "甲乙丙栏")


def letters_for_digits(document: Document, rng: random.Random) -> Document | None:
    table = rng.choice(list(tables(document)))
    codes = [cell for cell in table.head() if re.fullmatch(r"[0-9A-Z\s]{20,}", cell.text)]
    cells = [cell for cell in [*codes, *table.body("target")] if re.search("[01]", cell.text)]
    if not cells:
        return None
    cell = rng.choice(cells)
    places = [found.start() for found in re.finditer("[01]", cell.text)]
    at = rng.choice(places)
    letter = rng.choice("Oo") if cell.text[at] == "0" else "l"
    return _change(document, table, cell, cell.text[:at] + letter + cell.text[at + 1 :])


def budget_digit(document: Document, rng: random.Random) -> Document | None:
    table = rng.choice(list(tables(document)))
    cells = sorted(table.head(), key=lambda cell: (cell.row, cell.column))
    for label, cell in itertools.pairwise(cells):
        if label.text.strip() in {"预算数", "年度资金总额："} and re.search("[1-9]", cell.text):
            at = next(found.start() for found in re.finditer("[1-9]", cell.text))
            digit = rng.choice([one for one in "123456789" if one != cell.text[at]])
            return _change(document, table, cell, cell.text[:at] + digit + cell.text[at + 1 :])
    return None


def _neighbours(document: Document, rng: random.Random) -> tuple[Table, Cell, Cell]:
    table = rng.choice(list(tables(document)))
    order = sorted(table.columns.items(), key=lambda one: one[1])
    names = [name for name, _ in order if name in {"level2", "name", "description", "target", "basis"}]
    left, right = rng.choice(list(itertools.pairwise(names)))
    cell = rng.choice([one for one in table.body(left) if one.text.strip()])
    other = next(one for one in table.body(right) if one.row == cell.row)
    return table, cell, other


def merged_cells(document: Document, rng: random.Random) -> Document | None:
    table, left, right = _neighbours(document, rng)
    whole = left._replace(columns=left.columns + right.columns, text=left.text + right.text)
    return put(document, table, one=(left, whole), other=(right, None))


def text_moved_into_neighbour(document: Document, rng: random.Random) -> Document | None:
    table, left, right = _neighbours(document, rng)
    if rng.random() < 0.5:
        left, right = right, left
        texts = right.text + left.text
    else:
        texts = left.text + right.text
    return put(document, table, one=(left, left._replace(text=texts)), other=(right, right._replace(text="")))


def swapped_headers(document: Document, rng: random.Random) -> Document | None:
    found = [table for table in tables(document) if "description" in table.columns]
    table = rng.choice(found)
    by = {name: next(c for c in table.grid.cells if c.row == table.header and c.column == table.columns[name])
          for name in ("name", "description")}  # fmt: skip
    one, other = by["name"], by["description"]
    return put(
        document,
        table,
        one=(one, one._replace(text=other.text)),
        other=(other, other._replace(text=one.text)),
    )


def half_text_lost(document: Document, rng: random.Random) -> Document | None:
    table = rng.choice(list(tables(document)))
    names = [name for name in ("level2", "name", "description", "basis") if name in table.columns]
    cell = rng.choice([one for name in names for one in table.body(name) if len(one.text) > 3])
    return _change(document, table, cell, cell.text[: len(cell.text) // 2])


def digit_typo(document: Document, rng: random.Random) -> Document | None:
    table = rng.choice(list(tables(document)))
    cell = rng.choice([one for one in table.body("target") if re.search("[1-9]", one.text)])
    at = rng.choice([found.start() for found in re.finditer("[1-9]", cell.text)])
    digit = rng.choice([one for one in "123456789" if one != cell.text[at]])
    return _change(document, table, cell, cell.text[:at] + digit + cell.text[at + 1 :])


def count(good: tuple[FormDraft, ...], damaged: Document) -> Count:
    """Hold the damaged document against the good one, row by row."""
    found, _ = read_forms(damaged)
    total = Count(0, 0, 0)
    for before, after in zip(good, found, strict=True):
        for one in (*_head(before, after), *_rows(before, after)):
            total = Count(*(a + b for a, b in zip(total, one, strict=True)))
    return total


def _head(before: FormDraft, after: FormDraft) -> Iterator[Count]:
    for name in HEAD:
        if name in before.head:
            yield _one(before.head[name], after.head.get(name), is_row_told=False)


def _rows(before: FormDraft, after: FormDraft) -> Iterator[Count]:
    assert len(before.rows) == len(after.rows) or after.reasons
    for one, other in zip(before.rows, after.rows, strict=False):
        for name in COMPARED:
            if name in one.fields:
                yield _one(one.fields[name], _told(other, after, name), is_row_told=other.is_marked)


def _told(row: DraftRow, form: FormDraft, name: str) -> Field | None:
    """A field that is absent counts as told where the form says which column was not read."""
    if name in row.fields or not form.reasons:
        return row.fields.get(name)
    return Field("", None, (), "missing")


def _one(before: Field, after: Field | None, *, is_row_told: bool) -> Count:
    if after is not None and _same(before, after):
        return Count(0, 0, 0)
    is_told = after is not None and after.status != "ok"
    return Count(1, int(not is_told), int(not is_told and not is_row_told))


def _same(one: Field, other: Field) -> bool:
    if isinstance(one.value, str | type(None)) or isinstance(other.value, str | type(None)):
        return one.value == other.value
    if hasattr(one.value, "kind"):
        return type(one.value) is type(other.value) and _plain(one.value) == _plain(other.value)
    return one.value == other.value


def _plain(value: object) -> str:
    return re.sub(r"span=\(\d+, \d+\)", "", repr(value))
