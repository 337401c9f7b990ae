"""A form to be printed and filled in: cells with spans, what they show, and what may be typed into them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

Progress = Callable[[int, int], None]
"""Is told how many forms of how many are written."""


class Shown(NamedTuple):
    """What a cell shows: ``text``, and where that is a number or a day, what a workbook holds for it.

    ``number`` under the format ``code`` shows exactly ``text``: 0.92 under ``0%``, 4.80 under ``0.00"万元"``.
    ``unit``: of a number whose unit is not printed with it: it stands in another column, or above the table.
    """

    text: str = ""
    number: Decimal | None = None
    code: str = ""
    unit: str = ""


BLANK = Shown()


class Area(NamedTuple):
    """A place of a form, counted from 0, and how many rows and columns it covers."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Formula(NamedTuple):
    """A formula, with areas where it speaks of cells: ``("SUM(", Area, ")")``; its cell shows its value."""

    parts: tuple[str | Area, ...]


class Allowed(NamedTuple):
    """What may be typed into a cell; what does not fit is refused if ``strict``, else warned of.

    ``number`` and ``share`` (of which 1 is 100%) from ``low`` to ``high``, ``day`` any day, ``list`` one of
    ``choices``, ``length`` at most ``high`` characters, ``any`` whatever. ``hint``: what is asked for.
    """

    kind: Literal["number", "share", "day", "list", "length", "any"]
    low: Decimal | None = None
    high: Decimal | None = None
    choices: tuple[str, ...] = ()
    hint: str = ""
    strict: bool = False


Style = Literal["title", "note", "note_centred", "note_right", "label", "words", "centred", "figure"]
"""``title`` and ``note`` stand above the table; a ``label`` is printed, all others are filled in."""


class FormCell(NamedTuple):
    """A cell of a form. ``code``: the number format of a blank one that is to be filled in."""

    area: Area
    shown: Shown = BLANK
    style: Style = "words"
    formula: Formula | None = None
    allowed: Allowed | None = None

    @property
    def text(self) -> str:
        """What is printed."""
        return self.shown.text


class Form(NamedTuple):
    """A form of one project.

    ``widths`` of its columns and ``heights`` of its rows are points. Rows before ``first`` stand above the
    table. The rows of ``header`` (first, and the one after the last) are printed again on every page.
    ``advice``: how to fill it in, for documents whose cells cannot say so themselves; printed below it.
    """

    name: str
    cells: tuple[FormCell, ...]
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    first: int
    header: tuple[int, int]
    landscape: bool = True
    advice: str = ""
