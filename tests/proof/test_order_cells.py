"""Methods in which only the order of numbers matters, and numbers that stand for all orders."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.exact import decimals_needed
from perfdsl.plan.interpret import Interpreter
from perfdsl.proof.order_cells import _collect, cells_of
from tests.proof.looked_at import cases_of

ONE = Fraction(1)


def numbers(*found: str | int) -> list[Fraction]:
    return [Fraction(each) for each in found]


def test_each_mark_and_a_number_between_and_beyond() -> None:
    assert cells_of(numbers(4, 2, 4), ONE) == numbers(1, 2, 3, 4, 5)
    assert cells_of(numbers(2), Fraction(1, 2)) == numbers("3/2", 2, "5/2")
    assert cells_of(numbers(0, 1, 4), Fraction(2)) == numbers(-2, 0, "1/2", 1, "5/2", 4, 6)


def test_two_numbers_between_and_beyond() -> None:
    assert cells_of(numbers(3, 6), Fraction(2), twice=True) == numbers(-1, 1, 3, "15/4", "21/4", 6, 8, 10)


def test_none_below_zero_where_there_can_be_none() -> None:
    assert cells_of(numbers(0, 2), ONE, negative=False) == numbers(0, 1, 2, 3)
    found = cells_of(numbers("1/2", 2), ONE, negative=False, twice=True)
    assert found == numbers("1/2", "7/8", "13/8", 2, 3, 4)


def test_what_lies_between_decimals_has_decimals() -> None:
    """So that a target in a witness can be written."""
    assert all(decimals_needed(size) is not None for size in cells_of(numbers("0.1", "0.7"), ONE, twice=True))


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("达标", []),
        ("已完成", []),
        ("实际 >= 60%", ["3/5"]),
        ("90% > 实际", ["9/10"]),
        ("实际 >= 目标值", []),
        ("实际 <= 上限 且 实际 >= 下限", []),
        ("实际 >= 30% + 30%", ["3/5"]),
        ("达标 且 实际 >= 60%", ["3/5"]),
        ("实际 < 60% 或 实际 > 90%", ["3/5", "9/10"]),
        ("非 实际 < 60%", ["3/5"]),
        ("目标值 <= 0", [0]),
        ("实际 / 目标值 >= 60%", None),
        ("别的 >= 60%", None),
        ("别的", None),
        ("实际 >= 1 / 0", None),
        ("超出 > 1", None),
        ("达标 且 别的", None),
        ("非 别的", None),
        ("实际 >= 60% 且 实际 * 2 >= 1", None),
        ("满分 >= 3分", None),
    ],
)
def test_numbers_that_an_actual_is_compared_with(condition: str, found: list | None) -> None:
    collected: list[Fraction] = []
    written = cases_of(f"{condition} -> 1", "其他 -> 0")[0].condition
    assert written is not None
    assert _collect(written, Interpreter({}, {}), collected) is (found is not None)
    if found is not None:
        assert collected == numbers(*found)
