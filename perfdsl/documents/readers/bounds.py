"""How large a document from an untrusted file may be."""

from __future__ import annotations

MOST_CELLS = 500_000
"""Cells of a document, blank ones too."""

MOST_BLOCKS = 200_000
"""Paragraphs and tables of a document."""

MOST_COLUMNS = 2_000
"""Columns of a grid."""

MOST_ROWS = 200_000
"""Rows of a grid."""

MOST_ROWS_OF_TEXT = 50_000
"""Rows of a text divided by commas or tabs: no form has so many."""

MOST_SPAN = 1_000
"""Columns that one cell may claim, as in browsers."""

WIDE_SPAN = 100
"""A cell that claims so many columns means "all that there are"."""

MOST_STEPS = 5_000_000
"""Places that are looked at while the cells of a document's tables are placed."""

MOST_PLACES = 1_000_000
"""Places of a worksheet that are filled with blank cells, and places that its merged cells cover."""

MOST_BLANK = 20
"""Blank rows (or columns) in a run that a worksheet keeps; the cells below move up, their names stay."""

MOST_CHARACTERS = 40_000
"""Characters of a cell or a paragraph; Excel allows 32,767."""

MOST_DEPTH = 4
"""Tables inside tables that are looked at one by one; deeper ones are text of the cell around them."""

MOST_MARKS = 4_000_000
"""Tags and attributes of a page or of a part of a document: in memory each takes about a hundred bytes."""

MOST_SHEETS = 256
"""Sheets of a workbook."""
