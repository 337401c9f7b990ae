"""Every worked number of the scoring rules in the domain's notes, scored end to end under shipped methods.

The rows R-01 to R-20 are those of the team's domain notes, section 3; w is the weight, 12.5 unless said.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import pytest

from perfdsl.scorecard import IndicatorScore
from tests.scoring import labels_of, line_named, only_complaint, score_one

RUBRIC = """
评分办法 试算
  引自 "测试用" 未核对原文
  权重 全部 {rest}，{group} {weight}
  分摊 平均
  评分 其余 是否达标；定性 三档
  等级 高 >= 60，低 其他
  舍入 每项 2位 四舍五入
  缺报 待定
"""
SHEET = """
采用 试算
项目 试算项目
  单位 万元
  预算 5万元
  {group}：
    被测 {target}{scored}
  其余指标：
    陪衬 >= 1次
实绩 试算项目 2022-12-31
  被测 = {actual}
  陪衬 = 1次
"""


def score(target: str, method: str, actual: str, weight: str = "12.5") -> IndicatorScore:
    """Score one indicator, in a group of its own worth ``weight``, by a shipped method."""
    rest = str(100 - Fraction(weight)) if "." not in weight else f"{100 - float(weight):g}"
    rubric = RUBRIC.format(rest=rest, group="产出指标", weight=weight)
    scored = f"\n      评分 {method}" if method else ""
    sheet = SHEET.format(group="产出指标", target=target, scored=scored, actual=actual)
    return line_named(score_one(rubric + sheet), "被测")


class Row(NamedTuple):
    rule: str
    target: str
    method: str
    actual: str
    points: str
    weight: str = "12.5"


ROWS = [
    # A≥T → w; else A/T·w
    Row("R-01", ">= 90%", "按完成比例", "81%", "11.25"),
    Row("R-01", ">= 90%", "按完成比例", "90%", "12.5"),
    Row("R-01", ">= 90%", "按完成比例", "99%", "12.5"),
    Row("R-01", ">= 90次", "按完成比例", "81次", "11.25"),
    # A≤T → w; else T/A·w
    Row("R-02", "<= 5次", "按反向比例", "5次", "12.5"),
    Row("R-02", "<= 5次", "按反向比例", "6次", "10.42"),
    Row("R-02", "<= 5次", "按反向比例", "8次", "7.81"),
    # A≤T → w; A<2T → (1−(A−T)/T)·w; else 0
    Row("R-03", "<= 5次", "线性超支", "6次", "10.00"),
    Row("R-03", "<= 5次", "线性超支", "8次", "5.00"),
    Row("R-03", "<= 5次", "线性超支", "10次", "0"),
    # "=" as at-least; T=0: A≤0 → w, else 0; and the strict two-sided 1−|A−T|/T
    Row("R-04", "= 90%", "相等", "81%", "11.25"),
    Row("R-04", "= 90%", "相等", "99%", "12.5"),
    Row("R-04", "= 0起", "相等", "1起", "0"),
    Row("R-04", "= 0起", "相等", "0起", "12.5"),
    Row("R-04 strict", "= 90%", "严格相等", "81%", "11.25"),
    Row("R-04 strict", "= 90%", "严格相等", "99%", "11.25"),
    # r<g → 0; else r·w
    Row("R-05", ">= 100%", "及格门槛", "90%", "11.25"),
    Row("R-05", ">= 100%", "及格门槛", "55%", "0"),
    Row("R-05", ">= 100%", "及格门槛(门槛 = 50%)", "55%", "6.88"),
    # r<60 % → 0; else (r−60 %)/40 %·w
    Row("R-06", ">= 100%", "及格折算", "90%", "9.38"),
    Row("R-06", ">= 100%", "及格折算", "59.9%", "0"),
    Row("R-06 inverse", "<= 9次", "反向及格折算", "10次", "9.38"),
    # thresholds 优/良/中/差 → 100/75/60/0, or 3/2/1/0
    Row("R-12", ">= 80%", "四档计分(90%, 75%, 60%)", "90%", "12.5"),
    Row("R-12", ">= 80%", "四档计分(90%, 75%, 60%)", "75%", "9.38"),
    Row("R-12", ">= 80%", "四档计分(90%, 75%, 60%)", "60%", "7.5"),
    Row("R-12", ">= 80%", "四档计分(90%, 75%, 60%)", "59%", "0"),
    Row("R-12 points", ">= 80%", "四档记分(90%, 75%, 60%)", "90%", "3", "3"),
    Row("R-12 points", ">= 80%", "四档记分(90%, 75%, 60%)", "89%", "2", "3"),
    Row("R-12 points", ">= 80%", "四档记分(90%, 75%, 60%)", "60%", "1", "3"),
    Row("R-12 points", ">= 80%", "四档记分(90%, 75%, 60%)", "59%", "0", "3"),
    # linear between D=60 and A=90 of 4…1: 75 → 2.5/4·w
    Row("R-13", ">= 90次", "档间内插(60次, 90次)", "75次", "7.81"),
    Row("R-13", ">= 90次", "档间内插(60次, 90次)", "90次", "12.5"),
    Row("R-13", ">= 90次", "档间内插(60次, 90次)", "60次", "3.13"),
    Row("R-13", ">= 90次", "档间内插(60次, 90次)", "59次", "0"),
    # yes/no
    Row("R-14", "是 健全", "是否达标", "健全", "12.5"),
    Row("R-14", "是 健全", "是否达标", "不健全", "0"),
    Row("R-14", "<= 2022-12-31", "是否达标", "2022-12-31", "12.5"),
    Row("R-14", "<= 2022-12-31", "是否达标", "2023-01-01", "0"),
    # max(0, w − k·max(0,x−x0)/u): 104 % against 100 %, −0.5 per point
    Row("R-16", "<= 100%", "每超扣分", "104%", "3.0", "5"),
    Row("R-16", "<= 100%", "每超扣分", "99%", "5", "5"),
    Row("R-16", "<= 100%", "每超扣分", "111%", "0", "5"),
    # "每低于5%扣2分", 91 % of 100 %: floor / ceil / pro rata
    Row("R-17 floor", ">= 100%", "每满扣分", "91%", "3", "5"),
    Row("R-17 ceil", ">= 100%", "进一扣分", "91%", "1", "5"),
    Row("R-17 pro rata", ">= 100%", "每超扣分(2分, 5个百分点)", "91%", "1.4", "5"),
    # 0 → 5; (0,10 %] → 4; (10,20] → 3; (20,30] → 2; >30 % → 0
    Row("R-18", "<= 0%", "超支分段", "0%", "5", "5"),
    Row("R-18", "<= 0%", "超支分段", "0.1%", "4", "5"),
    Row("R-18", "<= 0%", "超支分段", "10%", "4", "5"),
    Row("R-18", "<= 0%", "超支分段", "15%", "3", "5"),
    Row("R-18", "<= 0%", "超支分段", "30%", "2", "5"),
    Row("R-18", "<= 0%", "超支分段", "30.01%", "0", "5"),
    # within ±2 % → 8; beyond, −0.5 per 1 %
    Row("R-19", "= 100次", "容差扣分", "102.5次", "7.75", "8"),
    Row("R-19", "= 100次", "容差扣分", "97.5次", "7.75", "8"),
    Row("R-19", "= 100次", "容差扣分", "102次", "8", "8"),
    Row("R-19", "= 100次", "容差扣分", "98次", "8", "8"),
    Row("R-19", "= 100次", "容差扣分", "120次", "0", "8"),
    # ≥90 → 10, ≥80 → 8, ≥60 → 5, else 0
    Row("R-20", ">= 90%", "满意度分段", "82%", "8", "10"),
    Row("R-20", ">= 90%", "满意度分段", "90%", "10", "10"),
    Row("R-20", ">= 90%", "满意度分段", "60%", "5", "10"),
    Row("R-20", ">= 90%", "满意度分段", "59.9%", "0", "10"),
    Row("R-20 as R-01", ">= 90%", "按完成比例", "82%", "9.11", "10"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule} {row.target} {row.actual}")
def test_worked_number(row: Row) -> None:
    line = score(row.target, row.method, row.actual, row.weight)
    assert line.weight == Fraction(row.weight)
    assert line.score == Fraction(row.points)


def test_r02_and_r03_disagree() -> None:
    assert score("<= 5次", "按反向比例", "8次").score == Fraction("7.81")
    assert score("<= 5次", "线性超支", "8次").score == Fraction("5.00")


def test_bands_of_satisfaction_are_not_for_what_ought_to_be_little() -> None:
    found = only_complaint(SHEETS_RUBRIC.replace("满意度 >= 90%", "投诉率 <= 3%"))
    assert (found.code, labels_of(found)[-1]) == ("P0212", "<= 3%")


SHEETS_RUBRIC = """
采用 核心指标2021
项目 甲
  预算 5万元
  产出指标：
    次数 >= 1次
  效益指标：
    参与率 >= 90%
  满意度指标：
    满意度 >= 90%
