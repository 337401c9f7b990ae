"""Writes forms into a workbook, one sheet a form, with XlsxWriter; the same forms give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms import messages
from perfdsl.forms.allow_in_cell import allow_in_cell
from perfdsl.forms.break_pages import break_pages
from perfdsl.forms.form import Area, Form, FormCell, Formula, Progress
from perfdsl.forms.legal_text import legal
from perfdsl.forms.measure_text import FONT_SIZE
from perfdsl.forms.name_sheets import name_sheets
from perfdsl.forms.write_as_text import is_risky, write_as_text

FONT = "宋体"
LONGEST_TEXT = 32_767
"""Characters that a cell of a workbook takes."""

_Book = Any  # XlsxWriter carries no types
_Sheet = Any
_Look = Any
_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 — workbooks know no zones; it only has to be always the same
_A4 = 9
_MARGIN = Decimal("0.5")
_SIDE = Decimal("0.4")
_HIGH = 240
"""Points from which a merged cell is likely to be divided by the end of a page."""

_MEASURE = {"font_name": "Arial", "font_size": 10}
"""The typeface whose digits widths of columns are counted in: one of this size is had everywhere."""

_MOST_BREAKS = 1000
"""Excel takes 1023."""

_SHEET_BORDER = 1
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center"},
    "note": {"align": "left"},
    "note_centred": {"align": "center"},
    "note_right": {"align": "right"},
    "label": {"align": "center", "border": _SHEET_BORDER, "bg_color": "#F2F2F2"},
    "words": {"align": "left", "border": _SHEET_BORDER},
    "centred": {"align": "center", "border": _SHEET_BORDER},
    "figure": {"align": "center", "border": _SHEET_BORDER},
}
_COMMON = {"font_name": FONT, "font_size": FONT_SIZE, "valign": "vcenter", "text_wrap": True}


def write_xlsx(
    forms: Sequence[Form], diagnostics: Diagnostics, progress: Progress | None = None
) -> bytes | None:
    """Write forms as .xlsx; None after a complaint: no library, or a text that is too long for a cell."""
    try:
        import xlsxwriter
    except ImportError:
        diagnostics.add(messages.no_library("XlsxWriter"))
        return None
    before = len(diagnostics)
    for form in forms:
        for cell in form.cells:
            if len(cell.text) > LONGEST_TEXT:
                diagnostics.add(messages.too_long(form.name, cell.text, LONGEST_TEXT))
    if len(diagnostics) > before:
        return None
    saved = BytesIO()
    book = xlsxwriter.Workbook(saved, {"in_memory": True, "default_format_properties": _MEASURE})
    book.set_properties({"created": _MADE})
    looks = _Looks(book)
    names = name_sheets(form.name for form in forms)
    for at, (form, name) in enumerate(zip(forms, names, strict=True)):
        if progress is not None:
            progress(at, len(forms))
        _write_form(book.add_worksheet(name), form, looks)
    book.close()
    return saved.getvalue()


class _Nothing(str):
    """The empty text as the value of a formula, which XlsxWriter would otherwise leave uncalculated."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Differ from the empty text."""
        return self is other

    __hash__ = str.__hash__


class _Looks:
    """Formats of a workbook, each made once."""

    def __init__(self, book: _Book) -> None:
        self.book = book
        self.made: dict[tuple[str, str, bool, bool], _Look] = {}

    def of(self, cell: FormCell, height: int) -> _Look:
        """Give the format of a cell so many points high."""
        is_text = cell.shown.number is None and bool(cell.text) and cell.formula is None
        risky = is_text and is_risky(cell.text)
        code = cell.shown.code
        # In the middle of a cell that goes over pages, a label would not be seen on the first.
        high = cell.style == "label" and height > _HIGH
        key = cell.style, code, risky, high
        if key not in self.made:
            more: dict[str, Any] = {"num_format": code} if code else {}
            # Typed into again, such a text stays one: without the mark it would become a formula.
            more |= {"quote_prefix": True} if risky else {}
            more |= {"valign": "top"} if high else {}
            self.made[key] = self.book.add_format({**_COMMON, **_STYLES[cell.style], **more})
        return self.made[key]


def _write_form(sheet: _Sheet, whole: Form, looks: _Looks) -> None:
    form, breaks = break_pages(whole)
    for column, width in enumerate(form.widths):
        sheet.set_column_pixels(column, column, width * 4 // 3)
    for row, height in enumerate(form.heights):
        sheet.set_row_pixels(row, height * 4 // 3)
    for cell in form.cells:
        height = sum(form.heights[cell.area.row : cell.area.row + cell.area.rows])
        _write_cell(sheet, cell, looks.of(cell, height))
        if cell.allowed is not None:
            allow_in_cell(sheet, cell.area, cell.allowed)
    sheet.set_paper(_A4)
    if form.landscape:
        sheet.set_landscape()
    sheet.set_margins(_SIDE, _SIDE, _MARGIN, _MARGIN)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_footer("&C&P / &N")
    sheet.hide_gridlines(2)
    sheet.set_h_pagebreaks(list(breaks[:_MOST_BREAKS]))
    if form.header[1] > form.header[0]:
        sheet.repeat_rows(form.header[0], form.header[1] - 1)


def _write_cell(sheet: _Sheet, cell: FormCell, look: _Look) -> None:
    row, column, rows, columns = cell.area
    if rows > 1 or columns > 1:
        sheet.merge_range(row, column, row + rows - 1, column + columns - 1, "", look)
    if cell.formula is not None:
        value = cell.shown.number if cell.shown.number is not None else cell.text or _Nothing()
        sheet.write_formula(row, column, f"={_spell(cell.formula)}", look, value)
    elif cell.shown.number is not None:
        sheet.write_number(row, column, cell.shown.number, look)
    elif cell.text:
        write_as_text(sheet, row, column, legal(cell.text), look)
    elif rows == columns == 1:
        sheet.write_blank(row, column, None, look)


def _spell(formula: Formula) -> str:
    """Write a formula with the names of its cells; a merged cell goes by its upper left one."""
    from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

    def named(part: str | Area) -> str:
        if isinstance(part, str):
            return part
        last = part.row + part.rows - 1
        if last == part.row:
            return str(xl_rowcol_to_cell(part.row, part.column))
        return str(xl_range(part.row, part.column, last, part.column))

    return "".join(map(named, formula.parts))
