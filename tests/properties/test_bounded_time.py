"""Whatever a method or formula says, checking, compiling and scoring it ends soon."""

from __future__ import annotations

import time

import pytest

from perfdsl.plan.compile_plan import PlanCompiler
from tests.scoring import Texts, check_texts, line_named, run_texts

PATIENCE = 6
"""Seconds on a slow machine; each of these took minutes, or for ever, before it was bounded."""

SHEET = """
评分办法 试算
  引自 "测试用"
  权重 产出指标 100
  分摊 平均
  评分 其余 被测
  等级 高 >= 60，低 其他
  舍入 每项 2位 四舍五入
采用 试算
项目 试算项目
  产出指标：
    甲 >= 90次
    乙 >= 80次
实绩 试算项目 2022-12-31
  甲 = 81次
  乙 = 81次
方法 被测
  {cases}
"""
BIG = "1" * 30


def nested(inner: str, wrap: str, times: int) -> str:
    for _ in range(times):
        inner = wrap.format(inner)
    return inner


RATIO = "实际 / 目标值"
HOSTILE = {
    "a chain of sums": f"其他 -> {' + '.join([RATIO] * 55)}",
    "a chain of long products": f"其他 -> {' * '.join([BIG] * 55)} / ({' * '.join([BIG] * 50)})",
    "a wide tree of long products": f"其他 -> max({', '.join([' * '.join([*[BIG] * 50, RATIO])] * 16)})",
    "nested extremes": f"其他 -> {nested(RATIO, 'max(0.5, 1 - {0})', 25)}",
    "nested quotients": f"其他 -> {nested(RATIO, '1 / (2 + {0})', 50)}",
    "nested roundings": f"其他 -> {nested(RATIO, 'round({0} * 3, 6)', 25)}",
    "nested steps": f"其他 -> {nested(RATIO, 'floor({0} * 7 + 0.3)', 25)}",
    "saw teeth": f"其他 -> {nested(RATIO, 'abs({0} - 0.5)', 50)}",
    "many cases": "\n".join(f"{RATIO} < {n / 1000} -> {n / 1000}" for n in range(1, 400)) + "\n其他 -> 0",
    "too many cases": "\n".join(f"{RATIO} < {n / 10000} -> 1" for n in range(1, 5000)) + "\n其他 -> 0",
    "digits that grow": f"其他 -> {nested(RATIO, f'{BIG} / ({BIG[1:]} + {{0}})', 50)}",
    "nested negations": f"{nested('达标', '非 ({0})', 55)} -> 100%\n其他 -> 0%",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_method_ends_soon(name: str) -> None:
    ends_soon(SHEET.format(cases=HOSTILE[name].replace("\n", "\n  ")))


def test_a_method_that_would_take_too_long_to_compile_is_read_case_by_case() -> None:
    saw = nested(RATIO, "abs({0} - 0.01)", 12)
    cases = "\n  ".join(f"{saw} < {n / 10000} -> {n / 100}" for n in range(1, 20))
    text = SHEET.format(cases=f"{cases}\n  其他 -> {RATIO}")
    scheme, found = check_texts(text)
    assert not found
    (project,) = PlanCompiler().compile(scheme).projects
    refusal = project.indicators[0].method.refusal
    assert refusal is not None
    assert "太长" in refusal.zh
    assert line_named(run_texts(text).scorecard.projects[0], "甲").score is not None


def test_equal_digits_give_equal_points() -> None:
    """A method whose numbers are too long for a curve is read case by case, as exactly."""
    text = SHEET.format(cases=f"其他 -> {' * '.join([BIG] * 55)} / ({' * '.join([BIG] * 55)}) * {RATIO}")
    (project,) = run_texts(text).scorecard.projects
    assert line_named(project, "甲").score == 45


def test_a_long_chain_of_computed_indicators_ends_soon() -> None:
    chain = "\n".join(f"    丙{n} >= 1次\n      计算 丙{n + 1} + 1次" for n in range(3000))
    text = SHEET.format(cases="其他 -> 100%").replace(
        "    甲 >= 90次", f"{chain}\n    丙3000 >= 1次\n    甲 >= 90次"
    )
    ends_soon(text.replace("  甲 = 81次", "  甲 = 81次\n  丙3000 = 1次"))


def test_a_long_circle_of_computed_indicators_ends_soon() -> None:
    chain = "\n".join(f"    丙{n} >= 1次\n      计算 丙{(n + 1) % 3000} + 1次" for n in range(3000))
    ends_soon(SHEET.format(cases="其他 -> 100%").replace("    甲 >= 90次", f"{chain}\n    甲 >= 90次"))


def test_many_unknown_names_end_soon() -> None:
    known = "\n".join(f"    指标名字比较长的一个指标{n} >= 1次" for n in range(1000))
    facts = "\n".join(f"  指标名字比较长的一个指际{n} = 1次" for n in range(1200))
    text = SHEET.format(cases="其他 -> 100%").replace("    甲 >= 90次", f"{known}\n    甲 >= 90次")
    ends_soon(text.replace("  甲 = 81次", f"  甲 = 81次\n{facts}"), patience=20)


def ends_soon(text: Texts, patience: float = PATIENCE) -> None:
    began = time.monotonic()
    run_texts(text, keep_going=True)
    assert time.monotonic() - began < patience
