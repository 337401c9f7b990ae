"""An error in a sheet does not hide those in its facts, nor a later fact what is wrong with an older one."""

from __future__ import annotations

import perfdsl

SHEET = """采用 okr
项目 坏
  编码 B1
  产出指标：
    甲 >= 5次
    乙 >= 5次
实绩 坏 2022-12-31
  甲 = 5人
  不存在 = 5次
  乙 = ≥85次
"""
ONE = "采用 okr\n项目 乙\n  产出指标：\n    次数 >= 12次\n"
HEAD = "项目,指标,实际完成值,日期\n"


def codes(text: str, table: str = "") -> list[str]:
    files = {"a.csv": (HEAD + table).encode()} if table else {}
    return sorted(diagnostic.code for diagnostic in perfdsl.score(text, files).diagnostics)


def test_errors_of_facts_beside_one_that_cannot_be_read() -> None:
    assert codes(SHEET) == ["P0302", "P0315", "P0641"]


def test_errors_of_facts_beside_one_of_the_sheet() -> None:
    twice = ONE + "    次数 >= 12次\n    人数 >= 3人\n"
    assert codes(twice, "乙,人数,3次,2022-12-31\n乙,没有,1次,2022-12-31\n") == ["P0206", "P0302", "P0641"]


def test_a_superseded_fact_is_checked_too() -> None:
    assert codes(ONE, "乙,次数,12人,2022-06-30\n乙,次数,13次,2022-12-31\n") == ["P0302"]


def test_each_repeated_fact_of_a_day_is_told() -> None:
    rows = "".join(f"乙,次数,{said},2022-12-31\n" for said in ("12人", "13次", "14次"))
    assert codes(ONE, rows) == ["P0302", "P0642", "P0642"]
