"""Goals of invented projects under the shipped rubrics: worked by hand, and fed back to the engine."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.goal_seek.answer import Answer, Assumed
from perfdsl.goal_seek.check_wishes import check_wishes
from perfdsl.goal_seek.find_levers import Opened
from perfdsl.goal_seek.goal import Goal, from_best, is_reached, least_total
from perfdsl.goal_seek.seek import seek
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from perfdsl.scheme.rubric_scheme import GradeBand
from tests.scoring import say_all, sources_of

SHEET = """采用 {rubric}

项目 农村公路养护
  年度 2022
  预算 5.00万元
  产出指标 / 数量指标：
    集中活动的次数 >= 12次
  产出指标 / 质量指标：
    工作计划完成率 >= 90%
  产出指标 / 时效指标：
    完成时间 <= 2022-11-30
  产出指标 / 成本指标：
    项目成本 <= 5万元
  效益指标 / 社会效益指标：
    知晓度 定性 "显著提升"
    内控制度 是 健全
  满意度指标 / 服务对象满意度指标：
    使用者满意率 >= 90%

实绩 农村公路养护 2022-12-31
"""
"""An invented project; the facts below are invented too."""

FULL = {
    "集中活动的次数": "12次",
    "工作计划完成率": "90%",
    "完成时间": "2022-11-30",
    "项目成本": "5万元",
    "知晓度": "达成 100%",
    "内控制度": "健全",
    "使用者满意率": "90%",
    "执行数": "5万元",
    "已完成": "是",
}


def ask(
    goal: Goal,
    opened: Opened | None = None,
    rubric: str = "国家自评2020",
    sheet: str = SHEET,
    **facts: str | None,
) -> Answer:
    """Ask with the facts of ``FULL`` but for those given; None: not recorded."""
    told = {name: value for name, value in {**FULL, **facts}.items() if value is not None}
    text = sheet.replace("{rubric}", rubric) + "".join(
        f"  {name} = {value}\n" for name, value in told.items()
    )
    found = Diagnostics()
    request = Request()
    scheme, plan = prepare(sources_of(text.replace("执行数 =", "执行数")), found, shipped, request)
    actuals = bind_facts(scheme, plan, [], found, request)
    assert not found.has_errors, say_all(found)
    return seek(plan.projects[0], actuals.projects[0], goal, opened or Opened())


def told(answer: Answer) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        (way.way, way.others, [(change.lever.plan.name, change.text) for change in way.changes])
        for way in answer.alternatives
    ]


def total(points: str) -> Goal:
    return Goal(score=Fraction(points))


def test_a_count_is_a_whole_number() -> None:
    answer = ask(total("98"), 集中活动的次数=None)
    assert answer.verdict == "reachable"
    # 98 - 87.50 = 10.50 points: 10 times give 10.42, 11 give 11.46.
    assert told(answer) == [("single", "as_is", [("集中活动的次数", "11次")])]
    (way,) = answer.alternatives
    assert way.total.low == Fraction("98.96")
    assert way.changes[0].points is not None
    assert way.changes[0].points.low == Fraction("11.46")


def test_the_rounding_of_a_line_is_made_use_of() -> None:
    # 12.50 points for 90 %; 12.00 after rounding takes 11.995 before it: 86.364 %.
    answer = ask(total("99.5"), 工作计划完成率=None)
    assert told(answer) == [("single", "as_is", [("工作计划完成率", "86.37%")])]


def test_spending_is_in_the_unit_of_the_budget() -> None:
    answer = ask(total("99"), 执行数=None)
    assert told(answer) == [("single", "as_is", [("预算执行率", "4.5万元")])]
    answer = ask(total("99"), Opened(("执行数",)), 执行数="40000元")
    assert told(answer) == [("single", "as_is", [("预算执行率", "4.5万元")])]
    assert answer.alternatives[0].changes[0].lever.now == Fraction(4, 5)


def test_where_less_is_better_the_laxest_is_given() -> None:
    # 12.5·5/A rounds to at least 11.50 while A < 5/0.9196 = 5.4371….
    answer = ask(total("99"), 项目成本=None)
    assert told(answer) == [("single", "as_is", [("项目成本", "5.43万元")])]
    answer = ask(total("99"), Opened(("项目成本",)), 项目成本="6万元")
    assert told(answer) == [("single", "as_is", [("项目成本", "5.43万元")])]


def test_a_deadline_and_a_state() -> None:
    assert told(ask(total("95"), 完成时间=None)) == [("single", "as_is", [("完成时间", "2022-11-30")])]
    opened = Opened(("完成时间",))
    assert told(ask(total("95"), opened, 完成时间="2022-12-20")) == [
        ("single", "as_is", [("完成时间", "2022-11-30")])
    ]
    assert told(ask(total("95"), 内控制度=None)) == [("single", "as_is", [("内控制度", "健全")])]


def test_a_level_may_be_chosen_while_nothing_is_recorded() -> None:
    answer = ask(total("96"), 知晓度=None)
    assert told(answer) == [("single", "as_is", [("知晓度", "部分达成 73.3%")])]


def test_a_level_that_was_given_keeps_to_its_band() -> None:
    answer = ask(total("96"), 知晓度="部分达成")
    assert told(answer) == [("single", "as_is", [("知晓度", "部分达成 73.3%")])]
    answer = ask(total("98"), 知晓度="部分达成")
    assert answer.verdict == "out_of_reach"
    assert answer.best.total.low == Fraction("96.99")
    assert [(each.name, each.points) for each in answer.lost] == [("知晓度", Fraction("3.01"))]
    assert told(ask(total("98"), Opened(("知晓度",)), 知晓度="部分达成")) == [
        ("single", "as_is", [("知晓度", "达成 86.64%")])
    ]


def test_finished_is_a_fact_too() -> None:
    answer = ask(total("100"), rubric="核心指标2021", 已完成=None, 执行数="4.9万元")
    assert told(answer) == [("single", "as_is", [("已完成", "是")])]
    answer = ask(total("100"), rubric="核心指标2021", 已完成="否", 执行数="4.9万元")
    assert answer.verdict == "nothing_open"
    assert answer.what_if is not None
    assert told(answer.what_if) == [("single", "as_is", [("已完成", "是")])]


def test_several_open_lines() -> None:
    facts = {"集中活动的次数": None, "工作计划完成率": None, "使用者满意率": None}
    answer = ask(Goal("优"), **facts)
    # 65 points are certain; 25 more are needed of 35: 9.38 + 8.68 + 6.94, or 12.50 + 12.50.
    assert told(answer) == [
        ("fewest", "as_is", [("集中活动的次数", "12次"), ("工作计划完成率", "89.97%")]),
        (
            "even",
            "as_is",
            [("集中活动的次数", "9次"), ("工作计划完成率", "62.46%"), ("使用者满意率", "62.46%")],
        ),
        ("single", "met", [("集中活动的次数", "3次")]),
        ("single", "met", [("工作计划完成率", "17.97%")]),
    ]
    assert answer.needless == ("使用者满意率",)


def test_fewest_lines() -> None:
    facts = {"集中活动的次数": None, "工作计划完成率": None, "使用者满意率": None}
    answer = ask(total("89"), **facts)
    fewest = [way for way in answer.alternatives if way.way == "fewest"]
    assert [[change.lever.plan.name for change in way.changes] for way in fewest] == [
        ["集中活动的次数", "工作计划完成率"]
    ]
    assert answer.needless == ("使用者满意率",)


def test_reached_already_and_nothing_open() -> None:
    assert ask(Goal("优")).verdict == "already"
    assert ask(Goal("良"), 集中活动的次数=None).verdict == "already"
    answer = ask(total("100"), 集中活动的次数="9次")
    assert answer.verdict == "nothing_open"
    assert not answer.holds
    assert [(each.name, each.points) for each in answer.lost] == [("集中活动的次数", Fraction("3.12"))]
    assert answer.what_if is not None
    assert told(answer.what_if) == [("single", "as_is", [("集中活动的次数", "12次")])]


def test_points_that_cannot_come_back() -> None:
    answer = ask(Goal("优"), 集中活动的次数="0次", 使用者满意率=None)
    assert answer.verdict == "out_of_reach"
    assert answer.best.total.low == Fraction("87.50")
    assert answer.least == 90
    assert not answer.alternatives


EXCLUDED = """评分办法 自定 沿用 国家自评2020
  引自 "测试用"
  缺报 {missing}
