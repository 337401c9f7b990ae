"""Examples of monitoring schemes, and what examples of projects expect of lights."""

from __future__ import annotations

import pytest

from tests.examples.tries import codes, fails, passes
from tests.invented_sheet import RUBRIC
from tests.scheme.test_read_monitoring import FOUR

SHEET = """采用 自定
项目 修路
  年度 2022
  预算 5万元
  支出计划 6月底 2万元，12月底 5万元
  产出指标 / 数量指标：
    里程 >= 12公里
"""
OWN = RUBRIC.replace("产出指标 50，效益指标 30，满意度指标 10", "产出指标 90") + "  监控 四色灯\n" + SHEET


def example(given: str, expected: str, of: str = FOUR) -> str:
    return f'{of}算例 "例"\n  设 {given}\n  应 {expected}\n'


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("月份 = 7，预算 5万元，执行数 2万元", "资金 黄，黄，资金进度 68.57%，应执行 2.92万元，执行率 40%"),
        ("月份 = 7，预算 5万元，执行数 2万元", "money yellow, money_progress 68.57%"),
        ("月份 = 7，目标 >= 12次，实际 = 5次", "黄，进度 71.43%，应完成 7次"),
        ("月份 = 7，目标 >= 12次，实际 = 9次", "蓝，进度 128.57%"),
        ("月份 = 7，目标 >= 12次，实际 = 9次", "blue, progress 128.57%, due_by_now 7次"),
        ("月份 = 7，目标 >= 12次，实际 = 5次，预算 10元，执行数 1元", "黄，资金 红"),
        ("目标 定性，实际 = 部分达成 70%", "黄，进度 70%"),
        ("月份 = 4，目标 <= 6月份，实际 = 5月份", "绿"),
        ("目标 是 健全，实际 = 否", "红"),
    ],
)
def test_what_a_scheme_gives(given, expected) -> None:
    passes(example(given, expected))


@pytest.mark.parametrize(
    ("expected", "unmet"),
    [
        ("红", ("红", "黄", "")),
        ("进度 71.44%", ("71.44%", "71.43%", "-0.01")),
        ("应完成 8次", ("8.00次", "7.00次", "-1.00")),
    ],
)
def test_what_does_not_hold(expected, unmet) -> None:
    assert fails(example("月份 = 7，目标 >= 12次，实际 = 5次", expected)) == [unmet]


@pytest.mark.parametrize(("expected", "found"), [("绿", "不亮灯"), ("进度 70%", "不知道")])
def test_what_is_not_reported(expected, found) -> None:
    assert fails(example("月份 = 7，目标 >= 12次", expected))[0][1] == found


@pytest.mark.parametrize(
    ("given", "expected", "code"),
    [
        ("月份 = 13，预算 5万元", "资金 红", "P0933"),
        ("月份 = 7，执行数 5万元", "资金 红", "P0934"),
        ("月份 = 7，次数 = 5次", "红", "P0932"),
        ("月份 = 7，目标 12次，实际 = 5次", "红", "P0933"),
        ("月份 = 7，预算 5万元，执行数 1万元", "差距 黄", "P0935"),
        ("月份 = 7，预算 5万元，执行数 1万元", "资金进度 5万元", "P0935"),
        ("目标 定性，实际 = 部分达成", "黄", "P0933"),
    ],
)
def test_what_cannot_be_worked_out(given, expected, code) -> None:
    assert set(codes(example(given, expected))) == {code}


def test_a_project_by_its_own_plan() -> None:
    given = "月份 = 7，执行数 2万元，里程 = 5公里"
    passes(example(given, "应执行 2.5万元，资金 绿，里程 黄，里程 71.43%，里程 得 37.50分", OWN))


def test_a_project_at_the_years_end_where_no_month_is_given() -> None:
    passes(example("执行数 5万元，里程 = 12公里", "绿，资金 绿，里程 绿，里程 100%，总分 100分", OWN))


def test_a_project_whose_rubric_names_no_scheme_has_no_lights() -> None:
    text = "采用 okr\n项目 修路\n  年度 2022\n  关键结果：\n    里程 >= 12公里\n"
    assert codes(example("里程 = 12公里", "里程 绿", text)) == ["P0935"]


def test_a_method_has_no_lights() -> None:
    text = "方法 甲\n  达标 -> 100%\n  其他 -> 0%\n"
    assert codes(example("目标 >= 12次，实际 = 5次，分值 10分", "黄", text)) == ["P0935"]
