"""A better actual never lowers a score: which shipped methods keep to that, and where one does not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.plan.compile_plan import EXECUTION_AIM
from perfdsl.plan.plan import MethodPlan
from perfdsl.scheme.scheme import Aim
from perfdsl.units import find_unit
from tests.properties.random_sheets import RUBRICS, projects, sheet
from tests.scoring import check_texts

numbers = st.fractions(min_value=-3, max_value=3, max_denominator=20)
WEIGHT = Fraction(25, 2)

HEAD = """评分办法 试算
  引自 "测试用"
  权重 全部 100
  分摊 平均
  评分 其余 是否达标；定性 三档
  等级 高 >= 60，低 其他
  舍入 每项 2位 四舍五入
采用 试算
项目 甲
"""

MORE = [
    "按完成比例", "是否达标", "及格门槛", "及格折算", "四档计分(90%, 75%, 60%)", "四档记分(90%, 75%, 60%)",
    "档间内插(60%, 90%)", "满意度分段", "每超扣分", "每满扣分", "进一扣分", "相等",
]  # fmt: skip
LESS = ["按反向比例", "线性超支", "是否达标", "反向及格折算", "超支分段", "每超扣分", "每满扣分", "进一扣分"]
CLOSER = ["严格相等", "容差扣分", "是否达标", "每超扣分", "每满扣分", "进一扣分"]
INSIDE = ["区间偏离", "是否达标", "每超扣分", "每满扣分", "进一扣分"]


def method_for(target: str, method: str) -> tuple[Aim, MethodPlan]:
    from perfdsl.plan.compile_plan import PlanCompiler

    sheet_text = f"{HEAD}  产出指标：\n    率 {target}\n      评分 {method}\n"
    scheme, found = check_texts(sheet_text)
    assert not [each for each in found if each.severity == "error"], found
    (project,) = PlanCompiler().compile(scheme).projects
    return project.indicators[0].aim, project.indicators[0].method


def points(method: MethodPlan, actual: Fraction) -> Fraction:
    assert len(method.curves) == 1
    found = method.curves[0][1].points_at(actual)
    assert found is not None
    return found


def percent(size: Fraction) -> str:
    return f"{float(size * 100):g}%"


TARGETS = [Fraction(n, 20) for n in (-30, -1, 0, 1, 10, 18, 20, 25)]


@pytest.mark.parametrize("method", MORE)
@pytest.mark.parametrize("target", TARGETS)
def test_more_is_better(method: str, target: Fraction) -> None:
    for op in (">=", ">", "=") if method == "相等" and target > 0 else (">=", ">"):
        if method == "相等" and target <= 0:
            continue
        _, plan = method_for(f"{op} {percent(target)}", method)
        never_falls(plan, lambda a: a)


@pytest.mark.parametrize("method", LESS)
@pytest.mark.parametrize("target", TARGETS)
def test_less_is_better(method: str, target: Fraction) -> None:
    for op in ("<=", "<"):
        _, plan = method_for(f"{op} {percent(target)}", method)
        never_falls(plan, lambda a: -a)


@pytest.mark.parametrize("method", CLOSER)
@pytest.mark.parametrize("target", TARGETS)
def test_closer_is_better(method: str, target: Fraction) -> None:
    _, plan = method_for(f"= {percent(target)}", method)
    never_falls(plan, lambda a: min(a, target))
    never_falls(plan, lambda a: max(-a, target))


@pytest.mark.parametrize("method", INSIDE)
@pytest.mark.parametrize(("low", "high"), [(18, 20), (0, 4), (-4, 0), (-4, 4), (-8, -4)])
def test_nearer_to_the_range_is_better(method: str, low: int, high: int) -> None:
    ends = Fraction(low, 20), Fraction(high, 20)
    _, plan = method_for(f"介于 {percent(ends[0])} 至 {percent(ends[1])}", method)
    never_falls(plan, lambda a: min(a, ends[1]))
    never_falls(plan, lambda a: max(-a, ends[0]))


def never_falls(plan: MethodPlan, better) -> None:
    """Points along ``better`` of a rising number never fall: on a grid, and around every breakpoint."""
    ((_, curve),) = plan.curves
    marks = [segment.high[0] for segment in curve.segments if segment.high is not None]
    numbers_around = {near for mark in marks for each in (mark, -mark) for near in around(each)}
    path = [better(number) for number in sorted({Fraction(n, 30) for n in range(-90, 91)} | numbers_around)]
    found = [points(plan, actual) for actual in path]
    assert found == sorted(found)


def around(mark: Fraction) -> tuple[Fraction, ...]:
    return mark - Fraction(1, 10**9), mark, mark + Fraction(1, 10**9)


def test_more_execution_is_better_up_to_all_of_the_budget() -> None:
    """Beyond the budget 执行率分档 falls on purpose: what is finished within the budget earns all."""
    for name, until in (("按执行率", 3), ("执行率分档", 1)):
        for state, curve in execution_method(name).curves:
            rates = [Fraction(n, 200) for n in range(until * 200 + 1)]
            found = [curve.points_at(rate) for rate in rates]
            assert found == sorted(found), (name, state)


def test_finished_is_never_worse_than_unfinished() -> None:
    (_, unfinished), (_, finished) = execution_method("执行率分档").curves
    for rate in (Fraction(n, 100) for n in range(300)):
        assert unfinished.points_at(rate) <= finished.points_at(rate)


def execution_method(name: str) -> MethodPlan:
    from perfdsl.plan.compile_plan import PlanCompiler

    head = HEAD.replace("权重 全部 100", "权重 全部 90，预算执行率 10")
    head = head.replace("定性 三档", f"定性 三档；预算执行率 {name}")
    scheme, found = check_texts(f"{head}  预算 5万元\n  产出指标：\n    率 >= 1%\n")
    assert not found, found
    (project,) = PlanCompiler().compile(scheme).projects
    assert project.execution is not None
    assert EXECUTION_AIM.unit == find_unit("%")
    return project.execution.method


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(RUBRICS), projects(pending=False), numbers, numbers)
def test_under_shipped_rubrics(rubric, project, one, other) -> None:
    """For each line of a sheet, in the direction of its operator."""
    from perfdsl.plan.compile_plan import PlanCompiler

    scheme, _ = check_texts(f"采用 {rubric}\n" + sheet(project))
    (planned,) = PlanCompiler().compile(scheme).projects
    low, high = sorted((one, other))
    for line in planned.indicators:
        size = abs(line.aim.target or line.aim.high or 1)
        worse, better = low * size, high * size
        if line.aim.op in {"<=", "<"}:
            worse, better = better, worse
        if line.aim.op not in {"in", "="}:
            assert points(line.method, worse) <= points(line.method, better), line.name
