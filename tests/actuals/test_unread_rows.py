"""A row that cannot be read puts its project in doubt: an older fact must not be scored in its place."""

from __future__ import annotations

import pytest

import perfdsl

SHEET = """采用 okr
项目 乙
  编码 T2
  产出指标：
    次数 >= 12次
项目 丙
  编码 T3
  产出指标：
    次数 >= 12次
"""
HEAD = "项目,指标,实际完成值,计量单位,日期\n丙,次数,12,次,2022-12-31\n乙,次数,12,次,2022-06-30\n"


@pytest.mark.parametrize(
    "row",
    [
        "乙,次数,3x,次,2022-12-31",
        "T2,次数,13,次,2022-11-31",
        "乙,次数,13人,次,2022-12-31",
    ],
)
def test_the_project_of_an_unread_row_is_not_scored(row: str) -> None:
    files = {"a.csv": (HEAD + row + "\n").encode()}
    outcome = perfdsl.score(SHEET, files, keep_going=True)
    assert outcome.diagnostics.has_errors
    assert outcome.scorecard is not None
    assert [project.name for project in outcome.scorecard.projects] == ["丙"]
