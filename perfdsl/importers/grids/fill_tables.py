"""Puts what was read of a form's tables into its draft: rows, columns, totals, and what no field took."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Cell
from perfdsl.importers import messages, messages_pages
from perfdsl.importers.draft import DraftRow, Field, FormDraft, HeadName, RowName, Unused
from perfdsl.importers.grids.body_rows import is_empty
from perfdsl.importers.grids.collect_rows import Body, Passed
from perfdsl.importers.grids.find_left_rows import left_rows
from perfdsl.importers.grids.form_rows import Key, Piece, Taken, key
from perfdsl.importers.grids.list_unused import unused_cells
from perfdsl.importers.grids.read_period import pair_period, with_period
from perfdsl.importers.grids.read_rows import Reading, read_rows
from perfdsl.importers.grids.read_total import total_in
from perfdsl.importers.grids.settle_columns import Settled, settle_columns
from perfdsl.importers.labels import words


class Table(NamedTuple):
    """A table of indicators: its printed rows, what its columns hold, and what was read."""

    body: Body
    settled: Settled
    readings: tuple[Reading, ...]


def read_table(body: Body, year: int | None) -> Table:
    """Read one table of indicators; ``year`` completes dates."""
    settled = settle_columns(body.header, body.rows)
    return Table(body, settled, read_rows(body, settled, year))


def with_tables(
    draft: FormDraft, tables: Sequence[Table], pieces: Sequence[Piece], taken: Taken
) -> FormDraft:
    """Put rows, columns, passed rows and what is unused into the draft."""
    because: dict[Key, Text] = {}
    rows = _rows(tables, because)
    columns: dict[RowName, Cell] = {}
    reasons: dict[Text, None] = {}
    for table in tables:
        columns = {**_columns(table), **columns}
        reasons |= dict.fromkeys([*table.settled.reasons, *_missing_columns(table)])
        _take_table(table, taken, because)
    passed = tuple(_passed(tables, taken))
    left = _left(tables, pieces, taken, because)
    reasons |= dict.fromkeys(left)
    unused, used, filled = unused_cells(pieces, taken, because)
    return draft._replace(
        head=_head(draft, tables, left), rows=rows, columns=columns, reasons=tuple(reasons),
        passed_over=passed, unused=unused, cells_used=used, cells=filled,
    )  # fmt: skip


def _left(
    tables: Sequence[Table], pieces: Sequence[Piece], taken: Taken, because: dict[Key, Text]
) -> list[Text]:
    """Tell of rows below the tables that look like theirs and were not read."""
    labels = [row.at for table in tables for row in table.body.labels]
    rows = left_rows(pieces, max(labels), taken, because) if labels else []
    because.update({key(cell): messages_pages.ROW_LEFT for row in rows for cell in row.filled})
    return [messages_pages.rows_left(len(rows))] if rows else []


def _rows(tables: Sequence[Table], because: dict[Key, Text]) -> tuple[DraftRow, ...]:
    """Put the rows of all tables together; targets of the whole period go beside those of the year."""
    of_period = _of_period(tables)
    known = set(map(id, of_period))
    rows: list[DraftRow] = []
    for table in tables:
        if id(table) not in known:
            rows += pair_period(table.readings, table.settled, because)
    for table in of_period:
        rows = with_period(rows, table.readings, because)
    return tuple(rows)


def _head(draft: FormDraft, tables: Sequence[Table], left: Sequence[Text]) -> dict[HeadName, Field]:
    """Put the total in; one that was found beside rows that were not read may be another number."""
    found: dict[HeadName, Field] = {**_total(tables), **draft.head}
    if "total" in found:
        for reason in left:
            found["total"] = found["total"].doubted(reason)
    return found


def _total(tables: Sequence[Table]) -> dict[HeadName, Field]:
    found = next((total for table in tables if (total := total_in(table.body)) is not None), None)
    return {} if found is None else {"total": found}


def _of_period(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Find tables of the whole period's targets, where the year's stand in a table of their own."""
    found = tuple(table for table in tables if _says_period(table.body.header.about()))
    return found if len(found) < len(tables) else ()


def _says_period(label: str) -> bool:
    return any(word in label for word in words("period_words"))


def _columns(table: Table) -> dict[RowName, Cell]:
    found: dict[RowName, Cell] = {}
    for at, column in enumerate(table.settled.columns):
        is_row = column.meaning not in {"", "-", "side", "nature"} and not column.meaning.startswith("head:")
        if is_row and at not in table.settled.period:
            found.setdefault(cast("RowName", column.meaning), column.cell)
    return found


def _missing_columns(table: Table) -> list[Text]:
    held = {column.meaning for column in table.settled.columns}
    labels = {"level1": "一级指标", "name": "三级指标", "target": "指标值"}
    missing = [messages.no_column(label) for meaning, label in labels.items() if meaning not in held]
    return missing if table.body.rows else [*missing, messages.no_rows()]


def _take_table(table: Table, taken: Taken, because: dict[Key, Text]) -> None:
    """Count the cells of a table that fields took; those of columns without a field stay unused."""
    unknown = {key(column.cell) for column in table.settled.columns if column.meaning == ""}
    labels = [cell for row in table.body.labels for cell in row.filled if key(cell) not in unknown]
    taken.take(*labels)
    for reading in table.readings:
        for column, entry in zip(table.settled.columns, reading.printed.entries, strict=True):
            if column.meaning in {"", "-"}:
                reason = messages.NO_FIELD if column.meaning == "-" else messages.COLUMN_NOT_READ
                because.update({key(cell): reason for cell in entry.cells})
            elif column.meaning != "side":
                taken.take(*(cell for cell in entry.cells if key(cell) not in because))
            elif entry.cells and entry.is_carried:
                taken.take(*entry.cells)


def _passed(tables: Sequence[Table], taken: Taken) -> Iterator[Unused]:
    for table in tables:
        empty = [
            Passed(row.row, messages.EMPTY_ROW)
            for row in table.body.rows
            if is_empty(row, table.settled.columns)
        ]
        for row, reason in (*table.body.passed, *empty):
            taken.take(*row.filled)
            filled = row.filled
            yield Unused(
                "｜".join(cell.text for cell in filled), tuple(s for c in filled for s in c.spots), reason
            )
