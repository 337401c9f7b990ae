"""What is found of rules: conditions that cannot hold, contradictions, idle effects, limits upside down."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest

from perfdsl.proof.finding import Finding
from perfdsl.scorecard import Interval
from tests.invented_sheet import spoilt
from tests.proof.proofs import RUBRIC, subject, verify_text
from tests.proof.rubric_texts import found_of, verdict_of
from tests.scoring import score_one

CAPS = """  每项目 当 预算执行率 < 80% 则 总分 至多 89
  每项目 当 预算执行率 < 70% 则 总分 至多 79
  每项目 当 预算执行率 < 60% 则 总分 至多 69
"""


def refuted(text: str, about: str) -> Finding:
    (found,) = [each for each in found_of(text) if each.about == about and each.verdict == "refuted"]
    return found


# ---------------------------------------------------------------- conditions


@pytest.mark.parametrize(
    "condition",
    [
        "每项目 当 预算执行率 < 50% 且 预算执行率 >= 50%",
        "每项目 当 预算执行率 < 0%",
        "每项目 当 总分 > 100",
        "每项目 当 执行数 > 预算 且 预算执行率 <= 100%",
        "每项目 当 有 成本指标 且 无 成本",
        "每项目 当 得分(产出指标) > 分值(产出指标)",
        "每项目 当 月份 > 12月份",
        "每项目 当 未填 执行数 且 预算执行率 > 0%",
        "每项目 当 非 (总分 < 60 或 总分 >= 60)",
        "每项 当 得分 > 分值",
        "每项 当 达标 且 未报",
        "每项 当 未报 且 得分 >= 0分",
        "每项 当 属于 产出指标 且 属于 效益指标",
        "每项 当 未报 且 已填 原因",
        "每项 当 计数(达标, 非 达标) >= 2",
        "每项 当 max(得分, 自评得分) < 5 且 自评得分 > 5",
        "每项 当 abs(得分 - 自评得分) < 1 且 自评得分 > 得分 + 2分",
        "每项 当 得分 / 分值 > 120%",
        "每项 当 得分 >= 分值 * 60% 且 得分 <= 分值 * 40%",
        "每部门 当 项目数 < 1",
    ],
)
def test_conditions_that_cannot_hold(condition: str) -> None:
    found = refuted(f'  {condition} 则 提示 "说明"', "holds")
    assert found.complaint is not None
    assert found.complaint.code == "P0910"
    assert found.complaint.labels[0].place.text in condition


@pytest.mark.parametrize(
    "condition",
    [
        "每项目 当 预算执行率 < 50% 或 预算执行率 > 60%",
        "每项目 当 总分 >= 100 且 预算执行率 = 0%",
        "每项目 当 执行数 > 预算 且 预算执行率 > 100%",
        "每项目 当 执行数 > 5万元 且 预算执行率 = 40%",
        "每项目 当 无 成本指标 且 得分(产出指标) < 分值(产出指标) * 60%",
        "每项目 当 已填 审计查出问题 且 审计查出问题 > 0个",
        "每项目 当 重大违纪违规 且 已完成 且 月份 >= 6月份",
        "每项目 当 达标(培训) 且 非 未报(培训) 且 完成比例(培训) > 120%",
        "每项 当 得分 < 分值 且 未填 原因",
        "每项 当 未报",
        "每项 当 正向 且 非 达标 且 完成比例 < 60%",
        "每项 当 反向 且 实际 > 目标值 且 非 达标",
        "每项 当 自评得分 > 核查得分 且 属于 数量指标",
        "每项 当 实际 >= 100人 且 达标",
        "每项 当 floor(得分) < 得分",
        "每项 当 (得分 - 5分) / (得分 - 分值) > 0 且 得分 < 5",
        "每部门 当 预算执行率 < 60% 且 项目数 >= 3",
    ],
)
def test_conditions_that_can_hold(condition: str) -> None:
    assert verdict_of(f'  {condition} 则 提示 "说明"', "holds") == "proved"


def test_the_two_halves_that_contradict_are_shown() -> None:
    found = refuted(
        '  每项目 当 已完成 且 总分 < 60 且 预算执行率 > 90% 且 总分 > 80 则 提示 "说明"', "holds"
    )
    assert found.complaint is not None
    assert [each.place.text for each in found.complaint.labels] == ["总分 < 60", "总分 > 80"]


@pytest.mark.parametrize("condition", ["得分 <= 分值", "达标 或 非 达标", "已填 原因 或 未填 原因"])
def test_conditions_that_always_hold_are_noted(condition: str) -> None:
    (note,) = [each for each in found_of(f'  每项 当 {condition} 则 提示 "好"') if each.verdict == "note"]
    assert "总是成立" in note.why.zh


def test_that_a_fact_is_there_does_not_go_without_saying() -> None:
    assert all(each.verdict != "note" for each in found_of('  每项目 当 已填 审计 则 提示 "好"'))


def test_what_is_not_linear_is_unknown_and_says_so() -> None:
    (found,) = [each for each in found_of('  每项 当 得分 * 得分 < 0 则 提示 "好"') if each.about == "holds"]
    assert (found.verdict, found.why.zh) == ("unknown", "规则“甲”：不是一次式")


def test_a_product_that_can_hold_is_found_all_the_same() -> None:
    assert verdict_of('  每项 当 得分 * 完成比例 > 0 则 提示 "好"', "holds") in {"proved", "unknown"}
    assert verdict_of('  每项 当 得分 * 得分 < 0 且 正向 且 反向 则 提示 "好"', "holds") == "refuted"


# ---------------------------------------------------------------- contradictions


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("未报 则 不计", "未报 则 扣 1分", "refuted"),
        ("未报 则 不计", "非 未报 则 扣 1分", "proved"),
        ("达标 则 不计，扣 1分", '正向 则 提示 "好"', "refuted"),
        ("正向 则 不计", "反向 则 得分 至多 5分", "proved"),
        ("完成比例 > 150% 则 不计", "完成比例 <= 150% 则 扣 1分", "proved"),
        ("完成比例 >= 150% 则 不计", "完成比例 <= 150% 则 扣 1分", "refuted"),
        ("未报 则 不计", '未报 则 错误 "没有报"', "proved"),
        ("属于 产出指标 则 不计", "属于 效益指标 则 扣 1分", "proved"),
        ("实际 > 100人 则 不计", "实际 > 3次 则 扣 1分", "proved"),
        ("实际 > 100人 则 不计", "实际 < 200人 则 扣 1分", "refuted"),
        ("实际 > 100人 则 不计", "实际 < 99人 则 扣 1分", "proved"),
        ("属于 数量指标 则 不计", "属于 质量指标 则 扣 1分", "unknown"),
    ],
)  # fmt: skip
def test_contradictions(one: str, other: str, verdict: str) -> None:
    assert verdict_of(f"  每项 当 {one}\n  每项 当 {other}\n", "agree") == verdict


def test_the_engine_finds_the_contradiction_in_a_sheet_too() -> None:
    rules = "规则 甲\n  每项 当 完成比例 < 60% 则 不计\n  每项 当 非 达标 则 扣 1分\n"
    assert "完成比例" in refuted(rules, "agree").why.zh
    project = score_one(spoilt(("知晓率 = 80%", "知晓率 = 40%"), before=rules))
    assert "P0713" in {flag.code for flag in project.flags}


# ---------------------------------------------------------------- effects that never show


@pytest.mark.parametrize(
    ("cases", "hidden"),
    [
        ("每项目 当 预算执行率 < 60% 则 总分 至多 79", ["总分 至多 79"]),
        ("每项目 当 预算执行率 < 60% 则 总分 至多 59", ["总分 至多 69"]),
        ("每项目 当 预算执行率 < 60% 则 总分 至多 69", ["总分 至多 69"]),
        ("每项目 当 预算执行率 < 60% 且 总分 > 90 则 等级 至多 良", ["等级 至多 良"]),
        ("每项目 当 预算执行率 < 85% 则 等级 至多 良", []),
        ("每项目 当 总分 < 90 则 等级 至多 良", ["等级 至多 良"]),
        ("每项目 当 已完成 则 总分 至多 100", ["总分 至多 100"]),
        ("每项目 当 已完成 则 扣 0分", ["扣 0分"]),
        ("每项 当 达标 则 扣 得分 * 0%", ["扣 得分 * 0%"]),
        ("每项 当 达标 则 得分 至多 分值", ["得分 至多 分值"]),
        ("每项 当 达标 则 得分 至多 5分", []),
        ("每项 当 得分 < 5 则 得分 至多 5分", ["得分 至多 5分"]),
        ("每项目 当 无 成本指标 则 成本管控 至多 5分", []),
    ],
)
def test_effects_that_never_show(cases: str, hidden: list[str]) -> None:
    found = [each for each in found_of(f"{CAPS}  {cases}\n") if each.about == "shows"]
    told = [each.complaint.labels[0].place.text for each in found if each.complaint is not None]
    assert told == hidden
    assert {each.verdict for each in found} == ({"refuted"} if hidden else {"proved"})


@pytest.mark.parametrize(
    "rival",
    [
        "总分 > 80 且 已完成 则 总分 至多 50",
        "已完成 且 (预算执行率 < 60% 或 预算执行率 >= 60%) 则 总分 至多 50",
        "已完成 且 非 (预算执行率 < 60% 且 总分 > 90) 则 总分 至多 50",
        "已完成 则 总分 至多 完成比例(培训) * 0分",
    ],
)
def test_a_limit_shows_where_another_does_not_apply_for_certain(rival: str) -> None:
    cases = f"  每项目 当 已完成 则 总分 至多 69\n  每项目 当 {rival}\n"
    found = [each.complaint for each in found_of(cases) if each.about == "shows"]
    assert not [each for each in found if each is not None and "69" in each.labels[0].place.text]


@pytest.mark.parametrize(
    ("best", "cap", "verdict"),
    [
        ("优 >= 90", "90", "proved"),
        ("优 > 90", "90", "refuted"),
        ("优 > 90", "90.004", "refuted"),
        ("优 >= 90", "89.996", "proved"),
        ("优 >= 90", "89.994", "refuted"),
    ],
)
def test_a_grade_is_had_by_the_rounded_total(best: str, cap: str, verdict: str) -> None:
    cases = f"  每项目 当 已完成 则 总分 至多 {cap}\n  每项目 当 已完成 则 等级 至多 良\n"
    assert verdict_of(cases, "shows", ("优 >= 90", best)) == verdict


def test_of_two_alike_the_later_is_idle() -> None:
    found = refuted("  每项目 当 已完成 则 总分 至多 89\n  每项目 当 已完成 则 总分 至多 89\n", "shows")
    assert found.complaint is not None
    first, second = found.complaint.labels
    assert first.place.start > second.place.start


def test_what_may_be_open_shows_where_it_narrows() -> None:
    assert verdict_of("  每项 当 未报 则 得分 至多 分值 * 40%", "shows") == "proved"


@pytest.mark.parametrize(("grade", "verdict"), [("优", "refuted"), ("良", "proved")])
def test_a_limit_to_the_best_grade(grade: str, verdict: str) -> None:
    text = f"  每项目 当 已完成 则 等级 至多 {grade}"
    assert verdict_of(text, "shows") == verdict
    codes = {each.complaint.code for each in found_of(text) if each.complaint is not None}
    assert codes == ({"P0914"} if verdict == "refuted" else set())


# ---------------------------------------------------------------- limits that fall


@pytest.mark.parametrize(
    ("cases", "verdict"),
    [
        ("60% <= 预算执行率 < 80% 则 总分 至多 89", "refuted"),
        ("60% <= 预算执行率 < 80% 则 总分 至多 89；预算执行率 < 60% 则 总分 至多 69", "proved"),
        ("60% <= 预算执行率 < 80% 则 总分 至多 69；预算执行率 < 60% 则 总分 至多 89", "refuted"),
        ("预算执行率 > 100% 则 总分 至多 60", "proved"),
        ("预算执行率 < 80% 则 总分 至多 100 * 预算执行率", "proved"),
        ("预算执行率 < 80% 则 总分 至多 100 - 50 * 预算执行率", "refuted"),
        ("执行数 / 预算 < 80% 且 执行数 / 预算 > 20% 则 总分 至多 80", "refuted"),
        ("预算执行率 < 50% 则 等级 至多 良；50% <= 预算执行率 < 80% 则 等级 至多 中", "refuted"),
        ("预算执行率 < 50% 则 等级 至多 中；50% <= 预算执行率 < 80% 则 等级 至多 良", "proved"),
        ("预算执行率 < 50% 则 总分 至多 60；50% <= 预算执行率 < 80% 则 等级 至多 良", "proved"),
        ("总分 > 90 且 预算执行率 < 60% 则 总分 至多 70", "refuted"),
        ("得分(产出指标) > 40 则 总分 至多 60", "refuted"),
        ("得分(产出指标) < 20 则 总分 至多 60", "proved"),
    ],
)
def test_limits_of_projects_that_turn(cases: str, verdict: str) -> None:
    text = "".join(f"  每项目 当 {each}\n" for each in cases.split("；"))
    assert verdict_of(text, "falls") == verdict


@pytest.mark.parametrize(
    ("case", "verdict"),
    [
        ("得分 > 5 则 得分 至多 3分", "refuted"),
        ("预算执行率 > 90% 则 得分 至多 分值 * 50%", "refuted"),
        ("未填 佐证 则 得分 至多 分值 * 50%", ""),
    ],
)
def test_limits_of_lines_that_turn(case: str, verdict: str) -> None:
    assert verdict_of(f"  每项 当 {case}", "falls") == verdict


def test_the_usual_caps_do_not_turn() -> None:
    assert verdict_of(CAPS, "falls") == "proved"


def test_the_engine_turns_in_a_sheet_too() -> None:
    rules = (
        "规则 甲\n  每项目 当 预算执行率 < 50% 则 总分 至多 79\n"
        "  每项目 当 50% <= 预算执行率 < 60% 则 总分 至多 69\n"
    )
    assert refuted(rules, "falls").complaint is not None
    totals = [
        score_one(spoilt(("执行数 10万元", f"执行数 {spent}"), before=rules)).total
        for spent in ("4.5万元", "5.5万元")
    ]
    assert totals == [Interval(Fraction(79), Fraction(79)), Interval(Fraction(69), Fraction(69))]


# ---------------------------------------------------------------- whole files


def test_what_a_rubric_says_is_meant_is_allowed() -> None:
    allow = RUBRIC.format(scored="") + '  允许 不可达 因为 "旧条文保留（虚构）"\n'
    text = allow + "规则 甲\n  每项目 当 预算执行率 < 60% 则 总分 至多 100\n"
    found = [each for each in subject(verify_text(text), "试算").findings if each.about == "shows"]
    assert [(each.verdict, each.reason) for each in found] == [("allowed", "旧条文保留（虚构）")]


def test_an_allowance_that_is_not_needed() -> None:
    text = RUBRIC.format(scored="") + '  允许 重叠 因为 "虚构"\n规则 甲\n' + CAPS
    assert [each.code for each in subject(verify_text(text), "试算").complaints] == ["P0909"]


def test_a_rule_that_no_rubric_has_taken_up_is_looked_at_alone() -> None:
    text = "规则 甲\n  每项目 当 总分 < 60 则 总分 至多 69\n"
    found = subject(verify_text(text), "甲")
    (complaint,) = found.complaints
    assert (found.kind, complaint.code) == ("rule", "P0912")
    assert "允许" not in complaint.hints[0].zh


def test_a_rule_that_a_rubric_has_taken_up_is_not_told_twice() -> None:
    text = "规则 甲\n  每项目 当 总分 < 60 则 总分 至多 69\n" + RUBRIC.format(scored="") + "  适用 甲\n"
    assert [each.code for each in verify_text(text).complaints] == ["P0912"]


def test_a_rule_of_a_sheet_is_looked_at_beside_those_of_its_rubric() -> None:
    rubric = RUBRIC.format(scored="") + "规则 甲\n  每项 当 未报 则 不计\n"
    sheet = spoilt(("国家自评2020", "试算"), before="规则 乙\n  每项 当 未报 则 扣 1分\n" + rubric)
    found = subject(verify_text(sheet), "乙")
    assert [each.code for each in found.complaints] == ["P0911"]
    assert "用于 项目" in found.used.zh


def test_wrong_rules_are_left_to_check() -> None:
    text = RUBRIC.format(scored="") + "规则 甲\n  每项目 当 总分 < 60% 则 总分 至多 69\n"
    assert not [each for each in subject(verify_text(text), "试算").findings if each.about == "shows"]


def test_it_ends_in_time_and_says_what_it_does_not_know() -> None:
    wide = " 或 ".join(f"(得分 > 分值 * {each}% 且 完成比例 < {each}%)" for each in range(1, 15))
    rules = "".join(
        f"  每项 当 ({wide}) 且 自评得分 < {at} 则 扣 {at}分，得分 至多 {at}\n" for at in range(1, 7)
    )
    start = time.perf_counter()
    found = found_of(
        rules
        + "  每项 当 达标 则 不计\n"
        + "".join(f"  每项目 当 总分 < {at} 则 总分 至多 {at}\n" for at in range(1, 60))
    )
    assert time.perf_counter() - start < 20
    assert {each.verdict for each in found} >= {"refuted"}


def test_too_many_cases_are_unknown() -> None:
    rules = "".join(f"  每项目 当 总分 < {at} 则 扣 1分\n" for at in range(201))
    assert [each.verdict for each in found_of(rules)] == ["unknown"]


def test_too_many_limits_are_unknown_and_not_passed_over() -> None:
    rules = "".join(f"  每项目 当 预算执行率 < {at}% 则 总分 至多 {at}\n" for at in range(50, 91))
    found = {each.about: each.verdict for each in found_of(rules) if each.about in {"falls", "holds"}}
    assert found == {"holds": "proved", "falls": "unknown"}
