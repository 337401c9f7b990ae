"""What pages print between two parts of a table does not end it, another form does; invented (虚构)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from perfdsl.documents.document import Block, Document, Grid, OnPage, Prose
from perfdsl.importers.draft import FormDraft
from perfdsl.importers.grids.read_forms import read_forms
from tests.importers.grids.test_page_breaks import cut, document, said
from tests.importers.read_files import doubts, form_in_page, forms_in, read_document, table

HEADER = "一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据"
ROWS = (
    "产出指标 | 数量指标 | 里程 | ≥3公里 | 虚构方案",
    "产出指标 | 质量指标 | 合格率 | ≥98% | 虚构方案",
    "效益指标 | 社会效益指标 | 事故 | ≤2起 | 虚构方案",
    "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 虚构方案",
)
HEAD = ("虚构项目绩效目标表^5", "（2023年度）^5", "项目名称 | 虚构项目^4")


def line(text: str, page: int, top: int, left: int = 9000) -> Prose:
    return Prose(text, (OnPage(page, left, top, left + 3000, top + 900),))


def between(name: str, at: int, *lines: Prose) -> Document:
    """Cut a form at a row, and print lines between its two parts instead of the page's number."""
    whole = cut(document(name), at)
    blocks: list[Block] = []
    for block in whole.blocks:
        if isinstance(block, Prose) and block.text.startswith("第 1 页"):
            continue
        if isinstance(block, Grid) and block.page == 2:
            blocks += lines
        blocks.append(block)
    return whole._replace(blocks=tuple(blocks))


def page_of(rows: tuple[str, ...], page: int, right: int = 0) -> Grid:
    """Set rows as a grid of a page, its columns ``right`` of their usual place."""
    grid = next(
        block
        for block in read_document("page.html", f"<meta charset='utf-8'>{table(*rows)}".encode()).blocks
        if isinstance(block, Grid)
    )
    edges = tuple(5000 + right + 8000 * number for number in range(grid.columns + 1))
    cells = tuple(
        cell._replace(
            spots=(OnPage(page, edges[cell.column], 6000, edges[cell.column + cell.columns], 70000),)
        )
        for cell in grid.cells
    )
    return grid._replace(cells=cells, edges=edges, page=page)


def read(*blocks: Block) -> tuple[tuple[FormDraft, ...], list[str]]:
    forms, unused = read_forms(Document("a.pdf", "pdf", blocks, pages=4))
    return forms, [one.text for one in unused]


@pytest.mark.parametrize(
    "lines",
    [
        (line("虚构县2024年部门预算公开", 2, 3800),),
        (line("打印日期：2024-03-01 操作员：虚构", 1, 80000),),
        (line("- 1 -", 1, 80000), line("虚构县预算公开", 2, 3800)),
        (line("（续表）", 2, 4500),),
        (line("2024年3月1日", 1, 80000),),
    ],
)
@pytest.mark.parametrize("name", ["SELF_EVALUATION", "MONITORING"])
def test_a_margin_between_two_pages_does_not_end_a_table(name: str, lines: tuple[Prose, ...]) -> None:
    (expected,), _ = read_forms(document(name))
    rows = next(block.rows for block in document(name).blocks if isinstance(block, Grid))
    for at in range(rows - 3, rows):
        (form,), _ = read_forms(between(name, at, *lines))
        assert said(form) == said(expected), at
        assert (doubts(form), form.reasons) == ([], ()), at


def test_a_running_head_gives_no_year_and_is_told_once() -> None:
    head = [line("虚构县2024年部门预算公开", page, 3800) for page in (1, 2)]
    forms, unused = read(head[0], page_of((*HEAD, HEADER, ROWS[0]), 1), head[1], page_of(ROWS[1:], 2))
    assert [(form.value("year"), len(form.rows), form.reasons) for form in forms] == [(2023, 4, ())]
    assert unused == ["虚构县2024年部门预算公开"]


def test_the_forms_own_year_is_stronger_than_a_line_below_it() -> None:
    page = table(*HEAD, HEADER, *ROWS) + "<p>虚构县2024年度</p>"
    assert form_in_page(page).value("year") == 2023


def test_a_line_that_opens_every_form_is_no_running_head() -> None:
    blocks: list[Block] = []
    for page in (1, 2):
        blocks += [line("101001 虚构局 单位：万元", page, 3800), page_of((HEAD[2], HEADER, *ROWS), page)]
    forms, unused = read(*blocks)
    assert [(form.value("unit_code"), form.value("money_unit"), len(form.rows)) for form in forms] == [
        ("101001", "万元", 4)
    ] * 2
    assert unused == []


