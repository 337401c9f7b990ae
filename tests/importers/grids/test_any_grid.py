"""Whatever stands in a grid, reading it never raises, and no cell with text is lost."""
# ruff: noqa: E501, SIM905 -- a Chinese character counts as two columns; words are kept as text

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.documents.document import Cell, Document, Grid, InTable, Prose
from perfdsl.importers.grids.read_forms import read_forms

WORDS = (
    "项目名称 项目编码 预算数 其他资金 资金支出计划（%） 3月底 12月底 绩效目标 目标内容1 预期目标 实际完成情况 一级指标 二级指标 三级指标"
    " 绩效指标描述 指标值 指标性质 度量单位 权重 分值 得分 实际完成值 偏差原因分析 产出指标 效益指标(30分) 数量指标 社会效益指标 "
    "≥12次 ≤5万元 90% 定性 100 5.00 总分 小计 1.代表绩效目标表 项目支出绩效自评表 年初预算数 全年预算数 全年执行数(B) 执行率 "
    "年度资金总额 单位：万元 （2023年度） 注：甲 √ 确定能 = 指标 页 (((( ）） \u0000 𠮷 ★甲 13053522P00958710001D - / 1-7月执行数"
).split()
texts = (
    st.sampled_from(WORDS)
    | st.just("")
    | st.text(max_size=12)
    | st.sampled_from(["=" * 400, "字" * 5000, "9" * 400])
)


@st.composite
def grids(draw) -> Grid:
    rows, columns = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    cells = []
    for place in sorted(free):
        if place not in free:
            continue
        down, over = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        block = {(place[0] + a, place[1] + b) for a in range(down) for b in range(over)}
        if not block <= free:
            down, over, block = 1, 1, {place}
        free -= block
        cells.append(Cell(*place, down, over, draw(texts), (InTable(1, place[0] + 1, place[1] + 1),)))
    page = draw(st.integers(0, 3))
    edges = tuple(1000 * number for number in range(columns + 1)) if page else ()
    return Grid(rows, columns, tuple(cells), edges, page, draw(st.sampled_from(["", "表一", "表二"])))


blocks = grids() | texts.map(lambda text: Prose(text, (InTable(0, 1, 1),)))


@settings(max_examples=150, deadline=None)
@given(st.lists(blocks, max_size=4))
def test_no_cell_is_lost(found):
    document = Document("any", "html", tuple(found))
    forms, unused = read_forms(document)
    printed = sum(bool(cell.text.strip()) for one in found if isinstance(one, Grid) for cell in one.cells)
    kept = sum(form.cells for form in forms)
    apart = sum(1 for one in unused if one.spots and one.spots[0].table == 1)
    if any(isinstance(one, Grid) and one.page for one in found):
        assert kept + apart <= printed  # rows that a page break cut are one row
    else:
        assert kept + apart == printed
    for form in forms:
        assert form.cells_used + len(form.unused) == form.cells
        for row in form.rows:
            for field in row.fields.values():
                assert field.status != "ok" or field.value is not None
                assert field.status not in {"check", "conflict"} or field.reasons


def grid_of(*rows: list[str]) -> Document:
    cells = [
        Cell(r, c, 1, 1, text, (InTable(1, r + 1, c + 1),))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Document("any", "xlsx", (Grid(len(rows), max(map(len, rows)), tuple(cells)),))


HOSTILE = {
    "wide": grid_of(["一级指标", "二级指标", "三级指标", "指标值"] * 4000, ["产出指标"] * 16000),
    "blanks": grid_of(
        ["项目名称", "目标" + " \n" * 16000 + "目标内容1"],
        ["绩效目标", "\n" * 32000],
        ["绩效目标", "[" * 32000],
    ),
    "brackets": grid_of(
        ["一级指标", "二级指标", "三级指标", "指标值"], ["[" * 32000, "(" * 32000, "(≥" * 16000, "=" * 32000]
    ),
    "code": grid_of(["项目编码", "O" * 32000], ["项目名称", "1目标" * 9000]),
    "headers": grid_of(
        *[["一级指标", "二级指标", "三级指标", "指标值"], ["一级指标", "指标值", "三级指标", "分值"]] * 3000
    ),
    "names": grid_of(*[["项目名称", "甲"]] * 6000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_grids_take_no_long_time(name):
    start = time.process_time()
    read_forms(HOSTILE[name])
    assert time.process_time() - start < 10
