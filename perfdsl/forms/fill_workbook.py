"""Fills a user's own workbook: values at named cells, and a pattern row repeated for each indicator."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping as Lookup
from collections.abc import Sequence
from typing import Any

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.forms import messages_template as messages
from perfdsl.forms.check_places import PlacedTable, all_can_be_written
from perfdsl.forms.field_values import FieldValues
from perfdsl.forms.form import BLANK, Shown
from perfdsl.forms.insert_rows import insert_rows
from perfdsl.forms.mapping import Mapping, TableSlots
from perfdsl.forms.measure_text import count_lines, height_of
from perfdsl.forms.merge_down import merge_down
from perfdsl.forms.write_cell import write_cell

_CELL = re.compile(r"(?:(?P<sheet>.+)!)?(?P<cell>\$?[A-Z]{1,3}\$?[0-9]{1,7})")
_LETTER = re.compile(r"[A-Z]{1,3}")
_USUAL_HEIGHT = 15
_POINTS = 5
_USUAL_WIDTH = 8

# openpyxl carries no types: its workbooks, sheets and cells are Any.


def names_in_workbook(workbook: Any) -> list[str]:  # noqa: ANN401
    """List the names that a workbook gives to cells, but for those of Excel itself (printed areas)."""
    return [name for name in _cells_of_names(workbook) if not name.startswith("_xlnm")]


def is_place(workbook: Any, anchor: str) -> bool:  # noqa: ANN401
    """Whether a word names a cell (``B3``, ``表!B3``) or a column (``C``)."""
    found = _CELL.fullmatch(anchor)
    if found is None:
        return _LETTER.fullmatch(anchor) is not None
    return found["sheet"] is None or found["sheet"].strip("'") in workbook.sheetnames


def fill_workbook(
    name: str,
    workbook: Any,  # noqa: ANN401
    mapping: Mapping,
    values: FieldValues,
    diagnostics: Diagnostics,
) -> bytes | None:
    """Fill a workbook that was just opened, and give its bytes; None after a complaint.

    Anchors must have been checked. Formulas are kept and computed anew by whoever opens the file.
    """
    from openpyxl.workbook.properties import CalcProperties

    cells = _cells_of_names(workbook)
    slots = [(_find_cell(workbook, cells, slot.anchor), slot.field) for slot in mapping.slots]
    tables = [_find_table(name, workbook, cells, table, diagnostics) for table in mapping.tables]
    placed = [table for table in tables if table is not None]
    if len(placed) < len(tables) or _are_in_one_row(name, placed, diagnostics):
        return None
    if not all_can_be_written(name, slots, placed, diagnostics):
        return None
    for cell, field in slots:  # before the tables: one that stands in a pattern row is copied with it
        write_cell(cell, values.of(field))
    for table in sorted(placed, key=lambda table: table.cell.row, reverse=True):
        _fill_table(workbook, table, values.rows_of(table.slots))
    workbook.calculation = CalcProperties(fullCalcOnLoad=True)
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


# ---------------------------------------------------------------- places


def _cells_of_names(workbook: Any) -> dict[str, Any]:  # noqa: ANN401
    """Give the first cell of each name; those of one sheet come after those of the workbook."""
    found: dict[str, Any] = {}
    for names in [workbook.defined_names, *(sheet.defined_names for sheet in workbook.worksheets)]:
        for name, defined in names.items():
            if defined.type != "RANGE":
                continue
            sheet, area = next(iter(defined.destinations), ("", ""))
            first = re.fullmatch(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::.*)?", area or "")
            if sheet in workbook.sheetnames and first is not None:
                found.setdefault(name, _top_left(workbook[sheet], f"{first[1]}{first[2]}"))
    return found


def _find_cell(workbook: Any, cells: Lookup[str, Any], anchor: str) -> Any:  # noqa: ANN401
    if anchor in cells:
        return cells[anchor]
    found = _CELL.fullmatch(anchor)
    if found is None:
        return None
    sheet = workbook[found["sheet"].strip("'")] if found["sheet"] else workbook.worksheets[0]
    return _top_left(sheet, found["cell"].replace("$", ""))


def _top_left(sheet: Any, cell: str) -> Any:  # noqa: ANN401
    """Give a cell, or the one in whose merged area it lies."""
    for area in sheet.merged_cells.ranges:
        if cell in area:
            return sheet.cell(area.min_row, area.min_col)
    return sheet[cell]


def _find_table(
    name: str,
    workbook: Any,  # noqa: ANN401
    cells: Lookup[str, Any],
    table: TableSlots,
    diagnostics: Diagnostics,
) -> PlacedTable | None:
    first = _find_cell(workbook, cells, table.anchor)
    why: Text | None = messages.NO_ROW if first is None else None
    columns: list[tuple[int, str]] = []
    for slot in table.columns if first is not None else ():
        cell = _find_cell(workbook, cells, slot.anchor)
        if cell is None:
            cell = _top_left(first.parent, f"{slot.anchor}{first.row}")
        if cell.parent is not first.parent or cell.row != first.row:
            why = messages.NOT_ONE_ROW
        if any(
            cell.coordinate in area and area.max_row > area.min_row
            for area in first.parent.merged_cells.ranges
        ):
            why = messages.MERGED_DOWN
        columns.append((cell.column, slot.field.name))
    if why is not None:
        diagnostics.add(messages.wrong_table(name, table.anchor, why))
        return None
    return PlacedTable(table, first, tuple(columns))


def _are_in_one_row(name: str, tables: Sequence[PlacedTable], diagnostics: Diagnostics) -> bool:
    seen: set[tuple[str, int]] = set()
    for table in tables:
        place = table.cell.parent.title, table.cell.row
        if place in seen:
            diagnostics.add(messages.wrong_table(name, table.slots.anchor, messages.TWO_TABLES))
            return True
        seen.add(place)
    return False


# ---------------------------------------------------------------- tables


def _fill_table(workbook: Any, table: PlacedTable, rows: Sequence[dict[str, Shown]]) -> None:  # noqa: ANN401
    sheet, first = table.cell.parent, table.cell.row
    widths = {column: _width(sheet, first, column) for column, _ in table.columns}
    insert_rows(workbook, sheet, first, len(rows) - 1)
    for at, values in enumerate(rows or [{}], first):
        for column, name in table.columns:
            write_cell(sheet.cell(at, column), values.get(name, BLANK))
        texts = [(values.get(name, BLANK).text, widths[column]) for column, name in table.columns]
        _fit_height(sheet, at, texts)
    columns = {name: column for column, name in table.columns}
    alike = [tuple(values.get(name, BLANK).text for name in table.slots.merge) for values in rows]
    merge_down(sheet, first, [columns[name] for name in table.slots.merge], alike)


def _fit_height(sheet: Any, row: int, texts: Sequence[tuple[str, int]]) -> None:  # noqa: ANN401
    """Make a row higher where a text would be cut off at its width in points; it never becomes lower."""
    lines = max(count_lines(text, width) for text, width in texts)
    given = sheet.row_dimensions[row].height if row in sheet.row_dimensions else None
    needed = height_of(lines)
    if lines > 1 and needed > (given or _USUAL_HEIGHT):
        sheet.row_dimensions[row].height = needed


def _width(sheet: Any, row: int, column: int) -> int:  # noqa: ANN401
    """Width in points of a cell, with those that it is merged with."""
    last = next(
        (
            area.max_col
            for area in sheet.merged_cells.ranges
            if area.min_row == row and area.min_col == column
        ),
        column,
    )
    return sum(_width_of_column(sheet, at) for at in range(column, last + 1))


def _width_of_column(sheet: Any, column: int) -> int:  # noqa: ANN401
    for each in sheet.column_dimensions.values():
        if (each.min or 0) <= column <= (each.max or 0) and each.width:
            return int(each.width * _POINTS)
    return int(sheet.sheet_format.defaultColWidth or _USUAL_WIDTH) * _POINTS
