from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.examples.run_examples import run_examples
from perfdsl.library import shipped_all
from perfdsl.report.examples_text import render
from perfdsl.report.options import Options
from tests.examples.tries import RATIO, read, try_text

EXAMPLE = '\n算例 "{}"\n  设 目标值 >= 12次，分值 12.5，实际 {}\n  应 得 {}\n'


def states(text: str, wanted: str = "") -> dict[str, str]:
    return {trial.posed.node.name: trial.state for trial in try_text(text, wanted)[0].trials}


def test_each_example_stands_for_itself() -> None:
    text = RATIO + EXAMPLE.format("一", "11次", "11.46分") + EXAMPLE.format("二", "11人", "11.46分")
    text += EXAMPLE.format("三", "11次", "1分")
    assert states(text) == {"一": "passed", "二": "broken", "三": "failed"}


def test_one_with_an_unreadable_line_is_broken() -> None:
    text = RATIO + EXAMPLE.format("一", "11次", "11.46分 嗯 嗯 嗯") + EXAMPLE.format("二", "11次", "11.46分")
    assert states(text) == {"一": "broken", "二": "passed"}


def test_what_is_found_is_shown_even_where_another_expectation_cannot_be() -> None:
    tested, found = try_text(RATIO + EXAMPLE.format("一", "11次", "11分，等级 优"))
    (trial,) = tested.trials
    assert trial.state == "broken"
    assert [each.difference for each in trial.unmet] == ["+0.46"]
    assert [each.code for each in found] == ["P0935"]


def test_only_those_of_a_name_or_of_a_block_of_that_name() -> None:
    text = (
        RATIO
        + EXAMPLE.format("一", "11次", "11.46分")
        + "方法 乙\n  其他 -> 100%\n"
        + EXAMPLE.format("二", "1次", "12.5分")
    )
    assert states(text, "一") == {"一": "passed"}
    assert states(text, "完成") == {"一": "passed"}
    assert states(text, "乙") == {"二": "passed"}
    assert states(text, "丙") == {}


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    text = RATIO + "".join(EXAMPLE.format(at, "11次", "11.46分") for at in range(120))
    run_examples([read(text, Diagnostics())], [], Diagnostics(), "", lambda *done: told.append(done))
    assert told == [(0, 120), (50, 120), (100, 120)]


BLOCKS = [
    block
    for source in shipped_all()
    for block in re.split(r"\n(?=方法|规则|评分办法|算例)", source.text)
    if not block.startswith("#")
]
WORDS = [
    *["目标值", "实际", "分值", "得分", "总分", "不计", "待定", "达标", "未报", "完成比例", "正向"],
    *["有", "无", "属于", "预算", "执行数", "已完成", "是", "否", "90%", "12次", "5万元"],
    *["2022-12-31", "12月份", "-1", "得", "应", "设", "提示", "错误", "等级", "扣分", "自评"],
    *["项目数", "月份", "基数", ">=", "=", "采用 okr", "9" * 30, "，", "；", "..<"],
]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.integers(0, len(BLOCKS) - 1),
    st.integers(2, 6),
    st.lists(st.tuples(st.integers(0), st.sampled_from(WORDS), st.booleans()), max_size=5),
)
def test_no_text_raises_and_none_is_broken_without_a_reason(
    first: int, number: int, changes: list[tuple[int, str, bool]]
) -> None:
    pieces = re.split(r"(\s+|，|；)", "\n".join(BLOCKS[first : first + number]))
    for at, word, instead in changes:
        place = at % len(pieces)
        pieces[place : place + instead] = [f" {word} "]
    tested, found = try_text("".join(pieces))
    assert render(tested, found, Options())
    errors = [each for each in found if each.severity == "error"]
    assert errors or not tested.count("broken")
