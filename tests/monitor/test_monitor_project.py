"""Money, goals, gaps, departments, and what to act on first."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from perfdsl.monitor.choose_light import worst
from perfdsl.monitor.find_due import due_by_plan
from perfdsl.monitor.monitor import monitor
from perfdsl.monitor.monitored import RequiredAction
from tests.monitor.monitoring import SHEET, facts, monitor_text, monitored, project_of
from tests.scoring import say_all

PLAN = ((3, Fraction(10)), (6, Fraction(20)), (10, Fraction(30)), (12, Fraction(50)))
WHOLE = facts(
    "2022-07-31",
    "修路里程 = 7公里",
    "事故 = 0起",
    "制度 = 是",
    "知晓度 = 达成 90%",
    "满意度 = 95%",
    "执行数 7万元",
)


@pytest.mark.parametrize(
    ("month", "prorata", "by_node"),
    [
        (0, 0, 0),
        (1, Fraction(10, 3), 0),
        (3, 10, 10),
        (6, 20, 20),
        (7, Fraction(45, 2), 20),
        (11, 40, 30),
        (12, 50, 50),
    ],
)
def test_a_plan_says_what_is_due(month, prorata, by_node) -> None:
    assert due_by_plan(PLAN, month, "prorata") == prorata
    assert due_by_plan(PLAN, month, "by_node") == by_node


def test_a_plan_in_percent_is_of_the_budget() -> None:
    text = SHEET.replace("  预算 12万元\n", "  预算 12万元\n  支出计划 6月底 50%，12月底 100%\n")
    money = project_of(text + facts("2022-06-30", "执行数 3万元"), "2022-06-30").money
    assert (money.due, money.progress, money.by_plan, money.shone.light) == (
        60000,
        Fraction(1, 2),
        True,
        "red",
    )


def test_money_without_a_plan_goes_by_months() -> None:
    money = project_of(SHEET + facts("2022-06-30", "执行数 4.5万元"), "2022-06-30").money
    assert (money.due, money.rate, money.shone.light) == (60000, Fraction(3, 8), "yellow")


def test_money_that_is_not_reported_is_unknown() -> None:
    money = project_of(SHEET, "2022-06-30").money
    assert (money.shone.light, money.shone.counts, money.forecast) == (None, True, None)


def test_a_pace_by_its_own_scheme() -> None:
    text = SHEET + facts("2022-08-31", "执行数 7.1万元")
    assert project_of(text, "2022-08-31", bands="序时预警").money.shone.light == "red"
    assert project_of(text, "2022-08-30", bands="序时预警").money.shone.light is None


ORDER = ("red", "yellow", "blue", "green")


@pytest.mark.parametrize(
    ("lights", "expected"),
    [
        (["green", "yellow", "blue"], "yellow"),
        (["green", "blue"], "blue"),
        (["green", None], None),
        (["yellow", None], None),
        (["red", None], "red"),
        ([None], None),
        ([], None),
    ],
)
def test_the_worst_of_several(lights, expected) -> None:
    assert worst(lights, ORDER) == expected


def test_goals_take_the_worst_of_their_lines() -> None:
    project = project_of(SHEET + WHOLE, "2022-07-31")
    assert [(goal.name, goal.light, len(goal.lines)) for goal in project.goals] == [
        ("一", "green", 3), ("二", "green", 1),
    ]  # fmt: skip
    assert project.light == "green"


def test_an_unknown_line_hides_a_green_but_not_a_red() -> None:
    unknown = WHOLE.replace("  满意度 = 95%\n", "")
    project = project_of(SHEET + unknown, "2022-07-31")
    assert (project.light, project.goals[1].light) == (None, None)
    assert project_of(SHEET + unknown.replace("事故 = 0起", "事故 = 1起"), "2022-07-31").light == "red"


def test_goals_that_nothing_serves_say_so() -> None:
    text = "\n".join(line for line in SHEET.splitlines() if "对应" not in line) + "\n"
    project = project_of(text + WHOLE, "2022-07-31")
    assert [goal.light for goal in project.goals] == [None, None]
    assert all("没有自己的灯" in goal.why.zh for goal in project.goals)


def test_the_gap_of_goals_and_money() -> None:
    """A length adds up; all else has been held for seven months; the deadline is not due and has no say."""
    project = project_of(SHEET + WHOLE, "2022-07-31")
    road, accidents, deadline, rules, known, satisfied = (line.score.weight for line in project.lines)
    held = Fraction(7, 12) * (accidents + rules + known * Fraction(9, 10) + satisfied)
    reached = road * Fraction(7, 12) + held
    assert project.goal_progress == reached / (100 - 10 - deadline)
    assert project.gap == project.goal_progress - Fraction(7, 12)
    assert project.gap_shone.light == "green"


def test_a_gap_shines_whichever_is_ahead() -> None:
    ahead = project_of(SHEET + WHOLE.replace("执行数 7万元", "执行数 11万元"), "2022-07-31")
    behind = project_of(SHEET + WHOLE.replace("执行数 7万元", "执行数 5万元"), "2022-07-31")
    assert ahead.gap is not None
    assert behind.gap is not None
    assert (ahead.gap < 0, ahead.gap_shone.light) == (True, "yellow")
    assert (behind.gap > 0, behind.gap_shone.light) == (True, "yellow")


def test_a_gap_with_unknown_lines_has_bounds() -> None:
    project = project_of(SHEET + WHOLE.replace("  满意度 = 95%\n", ""), "2022-07-31")
    assert (project.goal_progress, project.gap) == (None, None)
    assert project.goal_range is not None
    assert project.goal_range[0] < project.goal_range[1]


def test_a_department_takes_the_worst_and_adds_up_the_money() -> None:
    second = (
        SHEET.replace("采用 国家自评2020\n", "").replace("项目 修路", "项目 修桥").replace("P001", "P002")
    )
    text = (
        "部门 交通局\n  编码 101\n"
        + SHEET
        + second
        + WHOLE
        + WHOLE.replace("实绩 修路", "实绩 修桥").replace("修路里程 = 7公里", "修路里程 = 1公里")
    )
    result = monitored(text, "2022-07-31")
    (department,) = result.departments
    assert (department.name, department.light, department.projects) == ("交通局", "red", (0, 1))
    assert (department.budget, department.spent, department.due) == (240000, 140000, 140000)
    assert department.shone.light == "green"


def test_red_comes_before_yellow_and_more_points_before_fewer() -> None:
    text = SHEET + WHOLE.replace("修路里程 = 7公里", "修路里程 = 5公里").replace(
        "事故 = 0起", "事故 = 2起"
    ).replace("制度 = 是", "制度 = 否").replace("执行数 7万元", "执行数 5万元")
    result = monitored(text, "2022-07-31")
    names = [
        "资金" if each.line is None else result.projects[0].lines[each.line].score.name
        for each in result.urgent
    ]
    assert names == ["事故", "制度", "修路里程", "资金"]
    assert [each.light for each in result.urgent] == ["red", "red", "yellow", "yellow"]


def test_overdue_actions_come_first_within_a_light() -> None:
    from perfdsl import pipeline
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.library import shipped
    from perfdsl.pipeline import Request
    from perfdsl.source import Source

    second = (
        SHEET.replace("采用 国家自评2020\n", "").replace("项目 修路", "项目 修桥").replace("P001", "P002")
    )
    late = WHOLE.replace("事故 = 0起", "事故 = 1起")
    text = SHEET + second + late + late.replace("实绩 修路", "实绩 修桥")
    day, found = date(2022, 7, 31), Diagnostics()
    request = Request(as_of=day)
    scheme, plan = pipeline.prepare([Source("表.perf", text)], found, shipped, request)
    scorecard = pipeline.run(scheme, plan, [], found, request)
    assert scorecard is not None, say_all(found)
    action = RequiredAction(
        "P002", "补", "", day, day, "", None, "", closed=False, overdue=True, place=scheme.projects[1].place
    )
    result = monitor(scheme, plan, [], scorecard, day, found, actions=[action])
    assert result is not None
    assert [each.project for each in result.urgent] == [1, 0]
    assert result.projects[1].actions == (action,)


def test_a_rubric_without_bands_is_told_and_another_scheme_may_be_chosen() -> None:
    text = "采用 okr\n项目 修路\n  年度 2022\n  关键结果：\n    里程 >= 12公里\n"
    result, found = monitor_text(text, "2022-07-31")
    assert (result, [each.code for each in found]) == (None, ["P1211"])
    assert monitored(text, "2022-07-31", bands="四色灯").scheme == "四色灯"


def test_an_unknown_scheme_is_told_with_a_near_name() -> None:
    result, found = monitor_text(SHEET, "2022-07-31", bands="四色登")
    assert (result, [each.code for each in found]) == (None, ["P1210"])
    assert "四色灯" in found[0].hints[0].zh


def test_what_is_dated_later_is_not_known() -> None:
    assert project_of(SHEET + facts("2022-08-01", "修路里程 = 9公里"), "2022-07-31").lines[0].points == ()


UNITS = """采用 国家自评2020
部门 交通局
  编码 101
  年度 2022
  产出指标 / 数量指标：
    通车里程 >= 20公里
  效益指标 / 社会效益指标：
    通行满意率 >= 90%
  满意度指标 / 服务对象满意度指标：
    群众满意度 >= 90%
