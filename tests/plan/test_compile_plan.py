"""From checked sheets to the plan: curves that are shared, and methods that have none."""

from __future__ import annotations

import pytest

from perfdsl.plan.compile_plan import PlanCompiler
from perfdsl.plan.plan import Plan
from tests.invented_sheet import RUBRIC, SHEET, spoilt
from tests.scoring import Texts, check_texts

USE = "采用 国家自评2020\n"
ONE = SHEET.split("实绩")[0].removeprefix(USE)
OTHER = ONE.replace("修路", "铺路").replace("P001", "P002")


def plan_of(texts: Texts) -> Plan:
    scheme, found = check_texts(texts)
    assert not [each for each in found if each.severity == "error"], found
    return PlanCompiler().compile(scheme)


def test_equal_lines_share_one_curve() -> None:
    one, other = plan_of(USE + ONE + OTHER).projects
    for line, same in zip(one.indicators, other.indicators, strict=True):
        assert line.method is same.method
    assert one.execution.method is other.execution.method


def test_lines_that_differ_do_not() -> None:
    one, other = plan_of(USE + ONE + OTHER.replace(">= 80%", ">= 81%")).projects
    assert one.indicators[2].method is not other.indicators[2].method
    assert one.indicators[3].method is one.indicators[3].method


@pytest.mark.parametrize("case", ["执行数 / 预算", "预算 / 1000000元", "预算执行率"])
def test_the_budget_of_each_project_counts_where_a_method_asks_for_it(case: str) -> None:
    rubric = RUBRIC.replace("预算执行率 按执行率", "预算执行率 自法")
    method = f"方法 自法\n  其他 -> {case}\n"
    richer = OTHER.replace("预算 10万元 = 财政资金 8万元 + 其他资金 2万元", "预算 20万元")
    richer = richer.replace("12月底 10万元", "12月底 20万元")
    one, other = plan_of(method + rubric + "采用 自定\n" + ONE + richer).projects
    (_, mine), (_, theirs) = one.execution.method.curves[0], other.execution.method.curves[0]
    assert (mine == theirs) == (case != "预算 / 1000000元")


def test_why_a_method_is_no_curve() -> None:
    method = "方法 自法\n  其他 -> 实际 * 实际\n"
    text = spoilt((">= 80%", ">= 80%\n      评分 自法"), before=method).split("实绩")[0]
    (project,) = plan_of(text).projects
    line = project.indicators[2]
    assert line.method.curves == ()
    assert line.method.refusal is not None
    assert "平方" in line.method.refusal.zh
    assert "a square" in line.method.refusal.en
    assert line.method.result_kinds == ("share",)


def test_results_are_shares_or_points() -> None:
    method = "方法 自法\n  达标 -> 满分\n  实际 >= 50% -> 50%\n  其他 -> max(0, 满分 - 3分)\n"
    text = spoilt((">= 80%", ">= 80%\n      评分 自法"), before=method).split("实绩")[0]
    (project,) = plan_of(text).projects
    assert project.indicators[2].method.result_kinds == ("points", "share", "points")


def test_a_method_that_asks_whether_the_work_is_finished_has_two_curves() -> None:
    (project,) = plan_of(USE.replace("国家自评2020", "核心指标2021") + ONE).projects
    assert [state for state, _ in project.execution.method.curves] == [False, True]


def test_levels() -> None:
    (project,) = plan_of(USE + ONE.replace(">= 80%", "定性")).projects
    names = [level.name for level in project.indicators[2].method.levels]
    assert names == ["达成", "部分达成", "未达成"]


def test_without_an_execution_rate() -> None:
    (project,) = plan_of("采用 okr\n" + ONE).projects
    assert project.execution is None


def test_units_of_the_methods_own_file_are_known_in_its_parameters() -> None:
    texts = {
        "法.perf": "计量单位 打 = 12个\n方法 自法(门槛 = 2打)\n  实际 >= 门槛 -> 100%\n  其他 -> 0%\n",
        "表.perf": USE + ONE.replace(">= 80%", ">= 24个\n      评分 自法"),
    }
    (project,) = plan_of(texts).projects
    curve = project.indicators[2].method.curves[0][1]
    assert [segment.high[0] for segment in curve.segments if segment.high] == [24]