"""


def test_r11_a_bare_level_is_an_open_interval() -> None:
    line = score("定性", "三档", "部分达成", "15")
    assert (line.points.low, line.points.high, line.points.high_open) == (9, 12, True)
    assert line.score is None


@pytest.mark.parametrize(
    ("share", "points"), [("60%", "9"), ("70%", "10.5"), ("79.9%", "11.99"), ("79.999%", "11.99")]
)
def test_r11_a_share_settles_it_inside_the_band(share: str, points: str) -> None:
    assert score("定性", "三档", f"部分达成 {share}", "15").score == Fraction(points)


def test_r11_bands_of_hubei() -> None:
    sheet = EXECUTION.format(rubric="湖北2020", facts="  参与度 = 部分达成 50%")
    assert line_named(score_one(sheet), "参与度").score == 15


EXECUTION = """
采用 {rubric}
项目 试算项目
  预算 5万元
  产出指标：
    次数 >= 1次
  效益指标：
    参与度 定性 "明显"
  满意度指标：
    满意度 >= 90%
实绩 试算项目 2022-12-31
{facts}
"""


@pytest.mark.parametrize(
    ("rule", "rubric", "facts", "points"),
    [
        ("R-07", "国家自评2020", "执行数 4.8万元", "9.60"),
        ("R-07", "国家自评2020", "执行数 5.5万元", "10"),
        ("R-08", "湖北2020", "执行数 4.8万元", "19.20"),
        ("R-09 unfinished", "核心指标2021", "执行数 4.8万元\n  已完成 = 否", "7"),
        ("R-09 finished", "核心指标2021", "执行数 4.8万元\n  已完成", "10"),
        ("R-09", "核心指标2021", "执行数 3万元\n  已完成 = 否", "5"),
        ("R-09", "核心指标2021", "执行数 2.9万元\n  已完成 = 否", "0"),
    ],
)
def test_execution(rule: str, rubric: str, facts: str, points: str) -> None:
    project = score_one(EXECUTION.format(rubric=rubric, facts=f"  {facts}"))
    assert line_named(project, "预算执行率").score == Fraction(points), rule


def test_r09_unknown_whether_finished_leaves_both_open() -> None:
    project = score_one(EXECUTION.format(rubric="核心指标2021", facts="  执行数 4.8万元"))
    points = line_named(project, "预算执行率").points
    assert (points.low, points.high) == (7, 10)


NOT_APPLICABLE = """
评分办法 不计办法
  引自 "测试用"
  权重 产出指标 90，效益指标 10
  分摊 平均
  评分 其余 按完成比例
  等级 优 >= 90，差 其他
  舍入 {rounding}
  缺报 不计
采用 不计办法
项目 甲
  产出指标：
    次数 >= 1000次
  效益指标：
    不适用 >= 1次
实绩 甲 2022-12-31
  次数 = 870次
"""


@pytest.mark.parametrize("rounding", ["每项 2位 四舍五入", "总分 2位 四舍五入"])
def test_what_does_not_apply_is_left_out_and_the_rest_rescaled(rounding: str) -> None:
    project = score_one(NOT_APPLICABLE.format(rounding=rounding))
    assert line_named(project, "次数").score == Fraction("78.3")
    assert project.total.low == project.total.high == 87
    assert line_named(project, "不适用").excluded
