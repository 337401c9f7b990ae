from __future__ import annotations

from fractions import Fraction

import pytest

from tests.examples.tries import RATIO, codes, fails, passes, worked

FINISHED = """方法 分档
  已完成 且 实际 <= 100% -> 100%
  实际 >= 80% -> 70%
  其他 -> 0%
"""
LEVELS = """方法 档
  档次 达成 80%..100%
  档次 未达成 0%..<80%
"""


def example(given: str, expected: str, method: str = RATIO) -> str:
    return f'{method}\n算例 "一"\n  设 {given}\n  应 {expected}\n'


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("目标值 >= 90%，分值 12.5，实际 81%", "得 11.25分，未达标"),
        ("目标 >= 90，满分 12.5分，实际 = 81", "得 11.25分，目标值 未达标"),
        ("目标值 >= 12次，分值 12.5，实际 11次", "得 11.46分"),
        ("目标值 >= 12次，分值 12.5，实际 11次", "得 11.5分"),
        ("目标值 >= 12次，分值 12.5，实际 11次", "得 11.4583分"),
        ("目标值 >= 5万元，分值 10，实际 40000元", "得 8分"),
        ("目标值 >= 12次，分值 12.5", "得 0分..12.5分，待定"),
        ("目标值 >= 12次，分值 12.5，实际 12次，扣分 2分", "得 10.5分，达标"),
    ],
)
def test_a_line_is_scored_without_rounding(given: str, expected: str) -> None:
    passes(example(given, expected))


def test_it_is_the_engines_own_score() -> None:
    line = worked(example("目标值 >= 12次，分值 12.5，实际 11次", "得 0分")).line
    assert line is not None
    assert line.score == Fraction(25, 2) * Fraction(11, 12)


@pytest.mark.parametrize(
    ("given", "expected", "method"),
    [
        ("目标值 是 健全，分值 5，实际 健全", "得 5分，达标", "方法 是否\n  达标 -> 100%\n  其他 -> 0%\n"),
        (
            "目标值 <= 2022-12-31，分值 5，实际 2023-01-01",
            "得 0分",
            "方法 是否\n  达标 -> 100%\n  其他 -> 0%\n",
        ),
        ("目标值 <= 12月份，分值 5，实际 11月份", "得 5分", "方法 是否\n  达标 -> 100%\n  其他 -> 0%\n"),
        ("目标值 90%..100%，分值 10，实际 80%", "得 0分", "方法 是否\n  达标 -> 100%\n  其他 -> 0%\n"),
        ("目标值 定性，分值 15，实际 未达成", "得 0分..<12分", LEVELS),
        ("分值 15，实际 达成 90%", "得 13.5分，达标", LEVELS),
        (
            "优 = 90%，目标值 >= 80%，分值 10，实际 85%",
            "得 5分",
            "方法 档(优)\n  实际 >= 优 -> 100%\n  其他 -> 50%\n",
        ),
        (
            "目标值 >= 80%，分值 10，实际 85%",
            "得 5分",
            "方法 档(优 = 90%)\n  实际 >= 优 -> 100%\n  其他 -> 50%\n",
        ),
        (
            "基数 10人，目标值 >= 20人，分值 10，实际 15人",
            "得 5分",
            "方法 增\n  其他 -> (实际 - 基数) / (目标值 - 基数)\n",
        ),
        (
            "参加人数 = 50人，目标值 >= 20人，分值 10，实际 15人",
            "得 3分",
            "方法 比\n  其他 -> 实际 / 参加人数\n",
        ),
        (
            "月份 6，目标值 >= 20人，分值 10，实际 5人",
            "得 5分",
            "方法 序时\n  月份 <= 6月份 -> 实际 / 目标值 * 2\n  其他 -> 实际 / 目标值\n",
        ),
    ],
)
def test_every_kind_of_target_and_word(given: str, expected: str, method: str) -> None:
    passes(example(given, expected, method))


RATE = "方法 执行\n  其他 -> min(100%, 实际)\n"


@pytest.mark.parametrize(
    "given",
    [
        "预算 5万元，执行数 4.8万元，分值 10",
        "实际 96%，分值 10",
        "预算执行率 96%，分值 10",
        "预算 5万元，实际 96%，分值 10",
    ],
)
def test_without_a_target_it_is_the_execution_rate(given: str) -> None:
    passes(example(given, "得 9.6分，未达标", RATE))


