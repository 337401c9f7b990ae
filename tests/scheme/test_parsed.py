"""Of an item with an unreadable line nothing is said to be missing; its neighbours are judged as ever."""

from __future__ import annotations

from perfdsl import pipeline
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.source import Source

SHEET = """采用 国家自评2020
项目 甲
  预算 10万元
  产出指标 / 数量指标：
    次数 >= 12次，权重 （五）
  效益指标：
    完成率 >= 90%
  满意度指标：
    满意率 >= 90%
"""


def codes(text: str) -> list[str]:
    diagnostics = Diagnostics()
    pipeline.check([Source("a.perf", text)], diagnostics, shipped)
    return [diagnostic.code for diagnostic in diagnostics]


def test_a_broken_line_brings_no_complaint_about_weights() -> None:
    assert codes(SHEET) == ["P0101"]


def test_a_broken_line_of_a_rubric_or_method_brings_no_complaint_of_what_is_missing() -> None:
    assert codes("评分办法 乙\n  权重 产出指标 五五五\n") == ["P0101"]
    assert codes("方法 丙\n  达标 100%\n") == ["P0122"]


def test_what_stands_above_a_broken_first_line_is_judged_as_ever() -> None:
    method = "方法 丙\n  达标 -> 满分\n  其他 -> 满分 - 0.5分 每 1个百分点 超出\n"
    assert sorted(codes(method + "规则 （丁\n")) == ["P0111", "P0332"]
    assert sorted(codes(method + '算例 "丁\n')) == ["P0102", "P0332"]
    assert "P0332" in codes(method + "项目 （戊\n  年度 2022\n")


def test_a_broken_line_of_a_rule_brings_no_complaint_of_what_is_missing() -> None:
    assert codes("评分办法 乙 沿用 okr\n规则 丁\n  每项 当 得分 < < 分值\n") == ["P0315"]
    assert codes("评分办法 乙 沿用 okr\n规则 丁\n") == ["P0417"]
