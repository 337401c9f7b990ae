"""Inserts rows into a worksheet below a pattern row, with all that openpyxl itself would leave behind.

Cells, heights, merged cells, links, checks and conditional formats, tables, pictures, page breaks, the area
that is printed, names and formulas of the whole workbook move or grow.
"""

from __future__ import annotations

import re
from copy import copy
from typing import Any

from perfdsl.forms.shift_references import Insertion, shift_area, shift_areas, shift_formula

_PRINTED = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]+:\$?[A-Z]{1,3}\$?[0-9]+(?=,|$)")

# openpyxl carries no types: its workbooks, sheets and cells are Any.


def insert_rows(workbook: Any, sheet: Any, after: int, by: int) -> None:  # noqa: ANN401
    """Insert ``by`` copies of the row ``after`` below it: styles, height, formulas, merged cells in it."""
    if by < 1:
        return
    inserted = Insertion(sheet.title, after, by)
    _move_cells(sheet, inserted)
    _move_rows(sheet, inserted)
    _move_formulas(workbook, inserted)
    _move_names(workbook, inserted)
    _move_checks(sheet, inserted)
    _move_what_floats(sheet, inserted)
    _move_merges(sheet, inserted)
    _copy_pattern(sheet, inserted)


def _move_cells(sheet: Any, inserted: Insertion) -> None:  # noqa: ANN401
    for row, column in sorted(sheet._cells, reverse=True):  # noqa: SLF001 (the only way that keeps merged cells)
        if row > inserted.after:
            cell = sheet._cells.pop((row, column))  # noqa: SLF001
            cell.row = inserted.row(row)
            sheet._cells[cell.row, column] = cell  # noqa: SLF001
            link = getattr(cell, "hyperlink", None)
            if link is not None:
                link.ref = shift_area(link.ref, inserted)


def _move_rows(sheet: Any, inserted: Insertion) -> None:  # noqa: ANN401
    """Move heights and page breaks."""
    dimensions = sheet.row_dimensions
    for row in sorted((row for row in dimensions if row > inserted.after), reverse=True):
        moved = dimensions.pop(row)
        moved.index = inserted.row(row)
        dimensions[moved.index] = moved
    for each in sheet.row_breaks.brk:
        each.id = inserted.row(each.id)


def _move_formulas(workbook: Any, inserted: Insertion) -> None:  # noqa: ANN401
    """Move what formulas speak of; those of the pattern row itself do not grow over its copies."""
    for sheet in workbook.worksheets:
        for (row, _), cell in list(sheet._cells.items()):  # noqa: SLF001
            if getattr(cell, "data_type", "") != "f":
                continue
            stretch = not (sheet.title == inserted.sheet and row == inserted.after)
            value = cell.value
            if isinstance(value, str):
                cell.value = shift_formula(value, sheet.title, inserted, stretch=stretch)
            elif getattr(value, "text", None):  # a formula of arrays
                value.text = shift_formula(value.text, sheet.title, inserted, stretch=stretch)
                if sheet.title == inserted.sheet:
                    value.ref = shift_area(value.ref, inserted, stretch=stretch)


def _move_names(workbook: Any, inserted: Insertion) -> None:  # noqa: ANN401
    for names in [workbook.defined_names, *(sheet.defined_names for sheet in workbook.worksheets)]:
        for each in names.values():
            if each.attr_text:
                each.attr_text = shift_formula(f"={each.attr_text}", "", inserted)[1:]


def _move_checks(sheet: Any, inserted: Insertion) -> None:  # noqa: ANN401
    """Move checks of cells, conditional formats, tables and filters."""
    from openpyxl.formatting.formatting import ConditionalFormattingList
    from openpyxl.worksheet.cell_range import MultiCellRange

    def moved(formula: Any) -> Any:  # noqa: ANN401
        text = formula if isinstance(formula, str) else ""
        return shift_formula(f"={text}", sheet.title, inserted)[1:] if text else formula

    for check in sheet.data_validations.dataValidation:
        check.sqref = MultiCellRange(shift_areas(str(check.sqref), inserted))
        check.formula1, check.formula2 = moved(check.formula1), moved(check.formula2)
    formats = ConditionalFormattingList()
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            rule.formula = [moved(each) for each in rule.formula]
            formats.add(shift_areas(str(area.sqref), inserted), rule)
    sheet.conditional_formatting = formats
    for table in sheet.tables.values():
        table.ref = shift_area(table.ref, inserted)
        if table.autoFilter is not None and table.autoFilter.ref:
            table.autoFilter.ref = shift_area(table.autoFilter.ref, inserted)
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = shift_area(sheet.auto_filter.ref, inserted)


def _move_what_floats(sheet: Any, inserted: Insertion) -> None:  # noqa: ANN401
    """Move pictures, the area that is printed, and the rows printed on each page."""
    for image in sheet._images:  # noqa: SLF001 (openpyxl tells it nowhere else)
        for corner in (getattr(image.anchor, "_from", None), getattr(image.anchor, "to", None)):
            if corner is not None:
                corner.row = inserted.row(corner.row + 1) - 1
    areas = _PRINTED.findall(str(sheet.print_area or ""))
    if areas:
        sheet.print_area = ",".join(shift_area(each, inserted) for each in areas)
    if sheet.print_title_rows:
        sheet.print_title_rows = shift_area(sheet.print_title_rows.replace("$", ""), inserted, stretch=False)


def _move_merges(sheet: Any, inserted: Insertion) -> None:  # noqa: ANN401
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_row > inserted.after:
            merged.shift(row_shift=inserted.by)
        elif merged.max_row >= inserted.after and merged.max_row > merged.min_row:
            merged.expand(down=inserted.by)


def _copy_pattern(sheet: Any, inserted: Insertion) -> None:  # noqa: ANN401
    """Fill the new rows with what the pattern row has."""
    from openpyxl.cell.cell import MergedCell

    row = inserted.after
    cells = [(column, cell) for (at, column), cell in sorted(sheet._cells.items()) if at == row]  # noqa: SLF001
    inside = [each for each in sheet.merged_cells.ranges if each.min_row == each.max_row == row]
    around = [each for each in sheet.merged_cells.ranges if each.min_row <= row < each.max_row]
    height = sheet.row_dimensions[row].height if row in sheet.row_dimensions else None
    for new in range(row + 1, row + inserted.by + 1):
        for column, cell in cells:
            covered = any(each.min_col <= column <= each.max_col for each in around)
            copied = MergedCell(sheet, new, column) if covered else sheet.cell(new, column)
            sheet._cells[new, column] = copied  # noqa: SLF001
            copied._style = copy(cell._style)  # noqa: SLF001
            if not covered and not isinstance(cell, MergedCell):
                _copy_value(cell, copied)
        if height is not None:
            sheet.row_dimensions[new].height = height
        for each in inside:
            sheet.merge_cells(start_row=new, end_row=new, start_column=each.min_col, end_column=each.max_col)


def _copy_value(cell: Any, copied: Any) -> None:  # noqa: ANN401
    """Copy what is printed in every row, with formulas that speak of their own row."""
    from openpyxl.formula.translate import Translator

    value = cell.value
    if cell.data_type == "f" and isinstance(value, str):
        copied.value = Translator(value, cell.coordinate).translate_formula(copied.coordinate)
    elif cell.data_type != "f":
        copied.value = value
        copied.data_type = cell.data_type
