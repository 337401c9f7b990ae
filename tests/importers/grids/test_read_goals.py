"""Goals in one cell, below numbers, blank ones, and doubtful digits in them; invented content (虚构)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.documents.document import Cell
from perfdsl.importers.grids.split_goals import split_goals
from tests.importers.read_files import form_in_page, table

ROWS = (
    "一级指标 | 二级指标 | 三级指标 | 指标值",
    "产出指标 | 数量指标 | 虚构里程 | ≥30公里",
    "效益指标 | 社会效益 | 虚构人口 | ≥3人",
)


def goals(*rows: str):
    return form_in_page("<p>项目支出绩效目标表</p>" + table("项目名称 | 虚构养护^3", *rows, *ROWS)).goals


def split(text: str) -> list[str]:
    return [str(one.value) for one in split_goals(Cell(0, 0, 1, 1, text, ()))]


def test_numbers_on_one_line():
    found = goals("年度绩效目标 | 1.养护320.5公里道路。2.处置水毁路段；3.建立机制。^3")
    assert [one.value for one in found] == ["养护320.5公里道路。", "处置水毁路段；", "建立机制。"]
    assert found[1].raw == "2.处置水毁路段；"


@pytest.mark.parametrize("style", ["{}.", "{}、", "（{}）", "{}）"])
@given(
    words=st.lists(
        st.sampled_from(["养护2.5公里。", "培训3、4次；", "完成任务", "达到90%。"]), min_size=2, max_size=9
    )
)
def test_what_counts_up_from_one_is_split(style, words):
    assert split("".join(style.format(at) + one for at, one in enumerate(words, 1))) == words


def test_numbers_that_do_not_count_up_are_words():
    assert split("养护2.5公里，其中2.水毁1.路段") == ["养护2.5公里，其中2.水毁1.路段"]


def test_numbered_rows_without_a_label_over_them():
    assert [one.value for one in goals("目标内容1 | 养护道路。^3", "2.目标内容2 | 培训人员。^3")] == [
        "养护道路。",
        "培训人员。",
    ]


def test_rows_below_a_label_whose_cell_was_parted():
    assert [one.value for one in goals("绩效目标 | 养护道路。 |  | ", " | 培训人员。 |  | ")] == [
        "养护道路。",
        "培训人员。",
    ]


def test_a_blank_goal_is_missing():
    assert [one.status for one in goals("绩效目标 | ^3")] == ["missing"]
    halves = "总体目标_2 | 实施期目标 | 年度目标^2"
    assert [one.status for one in goals(halves, "三年养护。 | ^2")] == ["missing"]
    assert [one.status for one in goals("绩效目标_2 | 1.目标内容1 养护^3", "^3")] == ["ok", "missing"]


def test_letters_for_digits():
    assert [one.status for one in goals("绩效目标 | 养护32O.5公里^3")] == ["check"]
    assert [one.status for one in goals("绩效目标 | 减少CO2排放，PM2.5达标^3")] == ["ok"]
