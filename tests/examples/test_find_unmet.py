from __future__ import annotations

import pytest

from perfdsl.examples.find_unmet import places_of
from perfdsl.syntax import ast
from tests.examples.tries import RATIO, fails, passes


def example(expected: str, actual: str = "11次") -> str:
    given = f"目标值 >= 12次，分值 12.5，实际 {actual}" if actual else "目标值 >= 12次，分值 12.5"
    return f'{RATIO}\n算例 "一"\n  设 {given}\n  应 {expected}\n'


@pytest.mark.parametrize(("text", "places"), [("10", 2), ("10.0", 1), ("10.50", 2), ("10.500", 3), ("0", 2)])
def test_decimals_are_those_printed_and_two_for_a_whole_number(text: str, places: int) -> None:
    assert places_of(ast.Number(span=(0, 0), value=text, text=text)) == places  # type: ignore[arg-type]


def test_points_are_rounded_half_up_as_they_are_printed() -> None:
    passes(example("得 11.46分"))  # 11.458333…
    passes(example("得 11.5分"))
    passes(example("得 11.458分"))
    assert fails(example("得 11.4分")) == [("11.4 分", "11.5 分", "+0.1")]
    assert fails(example("得 11.459分")) == [("11.459 分", "11.458 分", "-0.001")]


def test_a_whole_number_is_not_met_by_what_only_rounds_to_it() -> None:
    assert fails(example("得 11分")) == [("11.00 分", "11.46 分", "+0.46")]


def test_a_number_is_not_met_by_an_interval_nor_the_reverse() -> None:
    assert fails(example("得 0分", "")) == [("0.00 分", "0.00..12.50 分", "")]
    assert fails(example("得 11.46分..12.5分")) == [("11.46..12.50 分", "11.46 分", "")]
    assert fails(example("得 0分..<12.5分", "")) == [("0.00..<12.50 分", "0.00..12.50 分", "")]
    passes(example("得 0分..12.5分", ""))
    passes(example("得 11.46分..11.46分"))


def test_what_is_not_said_is_not_asked() -> None:
    passes(example("未达标"))
    assert fails(example("达标，待定")) == [("达标", "未达标", ""), ("待定", "未达标", "")]
