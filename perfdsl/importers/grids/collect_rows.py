"""Goes down a table of indicators from its header: rows to read, rows to pass over, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Cell
from perfdsl.importers import messages
from perfdsl.importers.grids.body_rows import BodyRow, body_row
from perfdsl.importers.grids.find_furniture import is_furniture
from perfdsl.importers.grids.form_rows import Key, Piece, Row
from perfdsl.importers.grids.heal_breaks import goes_on, joined, may_go_on, split_levels, with_levels
from perfdsl.importers.grids.match_header import Header, header_at, is_money_header
from perfdsl.importers.labels import is_label, is_total, words
from perfdsl.importers.levels import known_level1, known_level2
from perfdsl.importers.tidy_text import key_of

_MOST_LINES = 8


class Passed(NamedTuple):
    """A row that is no indicator, and why."""

    row: Row
    reason: Text


class Body(NamedTuple):
    """The rows below one header.

    ``passed``: rows of totals and repeated headers; ``end``: the line after; ``breaks``: rows that follow a
    page break; ``labels``: the rows of the header itself.
    """

    header: Header
    rows: tuple[BodyRow, ...]
    passed: tuple[Passed, ...]
    end: int
    breaks: frozenset[int]
    labels: tuple[Row, ...] = ()


def collect_body(pieces: Sequence[Piece], header: Header) -> Body:
    """Collect the rows of a header until something else begins."""
    walk = _Walk(pieces, header)
    at = header.at + header.depth
    while at < len(pieces):
        row = pieces[at]
        steps = walk.take(row, at) if isinstance(row, Row) else walk.pass_by(at)
        if not steps:
            break
        at += steps
    return walk.body(at)


class _Walk:
    """The way down a table: what was collected so far."""

    def __init__(self, pieces: Sequence[Piece], header: Header) -> None:
        self._pieces = pieces
        self._first = self._header = header
        self._grid = _grid(pieces[header.at])
        self._rows: list[BodyRow] = []
        self._passed: list[Passed] = []
        self._breaks: set[int] = set()
        self._wholes: dict[Key, Cell] = {}
        self._is_after_break = False

    def body(self, end: int) -> Body:
        """Give all that was collected."""
        rows = (with_levels(row, self._wholes) for row in self._rows) if self._wholes else self._rows
        labels = _rows_of(self._pieces, self._first)
        return Body(self._first, tuple(rows), tuple(self._passed), end, frozenset(self._breaks), labels)

    def take(self, row: Row, at: int) -> int:
        """Take a row in, and give how many lines that were; 0 where the table has ended."""
        self._is_after_break = self._is_after_break or row.follows_break or row.grid != self._grid
        again = header_at(self._pieces, at)
        if again is not None:
            return self._repeat(again, row)
        if row.filled and self._is_over(row):
            return 0
        self._grid = row.grid
        if total_cell(row) is not None:
            self._passed.append(Passed(row, messages.TOTALS_ROW))
        elif row.filled:
            self._add(row)
        self._is_after_break = self._is_after_break and not row.filled
        return 1

    def pass_by(self, at: int) -> int:
        """Pass by prose: page numbers, 续表, lines that fell out of a table without rules at a page break."""
        lines = self._pieces[at : at + _MOST_LINES]
        after = next((line for line in lines if isinstance(line, Row)), None)
        if isinstance(lines[0], Row) or is_furniture(lines[0]):
            return 1
        goes_on = after is not None and len(after.cells) == len(self._header.columns)
        is_borderless = after is not None and all("borderless" in cell.flags for cell in after.cells)
        return int(goes_on and is_borderless)

    def _repeat(self, again: Header, row: Row) -> int:
        """Pass over a header that is printed again; another one ends the table."""
        if again.meanings() != self._header.meanings() or again.about() not in {"", self._header.about()}:
            return 0
        repeated = _rows_of(self._pieces, again)
        self._passed += [Passed(one, messages.REPEATED_HEADER) for one in repeated]
        self._header, self._grid = again, row.grid
        return again.depth

    def _is_over(self, row: Row) -> bool:
        is_elsewhere = row.grid != self._grid and len(row.cells) != len(self._header.columns)
        return is_elsewhere or _ends(row, self._header)

    def _add(self, row: Row) -> None:
        columns = self._header.columns
        printed = body_row(row, self._header)
        if self._is_after_break:
            self._breaks.add(row.at)
        if not self._is_after_break or not self._rows:
            self._rows.append(printed)
            return
        self._wholes |= split_levels(self._rows[-1], printed, columns)
        if goes_on(self._rows[-1], printed, columns):
            self._rows[-1] = joined(self._rows[-1], printed)
        else:
            may_be_rest = may_go_on(self._rows[-1], printed, columns)
            self._rows.append(printed._replace(may_go_on=may_be_rest))


def _rows_of(pieces: Sequence[Piece], header: Header) -> tuple[Row, ...]:
    lines = pieces[header.at : header.at + header.depth]
    return tuple(line for line in lines if isinstance(line, Row))


def _grid(piece: Piece) -> int:
    return piece.grid if isinstance(piece, Row) else -1


def total_cell(row: Row) -> Cell | None:
    """Find the label 总分 or the like at the start of a row; what a page prints below it is no part of it."""
    for cell in row.filled[:2]:
        said = cell.text.split("\n")[0] if "overflow_text" in cell.flags else cell.text
        if is_total(said):
            return cell
    return None


def _ends(row: Row, header: Header) -> bool:
    """Whether a row belongs to the form's foot, or heads another part."""
    first = row.filled[0]
    if is_money_header(row) or is_note(first):
        return True
    if total_cell(row) is not None:
        return False
    counted = [column for column in header.columns if column.meaning not in {"side", "-"}]
    covered = sum(1 for c in counted if first.column < c.last and c.first < first.column + first.columns)
    if len(row.filled) == 1 and covered > len(counted) // 2 and covered > 2:  # noqa: PLR2004 (more than level1 and level2)
        return True
    begins = _meaning_at(first, header)
    if (
        begins in {"side", "-", "level1", "head:name"}
        and not known_level1(first.text)
        and not known_level2(first.text)
    ):
        return is_label(first.text) and begins != "head:name"
    return False


def is_note(cell: Cell) -> bool:
    """Whether a cell begins the foot of a form: 注, 填表人."""
    said = key_of(cell.text[:12])
    return any(said == word or said.startswith((f"{word}:", f"{word}1")) for word in words("foot_words"))


def _meaning_at(cell: Cell, header: Header) -> str:
    return next((c.meaning for c in header.columns if c.first <= cell.column < c.last), "")
