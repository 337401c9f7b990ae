"""A table as a person sees it, whichever kind of file it came from, with the place of every cell."""

from __future__ import annotations

from typing import Literal, NamedTuple

from perfdsl.source import CellPlace

Kind = Literal[
    "text", "number", "date", "boolean",
    "error", "uncalculated", "digits_lost", "disguised", "not_a_number", "nested",
]  # fmt: skip
"""What a cell holds. Those of the second line cannot be used: ``#DIV/0!``; a formula whose value was never
stored; a number beyond the 15 digits that Excel keeps; a number whose format shows another one; ``NaN``;
a list or an object inside a JSON object."""

UNUSABLE: frozenset[Kind] = frozenset(
    {"error", "uncalculated", "digits_lost", "disguised", "not_a_number", "nested"}
)


_MARKED = tuple(f"'{sign}" for sign in "=+-@＝＋－＠")


class Cell(NamedTuple):
    """One cell: its text exactly as seen (``90%``, not 0.9), where it stands, and what it holds."""

    text: str
    place: CellPlace
    kind: Kind = "text"


class Row(NamedTuple):
    """The texts of a row, the number that its file gives it, and the file's own line.

    ``kinds`` is as long as ``texts``, or empty where everything is text (as in CSV).
    """

    number: int
    texts: tuple[str, ...]
    line: str
    kinds: tuple[Kind, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space stands in it."""
        return not any(text.strip() for text in self.texts)

    def text(self, column: int) -> str:
        """Text of a column (from 0) without white space around it; empty past the end and for -1.

        The mark that keeps a spreadsheet from running a text (``'=x``) is no part of it.
        """
        text = self.texts[column].strip() if 0 <= column < len(self.texts) else ""
        return text[1:] if text.startswith(_MARKED) else text

    def kind(self, column: int) -> Kind:
        """Kind of a column (from 0)."""
        return self.kinds[column] if 0 <= column < len(self.kinds) else "text"


class Table(NamedTuple):
    """A header and the rows under it. Cells are made when asked for: most are never pointed at."""

    file: str
    sheet: str
    header: Row
    rows: tuple[Row, ...]

    def cell(self, row: Row, column: int) -> Cell:
        """Give the cell of a row in a column (from 0), which may lie beyond what the row holds."""
        text = row.texts[column] if 0 <= column < len(row.texts) else ""
        place = CellPlace(
            file=self.file,
            row=row.number,
            column=self.header.text(column),
            column_number=column + 1,
            text=on_one_line(text.strip()),
            line=row.line,
            sheet=self.sheet,
        )
        return Cell(text, place, row.kind(column))


def whole_file(file: str, sheet: str = "") -> CellPlace:
    """Point at a file, or at one of its sheets, where no cell is to blame."""
    return CellPlace(file, 1, "", 1, "", "", sheet)


def on_one_line(text: str) -> str:
    """Show line breaks inside a cell as ``⏎``, so that an excerpt stays one line."""
    if "\n" not in text and "\r" not in text:
        return text
    return text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎")