def test_finished_and_not_and_unsaid() -> None:
    given = "预算 5万元，执行数 4.8万元，分值 10"
    passes(example(given + "，已完成", "得 10分", FINISHED))
    passes(example(given + "，已完成 否", "得 7分", FINISHED))
    passes(example(given, "得 7分..10分", FINISHED))


def test_an_amount_of_the_budget_is_not_made_up() -> None:
    method = "方法 大额\n  预算 >= 100万元 且 实际 >= 50% -> 100%\n  其他 -> 实际\n"
    passes(example("预算 100万元，实际 60%，分值 10", "得 10分", method))
    passes(example("预算 1万元，实际 60%，分值 10", "得 6分", method))
    assert codes(example("实际 60%，分值 10", "得 6分", method)) == ["P0934"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("目标值 >= 12次，实际 11次", "P0934"),
        ("分值 10，实际 11次", "P0934"),
        ("目标值 90，分值 10，实际 81", "P0933"),
        ("目标值 >= 90，分值 10，实际 >= 81", "P0933"),
        ("目标值 >= 90，分值 10次，实际 81", "P0933"),
        ("目标值 >= 90，分值 -1，实际 81", "P0933"),
        ("目标值 >= 12次，分值 10，实际 11人", "P0302"),
        ("目标值 >= 12次，分值 10，实际 -1次", "P0321"),
        ("目标值 >= 12次，分值 10，实际 11次，权数 3", "P0932"),
        ("目标值 >= 12次，分值 10，实际 11次，实际 12次", "P0937"),
        ("目标值 >= 12次，分值 10，实际 11次，已完成 3次", "P0933"),
        ("目标值 >= 12次，分值 10，实际 11次，月份 13", "P0933"),
        ("目标值 >= 12嗯，分值 10，实际 11次", "P0303"),
        ("预算 0万元，分值 10，实际 96%", "P0933"),
        ("分值 10，预算执行率 96", "P0933"),
        ("分值 10，预算执行率 96%，实际 95%", "P0937"),
        ("分值 10，预算执行率 96次", "P0933"),
        ("分值 10，执行数 5万元", "P0934"),
        ("分值 10，预算 健全，执行数 5万元", "P0933"),
        ("目标值 >= 12次，分值 10，实际 11次，基数 健全", "P0933"),
    ],
)
def test_what_is_given_wrong_is_an_error_and_no_failure(given: str, code: str) -> None:
    assert codes(example(given, "得 1分")) == [code]


def test_a_method_that_does_not_suit_the_target() -> None:
    method = "方法 次数\n  实际 >= 10次 -> 100%\n  其他 -> 0%\n"
    assert codes(example("目标值 >= 12人，分值 10，实际 11人", "得 0分", method)) == ["P0302"]
    assert codes(example("目标值 >= 12人，分值 10，实际 11人", "得 0分", LEVELS)) == ["P0415"]


def test_a_parameter_without_a_default_is_missed_and_one_of_another_kind_refused() -> None:
    method = "方法 档(优)\n  实际 >= 优 -> 100%\n  其他 -> 50%\n"
    assert codes(example("目标值 >= 80%，分值 10，实际 85%", "得 5分", method)) == ["P0934"]
    assert codes(example("优 健全，目标值 >= 80%，分值 10，实际 85%", "得 5分", method)) == ["P0933"]


def test_a_method_names_no_rubric() -> None:
    text = example("目标值 >= 12次，分值 10，实际 6次", "得 5分").replace('"一"', '"一" 采用 国家自评2020')
    assert codes(text) == ["P0936"]


def test_a_wrong_method_is_told_once_and_its_examples_are_not_tried() -> None:
    text = example("目标值 >= 12次，分值 10，实际 6次", "得 5分", "方法 坏\n  其他 -> 实际 + 达标\n")
    assert len(codes(text)) == 1


def test_the_failure_says_both_numbers_and_their_difference() -> None:
    text = example("目标值 >= 12次，分值 12.5，实际 11次", "得 11.45分，达标")
    assert fails(text) == [("11.45 分", "11.46 分", "+0.01"), ("达标", "未达标", "")]
