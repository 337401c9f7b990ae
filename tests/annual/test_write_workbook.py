from __future__ import annotations

import sys
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.write_workbook import write_workbook
from perfdsl.diagnostic import Diagnostics
from tests.annual.reports import HOSTILE, INVENTED, hostile_report, linxi_report

SHEETS = ["汇总", "各项目", "指标明细", "资金进度", "监控", "整改", "缘由"]


def written(report: AnnualReport) -> tuple[bytes, Any]:
    diagnostics = Diagnostics()
    data = write_workbook(report, diagnostics)
    assert data is not None
    assert not len(diagnostics)
    return data, openpyxl.load_workbook(BytesIO(data))


def rows_of(book: Any, name: str) -> list[list[Any]]:
    sheet = book[name]
    first = int(sheet.freeze_panes[1:])
    return [list(row) for row in sheet.iter_rows(min_row=first)]


def test_sheets_are_those_of_a_bureau_and_each_is_told_apart() -> None:
    _, book = written(linxi_report())
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert INVENTED in [sheet.cell(row, 1).value for row in (1, 2)]
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows


def test_points_are_those_of_the_scorecard_as_numbers() -> None:
    report = linxi_report()
    _, book = written(report)
    rows = rows_of(book, "指标明细")
    lines = [line for project in report.projects for line in project.lines]
    assert len(rows) >= len(lines)
    for row, line in zip(rows, lines, strict=False):
        assert row[4].value == line.name
        if line.points.points.settled:
            assert f"{row[9].value:.2f}" == line.points.text
        else:
            assert row[9].value == line.points.text
        if line.ratio.value is not None and not line.ratio.text.startswith("≈"):
            assert abs(row[7].value - float(line.ratio.value)) < 0.00006


def test_totals_are_those_of_the_scorecard() -> None:
    report = linxi_report()
    _, book = written(report)
    found = {row[1].value: row[8].value for row in rows_of(book, "各项目") if row[1].value}
    assert found["代表之家运行经费"] == 97.81
    assert {name: str(value) for name, value in found.items()}.keys() == {
        each.name for each in report.projects
    }


def test_each_score_leads_to_its_explanation_and_back() -> None:
    _, book = written(linxi_report())
    reasons, lines = book["缘由"], book["指标明细"]
    for row in rows_of(book, "指标明细")[:32]:
        sheet, _, cell = row[9].hyperlink.location.rpartition("!")
        assert sheet.strip("'") == "缘由"
        there = reasons[cell]
        assert there.value == row[4].value
        back = there.hyperlink.location.rpartition("!")[2]
        assert lines[back].value == row[4].value


def test_charts_are_drawn_from_cells() -> None:
    _, book = written(linxi_report())
    assert len(book["资金进度"]._charts) == len(linxi_report().projects) + 1
    assert len(book["汇总"]._charts) == 1


def test_no_text_becomes_a_formula() -> None:
    _, book = written(hostile_report())
    texts = set()
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str):
                    texts.add(cell.value)
                    if cell.value.startswith(("=", "+", "-", "@")):
                        assert cell.quotePrefix, cell.value
    assert {HOSTILE[0], HOSTILE[1], HOSTILE[3], "<r>x</r>"} <= texts


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(linxi_report())[0] == written(linxi_report())[0]


def test_english_sheets() -> None:
    _, book = written(linxi_report(language="en"))
    assert book.sheetnames[0] == "Summary"


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    diagnostics = Diagnostics()
    assert write_workbook(linxi_report(), diagnostics) is None
    assert [each.code for each in diagnostics] == ["P1517"]
