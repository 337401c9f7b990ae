"""Many forms in one sheet or page, with titles and without, are cut apart, in linear time."""

from __future__ import annotations

import time

from perfdsl.documents.document import Document, Grid
from perfdsl.importers.grids.cut_forms import is_title
from perfdsl.importers.grids.read_forms import read_forms
from tests.importers.read_files import SEED, doubts, forms_in, read_document, table

HEADER = "一级指标 | 二级指标 | 三级指标 | 指标值"
ROW = "产出指标 | 数量指标 | 里程 | ≥3公里"


def test_titles():
    for title in (
        "1.代表之家运行经费绩效目标表",
        "项目支出绩效自评表（2022年度）",
        "附件2：绩效运行监控表",
        "2023 年 目标申报表",
    ):
        assert is_title(title)
    for line in (
        "第二部分 预算项目绩效目标",
        "一、总体绩效目标",
        "详见绩效目标表。",
        "项目名称",
        "绩效目标表" * 40,
    ):
        assert not is_title(line)


def test_forms_without_titles_begin_at_the_project_and_keep_the_line_above_it():
    parts = "".join(
        f"<p>10100{at} 虚构局{at} 单位：万元</p>{table(f'项目名称 | 虚构项目{at}^3', HEADER, ROW)}"
        for at in (1, 2, 3)
    )
    forms, unused = forms_in("page.html", f"<meta charset='utf-8'>{parts}".encode())
    assert [form.value("name") for form in forms] == ["虚构项目1", "虚构项目2", "虚构项目3"]
    assert [form.value("unit_code") for form in forms] == ["101001", "101002", "101003"]
    assert [len(form.rows) for form in forms] == [1, 1, 1]
    assert not unused


def test_forms_in_one_grid():
    rows = [
        row
        for at in (1, 2, 3)
        for row in (f"虚构项目{at}绩效目标表^4", f"项目名称 | 虚构项目{at}^3", HEADER, ROW)
    ]
    forms, _ = forms_in("page.html", f"<meta charset='utf-8'>{table(*rows)}".encode())
    assert [form.value("title") for form in forms] == [f"虚构项目{at}绩效目标表" for at in (1, 2, 3)]
    assert [doubts(form) for form in forms] == [[], [], []]


def test_head_and_indicators_may_be_tables_of_their_own():
    page = table("项目名称 | 虚构项目 | 预算数（万元） | 5.00") + table(HEADER, ROW)
    (form,), _ = forms_in("page.html", f"<meta charset='utf-8'>{page}".encode())
    assert (form.value("name"), len(form.rows), doubts(form)) == ("虚构项目", 1, [])


def test_text_without_a_form_is_listed():
    forms, unused = forms_in(
        "page.html", "<meta charset='utf-8'><p>第一部分</p><p>虚构项目绩效目标表</p>".encode()
    )
    assert forms == ()
    assert [one.text for one in unused] == ["第一部分", "虚构项目绩效目标表"]


def book(forms: int) -> Document:
    """The seed's worksheet, its four forms over and over."""
    document = read_document("sheet.xlsx", (SEED / "forms" / "sheet.xlsx").read_bytes())
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    times = forms // 4
    cells = tuple(cell._replace(row=cell.row + at * grid.rows) for at in range(times) for cell in grid.cells)
    return document._replace(blocks=(grid._replace(rows=grid.rows * times, cells=cells),))


def seconds(document: Document) -> float:
    start = time.process_time()
    read_forms(document)
    return time.process_time() - start


def test_a_long_sheet_is_read_in_linear_time():
    found, _ = read_forms(book(100))
    assert [len(form.rows) for form in found] == [7] * 100
    assert all(doubts(form) == [] for form in found)
    few, many = book(40), book(240)
    assert seconds(many) < 6 * 3 * max(seconds(few), 0.05)