def test_pages_of_a_bound_book_stand_left_and_right_in_turns() -> None:
    (form,), _ = read(page_of((*HEAD, HEADER, ROWS[0]), 1), page_of(ROWS[1:2], 2, 1500), page_of(ROWS[2:], 3))
    assert (len(form.rows), doubts(form), form.reasons) == (4, [], ())


def test_the_title_printed_again_over_the_rest_is_no_other_form() -> None:
    title = "虚构项目绩效目标表"
    for again in (title, f"{title}（续表）", f"{title}（续）"):
        (form,), _ = read(
            page_of((*HEAD, HEADER, *ROWS[:2]), 1), line(again, 2, 4000), page_of((HEADER, *ROWS[2:]), 2)
        )
        assert (form.value("title"), len(form.rows), form.reasons) == (title, 4, ())
        (form,), _ = read(
            page_of((*HEAD, HEADER, *ROWS[:2]), 1), page_of((f"{again}^5", HEADER, *ROWS[2:]), 2)
        )
        assert (len(form.rows), form.reasons) == (4, ())


def test_the_title_of_another_form_and_another_project_end_a_table() -> None:
    other = ("别的项目绩效目标表^5", "项目名称 | 别的项目^4", HEADER, *ROWS[:1])
    forms, _ = read(page_of((*HEAD, HEADER, *ROWS), 1), line(other[0][:-2], 2, 4000), page_of(other[1:], 2))
    assert [len(form.rows) for form in forms] == [4, 1]
    forms, _ = read(page_of((*HEAD, HEADER, *ROWS), 1), line("虚构县公开", 2, 4000), page_of(other[1:], 2))
    assert [(form.value("name"), len(form.rows)) for form in forms] == [("虚构项目", 4), ("别的项目", 1)]
    forms, _ = read(
        page_of((HEAD[0], HEAD[2], HEADER, *ROWS), 1),
        line(HEAD[0][:-2], 2, 4000),
        page_of((HEAD[2], *other[2:]), 2),
    )
    assert [len(form.rows) for form in forms] == [4, 1], "one title for all forms"


@pytest.mark.parametrize("lines", [("二、虚构的下一节",), ("别的项目绩效目标表",), ("注：虚构的说明",)])
def test_rows_that_were_not_joined_are_a_doubt_about_the_form(lines: tuple[str, ...]) -> None:
    forms, unused = read(
        page_of((*HEAD, HEADER, *ROWS[:2]), 1), *(line(one, 2, 4000) for one in lines), page_of(ROWS[2:], 2)
    )
    told = [reason.zh for reason in forms[0].reasons]
    rest = "".join([*unused, *(one.text for one in forms[0].unused)])
    assert len(forms[0].rows) == 4 or any("表后还有 2 行" in one for one in told), told
    assert len(forms[0].rows) == 4 or "群众满意度" in rest


def test_rows_below_other_columns_are_a_doubt() -> None:
    rest = page_of(tuple(row.replace("虚构方案", "虚构方案 | 多 | 出") for row in ROWS[2:]), 2)
    forms, _ = read(page_of((*HEAD, HEADER, *ROWS[:2]), 1), rest)
    assert any("表后还有 2 行" in reason.zh for reason in forms[0].reasons)
    assert any("表后" in one.reason.zh for one in forms[0].unused)


def test_the_rest_of_a_table_after_a_line_of_a_text_document() -> None:
    for between_them in ("（续表）", "续表", "- 2 -", "虚构项目绩效目标表（续）", ""):
        page = table(*HEAD, HEADER, *ROWS[:2]) + f"<p>{between_them}</p>" + table(*ROWS[2:])
        form = form_in_page(page)
        assert (len(form.rows), doubts(form), form.reasons) == (4, [], ()), between_them
    page = table(*HEAD, HEADER, *ROWS[:2]) + "<p>虚构的一段文字</p>" + table(*ROWS[2:])
    assert any("表后还有 2 行" in reason.zh for reason in form_in_page(page).reasons)


