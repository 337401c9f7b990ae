"""Makes the templates of an invented province (云岭省, 虚构) in ``tests/data/forms/templates``.

Run it to make them anew: ``python -m tests.forms.make_templates``.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "data" / "forms" / "templates"

HEADINGS = [
    "一级指标",
    "二级指标",
    "三级指标",
    "",
    "指标性质",
    "指标值",
    "度量单位",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因",
]
MERGED = "A1:K1 B3:E3 G3:K3 B4:E4 G4:K4 B5:C5 B6:K6 A7:K7 C8:D8 C9:D9 A10:H10 A11:I11 B12:D12 F12:H12 J12:K12"
WIDTHS = [11, 13, 13, 13, 9, 11, 9, 12, 8, 8, 22]


def make_workbook() -> Any:
    """A form with merged cells, a pattern row (9), totals below, a check, a condition and print set-up."""
    from openpyxl import Workbook
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    sheet.title = "自评表"
    thin = Side(style="thin")
    box = Border(left=thin, right=thin, top=thin, bottom=thin)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for at, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJK"[at]].width = width
    rows = [
        ["云岭省（虚构）项目支出绩效自评表", *[""] * 10],
        ["年度：", "", "", "", "", "", "", "", "单位：", "", ""],
        ["项目名称", "", "", "", "", "项目编码", "", "", "", "", ""],
        ["主管部门", "", "", "", "", "评价等级", "", "", "", "", ""],
        ["预算数", "", "", "执行数", "", "执行率", "", "执行率得分", "", "总分", ""],
        ["年度总体目标", *[""] * 10],
        ["", *[""] * 10],
        HEADINGS,
        [""] * 11,
        ["指标得分合计", *[""] * 7, "=SUM(I9:I9)", "=SUM(J9)", ""],
        ["总分（合计加执行率得分）", *[""] * 8, '=IF(J10="","",J10+I5)', ""],
        ["填表人：", "", "", "", "联系电话：", "", "", "", "日期：", "", ""],
    ]
    for row in rows:
        sheet.append([value or None for value in row])
    for row in sheet["A3:K12"]:
        for cell in row:
            cell.border, cell.alignment, cell.font = box, middle, Font(name="宋体", size=10)
    for area in [
        "A1:K1",
        "B3:E3",
        "G3:K3",
        "B4:E4",
        "G4:K4",
        "B5:C5",
        "B6:K6",
        "A7:K7",
        "C8:D8",
        "C9:D9",
        "A10:H10",
        "A11:I11",
        "B12:D12",
        "F12:H12",
        "J12:K12",
    ]:
        sheet.merge_cells(area)
    sheet["A1"].font, sheet["A1"].alignment = Font(name="黑体", size=16), middle
    for cell in sheet[8]:
        cell.fill = PatternFill("solid", fgColor="DDE6F0")
    sheet["B6"].alignment = sheet["K9"].alignment = Alignment(vertical="center", wrap_text=True)
    for name, code in {
        "B5": "0.00",
        "E5": "0.00",
        "G5": "0.00%",
        "I5": "0.00",
        "K5": "0.00",
        "I9": "0.00",
        "J9": "0.00",
    }.items():
        sheet[name].number_format = code
    sheet["G3"].number_format = "@"
    sheet.row_dimensions[1].height, sheet.row_dimensions[6].height, sheet.row_dimensions[9].height = (
        32,
        60,
        30,
    )
    check = DataValidation(type="decimal", operator="between", formula1="0", formula2="I9", sqref="J9")
    sheet.add_data_validation(check)
    sheet.conditional_formatting.add(
        "J9", CellIsRule(operator="lessThan", formula=["I9"], font=Font(color="C00000"))
    )
    book.defined_names["项目名称"] = DefinedName("项目名称", attr_text="自评表!$B$3")
    book.defined_names["指标首行"] = DefinedName("指标首行", attr_text="自评表!$A$9:$K$9")
    book.defined_names["得分列"] = DefinedName("得分列", attr_text="自评表!$J$9:$J$9")
    sheet.print_area, sheet.print_title_rows = "A1:K12", "8:8"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.freeze_panes = "A9"
    return book


def make_document() -> Any:
    """A form in Word: bookmarks and content controls named after fields, a table with a pattern row."""
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "宋体", Pt(10)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    document.add_heading("云岭省（虚构）绩效自评报告", level=1)
    paragraph = document.add_paragraph("项目名称：")
    _bookmark(paragraph, "项目_名称", "（项目名称）", bold=True)
    paragraph.add_run("　　项目编码：")
    _control(paragraph, "项目.编码", "点击填写")
    paragraph = document.add_paragraph("预算（万元）：")
    _control(paragraph, "预算.合计.万元", "点击填写")
    paragraph.add_run("　执行数（万元）：")
    _control(paragraph, "执行数.万元", "点击填写")
    paragraph.add_run("　执行率：")
    _bookmark(paragraph, "执行率", "")
    paragraph.add_run("　总分：")
    _bookmark(paragraph, "总分", "")
    paragraph.add_run("　等级：")
    _bookmark(paragraph, "等级", "")
    document.add_paragraph("总体目标：")
    _bookmark(document.add_paragraph(), "目标", "（年度总体目标）")
    table = document.add_table(rows=3, cols=6)
    table.style = "Table Grid"
    for at, width in enumerate((3, 4, 6, 3, 3, 6)):
        table.columns[at].width = Cm(width)
        for cell in table.columns[at].cells:
            cell.width = Cm(width)
    for at, heading in enumerate(("一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "偏差原因")):
        table.cell(0, at).text = heading
    for at, field in enumerate(("一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "偏差原因")):
        _bookmark(table.cell(1, at).paragraphs[0], f"指标_{field}", "")
    table.cell(2, 0).merge(table.cell(2, 5)).text = "填表人：　　　　　　日期："
    return document


def make_cover() -> Any:
    """A cover with a bookmark that is no field."""
    from docx import Document

    document = Document()
    document.add_heading("云岭省（虚构）绩效自评封面", level=1)
    _bookmark(document.add_paragraph("项目："), "项目_名称", "")
    _bookmark(document.add_paragraph("负责人："), "项目_负责人", "")
    return document


def make_chart() -> Any:
    """A form with a chart, which filling would lose."""
    from openpyxl import Workbook
    from openpyxl.chart import BarChart, Reference
    from openpyxl.workbook.defined_name import DefinedName

    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"] = "总分（虚构的样式）", None
    book.defined_names["总分"] = DefinedName("总分", attr_text="Sheet!$A$2")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    sheet.add_chart(chart, "C2")
    return book


_IDS = iter(range(1, 1000))


def _bookmark(paragraph: Any, name: str, text: str, *, bold: bool = False) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end, number = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd"), str(next(_IDS))
    start.set(qn("w:id"), number)
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), number)
    paragraph._p.append(start)
    if text:
        paragraph.add_run(text).bold = bold
    paragraph._p.append(end)


def _control(paragraph: Any, tag: str, text: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    control, properties = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
    for name, value in (("w:tag", tag), ("w:showingPlcHdr", "")):
        mark = OxmlElement(name)
        if value:
            mark.set(qn("w:val"), value)
        properties.append(mark)
    content = OxmlElement("w:sdtContent")
    run = paragraph.add_run(text)._r
    control.append(properties)
    control.append(content)
    paragraph._p.append(control)
    content.append(run)


def bytes_of(made: Any) -> bytes:
    """What a workbook or a document is saved as."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "云岭省（虚构）自评表.xlsx").write_bytes(bytes_of(make_workbook()))
    (FOLDER / "云岭省（虚构）自评报告.docx").write_bytes(bytes_of(make_document()))
    (FOLDER / "云岭省（虚构）封面.docx").write_bytes(bytes_of(make_cover()))
    (FOLDER / "云岭省（虚构）图表.xlsx").write_bytes(bytes_of(make_chart()))
