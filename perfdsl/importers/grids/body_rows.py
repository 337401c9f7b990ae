"""The rows below a header, each with the cells of every column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.documents.document import Cell, Flag, Spot
from perfdsl.importers.grids.form_rows import Key, Row, key
from perfdsl.importers.grids.match_header import Column, Header

_FILLERS = " \n\t\u3000.…·—-*/"
_OF_LEVELS = frozenset({"level1", "level2", "side", "-"})


class Entry(NamedTuple):
    """What one row has in one column.

    ``cells``: in reading order; ``covers``: how many columns with a meaning of their own the widest of them
    reaches over; ``is_carried``: it began in a row above; ``is_joined``: from both sides of a page break.
    """

    cells: tuple[Cell, ...]
    covers: int = 1
    is_carried: bool = False
    is_joined: bool = False

    @property
    def text(self) -> str:
        """All that is printed, cell by cell."""
        return "\n".join(cell.text for cell in self.cells if cell.text.strip())

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where it stands."""
        return tuple(spot for cell in self.cells for spot in cell.spots)

    @property
    def flags(self) -> frozenset[Flag]:
        """What the reader saw about its cells."""
        return frozenset(flag for cell in self.cells for flag in cell.flags)


class BodyRow(NamedTuple):
    """A row of indicators as printed: an entry for each column of the header, in its order.

    ``may_go_on``: it follows a page break and prints no level, so it may be the rest of the row before.
    """

    row: Row
    entries: tuple[Entry, ...]
    is_healed: bool = False
    may_go_on: bool = False

    def first(self, columns: Sequence[Column], meaning: str) -> Entry | None:
        """The entry of the first column of a meaning."""
        return next((e for c, e in zip(columns, self.entries, strict=True) if c.meaning == meaning), None)


def is_empty(row: BodyRow, columns: Sequence[Column]) -> bool:
    """Whether a row holds levels and no indicator, as rows of a template that nobody needed do."""
    return not any(
        entry.text.strip(_FILLERS)
        for column, entry in zip(columns, row.entries, strict=True)
        if column.meaning not in _OF_LEVELS
        and not column.meaning.startswith("head:")
        and not entry.is_carried
    )


def body_row(row: Row, header: Header) -> BodyRow:
    """Sort the cells of a row into the columns of its header; as many cells as columns go one to one."""
    columns = header.columns
    if len(row.cells) == len(columns) and all(map(_meet, row.cells, columns)):
        return BodyRow(row, tuple(Entry((cell,), 1, cell.row < row.at) for cell in row.cells))
    counted = [column for column in columns if column.meaning not in {"side", "-"}]
    shared = {key(cell): sum(_meet(cell, column) for column in counted) or 1 for cell in row.cells}
    return BodyRow(row, tuple(_entry(row, column, shared) for column in columns))


def _meet(cell: Cell, column: Column) -> bool:
    return cell.column < column.last and column.first < cell.column + cell.columns


def _entry(row: Row, column: Column, shared: dict[Key, int]) -> Entry:
    cells = row.within(column.first, column.last)
    filled = tuple(cell for cell in cells if cell.text.strip()) or cells[:1]
    covers = max((shared[key(cell)] for cell in filled), default=1)
    return Entry(filled, covers, bool(filled) and filled[0].row < row.at)
