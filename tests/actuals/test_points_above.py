"""Points that people gave a line which is not worth so many are warned of."""

from __future__ import annotations

import pytest

import perfdsl

SHEET = """采用 国家自评2020
项目 甲
  预算 1万元
  产出指标 / 数量指标：
    活动次数 >= 12次
  效益指标 / 社会效益指标：
    知晓率 >= 90%
  满意度指标 / 服务对象满意度指标：
    满意率 >= 90%
实绩 甲 2022-12-31
  活动次数 = 12次，{given}
"""


@pytest.mark.parametrize(
    ("given", "told"),
    [("自评 50分", 0), ("自评 50.01分", 1), ("核查 51分", 1), ("自评 60分，核查 60分", 2), ("扣分 60分", 0)],
)
def test_only_points_above_the_weight_are_told(given: str, told: int) -> None:
    found = perfdsl.score(SHEET.format(given=given)).diagnostics
    assert [each.code for each in found].count("P1308") == told
