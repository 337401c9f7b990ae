"""What the rules of a project make of its lines, its total and its grade, and what they say."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.scorecard import Interval, ProjectScore
from tests.engines.ruled import (
    BY_LEVEL,
    LATE,
    LOW,
    WITHOUT_EXECUTION,
    effects,
    points_of,
    rule,
    ruled,
    settled,
    told,
)
from tests.invented_sheet import RUBRIC, SHEET, spoilt
from tests.scoring import line_named, run_texts, score_one, score_texts

# ---------------------------------------------------------------- effects on a line


def test_points_off_a_line() -> None:
    project = ruled('每项 当 得分 < 分值 则 扣 2.5分 因为 "未达标"', changes=(LATE,))
    line = line_named(project, "知晓率")
    assert (line.points, line.before) == (settled("12.5"), settled(15))
    assert [(each.rule, each.what.zh, each.because, each.certain) for each in line.applied] == [
        ("试行", "扣 2.5 分", "未达标", True)
    ]
    assert line.applied[0].place.text == '扣 2.5分 因为 "未达标"'
    assert (project.total, project.before) == (settled("82.5"), None)
    assert line_named(project, "修路里程").applied == ()


def test_points_off_never_go_below_zero() -> None:
    assert points_of(ruled("每项 当 非 达标 则 扣 40分", changes=(LATE,))) == settled(0)


def test_an_amount_may_be_computed() -> None:
    assert points_of(ruled("每项 当 非 达标 则 扣 分值 * 10%", changes=(LATE,))) == settled(12)
    assert points_of(ruled("每项 当 非 达标 则 扣 1分 - 2分", changes=(LATE,))) == settled(15)


def test_a_limit_of_a_line() -> None:
    project = ruled("每项 当 非 达标 则 得分 至多 分值 * 40%", changes=(LATE,))
    assert (points_of(project), line_named(project, "知晓率").before) == (settled(12), settled(15))
    assert points_of(ruled("每项 当 非 达标 则 得分 至多 20分", changes=(LATE,))) == settled(15)


def test_points_off_come_before_the_limit() -> None:
    one = ruled("每项 当 非 达标 则 得分 至多 14分；扣 2分", changes=(LATE,))
    other = ruled("每项 当 非 达标 则 扣 2分；得分 至多 14分", changes=(LATE,))
    assert points_of(one) == points_of(other) == settled(13)


def test_rules_are_judged_on_the_lines_as_they_were_before_any_rule() -> None:
    cases = (
        "每项 当 得分 = 15分 则 扣 2分",
        "每项 当 得分 = 13分 则 扣 5分",
        "每项 当 得分 = 15分 则 扣 1分",
    )
    assert points_of(ruled(*cases, changes=(LATE,))) == settled(12)
    assert points_of(ruled(*reversed(cases), changes=(LATE,))) == settled(12)


def test_points_are_rounded_again() -> None:
    project = ruled("每项 当 非 达标 则 扣 1分 / 3", changes=(LATE,))
    assert points_of(project) == settled("14.67")


def test_what_is_left_out_is_rescaled() -> None:
    changes = (("群众满意度 = 90%", "群众满意度 = 45%"), ("执行数 10万元", "执行数 8.3万元"), LATE)
    assert score_one(spoilt(*changes)).total == settled("78.3")
    project = ruled('每项 当 属于 满意度指标 则 不计 因为 "不适用"', changes=changes)
    assert project.total == settled("81.44")  # 73.3 of 90
    line = line_named(project, "群众满意度")
    assert (line.excluded, line.before, line.points) == (True, settled(5), settled(5))
    assert [each.what.zh for each in line.applied] == ["不计"]


def test_seventy_eight_point_three_of_ninety() -> None:
    """The worked number of a rescaled total: 87.00."""
    changes = (("知晓率 = 80%", "知晓率 = 48.8%"),)
    project = ruled("每项 当 属于 满意度指标 则 不计", changes=changes)
    assert [line.score for line in project.indicators] == [25, 25, Fraction("18.3"), 10, 10]
    assert (project.total, project.grade) == (settled(87), "良")


def test_nothing_that_counts() -> None:
    project = ruled("每项 则 不计")
    assert [line.name for line in project.indicators if not line.excluded] == ["预算执行率"]
    assert project.total == settled(100)
    rubric = WITHOUT_EXECUTION
    text = spoilt(("国家自评2020", "自定"), before=rubric + rule("每项 则 不计", "每项目 则 总分 至多 69"))
    assert score_one(text).total == Interval(Fraction(0), Fraction(69))


# ---------------------------------------------------------------- effects on a project


@pytest.mark.parametrize(("rate", "most"), [("80", 98), ("79", 89), ("70", 89), ("69", 79), ("60", 79),
                                            ("59", 69), ("50", 69), ("49", 59), ("0", 59)])  # fmt: skip
def test_caps_by_execution(rate: str, most: int) -> None:
    caps = [
        f"每项目 当 预算执行率 < {bound}% 则 总分 至多 {points}"
        for bound, points in ((80, 89), (70, 79), (60, 69), (50, 59))
    ]
    spent = f"执行数 {Fraction(rate) / 10}万元".replace("/", "除以") if Fraction(rate) % 10 == 0 else (
        f"执行数 {rate[0]}.{rate[1]}万元")  # fmt: skip
    changes = (("执行数 10万元", spent),)
    for order in (caps, caps[::-1]):
        project = ruled(*order, changes=changes)
        assert project.total == settled(most)
        assert len(project.applied) <= 1, "only the lowest limit of a rule is told"
    if most < 98:
        assert project.before == settled(90 + Fraction(rate) / 10)


def test_points_off_a_total_come_before_its_limit() -> None:
    one = ruled("每项目 当 预算执行率 < 60% 则 总分 至多 90；扣 4分", changes=(LOW,))
    assert (one.total, one.before) == (settled("90"), settled("95.5"))
    assert ruled("每项目 则 扣 6分；总分 至多 90", changes=(LOW,)).total == settled("89.5")
    assert ruled("每项目 则 扣 200分").total == settled(0)


def test_a_limit_of_the_total_that_is_not_reached() -> None:
    project = ruled("每项目 则 总分 至多 99", changes=(LATE,))
    assert (project.total, project.before, effects(project)) == (settled(85), None, ["总分 至多 99 分"])


def test_limits_of_a_group_and_of_a_line() -> None:
    assert ruled("每项目 则 产出指标 至多 40分").total == settled(90)
    assert ruled("每项目 则 知晓率 至多 10分").total == settled(80)
    assert ruled("每项目 则 预算执行率 至多 4分").total == settled(94)
    nobody = ruled("每项目 则 没有的 至多 4分")
    assert (nobody.total, nobody.applied) == (settled(100), ())


def test_several_limits_of_one_thing_do_not_add_up() -> None:
    cases = ("每项目 则 产出指标 至多 45分", "每项目 则 产出指标 至多 40分", "每项目 则 修路里程 至多 10分")
    for order in (cases, cases[::-1]):
        project = ruled(*order)
        assert (project.total, project.before) == (settled(85), settled(100))
    assert ruled(*cases[:2]).total == settled(90)
    assert ruled(cases[0], "每项目 则 修路里程 至多 22分").total == settled(95)


def test_limits_of_groups_grow_with_what_is_left_out() -> None:
    project = ruled("每项 当 属于 满意度指标 则 不计", "每项目 则 产出指标 至多 45分")
    assert project.total == settled("94.44")


def test_a_total_is_rounded_once() -> None:
    rubric = RUBRIC.replace("舍入 每项 2位 四舍五入", "舍入 总分 2位 四舍五入")
    text = spoilt(("国家自评2020", "自定"), ("修路里程 = 12公里", "修路里程 = 11.9984公里"), before=rubric)
    before = score_one(text)
    assert before.total == settled("100")
    # 99.99666… less a limit of 24.99 for that line: 24.99 + 75
    limited = score_one(text.replace("采用 自定", rule("每项目 则 修路里程 至多 24.99分") + "采用 自定"))
    assert limited.total == settled("99.99")


@pytest.mark.parametrize(("most", "grade"), [("优", "优"), ("良", "良"), ("中", "中"), ("差", "差")])
def test_a_limit_of_the_grade(most: str, grade: str) -> None:
    project = ruled(f'每项目 则 等级 至多 {most} 因为 "试"')
    assert (project.total, project.grade, project.possible_grades) == (settled(100), grade, (grade,))
    assert effects(project) == [f"等级至多 {most}"]


def test_a_limit_of_the_grade_does_not_lift_it() -> None:
    changes = (LATE, ("修路里程 = 12公里", "修路里程 = 3公里"))
    assert ruled("每项目 则 等级 至多 良", changes=changes).grade == "中"


def test_a_rule_of_the_project_sees_its_lines_after_the_rules_over_them() -> None:
    cases = ("每项 当 非 达标 则 扣 15分", "每项目 当 得分(知晓率) = 0分 则 扣 7分")
    assert ruled(*cases, changes=(LATE,)).total == settled(63)
    assert ruled("每项目 当 总分 < 85分 则 扣 7分", cases[0], changes=(LATE,)).total == settled(63)


# ---------------------------------------------------------------- the column 扣分


def test_what_people_took_off() -> None:
    project = score_one(
        spoilt(("知晓率 = 80%", '知晓率 = 40%，扣分 2分，原因 "走访不足"，自评 14分，核查 13分'))
    )
    line = line_named(project, "知晓率")
    assert (line.points, line.before, line.score) == (settled(13), settled(15), 13)
    assert line.judged == (2, 14, 13)
    assert [(each.what.zh, each.because) for each in line.applied] == [("扣 2 分", "走访不足")]
    assert project.total == settled(83)
    spent = score_one(spoilt(("执行数 10万元", "执行数 5.5万元，扣分 1分")))
    assert (points_of(spent, "预算执行率"), spent.total) == (settled("4.5"), settled("94.5"))


def test_more_than_there_is_cannot_be_taken_off() -> None:
    assert points_of(score_one(spoilt(("知晓率 = 80%", "知晓率 = 40%，扣分 20分")))) == settled(0)
    assert line_named(score_one(spoilt(("知晓率 = 80%", "知晓率 = 40%，扣分 0分"))), "知晓率").applied == ()


def test_what_people_took_off_comes_before_the_rules() -> None:
    changes = (("知晓率 = 80%", "知晓率 = 80%，扣分 2分，自评 30分"),)
    project = ruled(
        "每项 当 得分 < 分值 则 扣 1分", "每项 当 自评得分 > 得分 + 1分 则 扣 3分", changes=changes
    )
    line = line_named(project, "知晓率")
    assert (line.points, line.before) == (settled(24), settled(30))
    assert [each.rule for each in line.applied] == ["扣分", "试行", "试行"]


# ---------------------------------------------------------------- what is open


def test_a_limit_that_may_apply() -> None:
    project = ruled("每项目 当 预算执行率 < 60% 则 总分 至多 69", changes=(("  执行数 10万元\n", ""),))
    assert project.total == Interval(Fraction(69), Fraction(100))
    assert [each.certain for each in project.applied] == [False]
    assert project.before == Interval(Fraction(90), Fraction(100))


def test_points_that_may_be_taken_off_a_line() -> None:
    project = ruled("每项 当 完成比例 < 60% 则 扣 3分", changes=(("  知晓率 = 80%\n", ""),))
    line = line_named(project, "知晓率")
    assert (line.points, line.before) == (
        Interval(Fraction(0), Fraction(30)),
        Interval(Fraction(0), Fraction(30)),
    )
    assert [each.certain for each in line.applied] == [False]
    sure = ruled("每项 当 执行数 > 1万元 则 扣 3分", changes=(("  知晓率 = 80%\n", ""),))
    assert points_of(sure) == Interval(Fraction(0), Fraction(27))


def test_a_line_that_may_be_left_out_leaves_everything_open() -> None:
    project = ruled("每项 当 完成比例 < 60% 则 不计", changes=(("  知晓率 = 80%\n", ""),))
    assert project.total == Interval(Fraction(0), Fraction(100))
    assert not line_named(project, "知晓率").excluded


def test_a_grade_that_may_be_limited() -> None:
    project = ruled("每项目 当 预算执行率 < 60% 则 等级 至多 中", changes=(("  执行数 10万元\n", ""),))
    assert (project.grade, project.possible_grades) == ("", ("优", "中"))


def test_what_does_not_matter_is_not_open() -> None:
    text = "每项目 当 预算执行率 < 60% 且 预算 < 1万元 则 总分 至多 69"
    project = ruled(text, changes=(("  执行数 10万元\n", ""),))
    assert (project.total, project.applied) == (Interval(Fraction(90), Fraction(100)), ())
    either = text.replace("且 预算 < 1万元", "或 预算 > 1万元")
    assert [each.certain for each in ruled(either, changes=(("  执行数 10万元\n", ""),)).applied] == [True]


def test_nothing_is_said_while_it_is_open() -> None:
    cases = ('每项 当 完成比例 < 60% 则 提示 "低"', '每项目 当 总分 < 95分 则 错误 "低"')
    assert told(ruled(*cases, changes=(("  知晓率 = 80%\n", ""),))) == []


def test_a_bare_level_has_no_ratio_yet() -> None:
    changes = (("知晓率 >= 80%", "知晓度 定性"), ("知晓率 = 80%", "知晓度 = 部分达成"))
    project = ruled("每项 当 完成比例 < 70% 则 扣 1分", changes=changes)
    assert points_of(project, "知晓度").low == 17
    assert [each.certain for each in line_named(project, "知晓度").applied] == [False]


def test_an_amount_that_is_open() -> None:
    changes = (("  执行数 10万元\n", ""),)
    project = ruled("每项目 则 扣 总分 * 10%", changes=changes)
    assert project.total == Interval(Fraction(0), Fraction(100))
    assert effects(project) == ["扣 （待定） 分"]


def test_a_limit_that_is_open() -> None:
    changes = (("  执行数 10万元\n", ""),)
    project = ruled("每项目 则 总分 至多 总分 - 5分", changes=changes)
    assert project.total == Interval(Fraction(0), Fraction(100))
    assert effects(project) == ["总分 至多 （待定） 分"]


def test_the_score_of_an_open_line_is_open() -> None:
    project = ruled("每项 当 得分 < 10分 则 扣 3分", changes=(("  知晓率 = 80%\n", ""),))
    assert [each.certain for each in line_named(project, "知晓率").applied] == [False]


def test_what_is_undefined_cannot_come_to_hold() -> None:
    changes = (("知晓率 >= 80%", "事故 = 0起"), ("知晓率 = 80%", "事故 = 1起"), ("  执行数 10万元\n", ""))
    both = ruled("每项 当 完成比例 < 60% 且 预算执行率 < 60% 则 扣 1分", changes=changes)
    assert line_named(both, "事故").applied == ()
    either = ruled("每项 当 完成比例 < 60% 或 预算执行率 < 60% 则 扣 1分", changes=changes)
    assert [each.certain for each in line_named(either, "事故").applied] == [False]


# ---------------------------------------------------------------- what rules say


def test_hints_and_faults() -> None:
    cases = ('每项 当 非 达标 且 未填 原因 则 提示 "请说明"', '每项 当 未填 佐证 且 非 达标 则 错误 "缺佐证"')
    text = spoilt(LATE, before=rule(*cases))
    outcome = run_texts(text)
    assert outcome.scorecard is None
    (found,) = outcome.diagnostics
    assert (found.code, found.message.zh) == ("P0712", "修路 / 知晓率：缺佐证")
    assert [label.place.text for label in found.labels] == ["40%", '错误 "缺佐证"']
    assert found.hints[0].zh.endswith("--keep-going")
    (project,) = run_texts(text, keep_going=True).scorecard.projects
    assert told(project) == [("P0711", "知晓率", "试行"), ("P0712", "知晓率", "试行")]
    assert [flag.text.zh for flag in project.flags] == ["请说明", "缺佐证"]
    mended = text.replace("知晓率 = 40%", '知晓率 = 40%，原因 "忙"，佐证 "表.pdf"')
    assert told(score_one(mended)) == []


def test_a_fault_of_a_pending_line_and_of_a_project_is_shown_where_they_stand() -> None:
    cases = ('每项 当 未报 则 错误 "须填报"', '每项目 当 预算 > 1万元 则 错误 "太多"')
    found = list(run_texts(spoilt(("  知晓率 = 80%\n", ""), before=rule(*cases))).diagnostics)
    assert [(each.code, each.labels[0].place.text.split()[0]) for each in found] == [
        ("P0712", "知晓率"), ("P0712", "修路"),
    ]  # fmt: skip


def test_faults_of_one_project_do_not_hide_those_of_another() -> None:
    other = SHEET.replace("采用 国家自评2020\n", "").replace("P001", "P002").replace("修路", "铺路")
    text = rule('每项目 则 错误 "不行"') + SHEET + other
    assert [each.code for each in run_texts(text).diagnostics] == ["P0712", "P0712"]


def test_an_effect_on_what_is_left_out_is_a_conflict() -> None:
    project = ruled("每项 当 非 达标 则 不计", "每项 当 非 达标 则 扣 1分；得分 至多 3分", changes=(LATE,))
    assert told(project) == [("P0713", "知晓率", "试行")]
    assert line_named(project, "知晓率").excluded
    assert told(ruled("每项 当 非 达标 则 不计", changes=(LATE,))) == []


def test_an_amount_that_is_undefined() -> None:
    project = ruled("每项 当 非 达标 则 扣 1分 / (实际 - 实际)", changes=(LATE,))
    assert told(project) == [("P0714", "知晓率", "试行")]
    assert points_of(project) == settled(15)
    total = ruled("每项目 则 总分 至多 1分 / (执行数 - 执行数) * 1元")
    assert told(total) == [("P0714", "", "试行")]
    assert total.total == settled(100)


def test_a_condition_that_is_undefined_does_not_hold() -> None:
    changes = (("知晓率 >= 80%", "事故 = 0起"), ("知晓率 = 80%", "事故 = 1起"))
    for condition in ("完成比例 >= 0%", "非 完成比例 >= 0%", "完成比例 < 1 且 非 达标"):
        assert points_of(ruled(f"每项 当 {condition} 则 扣 1分", changes=changes), "事故") == settled(0)
        assert line_named(ruled(f"每项 当 {condition} 则 扣 1分", changes=changes), "事故").applied == ()


def test_there_is_no_execution_over_a_budget_of_nothing() -> None:
    rubric = WITHOUT_EXECUTION
    text = spoilt(
        ("国家自评2020", "自定"), ("预算 10万元 = 财政资金 8万元 + 其他资金 2万元", "预算 0万元"),
        ("  支出计划 3月底 2万元，6月底 5万元，12月底 10万元\n", ""),
        ("    项目成本 <= 10万元\n", "    桥 >= 1座\n"),
        ("  项目成本 = 10万元\n", "  桥 = 1座\n"), ("  执行数 10万元\n", "  执行数 0万元\n"),
        before=rubric + rule("每项目 当 预算执行率 < 60% 则 总分 至多 69"),
    )  # fmt: skip
    project = score_one(text)
    assert (project.total, project.applied) == (settled(100), ())
    without = score_one(text.replace("  预算 0万元\n", ""))
    assert (without.total, without.applied) == (settled(100), ())


# ---------------------------------------------------------------- conditions


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("达标", "修路里程 项目成本 群众满意度"), ("非 达标", "知晓率"),
        ("正向", "修路里程 知晓率 群众满意度"), ("反向", "项目成本"), ("属于 产出指标", "修路里程 项目成本"),
        ("分值 >= 30分", "知晓率"), ("得分 < 分值", "知晓率"), ("完成比例 = 50%", "知晓率"),
        ("有 成本指标", ""), ("无 成本指标", "修路里程 项目成本 知晓率 群众满意度"), ("已填 原因", "知晓率"),
        ("已填 佐证", ""), ("实际 >= 11公里", "修路里程"),
        ("超出 >= 1个百分点", "知晓率"), ("目标值 = 80%", "知晓率"),
        ("修路里程 = 12公里 且 达标(知晓率)", ""), ("得分(产出指标) = 50分 且 分值(知晓率) = 分值", "知晓率"),
        ("完成比例(修路里程) = 100% 且 正向", "修路里程 知晓率 群众满意度"), ("未报(知晓率)", ""),
        ("已填 执行数 且 反向", "项目成本"), ("已填 监理单位", ""), ("未填 监理单位 且 反向", "项目成本"),
        ("60% <= 完成比例 < 101%", "修路里程 项目成本 群众满意度"), ("月份 = 12月份 且 反向", "项目成本"),
    ],
)  # fmt: skip
def test_where_a_condition_holds(condition: str, names: str) -> None:
    changes = (("知晓率 = 80%", '知晓率 = 40%，原因 "忙"'),)
    project = ruled(f'每项 当 {condition} 则 提示 "在"', changes=changes)
    assert [flag.indicator for flag in project.flags] == names.split()


def test_a_rule_is_not_held_against_lines_in_another_unit() -> None:
    changes = (("修路里程 >= 12公里", "培训 >= 200人"), ("修路里程 = 12公里", "培训 = 300人"))
    assert told(ruled('每项 当 实际 >= 100次 则 提示 "多"', changes=changes)) == []
    assert told(ruled('每项 当 实际 >= 100人 则 提示 "多"', changes=changes)) == [("P0711", "培训", "试行")]
    assert told(ruled('每项 当 实际 >= 0.01 则 提示 "多"')) == [
        ("P0711", name, "试行") for name in ("知晓率", "群众满意度")
    ]


def test_facts_that_only_a_rule_asks_for() -> None:
    text = rule("每项目 当 已填 投诉 且 投诉 > 2起 则 扣 5分") + SHEET
    assert score_one(text).total == settled(100)
    assert score_one(text + "  投诉 = 2起\n").total == settled(100)
    assert score_one(text + "  投诉 = 3起\n").total == settled(95)
    assert score_one(rule("每项目 当 违纪 则 总分 至多 0") + SHEET + "  违纪\n").total == settled(0)
    veto = rule("每项目 当 已填 违纪 且 违纪 则 总分 至多 0") + SHEET
    assert [score_one(veto + more).total.low for more in ("", "  违纪 = 否\n", "  违纪\n")] == [100, 100, 0]


def test_points_of_what_is_left_out_are_not_asked_for() -> None:
    rubric = RUBRIC.replace("缺报 待定", "缺报 不计") + rule("每项目 当 得分(知晓率) < 1分 则 扣 5分")
    text = spoilt(("国家自评2020", "自定"), ("  知晓率 = 80%\n", ""), before=rubric)
    assert (score_one(text).total, score_one(text).applied) == (settled(100), ())
    both = text.replace("得分(知晓率) < 1分", "分值(效益指标) < 1分")
    assert score_one(both).applied == ()


# ---------------------------------------------------------------- whose rules


def test_rules_of_a_file_are_for_its_own_projects() -> None:
    other = SHEET.replace("P001", "P002").replace("修路", "铺路")
    one, two = score_texts({"一.perf": rule("每项目 则 扣 5分") + SHEET, "二.perf": other})
    assert (one.total, two.total) == (settled(95), settled(100))


def own(rules: str, more: str = "", use: str = "自定") -> ProjectScore:
    return score_one(spoilt(("国家自评2020", use), before=RUBRIC + rules + more))


def test_rules_under_a_rubric_and_those_that_it_applies() -> None:
    assert own(rule("每项目 则 扣 5分")).total == settled(95)
    elsewhere = rule("每项目 则 扣 5分", name="别处")
    applies = RUBRIC + "  适用 别处，没有用到\n"
    text = spoilt(("国家自评2020", "自定"))
    files = {"规则.perf": elsewhere + rule("每项目 则 扣 1分", name="没有用到"), "表.perf": applies + text}
    assert [each.total for each in score_texts(files)] == [settled(94)]


def test_a_rubric_takes_over_rules_and_may_write_one_anew() -> None:
    parent = rule("每项目 则 扣 5分") + rule("每项目 则 扣 1分", name="另一条")
    child = '评分办法 子办法 沿用 自定\n  引自 "测试用"\n'
    assert own(parent, child, "子办法").total == settled(94)


def test_a_rubric_overrides_a_rule_by_its_name() -> None:
    child = '评分办法 子办法 沿用 自定\n  引自 "测试用"\n' + rule("每项目 则 扣 2分")
    files = {
        "父.perf": RUBRIC + rule("每项目 则 扣 5分") + rule("每项目 则 扣 1分", name="另一条"),
        "子.perf": child + spoilt(("国家自评2020", "子办法")),
    }
    found = run_texts(files)
    assert found.scorecard is not None, [each.message.zh for each in found.diagnostics]
    assert [each.total for each in found.scorecard.projects] == [settled(97)]


# ---------------------------------------------------------------- points that are open


@pytest.mark.parametrize(
    ("condition", "left_out"),
    [
        ("得分 < 24分", True),  # the end of the band is the next level's
        ("得分 >= 24分", False),
        ("得分 > 17.99分", True),
        ("得分 >= 18分", True),
        ("得分 = 17分", False),
        ("5分 > 得分", False),
        ("24分 > 得分", True),
        ("得分 <= 17分", False),
    ],
)
def test_points_within_a_band_settle_a_condition(condition: str, *, left_out: bool) -> None:
    project = ruled(f"每项 当 得分 < 24.5分 且 {condition} 则 不计", changes=BY_LEVEL)
    line = line_named(project, "知晓率")
    assert line.points == Interval(Fraction(18), Fraction(24), high_open=True)
    assert line.excluded is left_out


@pytest.mark.parametrize("condition", ["得分 < 20分", "得分 > 18分", "得分 = 20分", "得分 <= 23.99分"])
def test_points_on_both_sides_leave_a_condition_open(condition: str) -> None:
    project = ruled(f"每项 当 得分 < 24.5分 且 {condition} 则 不计", changes=BY_LEVEL)
    assert not line_named(project, "知晓率").excluded
    assert project.total == Interval(Fraction(0), Fraction(100))


def test_a_total_that_is_open_settles_a_condition_by_its_ends() -> None:
    project = ruled("每项目 当 总分 >= 80 则 扣 1分", "每项目 当 总分 < 80 则 扣 50分", changes=BY_LEVEL)
    assert (project.before.low, project.total.low) == (Fraction(88), Fraction(87))


def test_points_of_a_group_that_are_open_settle_a_condition_by_their_ends() -> None:
    project = ruled(
        "每项目 当 得分(效益指标) < 24分 则 扣 1分",
        "每项目 当 得分(知晓率) >= 24分 则 扣 50分",
        "每项目 当 得分(效益指标) > 17分 且 得分(产出指标) >= 50分 则 扣 1分",
        changes=BY_LEVEL,
    )
    assert (project.before.low, project.total.low) == (Fraction(88), Fraction(86))
    assert all(each.certain for each in project.applied)


def test_an_amount_is_told_as_it_is() -> None:
    project = ruled("每项目 则 扣 0.005分")
    assert effects(project) == ["扣 0.005 分"]
