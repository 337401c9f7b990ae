"""Writes a table of a report into a sheet of a workbook, texts as texts and numbers as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from perfdsl.annual.show_in_cell import show_in_cell
from perfdsl.annual.text_blocks import Look
from perfdsl.annual.workbook_tables import Cell, SheetTable
from perfdsl.forms.form import Shown
from perfdsl.forms.legal_text import legal
from perfdsl.forms.write_as_text import is_risky, write_as_text
from perfdsl.report.cells import one_line

FONT = "仿宋"
_HEAD_FONT = "黑体"
_Book = Any  # XlsxWriter carries no types
_Sheet = Any
_A4 = 9
_MOST_LINKS = 60_000
"""Excel takes 65,530 links of a sheet."""
_MOST_ROWS = 1_000_000
_MOST_PRINTED = 13
"""Columns that a sheet of paper has room for; the rest is to be read on a screen."""

_SHADES: dict[Look, str] = {"red": "#F8D7DA", "yellow": "#FFF3CD", "green": "#D9EAD3", "blue": "#D6E4F5"}
_COMMON: dict[str, Any] = {"font_name": FONT, "font_size": 10, "valign": "vcenter", "text_wrap": True}


class SheetWriter:
    """Writes the sheets of one workbook; formats are made once, anchors found over all sheets."""

    def __init__(self, book: _Book, tables: Sequence[SheetTable]) -> None:
        """Find where every anchor stands."""
        self.book = book
        self.made: dict[tuple[Any, ...], Any] = {}
        self.places: dict[str, str] = {}
        self.links = 0
        for table in tables:
            for at, row in enumerate(table.rows[:_MOST_ROWS], table.first + 1):
                for column, cell in enumerate(row):
                    if cell.mark:
                        self.places[cell.mark] = f"internal:'{table.name}'!{_letter(column)}{at}"

    def write(self, sheet: _Sheet, table: SheetTable) -> None:
        """Write a table and set its sheet up for screens and for paper."""
        self.links = 0
        for at, cell in enumerate(table.above):
            look = self._look("title" if at == 0 else "above", "", risky=is_risky(cell.text))
            write_as_text(sheet, at, 0, legal(one_line(cell.text)), look)
        if table.heads:
            self._write_table(sheet, table)
        if len(table.heads) > _MOST_PRINTED:
            sheet.print_area(0, 0, table.first + len(table.rows[:_MOST_ROWS]), _MOST_PRINTED - 1)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N")
        sheet.hide_gridlines(2)

    def _write_table(self, sheet: _Sheet, table: SheetTable) -> None:
        head = table.first - 1
        for column, each in enumerate(table.heads):
            sheet.set_column(column, column, each.width)
            sheet.write_string(head, column, each.text, self._look("head", ""))
        for at, row in enumerate(table.rows[:_MOST_ROWS], table.first):
            for column, cell in enumerate(row):
                self._write_cell(sheet, at, column, cell)
        sheet.freeze_panes(table.first, 0)
        sheet.repeat_rows(head)
        last = max(head + min(len(table.rows), _MOST_ROWS), head)
        sheet.autofilter(head, 0, last, len(table.heads) - 1)

    def _write_cell(self, sheet: _Sheet, row: int, column: int, cell: Cell) -> None:
        shown = Shown(one_line(cell.text)) if cell.is_words else show_in_cell(cell.text)
        where = self.places.get(cell.link, "") if cell.link and self.links < _MOST_LINKS else ""
        kind = "link" if where else "words" if shown.number is None else "figure"
        look = self._look(
            kind,
            shown.code,
            shade=_SHADES.get(cell.look, ""),
            risky=shown.number is None and is_risky(shown.text),
        )
        text = legal(shown.text)
        if where:
            self.links += 1
            sheet.write_url(row, column, where, look, text)
        if shown.number is not None:
            sheet.write_number(row, column, shown.number, look)  # over a link's words: the link stays
        elif text:
            write_as_text(sheet, row, column, text, look)
        else:
            sheet.write_blank(row, column, None, look)

    def _look(self, kind: str, code: str, *, shade: str = "", risky: bool = False) -> Any:  # noqa: ANN401
        asked = kind, code, shade, risky
        if asked not in self.made:
            more: dict[str, Any] = {"border": 1, "border_color": "#808080"}
            if kind == "title":
                more = {"font_name": _HEAD_FONT, "font_size": 16, "text_wrap": False}
            elif kind == "above":
                more = {"text_wrap": False}
            elif kind == "head":
                more |= {"font_name": _HEAD_FONT, "bg_color": "#E7E6E6", "align": "center"}
            elif kind == "link":
                more |= {"font_color": "#0B4F9C", "underline": 1}
            more |= {"num_format": code} if code else {}
            more |= {"bg_color": shade} if shade else {}
            more |= {"quote_prefix": True} if risky else {}
            self.made[asked] = self.book.add_format({**_COMMON, **more})
        return self.made[asked]


def _letter(column: int) -> str:
    return chr(ord("A") + column) if column < 26 else f"A{chr(ord('A') + column - 26)}"  # noqa: PLR2004
