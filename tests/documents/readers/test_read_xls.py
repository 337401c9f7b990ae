"""Our reader of ``.xls`` against xlrd: the same merged cells, hidden rows and columns, and texts."""

from __future__ import annotations

import pytest
import xlrd

from perfdsl.documents.document import Grid
from tests.actuals.make_xls import compound, label, record, workbook
from tests.documents.readers.reading import DATA, FORMS, assert_sound, flags, grids, read, shape

FILES = (FORMS / "sheet.xls", DATA / "documents" / "invented-workbook.xls")


def ranges(grid: Grid) -> set[str]:
    return {cell.spots[0].ref for cell in grid.cells if ":" in cell.spots[0].ref}


def name(row: int, column: int) -> str:
    return f"{xlrd.formula.colname(column)}{row + 1}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_against_xlrd(path) -> None:
    book = xlrd.open_workbook(str(path), formatting_info=True)
    document, _ = read(path.name, path.read_bytes())
    shown = [sheet for sheet in book.sheets() if not sheet.visibility]
    assert [grid.name for grid in grids(document)] == [sheet.name for sheet in shown]
    for grid, sheet in zip(grids(document), shown, strict=True):
        assert_sound(grid)
        merged = {
            f"{name(top, left)}:{name(bottom - 1, right - 1)}"
            for top, bottom, left, right in sheet.merged_cells
        }
        assert ranges(grid) == merged
        filled = {name(cell_row, column): cell
                  for cell_row in range(sheet.nrows)
                  for column, cell in enumerate(sheet.row(cell_row))
                  if cell.ctype not in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}}  # fmt: skip
        ours = {cell.spots[0].ref.partition(":")[0]: cell for cell in grid.cells if cell.text}
        assert set(ours) == set(filled)
        texts = {place: cell.value for place, cell in filled.items() if cell.ctype == xlrd.XL_CELL_TEXT}
        assert {place: ours[place].text for place in texts} == texts
        for place, cell in ours.items():
            row, column = cell.spots[0].ref, filled[place]
            hidden = _is_hidden(sheet, place)
            assert ("hidden" in cell.flags) == hidden, (row, column)


def _is_hidden(sheet: xlrd.sheet.Sheet, place: str) -> bool:
    letters = place.rstrip("0123456789")
    row = int(place[len(letters) :]) - 1
    column = next(at for at in range(256) if xlrd.formula.colname(at) == letters)
    rows, columns = sheet.rowinfo_map.get(row), sheet.colinfo_map.get(column)
    return bool(rows and rows.hidden) or bool(columns and columns.hidden)


def merged(*areas: tuple[int, int, int, int]) -> bytes:
    import struct

    return record(0xE5, struct.pack("<H", len(areas)) + b"".join(struct.pack("<4H", *area) for area in areas))


def test_merged_cells_and_what_is_hidden() -> None:
    import struct

    row = record(0x208, struct.pack("<HHHHHHHH", 1, 0, 2, 300, 0, 0, 0x20, 0))
    column = record(0x7D, struct.pack("<HHHHHH", 1, 1, 300, 0, 1, 0))
    cells = label(0, 0, "题") + label(1, 0, "藏行") + label(2, 1, "藏列")
    data = compound(workbook({"表": row + column + cells + merged((0, 0, 0, 1))}))
    document, codes = read("a.xls", data)
    assert codes == []
    assert [cell for cell in shape(grids(document)[0]) if cell[4]] == [
        (0, 0, 1, 2, "题"), (1, 0, 1, 1, "藏行"), (2, 1, 1, 1, "藏列"),
    ]  # fmt: skip
    assert {text: found for text, found in flags(document).items() if text} == {
        "藏行": {"hidden"},
        "藏列": {"hidden"},
    }


@pytest.mark.parametrize(
    "body", [record(0xE5, b"\xff\xff"), record(0x208, b"\1"), record(0x7D, b"\1\0"), record(0xE5)]
)
def test_layout_records_that_are_cut_off_are_passed_over(body: bytes) -> None:
    document, codes = read("a.xls", compound(workbook({"表": body + label(0, 0, "甲")})))
    assert (shape(grids(document)[0]), codes) == ([(0, 0, 1, 1, "甲")], [])
