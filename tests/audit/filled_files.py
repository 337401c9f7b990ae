"""Files of filled forms for tests: one layout of cells, as a workbook, a text document and a web page.

Everything in them is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from typing import NamedTuple

COLUMNS = 9
MONEY_HEADER = (
    "项目资金（万元）",
    "",
    "年初预算数",
    "全年预算数(A)",
    "全年执行数(B)",
    "分值",
    "执行率(B/A)",
    "得分",
)
ROW_HEADER = (
    "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施",
)  # fmt: skip

MONEY = (
    ("年度资金总额", "60.00", "60.00", "59.10", "10", "98.50%", "9.85"),
    ("其中：当年财政拨款", "50.00", "50.00", "49.10", "-", "-", "-"),
    ("上年结转资金", "", "", "", "-", "-", "-"),
    ("其他资金", "10.00", "10.00", "10.00", "-", "-", "-"),
)
ROWS = (
    ("产出指标", "数量指标", "养护里程", "≥120公里", "120公里", "20", "20", ""),
    ("产出指标", "质量指标", "验收合格率", "≥95%", "98%", "20", "20", ""),
    ("产出指标", "时效指标", "完工时限", "2022年11月底前", "2022年10月", "10", "10", ""),
    ("效益指标", "社会效益指标", "群众知晓度", "明显提高", "明显提高", "30", "28", "宣传面不够，下年加强"),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "93%", "10", "10", ""),
)


class Piece(NamedTuple):
    """A cell with what it covers."""

    row: int
    column: int
    columns: int
    text: str
    rows: int = 1


def pieces(
    rows: Sequence[Sequence[str]] = ROWS,
    money: Sequence[Sequence[str]] = MONEY,
    total: str = "97.85",
    name: str = "农村公路养护（虚构）",
) -> list[Piece]:
    """The cells of one form in the national layout, from row 0."""
    return list(_pieces(rows, money, total, name))


def _pieces(
    rows: Sequence[Sequence[str]], money: Sequence[Sequence[str]], total: str, name: str
) -> Iterator[Piece]:
    yield Piece(0, 0, COLUMNS, "项目支出绩效自评表")
    yield Piece(1, 0, COLUMNS, "（2022年度）")
    yield Piece(2, 0, 2, "项目名称")
    yield Piece(2, 2, 7, name)
    yield Piece(3, 0, 2, "主管部门")
    yield Piece(3, 2, 3, "某县交通运输局（虚构）")
    yield Piece(3, 5, 2, "实施单位")
    yield Piece(3, 7, 2, "某县公路站（虚构）")
    yield Piece(4, 0, 2, MONEY_HEADER[0], rows=1 + len(money))
    for at, text in enumerate(MONEY_HEADER[1:], 2):
        yield Piece(4, at, 1, text)
    for number, line in enumerate(money, 5):
        for at, text in enumerate(line, 2):
            yield Piece(number, at, 1, text)
    at = 5 + len(money)
    yield Piece(at, 0, 2, "年度总体目标", rows=2)
    yield Piece(at, 2, 3, "预期目标")
    yield Piece(at, 5, 4, "实际完成情况")
    yield Piece(at + 1, 2, 3, "养护农村公路，保障通行（虚构）")
    yield Piece(at + 1, 5, 4, "已按计划完成（虚构）")
    at += 2
    yield Piece(at, 0, 1, "绩效指标", rows=1 + len(rows))
    for column, text in enumerate(ROW_HEADER, 1):
        yield Piece(at, column, 1, text)
    for number, cells in enumerate(rows, at + 1):
        for column, text in enumerate(cells, 1):
            yield Piece(number, column, 1, text)
    at += 1 + len(rows)
    yield Piece(at, 0, 6, "总分")
    yield Piece(at, 6, 1, "100")
    yield Piece(at, 7, 1, total)
    yield Piece(at, 8, 1, "")


def workbook(*forms: list[Piece]) -> bytes:
    """A workbook with one form a sheet; numbers are written as text, as people often do."""
    from openpyxl import Workbook

    book = Workbook()
    del book["Sheet"]
    for number, form in enumerate(forms, 1):
        sheet = book.create_sheet(f"表{number}")
        for piece in form:
            sheet.cell(piece.row + 1, piece.column + 1, piece.text or None)
            if piece.rows > 1 or piece.columns > 1:
                sheet.merge_cells(
                    start_row=piece.row + 1,
                    end_row=piece.row + piece.rows,
                    start_column=piece.column + 1,
                    end_column=piece.column + piece.columns,
                )
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def text_document(form: list[Piece]) -> bytes:
    """A text document with one table."""
    import docx

    document = docx.Document()
    document.add_paragraph("项目支出绩效自评表")
    table = document.add_table(max(piece.row for piece in form) + 1, COLUMNS)
    table.style = "Table Grid"
    for piece in form:
        cell = table.cell(piece.row, piece.column)
        if piece.rows > 1 or piece.columns > 1:
            cell = cell.merge(table.cell(piece.row + piece.rows - 1, piece.column + piece.columns - 1))
        cell.text = piece.text
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def web_page(form: list[Piece]) -> bytes:
    """A web page with one table."""
    head = '<html lang="zh"><head><meta charset="utf-8"><title>自评表（虚构）</title></head>'
    lines = ["<!DOCTYPE html>", head, "<body>", "<table>"]
    for number in range(max(piece.row for piece in form) + 1):
        lines.append("  <tr>")
        lines += [
            f"    <td{_spans(piece)}>{escape(piece.text)}</td>" for piece in form if piece.row == number
        ]
        lines.append("  </tr>")
    lines += ["</table>", "</body></html>", ""]
    return "\n".join(lines).encode()


def _spans(piece: Piece) -> str:
    across = f' colspan="{piece.columns}"' if piece.columns > 1 else ""
    down = f' rowspan="{piece.rows}"' if piece.rows > 1 else ""
    return across + down
