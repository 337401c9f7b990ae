"""Where a weight comes from: declared, or a share of a group's points and of those passed on to it."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.report.explanation_weight import say_weight
from tests.explain.explained import HEAD, explained

OUTPUT = "  产出指标 / 数量指标：\n"
BENEFIT = "  效益指标 / 社会效益指标：\n    成效 >= 90%\n"


def weights(lines: str, rubric: str = "国家自评2020", above: str = "") -> dict[str, str]:
    told = explained(above + HEAD.format(rubric=rubric) + lines)
    for line in told.lines:
        assert abs(line.weight.exact - line.score.weight) < Fraction(1, 100)
    return {line.score.name: say_weight(line, 2).zh for line in told.lines}


def test_shared_and_passed_on() -> None:
    said = weights(OUTPUT + "    甲 >= 1次\n    乙 >= 1次\n" + BENEFIT)
    assert said["甲"] == "25.00 = 产出指标 50 ÷ 2 项"
    assert said["成效"] == "40.00 = （效益指标 30 + 没有的 满意度指标 10）"
    assert said["预算执行率"] == "10.00，权重 产出指标 50，效益指标 30，满意度指标 10，预算执行率 10"


def test_declared_and_the_rest() -> None:
    said = weights(OUTPUT + "    甲 >= 1次，权重 20\n    乙 >= 1次\n    丙 >= 1次\n" + BENEFIT)
    assert said["甲"] == "20.00，表中写明：权重 20"
    assert said["乙"] == "15.00 = 产出指标 50 - 写明的 20，余下的 ÷ 2 项"


def test_rounded_so_that_all_add_up() -> None:
    said = weights(OUTPUT + "    甲 >= 1次\n    乙 >= 1次\n    丙 >= 1次\n" + BENEFIT)
    assert {said[name].partition(" = ")[2] for name in "甲乙丙"} == {
        "产出指标 50 ÷ 3 项 = 50/3 ≈ 16.6667，凑整为 16.67",
        "产出指标 50 ÷ 3 项 = 50/3 ≈ 16.6667，凑整为 16.66",
    }


def test_passed_on_in_proportion() -> None:
    above = """评分办法 按份 沿用 国家自评2020
  权重 产出指标 60，效益指标 30，满意度指标 10
  缺项 满意度指标 按比例
"""
    said = weights(OUTPUT + "    甲 >= 1次\n" + BENEFIT, "按份", above)
    assert said["甲"].startswith("66.67 = （产出指标 60 + 没有的 满意度指标 6.6667）")
    assert said["成效"].startswith("33.33 = （效益指标 30 + 没有的 满意度指标 3.3333）")


def test_all_lines_alike() -> None:
    above = "评分办法 全算 沿用 国家自评2020\n  权重 全部 90，预算执行率 10\n"
    said = weights(OUTPUT + "    甲 >= 1次\n" + BENEFIT, "全算", above)
    assert said["甲"] == said["成效"] == "45.00 = 全部 90 ÷ 2 项"
