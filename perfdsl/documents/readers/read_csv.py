"""Reads a CSV file as one grid."""

from __future__ import annotations

import io

from perfdsl.actuals.readers.read_csv import DELIMITERS, read_rows
from perfdsl.actuals.table import Row
from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Cell, Document, Grid, InTable
from perfdsl.documents.readers.bounds import MOST_CELLS, MOST_ROWS_OF_TEXT
from perfdsl.documents.readers.decode_document import decode_document
from perfdsl.documents.readers.read_by_content import read_by_content
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

_LINES_LOOKED_AT = 50


def read(file: str, data: bytes, diagnostics: Diagnostics) -> Document | None:
    """Read a ``.csv`` file; see ``read_by_content``."""
    return read_by_content("csv", file, data, diagnostics)


def read_content(file: str, data: bytes, diagnostics: Diagnostics) -> Document:
    """Give the one grid. A row's number in a spot is that of the line where it begins."""
    lines = io.StringIO(decode_document(file, data, diagnostics), newline="").readlines()
    delimiter = max(DELIMITERS, key=lambda each: sum(line.count(each) for line in lines[:_LINES_LOOKED_AT]))
    rows = [row for row in read_rows(file, lines, delimiter, diagnostics) if not row.is_blank]
    if not rows:
        return Document(file, "csv", ())
    columns = max(map(_width, rows))
    if columns * len(rows) > MOST_CELLS or len(rows) > MOST_ROWS_OF_TEXT:
        raise UnreadableDocumentError("too_many_cells")
    cells = tuple(
        Cell(at, column, 1, 1, row.texts[column] if column < len(row.texts) else "",
             (InTable(1, row.number, column + 1),))
        for at, row in enumerate(rows) for column in range(columns)
    )  # fmt: skip
    return Document(file, "csv", (Grid(len(rows), columns, cells),))


def _width(row: Row) -> int:
    """Count the cells up to the last one with text: rows often end in a tail of commas."""
    return max(at for at, text in enumerate(row.texts, start=1) if text.strip())
