"""Holes are errors and doubts warnings, each told once, and nothing else is said of the same field."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.pipeline import prepare
from perfdsl.source import Source

SHEET = """采用 国家自评2020
部门 甲局
  待填 编码 "l01" 因为 "像是字母"
项目 甲
  年度 2022
  预算 5万元
  存疑 支出计划 "（%）" 因为 "填的是金额"
  产出指标 / 数量指标：
    乙
      待填 指标值 "12次" 因为 "没有运算符"
      说明 "丙"
    丁 >= 3次
      待填 三级指标 "丁"
  效益指标 / 社会效益指标：
    戊 >= 90%
  满意度指标 / 服务对象满意度指标：
    己 >= 90%
"""


def lines(text: str) -> list[str]:
    diagnostics = Diagnostics()
    prepare([Source("x.perf", text)], diagnostics, library=shipped)
    return sorted(each.code for each in diagnostics)


def test_each_is_told_once() -> None:
    assert lines(SHEET) == ["P0508", "P0508", "P0508", "P0509"]


def test_nothing_is_left_once_they_are_settled() -> None:
    kept = [line for line in SHEET.splitlines() if "待填" not in line and "存疑" not in line]
    assert lines("\n".join(kept).replace("    乙", "    乙 >= 12次") + "\n") == []


def test_a_hole_in_the_budget_is_all_that_is_said_of_it() -> None:
    assert lines(SHEET.replace("  预算 5万元", '  待填 预算 "5.O0"')).count("P0413") == 0
    assert "P0413" in lines(SHEET.replace("  预算 5万元\n", ""))


def test_the_reason_and_what_is_printed_are_shown() -> None:
    diagnostics = Diagnostics()
    prepare([Source("x.perf", SHEET)], diagnostics, library=shipped)
    hole = next(each for each in diagnostics if "乙" in each.message.zh)
    assert hole.message.zh == "“乙”的指标值待填，原表印的是“12次”"
    assert hole.labels[0].text.zh == "没有运算符"


def test_an_indicator_without_target_and_without_hole_still_lacks_one() -> None:
    assert "P0319" in lines(SHEET.replace('      待填 指标值 "12次" 因为 "没有运算符"\n', ""))


def test_they_are_out_of_place_in_a_rubric() -> None:
    assert "P0107" in lines('评分办法 甲\n  待填 权重 "5"\n')
