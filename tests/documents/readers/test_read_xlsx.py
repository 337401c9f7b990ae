from __future__ import annotations

import io
import random
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Alignment

from perfdsl.documents.document import InSheet
from perfdsl.documents.readers.read_xlsx import show_stored
from tests.documents.readers.reading import DATA, archive, assert_sound, flags, grids, read, shape

S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def written(*rows: tuple[object, ...]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def raw(sheet: str, strings: str = "", styles: str = "", book: str = "") -> bytes:
    """A workbook whose sheet is written by hand."""
    return archive({
        "xl/workbook.xml": f'<workbook {S} xmlns:r="{R}"><sheets>'
        f'<sheet name="表" sheetId="1" r:id="r1"/></sheets>{book}</workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        f'<Relationship Id="r1" Type="{R}/worksheet" Target="/xl/worksheets/any.xml"/>'
        f'<Relationship Id="r2" Type="{R}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{R}/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/any.xml": f"<worksheet {S}>{sheet}</worksheet>",
        "xl/sharedStrings.xml": f"<sst {S}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {S}>{styles}</styleSheet>",
    })  # fmt: skip


def texts(data: bytes) -> list[str]:
    return [cell.text for grid in grids(read("a.xlsx", data)[0]) for cell in grid.cells if cell.text]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.9, "0%", "90%"),
        (0.925, "0%", "92.5%"),
        (0.9, '"≥"0%', "≥90%"),
        (12, '"≥"0"次"', "≥12次"),
        (5, "0.00", "5.00"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0.1 + 0.2, "General", "0.3"),
        (date(2022, 12, 1), 'yyyy"年"m"月"', "2022年12月"),
        (datetime(2022, 11, 30, 8, 30), "yyyy-mm-dd hh:mm", "2022-11-30 08:30:00"),  # noqa: DTZ001 (a sheet has no zones)
        (44926, "General", "44926"),
        (-3, "0.0_);(0.0)", "-3.0"),
        (1e-7, "General", "0.0000001"),
        (True, "General", "TRUE"),
        ("0.9", "0%", "0.9"),
        ("=1", "@", ""),
    ],
)
def test_numbers_show_as_their_formats_say(value: object, code: str, text: str) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "左"
    cell = book.active["B2"]
    cell.value, cell.number_format = value, code
    if value == "=1":
        cell.value, cell.data_type = "", "s"
    shown = texts(saved(book))
    assert shown == ["左", text] if text else shown == ["左"]


def test_formats_that_only_a_chinese_program_knows() -> None:
    styles = '<cellXfs><xf numFmtId="31"/><xf numFmtId="57"/></cellXfs>'
    sheet = '<sheetData><row><c s="0"><v>44926</v></c><c s="1"><v>44926</v></c></row></sheetData>'
    assert texts(raw(sheet, styles=styles)) == ["2022-12-31", "2022年12月"]


def test_days_from_1904() -> None:
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    sheet = "<sheetData><row><c><v>43464</v></c></row></sheetData>"
    assert texts(raw(sheet, styles=styles, book='<workbookPr date1904="1"/>')) == ["2022-12-31"]


def test_cells_that_make_one_unsure() -> None:
    book = written((13052522009588099072, "=1+1", "#DIV/0!"))
    book.active["C1"].data_type = "e"
    book.active["D1"], book.active["D1"].number_format = 52345.6, "0,"
    document, codes = read("a.xlsx", saved(book))
    assert codes == []
    assert flags(document) == {
        "13052522009588100000": {"digits_lost"},
        "=…": {"uncalculated"},
        "#DIV/0!": {"error"},
        "52345.6": {"disguised"},
    }


def test_a_formula_whose_value_was_never_worked_out() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    sheet.write_formula(0, 0, "=SUM(B1:C1)")  # written with the value 0, to be worked out when opened
    sheet.write_formula(0, 1, "=1+1", value=2)
    sheet.write_formula(0, 2, '="甲"', value="甲")
    book.close()
    document, _ = read("a.xlsx", stream.getvalue())
    assert [cell.text for cell in grids(document)[0].cells] == ["=…", "2", "甲"]
    assert flags(document) == {"=…": {"uncalculated"}}


def test_strings_of_every_kind() -> None:
    strings = (
        "<si><t>一</t></si><si><r><t>10</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r></si>"
        "<si><t>二</t><rPh><t>er</t></rPh></si><si><t>行_x000D_尾_xD800_</t></si>"
    )
    sheet = (  # one cell of each type
        '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>'
        '<c t="inlineStr"><is><t>内</t></is></c><c t="str"><f>A1</f><v>算</v></c>'
        '<c t="d"><v>2022-12-31</v></c>'
        '<c t="str"><f>A2</f><v></v></c><c t="b"><v>0</v></c></row></sheetData>'
    )
    assert texts(raw(sheet, strings)) == [
        "一",
        "10²",
        "二",
        "行\r尾\ufffd",
        "内",
        "算",
        "2022-12-31",
        "FALSE",
    ]


def test_merged_and_blank_cells_with_their_names() -> None:
    book = written(("题", None, None), ("左", "一", None), (None, None, "二"))
    book.active.merge_cells("A1:C1")
    book.active.merge_cells("A2:A3")
    grid = grids(read("a.xlsx", saved(book))[0])[0]
    assert_sound(grid)
    assert shape(grid) == [
        (0, 0, 1, 3, "题"), (1, 0, 2, 1, "左"), (1, 1, 1, 1, "一"), (1, 2, 1, 1, ""), (2, 1, 1, 1, ""),
        (2, 2, 1, 1, "二"),
    ]  # fmt: skip
    assert [cell.spots[0] for cell in grid.cells][:3] == [
        InSheet("Sheet", "A1:C1"),
        InSheet("Sheet", "A2:A3"),
        InSheet("Sheet", "B2"),
    ]


