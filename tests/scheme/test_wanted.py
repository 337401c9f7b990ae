"""Shared methods are loaded for indicators of every block that names one."""

from __future__ import annotations

import pytest

import perfdsl

LINE = "  产出指标 / 数量指标：\n    台数 >= 4台，评分 按完成比例\n"
SHEET = "项目 甲\n  预算 1万元\n  产出指标 / 数量指标：\n    台数 >= 5台\n"


@pytest.mark.parametrize("block", ["项目 乙\n", "部门 丙\n  编码 1\n", '调整 甲 2022-08-01\n  引自 "一号"\n'])
def test_a_method_that_any_block_names_is_found(block: str) -> None:
    _, found = perfdsl.check(f"{SHEET}{block}{LINE}")
    assert [each.message.zh for each in found if "按完成比例" in each.message.zh] == []
