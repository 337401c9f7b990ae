"""What a person reads of a difference: whole pages, looked at with our own eyes once, then kept."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.diff.comparison import Comparison
from perfdsl.diff.curve_change import CurveChange, Stretch
from perfdsl.diff.difference import Change, Shift, Side
from perfdsl.report.cells import cells
from perfdsl.report.diff_markdown import render as render_markdown
from perfdsl.report.diff_text import render
from perfdsl.report.options import Options
from perfdsl.report.say_change import say_change
from perfdsl.report.say_curve import say_curve
from perfdsl.scheme.known_units import BOOL, DATE, MONTH_OF_YEAR, RATIO, TIMES, YUAN
from perfdsl.units import Unit
from tests.diff.sides import SHEET, diff_of

NEW = (
    SHEET.replace(">= 12次", ">= 10次，评分 及格门槛")
    .replace("会议成效 >= 90%", "会议成效 >= 92%，评分 及格门槛")
    .replace("群众满意度", "群众的满意度")
    .replace("    项目成本 <= 23万元\n", "    会议天数 <= 3天\n")
)

ZH = """旧 → 新

项目 人大会议经费 A1
  召开县会议次数
    放宽 目标：≥12次 → ≥10次，放宽 2次（16.67%）
         表.perf:8 → 表.perf:8
    改动 评分方法：按完成比例 → 及格门槛
         perfdsl:rubrics/常用方法.perf:LINE → perfdsl:rubrics/常用方法.perf:LINE
  新增 会议天数 ≤3天
       表.perf:10
  会议成效
    收紧 目标：≥90% → ≥92%，收紧 2个百分点（2.22%）
         表.perf:12 → 表.perf:12
    改动 评分方法：按完成比例 → 及格门槛
         perfdsl:rubrics/常用方法.perf:LINE → perfdsl:rubrics/常用方法.perf:LINE
  群众的满意度
    改名 可能改名：群众满意度 → 群众的满意度
         表.perf:14 → 表.perf:14
  删除 项目成本 ≤23万元
       表.perf:10

放宽 1，收紧 1，改动 2，新增 1，删除 1，改名 1
"""


def without_shipped_lines(text: str) -> str:
    import re

    return re.sub(r"(常用方法\.perf):\d+", r"\1:LINE", text)


def test_a_whole_page() -> None:
    page = render(Comparison("旧", "新", diff_of(SHEET, NEW)), Options())
    assert without_shipped_lines(page) == ZH
    assert max(map(cells, page.splitlines())) <= 80


def test_colours_change_no_word() -> None:
    import re

    comparison = Comparison("旧", "新", diff_of(SHEET, NEW))
    coloured = render(comparison, Options(colour=True))
    assert "\x1b[" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == render(comparison, Options())


def test_nothing_of_a_text_is_obeyed() -> None:
    hostile = SHEET.replace("人大会议经费", '"a|b <i> [x](y)"')
    page = render_markdown(Comparison("旧", "新", diff_of(SHEET, hostile)), Options())
    assert "a\\|b &lt;i> \\[x\\](y)" in page


def change(amount, of, unit: Unit, sense="loosened", end="") -> Change:
    shift = Shift(Fraction(amount), Fraction(of), unit, end)
    return Change("target", sense, Side("旧"), Side("新"), by=(shift,))


@pytest.mark.parametrize(
    ("said", "zh", "en"),
    [
        (change(-2, 12, TIMES), "目标：旧 → 新，放宽 2次（16.67%）", "target: 旧 → 新, by 2次 (16.67%)"),
        (
            change(Fraction(1, 50), Fraction(9, 10), RATIO, "tightened"),
            "目标：旧 → 新，收紧 2个百分点（2.22%）",
            "target: 旧 → 新, by 2 percentage points (2.22%)",
        ),
        (change(30, 738000, DATE), "目标：旧 → 新，放宽 30天", "target: 旧 → 新, by 30 days"),
        (
            change(-1, 12, MONTH_OF_YEAR, "tightened"),
            "目标：旧 → 新，收紧 1个月",
            "target: 旧 → 新, by 1 month",
        ),
        (change(-5, 0, TIMES, "changed"), "目标：旧 → 新，−5次", "target: 旧 → 新, −5次"),
        (
            change(5, 10, TIMES, "loosened", "high"),
            "目标：旧 → 新，上限 +5次（50%）",
            "target: 旧 → 新, upper bound +5次 (50%)",
        ),
    ],
)
def test_by_how_much(said: Change, zh: str, en: str) -> None:
    assert say_change(said, "zh") == zh
    assert say_change(said, "en") == en


def test_a_side_without_the_thing() -> None:
    assert say_change(Change("weight", "changed", None, Side("20")), "zh") == "权重：（无） → 20"
    assert say_change(Change("weight", "changed", Side("20"), None), "en") == "weight: 20 → (none)"


def test_long_texts_are_cut_around_what_differs() -> None:
    one, other = "同" * 100 + "甲" + "尾" * 100, "同" * 100 + "乙" + "尾" * 100
    said = say_change(Change("purpose", "changed", Side(one), Side(other)), "zh")
    assert "…同同同同同同同同甲" in said
    assert "…同同同同同同同同乙" in said
    assert len(said) < 130


def stretch(low, high, *numbers, finished=None) -> Stretch:
    return Stretch(low, high, *map(Fraction, numbers), finished)


CUTS = (Fraction(3), 0), (Fraction(12), 1)


@pytest.mark.parametrize(
    ("curve", "zh"),
    [
        (
            CurveChange(TIMES, lower=stretch(*CUTS, 4, 5, "4.166666")),
            "处处不高于从前；3次 ≤ 实绩 ≤ 12次 得分更低，如 4次：5 → 4.17分",
        ),
        (
            CurveChange(TIMES, higher=stretch(None, CUTS[0], 1, 0, 1)),
            "处处不低于从前；实绩 < 3次 得分更高，如 1次：0 → 1分",
        ),
        (
            CurveChange(YUAN, lower=stretch(CUTS[1], None, 13, 2, 1), unclear=True),
            "实绩 > 12元 得分更低，如 13元：2 → 1分；有的实绩比不出高低",
        ),
        (
            CurveChange(RATIO, higher=stretch(None, None, "0.5", "0.1", "0.2", finished=True), shares=True),
            "处处不低于从前；已完成时 任何实绩 得分更高，如 50%：10% → 20%",
        ),
        (
            CurveChange(DATE, lower=stretch((Fraction(0), 0), (Fraction(738156), 1), 738156, 5, 0)),
            "处处不高于从前；实绩 ≤ 2022-01-01 得分更低，如 2022-01-01：5 → 0分",
        ),
        (
            CurveChange(BOOL, lower=stretch((Fraction(0), 0), (Fraction(0), 1), 0, 5, 0)),
            "处处不高于从前；未达标时 5 → 0分",
        ),
        (
            CurveChange(TIMES, higher=stretch(*[(Fraction(0), at) for at in (0, 1)], 0, 0, 5)),
            "处处不低于从前；实绩 = 0次 得分更高，如 0次：0 → 5分",
        ),
    ],
)
def test_curves_in_words(curve: CurveChange, zh: str) -> None:
    assert say_curve(curve, "zh") == zh
    assert "；" not in say_curve(curve, "en")