def test_merged_cells_that_run_into_each_other_and_cover_words() -> None:
    cells = "".join(f'<c t="str"><v>{text}</v></c>' for text in "甲乙丙丁")
    sheet = (
        f"<sheetData><row>{cells}</row></sheetData>"
        '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/><mergeCell ref="nonsense"/></mergeCells>'
    )
    document, codes = read("a.xlsx", raw(sheet))
    assert shape(grids(document)[0]) == [(0, 0, 1, 2, "甲"), (0, 2, 1, 1, "丙"), (0, 3, 1, 1, "丁")]
    assert flags(document) == {"甲": {"overlap"}}
    assert codes == ["P1016"]


def test_what_is_hidden() -> None:
    book = written(("见", "藏列"), ("藏行", None), ("横跨", None))
    book.active.merge_cells("A3:B3")
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[2].hidden = True
    book.create_sheet("藏表").append(("藏",))
    book["藏表"].sheet_state = "veryHidden"
    document, codes = read("a.xlsx", saved(book))
    assert {text: found for text, found in flags(document).items() if text} == {
        "藏列": {"hidden"},
        "藏行": {"hidden"},
    }
    assert codes == ["P0632"]


def test_stacked_and_turned_text() -> None:
    book = written(("叠", "转", "斜", "平"))
    for name, turned in (("A1", 255), ("B1", 90), ("C1", 45)):
        book.active[name].alignment = Alignment(textRotation=turned)
    assert flags(read("a.xlsx", saved(book))[0]) == {"叠": {"vertical_text"}, "转": {"vertical_text"}}


def test_a_cell_far_away_costs_little() -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="str"><v>近</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="str"><v>远</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="B2:XFC1048575"/></mergeCells>'
    )
    grid = grids(read("a.xlsx", raw(sheet))[0])[0]
    assert (grid.rows, grid.columns) == (22, 22)
    assert [(c.text, c.spots[0].ref) for c in grid.cells if c.text] == [("近", "A1"), ("远", "XFD1048576")]
    assert_sound(grid)


def test_a_sheet_with_too_many_blank_places_keeps_those_that_hold_something() -> None:
    sheet = "".join(f'<row r="{at}"><c r="A{at}" t="str"><v>x</v></c></row>' for at in range(1, 40_001, 2))
    wide = '<row r="40002"><c r="AZ40002" t="str"><v>y</v></c></row>'
    grid = grids(read("a.xlsx", raw(f"<sheetData>{sheet}{wide}</sheetData>"))[0])[0]
    assert len(grid.cells) == 20_001


@pytest.mark.parametrize(
    "sheet",
    [
        '<sheetData><row><c r="A0"><v>1</v></c></row></sheetData>',
        '<sheetData><row><c r="XFE1"><v>1</v></c></row></sheetData>',
        '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>',
        '<sheetData><row><c t="s"><v>-1</v></c></row></sheetData>',
        "<sheetData><row>",
    ],
)
def test_damaged_sheets(sheet: str) -> None:
    assert read("a.xlsx", raw(sheet, "<si><t>一</t></si>")) == (None, ["P1010"])


@pytest.mark.parametrize("text", ["1E+999", "NaN", "INF", "1e999999999", "x", "9" * 900])
def test_what_is_no_number(text: str) -> None:
    shown, kind = show_stored(text, "General")
    assert kind in {"not_a_number", "digits_lost"}
    assert len(shown) <= 900


def test_numbers_agree_with_those_of_openpyxl() -> None:
    """The 17 digits that Excel stores, and the double that openpyxl makes of them, show alike.

    Numbers that people type and add up; beyond the 15th digit of other ones the two may round differently.
    """
    from perfdsl.actuals.readers.workbook import show_value

    chance = random.Random(4)  # noqa: S311 (a fixed sequence)
    for _ in range(3000):
        parts = [chance.randrange(10**7) / 10 ** chance.randrange(5) for _ in range(chance.randrange(1, 6))]
        value = sum(parts)
        for code in ("General", "0%", "0.00"):
            assert show_stored(format(value, ".17g"), code) == show_value(value, code)


def test_the_same_workbook_in_both_formats() -> None:
    new, old = (
        (DATA / "documents" / f"invented-workbook.{ending}").read_bytes() for ending in ("xlsx", "xls")
    )
    new_document, old_document = read("a.xlsx", new), read("a.xls", old)
    assert new_document[1] == old_document[1] == ["P0632"]
    for one, other in zip(grids(new_document[0]), grids(old_document[0]), strict=True):
        assert [cell[:6] for cell in one.cells] == [cell[:6] for cell in other.cells]
        assert [c.flags - {"vertical_text"} for c in one.cells] == [c.flags for c in other.cells]
    shown = {cell.spots[0].ref: cell.text for cell in grids(new_document[0])[0].cells}
    assert [shown[name] for name in ("D3", "D4", "E4", "D5", "F6", "D9")] == [
        "≥120人次", "≥90%", "92.5%", "2022年12月", "29.83", "1,234,567.50",
    ]  # fmt: skip
