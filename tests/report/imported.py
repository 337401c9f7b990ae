"""An imported document by hand, every fact of it invented: each status, kind of place and part of a form."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Cell, InSheet, InTable, Kind, OnLines, OnPage, Spot
from perfdsl.importers.draft import (
    DepartmentDraft,
    DraftRow,
    Field,
    FormDraft,
    Imported,
    Item,
    MoneyRow,
    PlanPoint,
    Unused,
)
from perfdsl.importers.read_fields import NOTHING, amount_field, target_field, text_field
from perfdsl.report.import_fields import fields_of, fields_of_department
from perfdsl.report.import_forms import IMPORTS
from perfdsl.report.import_report import ImportReport
from perfdsl.report.options import Options
from perfdsl.syntax import ast
from perfdsl.syntax.node import make


def box(row: int, column: int, columns: int = 1, page: int = 1) -> tuple[Spot, ...]:
    left, top = 4000 + 7000 * column, 9000 + 4000 * row
    return (OnPage(page, left, top, left + 7000 * columns, top + 4000),)


@cache
def png(width: int, height: int) -> bytes:
    """A grey picture with a black frame."""
    line, edge = bytes([0, *[200] * (width - 2), 0]), bytes(width)
    rows = b"".join(b"\0" + (edge if y in (0, height - 1) else line) for y in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def filled_form() -> FormDraft:
    """A 自评表 of a PDF: doubts of a row, of the form, a conflict, notes, blanks, fields without a place."""
    actual = make(ast.Number, (0, 0), value=Decimal(8676), unit="人", text="8676人")
    rows = (
        DraftRow(
            {
                "level1": text_field("产出\n指标", box(5, 0)),
                "level2": text_field("数量指标", box(5, 1)),
                "name": text_field("虚构培训人数", box(5, 2)),
                "target": target_field("≥8755人", box(5, 3)),
                "actual": Field("8676人", actual, box(5, 4)),
                "weight": amount_field("15", box(5, 5)),
                "score": amount_field("14.86", box(5, 6)),
                "reason": text_field("人员变动", box(5, 7)),
            }
        ),
        DraftRow(
            {
                "level1": text_field("产出\n指标", box(5, 0)),
                "level2": text_field("数量指标", box(6, 1)),
                "name": text_field("虚构活动次数", (*box(6, 2), *box(0, 2, page=2))).noted(
                    Text("分页截断，已把两页的文字接上", "cut by a page break; its parts were joined")
                ),
                "target": target_field("12架次", box(6, 3)),
                "direction": text_field("正向", box(6, 3)),
                "actual": Field("", None, box(6, 4), "missing", (NOTHING,)),
                "weight": amount_field("1O", box(6, 5)),
                "reason": text_field("尚未核实", box(6, 7)),
            }
        ),
    )
    budget = amount_field("5.00", box(1, 4))
    return FormDraft(
        "self_evaluation",
        {
            "title": text_field("1.虚构培训经费绩效自评表", box(0, 0, 4)),
            "code": text_field("13053522P\n00000000001X", box(0, 1)),
            "name": text_field("虚构培训经费", box(0, 3)),
            "money_unit": text_field("万元", box(0, 7)),
            "year": Field("2022年度", 2022, box(0, 6)),
            "purpose": text_field("购置虚构的教材，" * 12, box(2, 0, 7)),
            "actual_goal": text_field("年度目标已经实现", box(3, 4, 4)),
        },
        rows,
        plan=(
            PlanPoint(6, text_field("6月底", box(3, 1)), amount_field("2.00", box(3, 1))),
            PlanPoint(12, text_field("12月底", box(3, 2)), amount_field("5.00", box(3, 2))),
        ),
        goals=(text_field("办好虚构的培训", box(4, 0, 8)),),
        money=(
            MoneyRow(
                "total",
                text_field("年度资金总额", box(1, 1)),
                {
                    "initial": budget,
                    "full_year": budget.doubted(
                        Text("预算数 5.00，各项资金合计 4.00", "the budget is 5.00, its parts 4.00"),
                        "conflict",
                    ),
                    "executed": amount_field("4.80", box(1, 5)),
                    "rate": text_field("96%", box(1, 6)),
                },
            ),
            MoneyRow(
                "fiscal",
                text_field("其中：财政拨款", box(2, 1)),
                {"full_year": amount_field("4.00", box(2, 4))},
            ),
        ),
        columns={"target": Cell(9, 3, 1, 1, "年度指标值", box(4, 3))},
        unused=(Unused("盖章处", box(9, 0), Text("没有认出是什么", "it could not be told what this is")),),
        passed_over=(Unused("总分 100 94.86", box(8, 0, 8), Text("合计行", "a row of totals")),),
        reasons=(Text("权重合计 15，既不是 100，也不是 90", "the weights sum to 15: neither 100 nor 90"),),
        cells_used=40,
        cells=41,
    )


def plain_form(kind: Kind) -> FormDraft:
    """A 绩效目标表 with one doubt, whose places are those of a kind of document."""
    row = {
        name: text_field(said, (spot_of(kind, number),))
        for number, (name, said) in enumerate(
            [("level1", "产出指标"), ("level2", "质量指标"), ("name", "虚构合格率"), ("basis", "虚构办法")],
            start=1,
        )
    }
    targets = {"target": target_field("9 5%", (spot_of(kind, 5),))}
    head = {"title": text_field("虚构绩效目标表", (spot_of(kind, 9),))}
    return FormDraft("targets", head, (DraftRow({**row, **targets}),), cells=5, cells_used=5)  # type: ignore[dict-item]


def spot_of(kind: Kind, number: int) -> Spot:
    match kind:
        case "pdf":
            return OnPage(1, 5000 * number, 8000, 5000 * number + 5000, 10000)
        case "docx" | "html":
            return InTable(2, 7, number)
        case "xlsx" | "xls" | "csv":
            return InSheet("虚构 目标", f"{'ABCDEFGHIJ'[number - 1]}7")
        case "text":
            return OnLines(number, number + 1)


def department() -> DepartmentDraft:
    spots = (OnLines(1, 4),)
    return DepartmentDraft(
        {"department": text_field("虚构县档案馆", spots), "year": Field("2022年", 2022, spots)},
        text_field("总的目标", spots),
        (Item("（一）", "", text_field("第一件事", spots)),),
        (
            Item(
                "1.",
                "征集",
                Field("目标：", None, spots, "check", (Text("没有读到目标", "no goal was read"),)),
            ),
        ),
        (Item("（一）", "加强监督", text_field("措施", spots)),),
    )


@cache
def reports() -> tuple[ImportReport, ...]:
    """Two documents: a PDF with pictures and doubts of every kind, and a workbook."""
    pdf = Imported(
        "虚构/自评.pdf",
        "pdf",
        (filled_form(),),
        department(),
        (Unused("附件 1", (OnPage(2, 0, 0, 100, 100),), Text("不属于任何一张表", "belongs to no form")),),
        2,
        (Text("第 2 页没有文字，可能是扫描的", "page 2 holds no text: it may be a scan"),),
        (
            Text(
                "第二种读法：1 张表 2 行，与表格读出的一致", "second reading: 1 form, 2 rows, as in the grids"
            ),
        ),
    )
    book = Imported("targets.xlsx", "xlsx", (plain_form("xlsx"),))
    return (
        ImportReport(
            pdf, ("out/部门.perf", "out/虚构培训经费.perf"), {1: png(620, 877), 2: png(620, 877)}, 75
        ),
        ImportReport(book),
    )


def render(
    form: str, given_reports: Sequence[ImportReport] | None = None, options: Options | None = None
) -> str:
    written = IMPORTS.get(form)(
        reports() if given_reports is None else given_reports, [], options or Options()
    )
    assert isinstance(written, str)
    return written


def all_fields(imported: Imported) -> list[Field]:
    department = fields_of_department(imported.department) if imported.department else ()
    return [
        named.field for named in (*department, *(each for form in imported.forms for each in fields_of(form)))
    ]
