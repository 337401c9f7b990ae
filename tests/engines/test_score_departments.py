"""Departments: their own score, the mean of their projects, and the rules over them."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.scorecard import DepartmentScore, Interval
from tests.engines.departments import OWN, Made, department
from tests.scoring import run_texts, say_all

ROAD = Made("公路", 400, 400, 95)
BRIDGE = Made("桥梁", 100, 90, 90)


def scored(text: str, **wishes) -> DepartmentScore:
    outcome = run_texts(text, **wishes)
    assert outcome.scorecard is not None, say_all(outcome.diagnostics)
    (found,) = outcome.scorecard.departments
    return found


def exactly(points: str) -> Interval:
    return Interval(Fraction(points), Fraction(points))


def test_own_and_projects_by_budget() -> None:
    found = scored(department("汇总 自身 60%，各项目 40% 按预算", [ROAD, BRIDGE]))
    assert found.own is not None
    assert (found.own.total, found.mean) == (exactly("92.30"), exactly("94.40"))
    assert (found.total, found.grade) == (exactly("93.14"), "优")
    assert (found.budget, found.spent) == (5_000_000, 4_900_000)
    assert (found.own_share, found.mean_by, found.members) == (Fraction(3, 5), "by_budget", (0, 1))
    assert found.own.indicators[-1].actual == "490万元（2 个项目合计）"


def test_equal_and_by_weight() -> None:
    assert scored(department("汇总 自身 0%，各项目 100% 平均", [ROAD, BRIDGE])).total == exactly("92.75")
    weighed = [ROAD._replace(weight=30), BRIDGE._replace(weight=10)]
    assert scored(department("汇总 各项目 100% 按权重", weighed, own="")).total == exactly("94.13")


def test_without_a_roll_up_the_own_score_alone_counts() -> None:
    found = scored(department("", [ROAD, BRIDGE]))
    assert (found.total, found.mean, found.mean_by, found.own_share) == (exactly("92.30"), None, "", 1)


def test_without_anything_there_is_no_total() -> None:
    found = scored(department("", [ROAD, BRIDGE], own=""))
    assert (found.total, found.own, found.mean, found.own_share, found.grade) == (None,) * 4 + ("",)
    assert found.possible_grades == ()
    assert (found.budget, found.spent) == (5_000_000, 4_900_000)


def test_a_project_that_has_not_reported_widens_and_leaves_the_execution_open() -> None:
    found = scored(
        department("汇总 自身 60%，各项目 40% 平均", [ROAD, BRIDGE._replace(spent=None, times=None)])
    )
    assert found.own is not None
    assert (found.own.indicators[-1].attainment, found.spent) == ("pending", None)
    assert found.mean == Interval(Fraction("47.75"), Fraction("97.75"))
    assert found.total == Interval(Fraction("68.60"), Fraction("94.60"))
    assert (found.grade, found.possible_grades) == ("", ("优", "良", "中"))


def test_a_project_with_an_error_may_have_any_score() -> None:
    text = department("汇总 各项目 100% 平均", [ROAD, BRIDGE], own="").replace("次数 = 90次", "次数 = 90人")
    found = scored(text, keep_going=True)
    assert found.total == Interval(Fraction("47.75"), Fraction("97.75"))
    assert found.members == (0,)
    assert [flag.code for flag in found.flags] == ["P1325"]


def test_not_applicable_lines_of_a_department_are_rescaled() -> None:
    own = "  产出指标：\n    受益率 >= 100%，权重 90\n  满意度指标：\n    满意率 >= 90%，权重 10\n"
    text = department("", [ROAD], own=own, facts="实绩 900001 2022-12-31\n  受益率 = 87%\n")
    text = text.replace(
        "权重 产出指标 90，预算执行率 10", "权重 产出指标 90，满意度指标 10\n  缺报 不计"
    ).replace("评分 >= 按完成比例；预算执行率 按执行率", "评分 >= 按完成比例")
    text = text.replace("次数 >= 100次", "次数 >= 100次，权重 90\n  满意度指标：\n    满意率 >= 90%，权重 10")
    found = scored(text)
    assert found.own is not None
    assert found.own.indicators[0].points == exactly("78.3")
    assert found.total == exactly("87")


def rule(text: str) -> str:
    return f"规则 试\n  {text}\n"


def test_rules_over_departments_touch_the_total() -> None:
    by_budget = "汇总 自身 60%，各项目 40% 按预算"
    capped = scored(
        department(
            by_budget,
            [ROAD, BRIDGE],
            rules=rule('每部门 当 预算执行率 < 100%\n  则 总分 至多 85分 因为 "慢"'),
        )
    )
    assert (capped.total, capped.before, capped.grade) == (exactly("85"), exactly("93.14"), "良")
    assert [(each.rule, each.because, each.idle) for each in capped.applied] == [("试", "慢", False)]
    off = scored(department(by_budget, [ROAD, BRIDGE], rules=rule("每部门 当 总分 > 90分\n  则 扣 2分")))
    assert off.total == exactly("91.14")
    lowered = scored(department(by_budget, [ROAD, BRIDGE], rules=rule("每部门\n  则 等级 至多 中")))
    assert (lowered.total, lowered.grade) == (exactly("93.14"), "中")
    never = scored(department(by_budget, [ROAD, BRIDGE], rules=rule("每部门 当 总分 < 90分\n  则 扣 2分")))
    assert never.applied == ()


def test_a_rule_speaks_of_the_total_of_a_department_once() -> None:
    rules = rule('每部门 当 总分 > 90分\n  则 提示 "高"')
    outcome = run_texts(department("汇总 自身 60%，各项目 40% 按预算", [ROAD, BRIDGE], rules=rules))
    assert outcome.scorecard is not None
    assert [flag.text.zh for flag in outcome.scorecard.flags] == ["部门 900001：高"]


def test_what_departments_cannot_have() -> None:
    def codes(text: str) -> list[str]:
        return [each.code for each in run_texts(text).diagnostics]

    by_budget = "汇总 自身 60%，各项目 40% 按预算"
    assert codes(department(by_budget, [ROAD], own="")) == ["P1322"]
    assert codes(department(by_budget, [ROAD], facts="实绩 县交通局 2022-12-31\n  执行数 1万元\n")) == [
        "P1326"
    ]
    assert codes(department("汇总 自身 60%，各项目 40%", [ROAD])) == ["P1321"]
    assert codes(department("汇总 自身 60%，各项目 40% 按权重", [ROAD._replace(weight=3), BRIDGE])) == [
        "P1323"
    ]
    assert codes(department(by_budget, [ROAD._replace(budget=0, spent=None)])) != []
    assert codes(department(by_budget, [], facts="")) == ["P1325"]
    alone = department(by_budget, [ROAD]).replace("采用 试行\n部门", "部门")
    assert codes(alone.replace("项目 公路", "采用 试行\n项目 公路")) == ["P0416"]


def test_in_many_files_and_with_the_project_alone() -> None:
    text = department("汇总 自身 60%，各项目 40% 按预算", [ROAD, BRIDGE])
    at = text.index("项目 公路")
    parts = {"部门.perf": text[:at], "项目.perf": "采用 试行\n" + text[at:]}
    outcome = run_texts(parts)
    assert outcome.scorecard is not None, say_all(outcome.diagnostics)
    assert outcome.scorecard.departments[0].total == exactly("93.14")
    assert OWN in parts["部门.perf"]