def test_a_merged_level_that_is_printed_beside_the_table_goes_into_its_blank_cell() -> None:
    rows = tuple(f"| {row.split('|', 1)[1]}" for row in ROWS[:2])
    first = page_of((*HEAD, HEADER, rows[0]), 1)
    stray = line("产出指标", 1, 82000, 5100)
    (form,), unused = read(first, stray, page_of(("产出指标 |" + rows[1].removeprefix("|"), *ROWS[2:]), 2))
    assert [row.text("level1") for row in form.rows] == ["产出指标", "产出指标", "效益指标", "满意度指标"]
    assert (doubts(form), form.reasons, unused) == ([], (), [])


def test_a_foot_is_no_row_that_was_left() -> None:
    foot = "填表人：张三 | 虚构二^2 | 联系电话：1234 | 2023年3月"
    for last in (foot, "单位负责人 | 张三 | 填表人 | 李四 | 虚构"):
        form = form_in_page(table(*HEAD, HEADER, *ROWS, last))
        assert (len(form.rows), form.reasons) == (4, ())


def test_many_lines_between_pages_take_no_long_time() -> None:
    strays = [line("产出指标", 1, 80000 + number) for number in range(20_000)]
    forms, _ = read(page_of((*HEAD, HEADER, *ROWS[:2]), 1), *strays, page_of(ROWS[2:], 2))
    assert any("表后还有 2 行" in reason.zh for reason in forms[0].reasons)


def complete(target: str, other: str, *, weight: str = "") -> FormDraft:
    """Two rows on both sides of a page break, with targets."""
    header = f"{HEADER} | 权重" if weight else HEADER
    tail = f" | 虚构方案 | {weight}" if weight else " | 虚构方案"
    first = f"效益指标 | 可持续影响指标 | 机制 | {target}{tail}"
    second = f"| | 年限 | {other}{tail}"
    head = tuple(row.replace("^5", "^6").replace("^4", "^5") for row in HEAD) if weight else HEAD
    (form,), _ = read(page_of((*head, header, first), 1), page_of((second,), 2))
    return form


@pytest.mark.parametrize("targets", list(pairwise(["健全", "≥8年", "有所提升", "良好"])))
@pytest.mark.parametrize("weight", ["", "5"])
def test_two_whole_rows_around_a_break_are_not_joined(targets: tuple[str, str], weight: str) -> None:
    form = complete(*targets, weight=weight)
    assert [row.text("target") for row in form.rows] == list(targets)
    assert [row.text("weight") for row in form.rows] == ([weight] * 2 if weight else ["", ""])
    assert not any("同一行" in reason.zh for row in form.rows for reason in row.fields["name"].reasons)


def test_months_in_a_wrapped_label() -> None:
    for label in ("1-7 月<br>执行<br>情况", "1-7<br>月执行情况", "1－7月执行情况"):
        page = table(
            "虚构项目绩效运行监控表^6", "项目名称 | 虚构项目^5",
            f"一级指标 | 二级指标 | 三级指标 | 年度指标值 | {label} | 全年预计完成情况",
            "产出指标 | 数量指标 | 里程 | ≥3公里 | 2公里 | 3公里",
        )  # fmt: skip
        assert "".join(str(form_in_page(page).value("period")).split()).replace("－", "-") == "1-7月"


def test_one_form_after_another_keeps_its_own_rows() -> None:
    both = table(*HEAD, HEADER, *ROWS) + table(
        "别的项目绩效目标表^5", "项目名称 | 别的项目^4", HEADER, *ROWS[:1]
    )
    forms, _ = forms_in("page.html", f"<meta charset='utf-8'>{both}".encode())
    assert [(len(form.rows), form.reasons) for form in forms] == [(4, ()), (1, ())]


def test_the_first_rows_of_a_sheet_printed_again_on_every_page_are_dropped() -> None:
    unit = "（2023年度）^3 | 金额单位：元^2"
    head = (HEAD[0], unit, HEAD[2], HEADER)
    for again in (1, 2, 3, 4):
        (form,), _ = read(page_of((*head, *ROWS[:2]), 1), page_of((*head[:again], *ROWS[2:]), 2))
        assert (form.value("name"), len(form.rows), doubts(form), form.reasons) == ("虚构项目", 4, [], ()), (
            again
        )
    other = (HEAD[0], unit, "项目名称 | 别的项目^4", HEADER, *ROWS[:1])
    forms, _ = read(page_of((*head, *ROWS), 1), page_of(other, 2))
    assert [(form.value("name"), len(form.rows)) for form in forms] == [("虚构项目", 4), ("别的项目", 1)]
