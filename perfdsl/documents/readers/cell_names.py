"""Names of cells in a worksheet (``B5``, ``B5:G5``) and the numbers of their rows and columns, from 1."""

from __future__ import annotations

from functools import lru_cache

from perfdsl.actuals.readers.workbook import Area

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """Give the letters of a column: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_name(area: Area) -> str:
    """Name a cell or a range."""
    top, left, bottom, right = area
    first = f"{column_name(left)}{top}"
    return first if (top, left) == (bottom, right) else f"{first}:{column_name(right)}{bottom}"


def read_name(name: str) -> tuple[int, int] | None:
    """Give row and column; None where it names no cell that a worksheet has."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    if not (1 <= len(letters) <= 3 and letters.isascii() and letters.isalpha() and 1 <= len(digits) <= 7):  # noqa: PLR2004
        return None
    row, column = int(digits), _column(letters)
    return (row, column) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column


def read_area(name: str) -> Area | None:
    """Give the area of a range; None where it is none."""
    first, _, last = name.replace("$", "").partition(":")
    start, end = read_name(first), read_name(last or first)
    if start is None or end is None or end[0] < start[0] or end[1] < start[1]:
        return None
    return (*start, *end)
