"""Laws of merged cells: no place is covered twice, and a table gives one grid, whatever file it stands in."""

from __future__ import annotations

import io
from typing import NamedTuple

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.documents.readers.place_spans import Claim, SpanPlacer
from perfdsl.documents.readers.unreadable import UnreadableDocumentError
from tests.documents.readers.reading import assert_sound, docx, grids, p, read, shape, tbl, tc


class Piece(NamedTuple):
    row: int
    column: int
    rows: int
    columns: int


@st.composite
def tilings(draw: st.DrawFn) -> tuple[int, int, list[Piece]]:
    """A table cut into merged cells at random; every place is covered, every row begins a cell."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    pieces: list[Piece] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in free:
                continue
            width = height = 1
            while (row, column + width) in free and draw(st.integers(0, 3)) == 0:
                width += 1
            below = range(column, column + width)
            while all((row + height, at) in free for at in below) and draw(st.integers(0, 3)) == 0:
                height += 1
            free -= {(row + down, column + across) for down in range(height) for across in range(width)}
            pieces.append(Piece(row, column, height, width))
    return rows, columns, pieces


def as_html(table: tuple[int, int, list[Piece]]) -> bytes:
    rows, _, pieces = table
    lines = [
        "".join(
            f"<td rowspan={piece.rows} colspan={piece.columns}>{at}</td>"
            for at, piece in enumerate(pieces)
            if piece.row == row
        )
        for row in range(rows)
    ]
    return ("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>").encode()


def as_docx(table: tuple[int, int, list[Piece]]) -> bytes:
    rows, _, pieces = table
    lines = []
    for row in range(rows):
        here = sorted((q.column, at, q) for at, q in enumerate(pieces) if q.row <= row < q.row + q.rows)
        line = ""
        for _, at, piece in here:
            merge = (
                "<w:vMerge/>" if row > piece.row else '<w:vMerge w:val="restart"/>' if piece.rows > 1 else ""
            )
            text = p(str(at)) if row == piece.row else "<w:p/>"
            line += tc(text, f'<w:gridSpan w:val="{piece.columns}"/>{merge}')
        lines.append(line)
    return docx(tbl(*lines))


def as_xlsx(table: tuple[int, int, list[Piece]]) -> bytes:
    book = openpyxl.Workbook()
    for at, piece in enumerate(table[2]):
        book.active.cell(piece.row + 1, piece.column + 1, str(at))
        if piece.rows * piece.columns > 1:
            book.active.merge_cells(
                start_row=piece.row + 1,
                start_column=piece.column + 1,
                end_row=piece.row + piece.rows,
                end_column=piece.column + piece.columns,
            )
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def wanted(table: tuple[int, int, list[Piece]]) -> list[tuple[int, int, int, int, str]]:
    return [(*piece, str(at)) for at, piece in enumerate(table[2])]


@settings(max_examples=150, deadline=None)
@given(tilings())
def test_web_pages_and_word_documents_give_the_table_back(table: tuple[int, int, list[Piece]]) -> None:
    page, word = grids(read("a.html", as_html(table))[0])[0], grids(read("a.docx", as_docx(table))[0])[0]
    assert shape(page) == shape(word) == wanted(table)
    assert page.columns == word.columns == table[1]
    assert page.rows == word.rows == table[0]


@settings(max_examples=25, deadline=None)
@given(tilings())
def test_worksheets_give_the_table_back(table: tuple[int, int, list[Piece]]) -> None:
    """A sheet has no words to the right of the last cell that begins: merged cells end there."""
    grid = grids(read("a.xlsx", as_xlsx(table))[0])[0]
    assert_sound(grid)
    starts = [(cell.row, cell.column, cell.text) for cell in grid.cells if cell.text]
    assert starts == [(piece.row, piece.column, str(at)) for at, piece in enumerate(table[2])]
    width, height = max(piece.column for piece in table[2]) + 1, max(piece.row for piece in table[2]) + 1
    sizes = [(min(q.rows, height - q.row), min(q.columns, width - q.column)) for q in table[2]]
    assert [(cell.rows, cell.columns) for cell in grid.cells if cell.text] == sizes


claims = st.lists(st.lists(st.tuples(st.integers(-1, 5), st.integers(-1, 5)), max_size=5), max_size=6)


@settings(max_examples=300, deadline=None)
@given(claims)
def test_whatever_cells_claim_none_overlap(rows: list[list[tuple[int, int]]]) -> None:
    placed = SpanPlacer().place([[Claim(*claim) for claim in row] for row in rows], [len(rows)] * len(rows))
    assert [len(line) for line in placed] == [len(row) for row in rows]
    seen: set[tuple[int, int]] = set()
    for row, line in enumerate(placed):
        assert [at.column for at in line] == sorted(at.column for at in line)
        for at, claim in zip(line, rows[row], strict=True):
            assert at.row == row
            assert at.row + at.rows <= len(rows)
            assert at.overlap or at.columns == max(claim[0], 1)
            places = {(at.row + d, at.column + a) for d in range(at.rows) for a in range(at.columns)}
            assert not places & seen
            seen |= places


def test_hostile_claims_are_bounded() -> None:
    with pytest.raises(UnreadableDocumentError):
        SpanPlacer().place([[Claim(1000, 1)] * 9], [1])
    with pytest.raises(UnreadableDocumentError):
        SpanPlacer().place([[Claim(1000, 1)]] * 9000, [9000] * 9000)