项目 农村公路
  编码 P1
  部门 101
  年度 2022
  预算 12万元
  填报单位 河西镇、尖冢镇
  产出指标 / 数量指标：
    里程 >= 12公里，汇总 求和
  效益指标 / 社会效益指标：
    优良率 >= 90%，汇总 按资金
  满意度指标 / 服务对象满意度指标：
    满意度 >= 90%，汇总 平均

实绩 农村公路 2022-03-31 填报单位 河西镇
  里程 = 1公里，预计 5公里
  执行数 1万元
  优良率 = 80%
实绩 农村公路 2022-04-30 填报单位 尖冢镇
  里程 = 2公里
  执行数 3万元
  优良率 = 90%
实绩 农村公路 2022-07-31 填报单位 尖冢镇
  里程 = 3公里，预计 6公里
  执行数 4万元
实绩 交通局 2022-07-31
  通车里程 = 5公里
"""


def test_several_units_are_one_before_they_are_held_against_the_target() -> None:
    project = project_of(UNITS, "2022-07-31")
    road, quality, satisfied = project.lines
    assert (road.progress, road.shone.light) == (Fraction(4, 7), "red")
    assert [point.value for point in road.points] == [3000, 4000]
    assert road.foreseen is not None
    assert road.foreseen.value == 11000
    assert quality.progress == Fraction(88, 90)
    assert satisfied.shone.light is None
    assert (project.money.spent, [point.value for point in project.money.points]) == (50000, [40000, 50000])


def test_a_department_has_the_lights_of_its_own_indicators() -> None:
    (department,) = monitored(UNITS, "2022-07-31").departments
    assert [line.shone.light for line in department.lines] == ["red", None, None]
    assert department.light == "red"
