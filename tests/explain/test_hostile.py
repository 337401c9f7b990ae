"""Whatever facts say, an explanation neither obeys it nor lets it through to a terminal or a browser."""

from __future__ import annotations

import json

import pytest

from perfdsl.report import explanation_json, explanation_markdown, explanation_text
from perfdsl.report.cells import cells
from perfdsl.report.options import Options
from tests.explain.explained import explained, sheet_of

REASONS = ["\x1b[31m红", "\u202e反过来", "<b>粗</b>|`x`", "长" * 5000, "a b  c" * 900, "\x9b1m"]


@pytest.mark.parametrize("reason", REASONS)
def test_reasons(reason) -> None:
    table = f'项目,指标,实际完成值,日期,偏差原因\n农村公路养护,活动,11次,2022-12-31,"{reason}"\n'
    told = explained(sheet_of("    活动 >= 12次", "  执行数 10万元"), table)
    for at in (None, 0):
        asked = told._replace(asked=at)
        text = explanation_text.render(asked, [], Options("zh"))
        assert not any(mark in text for mark in "\x1b\x9b\u202e")
        assert max(map(cells, text.splitlines())) <= 80
        assert "<b>" not in explanation_markdown.render(asked, [], Options("zh"))
        found = json.loads(explanation_json.render(asked, [], Options("zh")))
        assert found["project"]["lines"][0]["actual"]["reason"] == reason


def test_long_numbers() -> None:
    digits = "9" * 28
    table = f"项目,指标,实际完成值,日期\n农村公路养护,活动,0.{digits}%,2022-12-31\n"
    lines = f"    活动 >= 1.{digits}%，评分 连乘"
    above = "方法 连乘\n  其他 -> 实际 / 目标值 * 实际 / 目标值 * 实际 / 目标值 * 实际 / 目标值"
    told = explained(sheet_of(lines, "  执行数 10万元", above=above), table)
    for at in (None, 0):
        text = explanation_text.render(told._replace(asked=at), [], Options("zh"))
        assert max(map(len, text.splitlines())) <= 80
        assert explanation_json.render(told._replace(asked=at), [], Options("zh"))


def test_many_lines_take_time_in_proportion() -> None:
    lines = "\n".join(f"    指标{at} >= 2次" for at in range(600))
    facts = "\n".join(f"  指标{at} = 1次" for at in range(600))
    told = explained(sheet_of(lines, f"{facts}\n  执行数 10万元"))
    assert sum(line.remedy is not None for line in told.lines) > 10
    text = explanation_text.render(told, [], Options("zh"))
    assert "…" in text
