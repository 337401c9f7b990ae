"""Filling a user's own workbook: what is kept, what moves, and what is refused."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

from tests.forms.make_templates import make_workbook
from tests.forms.templates import fill, saved, values, workbook_of

MAPPING = """
[[tables]]
anchor = "首行"
merge = ["一级指标", "二级指标"]
columns = { A = "一级指标", B = "二级指标", D = "三级指标", E = "得分" }
"""


def named(book: Any, **names: str) -> Any:
    for name, area in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=f"Sheet!{area}")
    return book


@pytest.fixture
def book() -> Any:
    """A pattern row 3 between a header and totals; much that has to move."""
    book = Workbook()
    sheet = book.active
    sheet.append(["表头", None, None, None, None, None])
    sheet.append(["一级", "二级", None, "三级", "得分", "折算"])
    sheet.append([None, None, None, None, None, "=E3*$B$1/E4"])
    sheet.append(["合计", None, None, None, "=SUM(E3:E3)", "=SUM(F3)"])
    sheet.append(["说明", None, "请附材料", None, "=E4/2", None])
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("A4:D4")
    sheet.merge_cells("A5:B6")
    sheet["F3"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["E3"].font = Font(bold=True)
    sheet["C5"].hyperlink = "https://example.org/"
    sheet["C5"].comment = Comment("批注", "甲")
    sheet.row_dimensions[3].height, sheet.row_dimensions[5].height = 55, 44
    check = DataValidation(type="decimal", operator="lessThan", formula1="E4", sqref="E3")
    sheet.add_data_validation(check)
    sheet.print_area = "A1:F6"
    sheet.print_title_rows = "1:2"
    other = book.create_sheet("其他")
    other["A1"] = "=Sheet!E4"
    named(book, 首行="$A$3", 合计="$E$4")
    return book


def test_rows_are_copied_and_all_below_moves(book: Any) -> None:
    data, codes = fill(saved(book), ".xlsx", MAPPING)
    assert codes == []
    filled = workbook_of(data)
    sheet = filled["Sheet"]
    assert [sheet.cell(row, 4).value for row in range(3, 7)] == [
        "养护里程0",
        "整修桥梁1",
        "合格率2",
        "知晓度3",
    ]
    assert [sheet.cell(row, 6).value for row in range(3, 7)] == [
        f"=E{row}*$B$1/E7" if row == 3 else f"=E{row}*$B$1/E{row + 4}" for row in range(3, 7)
    ]
    assert (sheet["E7"].value, sheet["F7"].value, sheet["E8"].value) == (
        "=SUM(E3:E6)",
        "=SUM(F3:F6)",
        "=E7/2",
    )
    assert filled["其他"]["A1"].value == "=Sheet!E7"
    assert filled.defined_names["合计"].attr_text == "Sheet!$E$7"
    assert {str(each) for each in sheet.merged_cells.ranges} == {
        "A3:A5",
        "B3:C4",
        "B5:C5",
        "B6:C6",
        "A7:D7",
        "A8:B9",
    }
    assert [sheet.cell(row, 6).fill.fgColor.rgb for row in range(3, 8)] == ["00FFFF00"] * 4 + ["00000000"]
    assert all(sheet.cell(row, 5).font.bold for row in range(3, 7))
    assert [sheet.row_dimensions[row].height for row in (3, 4, 6, 8)] == [55, 55, 55, 44]
    assert sheet["C8"].hyperlink.ref == "C8"
    assert sheet["C8"].comment.text == "批注"
    rule = sheet.data_validations.dataValidation[0]
    assert (str(rule.sqref), rule.formula1) == ("E3:E6", "E7")
    assert sheet.print_area == "'Sheet'!$A$1:$F$9"
    assert sheet.print_title_rows == "$1:$2"
    assert filled.calculation.fullCalcOnLoad


def test_no_cached_value_is_left_to_be_wrong(book: Any) -> None:
    data, _ = fill(saved(book), ".xlsx", MAPPING)
    assert data is not None
    assert load_workbook(io.BytesIO(data), data_only=True)["Sheet"]["E7"].value is None


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_rows(book: Any, count: int) -> None:
    data, codes = fill(saved(book), ".xlsx", MAPPING, values(count))
    sheet = workbook_of(data)["Sheet"]
    assert codes == []
    assert sheet.cell(4 + max(count, 1) - 1, 1).value == "合计"
    assert sheet["D3"].value == ("养护里程0" if count else None)


def test_names_alone_are_a_mapping() -> None:
    book = Workbook()
    sheet = book.active
    sheet["B1"].number_format, sheet["B2"].number_format, sheet["B3"].number_format = "@", "0.0", "0.00"
    sheet["A9"] = "=SUM(A6:A6)"
    names = {
        "项目.名称": "$A$1",
        "总分": "$B$2",
        "执行率": "$B$3",
        "指标.三级指标": "$B$6",
        "指标_得分": "$A$6",
        "随便": "$C$1",
    }
    data, codes = fill(saved(named(book, **names)), ".xlsx")
    assert codes == ["P1054"]
    sheet = workbook_of(data).active
    assert sheet["A1"].value == "甲（虚构）"
    assert (sheet["B2"].value, sheet["B2"].number_format) == (97.81, "0.0")
    assert (sheet["B3"].value, sheet["B3"].number_format) == (0.96, "0.00%")
    assert [sheet.cell(row, 2).value for row in range(6, 10)] == [
        "养护里程0",
        "整修桥梁1",
        "合格率2",
        "知晓度3",
    ]
    assert sheet["A12"].value == "=SUM(A6:A9)"


@given(text=st.sampled_from(["=1+1", "+1", "-1", "@SUM(1)", "=cmd|' /C calc'!A0", "#N/A", "\x01=1", "1e5"]))
@settings(max_examples=8)
def test_a_text_never_becomes_a_formula(text: str) -> None:
    data, _ = fill(
        saved(named(Workbook(), 甲="$A$1")), ".xlsx", '[fields]\n"甲" = "项目.名称"', values(项目_名称=text)
    )
    cell = workbook_of(data).active["A1"]
    assert cell.data_type == "s"
    assert str(cell.value).lstrip("\ufffd") == text.lstrip("\x01")


def test_blank_fields_empty_their_cells() -> None:
    book = named(Workbook(), 甲="$A$1")
    book.active["A1"] = "（填等级）"
    data, _ = fill(saved(book), ".xlsx", '[fields]\n"甲" = "等级"')
    assert workbook_of(data).active["A1"].value is None


@pytest.mark.parametrize("field", ["等级", "项目.名称"])
def test_no_field_takes_the_place_of_a_formula(field: str) -> None:
    book = Workbook()
    book.active["A1"] = "=1+1"
    assert fill(saved(book), ".xlsx", f'[fields]\nA1 = "{field}"') == (None, ["P1055"])
    assert fill(saved(named(book, 总分="$A$1")), ".xlsx") == (None, ["P1055"])


def test_no_column_takes_the_place_of_a_formula(book: Any) -> None:
    text = MAPPING.replace('E = "得分"', 'F = "得分"')
    assert fill(saved(book), ".xlsx", text) == (None, ["P1055"])


def test_no_field_is_written_into_a_column(book: Any) -> None:
    assert fill(saved(book), ".xlsx", '[fields]\nD3 = "项目.名称"\n' + MAPPING) == (None, ["P1057"])
    assert fill(saved(book), ".xlsx", '[fields]\nC3 = "项目.名称"\n' + MAPPING) == (None, ["P1057"]), "merged"
    two = '[fields]\nA1 = "项目.名称"\n"Sheet!A1" = "总分"'
    assert fill(saved(book), ".xlsx", two) == (None, ["P1057"])


def test_a_field_beside_the_columns_is_repeated_with_the_row() -> None:
    book = named(Workbook(), 首行="$A$2")
    data, codes = fill(
        saved(book),
        ".xlsx",
        '[fields]\nB2 = "项目.名称"\n[[tables]]\nanchor = "首行"\ncolumns = { A = "三级指标" }',
    )
    assert codes == []
    assert [workbook_of(data).active.cell(row, 2).value for row in range(2, 7)] == ["甲（虚构）"] * 4 + [None]


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ('[fields]\n"首项" = "总分"', "P1052"),
        ('[fields]\n"表!A1" = "总分"', "P1052"),
        ("[[tables]]\nanchor = '首行'\ncolumns = { '合计' = '得分' }", "P1057"),
        ("[[tables]]\nanchor = 'A5'\ncolumns = { A = '得分' }", "P1057"),
        (
            "\n".join(
                f"[[tables]]\nanchor = '{place}'\ncolumns = {{ A = '得分' }}" for place in ("首行", "B3")
            ),
            "P1057",
        ),
    ],
)
def test_anchors_that_cannot_be(book: Any, mapping: str, code: str) -> None:
    assert fill(saved(book), ".xlsx", mapping) == (None, [code])


def test_a_template_without_anchors() -> None:
    assert fill(saved(Workbook()), ".xlsx") == (None, ["P1052"])


# ---------------------------------------------------------------- what is kept, what is refused


def picture() -> Image:
    stream = io.BytesIO()
    Picture.new("RGB", (8, 8), "red").save(stream, "PNG")
    return Image(stream)


def test_pictures_and_tables_are_kept_and_move() -> None:
    book = named(Workbook(), 首行="$A$3")
    sheet = book.active
    sheet.append(["甲", "乙"])
    for _ in range(4):
        sheet.append(["x", "y"])
    sheet.add_image(picture(), "D10")
    sheet.add_table(Table(displayName="T", ref="A1:B5"))
    data, codes = fill(saved(book), ".xlsx", "[[tables]]\nanchor = '首行'\ncolumns = { A = '三级指标' }")
    assert codes == []
    sheet = workbook_of(data).active
    assert sheet._images[0].anchor._from.row == 12
    assert sheet.tables["T"].ref == "A1:B8"


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def test_what_would_be_lost_is_refused() -> None:
    book = named(Workbook(), 总分="$A$1")
    plain = saved(book)
    for name, content in {
        "xl/vbaProject.bin": b"x",
        "xl/pivotTables/pivotTable1.xml": b"<a/>",
        "xl/threadedComments/threadedComment1.xml": b"<a/>",
        "xl/unheardOf/a.xml": b"<a/>",
        "xl/media/a.emf": b"x",
        "xl/drawings/drawing9.xml": b"<xdr:wsDr><xdr:sp macro=''/></xdr:wsDr>",
    }.items():
        assert fill(with_part(plain, name, content), ".xlsx") == (None, ["P1055"]), name
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=1, min_row=1, max_row=2))
    book.active.add_chart(chart, "C3")
    assert fill(saved(book), ".xlsx") == (None, ["P1055"])
    assert fill(plain, ".xlsx")[1] == []


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>",
        '<?xml version="1.0"?><!DOCTYPE a><worksheet/>'.encode("utf-16"),
        b'<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
        b'<worksheet><hyperlinks><hyperlink r:id="a" ref="A1:XFD1048576"/></hyperlinks></worksheet>',
    ],
)
def test_hostile_workbooks_are_refused(content: bytes) -> None:
    data = with_part(saved(named(Workbook(), 总分="$A$1")), "xl/worksheets/sheet9.xml", content)
    assert fill(data, ".xlsx") == (None, ["P1050"])


@given(cut=st.integers(0, 4000), noise=st.binary(max_size=20))
@settings(max_examples=30, deadline=None)
def test_damaged_workbooks_never_raise(cut: int, noise: bytes) -> None:
    data = saved(named(Workbook(), 总分="$A$1"))
    for broken in (data[:cut], data[:cut] + noise + data[cut:], b"\xd0\xcf\x11\xe0" + noise):
        filled, codes = fill(broken, ".xlsx")
        assert filled is not None or codes


def test_the_invented_template_keeps_its_look() -> None:
    text = '[fields]\nB3 = "项目.名称"\n' + MAPPING.replace("首行", "指标首行").replace("D =", "C =").replace(
        "E =", "J ="
    )
    data, codes = fill(saved(make_workbook()), ".xlsx", text, values(9))
    assert codes == []
    sheet = workbook_of(data).active
    assert sheet.cell(18, 10).value == "=SUM(J9:J17)"
    assert sheet.print_area == "'自评表'!$A$1:$K$20"
    assert sheet.page_setup.orientation == "landscape"
    assert all(
        sheet.cell(row, column).border.left.style == "thin" for row in range(9, 18) for column in (1, 5, 11)
    )
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["J9:J17"]