"""


def test_what_is_left_out_is_rescaled() -> None:
    sheet = EXCLUDED.format(missing="不计") + SHEET
    # Left out, the line takes its 12.50 points with it: 81.50 of 87.50 are 93.14.
    answer = ask(Goal("优"), sheet=sheet, rubric="自定", 集中活动的次数=None, 使用者满意率="36%")
    assert answer.verdict == "already"
    answer = ask(total("95"), sheet=sheet, rubric="自定", 集中活动的次数=None, 使用者满意率="50%")
    assert answer.present.total.low == Fraction("94.93")
    assert told(answer) == [("single", "as_is", [("集中活动的次数", "12次")])]


@pytest.mark.parametrize("missing", ["零分", "待定"])
def test_missing_lines_count_for_nothing(missing) -> None:
    sheet = EXCLUDED.format(missing=missing) + SHEET
    answer = ask(total("98"), sheet=sheet, rubric="自定", 集中活动的次数=None)
    assert told(answer) == [("single", "as_is", [("集中活动的次数", "11次")])]


def test_grades_are_ordered_by_what_gets_them() -> None:
    worst_first = [
        GradeBand("差", "<", Fraction(60)),
        GradeBand("中", "<", Fraction(80)),
        GradeBand("优", None, Fraction(0)),
    ]
    assert from_best(worst_first) == ["优", "中", "差"]
    assert least_total(Goal("优"), worst_first) is None
    assert least_total(Goal("优"), [GradeBand("优", ">", Fraction(90))]) == 90


def test_a_goal_is_reached_only_for_certain() -> None:
    answer = ask(Goal("良"), 集中活动的次数=None)
    bands = [
        GradeBand("优", ">=", Fraction(90)),
        GradeBand("良", ">=", Fraction(80)),
        GradeBand("差", None, Fraction(0)),
    ]
    assert is_reached(Goal("良"), answer.present, bands)
    assert not is_reached(Goal("优"), answer.present, bands)
    assert not is_reached(Goal("中"), answer.present, bands)
    assert is_reached(Goal(score=Fraction("87.5")), answer.present, bands)
    assert not is_reached(Goal(score=Fraction("87.51")), answer.present, bands)


COMPUTED = SHEET.replace(
    "工作计划完成率 >= 90%", "工作计划完成率 >= 90%\n      计算 完成项 / 计划项"
).replace(
    "使用者满意率 >= 90%", "使用者满意率 >= 90%\n    活动完成率 >= 95%\n      计算 集中活动的次数 / 12次"
)


def test_computed_lines() -> None:
    facts = {"工作计划完成率": None, "集中活动的次数": None, "计划项": "10项"}
    answer = ask(total("98"), sheet=COMPUTED, **facts)
    # 活动完成率 follows from 集中活动的次数 and moves with it.
    assert [(lever.plan.name, lever.computed) for lever in answer.open] == [
        ("集中活动的次数", False),
        ("工作计划完成率", True),
    ]
    assert answer.alternatives[0].changes[0].text == "12次"
    assert answer.alternatives[0].facts.indicators[-1] is not None
    found = Diagnostics()
    _, plan = prepare(sources_of(COMPUTED.format(rubric="国家自评2020")), found, shipped, Request())
    check_wishes(plan.projects, Goal("优"), Opened(("活动完成率", "执行数", "已完成")), found)
    assert [each.code for each in found] == ["P0883"]
    assert "集中活动的次数" in next(iter(found)).hints[0].zh


SQUARE = SHEET.replace("工作计划完成率 >= 90%", "工作计划完成率 >= 90%，评分 平方").replace(
    "项目 农村", "方法 平方\n  达标 -> 100%\n  其他 -> 实际 * 实际\n\n项目 农村"
)


def test_a_method_that_is_no_curve() -> None:
    assert ask(Goal("优"), sheet=SQUARE, 集中活动的次数="1次", 工作计划完成率=None).unsure
    answer = ask(total("98"), sheet=SQUARE, 工作计划完成率=None)
    # 12.5·A² rounds to 10.50 from 10.495: A = 91.63 %, where it is met already: so 90 %.
    assert told(answer) == [("single", "as_is", [("工作计划完成率", "90%")])]
    answer = ask(total("95"), sheet=SQUARE, 工作计划完成率=None)
    # 7.495 of 12.5: A² = 0.5996, A = 77.44 %.
    assert told(answer) == [("single", "as_is", [("工作计划完成率", "77.44%")])]


@pytest.mark.parametrize(
    ("goal", "opened", "codes"),
    [
        (Goal("优秀"), Opened(), ["P0881"]),
        (Goal("优"), Opened(("活动次数", "执行数")), ["P0882"]),
        (Goal("优"), Opened(("集中活动的次数",)), []),
    ],
)
def test_what_does_not_exist(goal, opened, codes) -> None:
    found = Diagnostics()
    _, plan = prepare(sources_of(SHEET.format(rubric="国家自评2020")), found, shipped, Request())
    check_wishes(plan.projects, goal, opened, found)
    assert [each.code for each in found] == codes
    assert all(each.hints for each in found)


def under(rule: str) -> str:
    """The sheet with a rule of its own."""
    return SHEET.replace("项目 农村", f"规则 测试\n{rule}\n\n项目 农村")


CAPPED = under('  每项目 当 预算执行率 < 60%\n  则 总分 至多 69 因为 "执行率过低"')


def test_a_limit_of_the_total_is_taken_into_account() -> None:
    answer = ask(Goal("优"), sheet=CAPPED, 执行数=None)
    # Nine of ten lines are full: 90 points and no spending at all would do, were it not for the rule.
    assert told(answer) == [("single", "as_is", [("预算执行率", "3万元")])]
    answer = ask(Goal("优"), sheet=CAPPED, 执行数="2万元", 使用者满意率=None)
    assert answer.verdict == "out_of_reach"
    assert answer.best.before is not None
    assert (answer.best.before.low, answer.best.total.low) == (94, 69)
    assert [each.rule for each in answer.best.applied] == ["测试"]
    answer = ask(Goal("优"), Opened(("预算执行率",)), sheet=CAPPED, 执行数="2万元")
    assert told(answer) == [("single", "as_is", [("预算执行率", "3万元")])]


def test_points_that_a_rule_takes_off() -> None:
    sheet = under("  每项 当 完成比例 < 60%\n  则 扣 5分")
    answer = ask(total("90"), sheet=sheet, 集中活动的次数=None)
    # 87.50 and 2.50 points, which 3 times give; below 60 % five points go, so 8 times it must be.
    assert answer.alternatives[0].changes[0].text == "8次"


VETO = under("  每项目 当 安全事故起数 > 0起\n  则 总分 至多 0 因为 “一票否决”")


def test_a_fact_that_only_a_rule_asks_for() -> None:
    answer = ask(Goal("优"), sheet=VETO, 集中活动的次数=None)
    assert (answer.verdict, answer.holds) == ("depends", False)
    assert answer.depends == (Assumed("安全事故起数", "0起"),)
    assert answer.waiting == ("安全事故起数",)
    assert answer.what_if is not None
    # The other lines make 87.50; with no accident 2.50 more are needed, which 3 times give.
    assert told(answer.what_if) == [("single", "as_is", [("集中活动的次数", "3次")])]
    answer = ask(total("95"), sheet=VETO, 集中活动的次数=None, 安全事故起数="0起")
    assert answer.alternatives[0].changes[0].text == "8次"
    assert ask(Goal("优"), sheet=VETO, 集中活动的次数=None, 安全事故起数="1起").verdict == "out_of_reach"


def test_where_no_fact_would_help_it_is_out_of_reach() -> None:
    answer = ask(total("99"), sheet=VETO, 集中活动的次数="9次", 使用者满意率=None)
    assert answer.verdict == "out_of_reach"
    assert answer.depends == ()
    assert answer.waiting == ("安全事故起数",)


def test_with_every_line_reported_it_may_still_depend() -> None:
    answer = ask(Goal("优"), sheet=VETO)
    assert answer.verdict == "depends"
    assert answer.what_if is not None
    assert answer.what_if.verdict == "already"


@pytest.mark.parametrize(
    ("rule", "depends"),
    [
        ("每项目 当 重大违纪违规 则 总分 至多 0", [("重大违纪违规", "否")]),
        ("每项目 当 非 制度报备 则 总分 至多 60", [("制度报备", "是")]),
        ("每项目 当 群众投诉 >= 3件 且 预算执行率 > 10% 则 总分 至多 60", [("群众投诉", "0件")]),
        ("每项目 当 抽查满意率 < 95% 则 总分 至多 60", [("抽查满意率", "95%")]),
        ("每项目 当 抽查满意率 <= 95% 则 总分 至多 60", [("抽查满意率", "95.01%")]),
        ("每项目 则 扣 20分 每 1个 审计问题 按比例", [("审计问题", "0个")]),
        (
            "每项目 当 重大违纪违规 则 总分 至多 0\n  每项目 当 审计问题 > 2个 则 扣 30分",
            [("审计问题", "0个"), ("重大违纪违规", "否")],
        ),
    ],
)
def test_what_a_fact_would_have_to_be(rule, depends) -> None:
    answer = ask(Goal("优"), sheet=under(f"  {rule}"), 集中活动的次数=None)
    assert answer.verdict == "depends"
    assert [tuple(each) for each in answer.depends] == depends
    # Written into the sheet it does what it promises.
    again = ask(Goal("优"), sheet=under(f"  {rule}"), 集中活动的次数=None, **dict(depends))
    assert again.holds
    assert again.waiting == ()


def test_it_may_depend_on_many_facts() -> None:
    rule = "\n".join(f"  每项目 当 第{n}类问题 > 0个 则 总分 至多 {n}" for n in range(9))
    answer = ask(Goal("优"), sheet=under(rule), 集中活动的次数=None)
    assert answer.verdict == "depends"
    assert [each.text for each in answer.depends] == ["0个"] * 9


@pytest.mark.parametrize(
    "rule",
    [
        "每项目 当 已填 重大违纪违规 且 重大违纪违规 则 总分 至多 0",
        "每项目 当 已填 重大违纪违规 则 总分 至多 0",
        "每项目 当 未填 审计 则 扣 1分",
        "每项目 当 预算执行率 < 10% 且 审计问题 > 0个 则 总分 至多 0",
        "每项目 当 审计问题 > 0个 则 提示 “有问题”",
        "每项目 当 (已填 审计 且 审计问题 > 0个) 或 预算执行率 < 10% 则 总分 至多 0",
    ],
)
def test_a_fact_that_keeps_nothing_open_is_not_waited_for(rule) -> None:
    answer = ask(Goal("优"), sheet=under(f"  {rule}"), 集中活动的次数=None)
    assert answer.waiting == ()
    assert answer.verdict == "reachable"


def test_only_what_a_condition_still_waits_for_is_named() -> None:
    rule = "  每项目 当 (已填 审计 且 审计问题 > 0个) 或 群众投诉 > 0件 则 总分 至多 0"
    assert ask(Goal("优"), sheet=under(rule)).waiting == ("群众投诉",)


def test_the_most_lies_within_what_is_possible_now() -> None:
    rule = "  每项目 当 得分(产出指标) < 40分 则 扣 5分"
    answer = ask(
        Goal("优"), sheet=under(rule), 工作计划完成率="0%", 集中活动的次数=None, 完成时间="2022-12-20"
    )
    # The output lines come to 12.50 and at most 12.50 more: the rule takes its five points either way.
    assert answer.present.total == (Fraction(57.5), 70, False)
    assert answer.best.total.low == 70


def test_what_a_rule_would_still_object_to() -> None:
    sheet = under('  每项 当 得分 < 分值 且 未填 原因\n  则 错误 "请说明偏差原因"')
    (way,) = ask(total("95"), sheet=sheet, 集中活动的次数=None).alternatives
    assert [(flag.rule, flag.indicator) for flag in way.faults] == [("测试", "集中活动的次数")]


def test_work_is_bounded(monkeypatch) -> None:
    monkeypatch.setattr("perfdsl.goal_seek.trial.MOST_LINES", 100)
    answer = ask(Goal("优"), 集中活动的次数=None, 工作计划完成率=None, 使用者满意率=None)
    assert answer.cut_short
    assert answer.verdict == "reachable"
    assert all(way.total.low >= 90 for way in answer.alternatives)
    assert answer.alternatives


ONE_CURVE_FOR_EACH_STATE = SHEET.replace(
    "工作计划完成率 >= 90%", "工作计划完成率 >= 90%，评分 看完成"
).replace("项目 农村", "方法 看完成\n  已完成 且 达标 -> 100%\n  其他 -> min(70%, 实际)\n\n项目 农村")


@pytest.mark.parametrize(("finished", "best"), [("是", "100"), ("否", "96.25"), (None, "100")])
def test_the_most_points_are_those_of_the_state(finished, best) -> None:
    answer = ask(total("100"), sheet=ONE_CURVE_FOR_EACH_STATE, 工作计划完成率=None, 已完成=finished)
    assert answer.best.total.low == Fraction(best)


LIMITED = SHEET.replace("工作计划完成率 >= 90%", "工作计划完成率 >= 90%，评分 渐近").replace(
    "项目 农村", "方法 渐近\n  实际 < 0% -> 0%\n  其他 -> 实际 / (实际 + 1)\n\n项目 农村"
)


def test_points_that_are_only_approached() -> None:
    answer = ask(total("99.99"), sheet=LIMITED, 工作计划完成率=None)
    assert answer.verdict == "reachable"
    answer = ask(total("93.75"), sheet=LIMITED, 工作计划完成率=None)
    # 6.25 of 12.5, or 6.245 before rounding: A / (A + 1) = 0.4996.
    assert told(answer) == [("single", "as_is", [("工作计划完成率", "99.85%")])]


def test_a_rubric_without_grades() -> None:
    found = Diagnostics()
    _, plan = prepare(sources_of(SHEET.format(rubric="国家自评2020")), found, shipped, Request())
    check_wishes([plan.projects[0]._replace(grades=())], Goal("优"), Opened(), found)
    assert "--score" in next(iter(found)).hints[0].zh


MANY_SQUARES = SQUARE.replace(
    "  产出指标 / 时效指标",
    "".join(f"    第{n}项 >= 90%，评分 平方\n" for n in range(60)) + "  产出指标 / 时效指标",
)


def test_methods_that_are_no_curves_do_not_take_for_ever() -> None:
    answer = ask(Goal("优"), sheet=MANY_SQUARES, 工作计划完成率=None)
    assert len(answer.unsure) == 61
    assert all(way.total.low >= 90 for way in answer.alternatives)
    assert answer.alternatives
    assert answer.cut_short


def test_what_is_recorded_is_not_assumed_to_get_better() -> None:
    facts = {"集中活动的次数": "9次", "工作计划完成率": "80%", "使用者满意率": None}
    answer = ask(total("99"), Opened(all=True), **facts)
    met = [way for way in answer.alternatives if way.others == "met"]
    assert met == []
    answer = ask(total("96"), Opened(all=True), **facts)
    met = [way for way in answer.alternatives if way.others == "met"]
    assert [[each.lever.plan.name for each in way.assumed] for way in met] == [["使用者满意率"]] * 2
    assert [[each.text for each in way.changes] for way in met] == [["10次"], ["83.63%"]]
