"""What every reader of documents gives: prose and grids of cells, in their order, with the place of each."""

from __future__ import annotations

from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text


class OnPage(NamedTuple):
    """A box on a page (from 1), in hundredths of a point from the upper left corner of the page."""

    page: int
    left: int
    top: int
    right: int
    bottom: int

    def say(self) -> Text:
        """Tell a person where it is."""
        return Text(f"第 {self.page} 页", f"page {self.page}")


class InSheet(NamedTuple):
    """A cell or a range of a worksheet, as spreadsheets name them (``B5`` · ``B5:G5``)."""

    sheet: str
    ref: str

    def say(self) -> Text:
        """Tell a person where it is."""
        return Text(f"{self.sheet}!{self.ref}", f"{self.sheet}!{self.ref}")


class InTable(NamedTuple):
    """A cell of a table of a text document or a web page; all three count from 1.

    ``table`` 0: outside tables; then ``row`` counts paragraphs.
    """

    table: int
    row: int
    column: int

    def say(self) -> Text:
        """Tell a person where it is."""
        if self.table == 0:
            return Text(f"第 {self.row} 段", f"paragraph {self.row}")
        return Text(
            f"表 {self.table} 第 {self.row} 行第 {self.column} 格",
            f"table {self.table}, row {self.row}, cell {self.column}",
        )


class OnLines(NamedTuple):
    """Lines of a plain text, from 1, both included."""

    first: int
    last: int

    def say(self) -> Text:
        """Tell a person where it is."""
        if self.first == self.last:
            return Text(f"第 {self.first} 行", f"line {self.first}")
        return Text(f"第 {self.first}–{self.last} 行", f"lines {self.first}–{self.last}")


Spot = OnPage | InSheet | InTable | OnLines

Flag = Literal[
    "vertical_text", "after_page_break", "joined_over_page", "carried_over_page", "borderless", "overlap",
    "overflow_text", "digits_lost", "uncalculated", "error", "disguised", "hidden", "nested_table",
    "text_box", "cut_off",
]  # fmt: skip
"""What makes a cell less sure than others.

``vertical_text``: written downwards. ``after_page_break``: in the first row after a page break.
``joined_over_page``: its text was put together from two pages. ``carried_over_page``: a merged cell that
goes on after a page break. ``borderless``: found without rules. ``overlap``: another cell claims the same
place. ``overflow_text``: text printed outside its cell. ``digits_lost``: a number of 15 digits or more.
``uncalculated``: a formula without its value. ``error``: ``#DIV/0!`` and the like. ``disguised``: its number
format shows another number. ``hidden``: in a hidden row, column or sheet. ``nested_table``, ``text_box``: it
holds a table or a text box, whose text is part of its text. ``cut_off``: in the row where a file was cut off.
"""


class Cell(NamedTuple):
    r"""A cell of a grid. ``row`` and ``column`` from 0; it covers ``rows`` × ``columns`` places.

    ``text`` is exactly as printed, with ``\n`` where a line of the cell ends; a number is as its format shows
    it (``90%``, ``5.00``). ``spots``: one, or one for each page that it stands on.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str
    spots: tuple[Spot, ...]
    flags: frozenset[Flag] = frozenset()


class Grid(NamedTuple):
    """A table: cells that do not overlap, in the order of rows and columns; covered places have no cell.

    ``edges``: the x of its columns' rules, in hundredths of a point, where a page shows them (one more than
    there are columns); empty for other documents. ``page``: from 1, or 0. ``name``: of the worksheet.
    """

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    edges: tuple[int, ...] = ()
    page: int = 0
    name: str = ""


class Prose(NamedTuple):
    """Text outside tables: one paragraph, or one line of a page."""

    text: str
    spots: tuple[Spot, ...]
    flags: frozenset[Flag] = frozenset()


Block = Prose | Grid

Kind = Literal["pdf", "docx", "html", "xlsx", "xls", "csv", "text"]


class Line(NamedTuple):
    """A line of a document's character stream, in the order of the file, with its place."""

    text: str
    spot: Spot


class Document(NamedTuple):
    """A document as read: blocks from top to bottom.

    ``stream``: the characters line by line as the file orders them: the whole of a plain text, the second
    reading of a PDF; empty for other kinds. ``pages``: of a PDF; of others 0.
    """

    file: str
    kind: Kind
    blocks: tuple[Block, ...]
    stream: tuple[Line, ...] = ()
    pages: int = 0
