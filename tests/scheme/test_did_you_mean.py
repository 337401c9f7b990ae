from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.scheme.did_you_mean import did_you_mean, edit_distance

NAMES = ["张三项目", "代表之家运行经费", "人大会议经费", "满意率", "知晓率", "次数", "产值"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("代表之家运行费", "代表之家运行经费"),
        ("代表之家运营经费", "代表之家运行经费"),
        ("人大会议费", "人大会议经费"),
        ("满意度", "满意率"),
        ("次书", "次数"),
        ("数次", "次数"),
        ("产直", "产值"),
        ("集中活动的次数", "次数"),
        ("会议", "人大会议经费"),
        ("完全无关的东西", None),
        ("甲乙", None),
        ("次", "次数"),
        ("", None),
        ("很长" * 60, None),
    ],
)
def test_near_names(written: str, meant: str | None) -> None:
    assert did_you_mean(written, NAMES) == meant


def test_a_name_is_not_near_itself() -> None:
    assert did_you_mean("知晓率", ["知晓率"]) is None


def test_two_names_that_contain_it_are_none() -> None:
    assert did_you_mean("经费", NAMES) is None


def table_distance(one: str, other: str) -> int:
    """The same by the usual table."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row = row, [i, *[0] * len(other)]
        for j, b in enumerate(other, 1):
            row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], before[j - 2] + 1)
        before = previous
    return row[-1]


@given(st.text("甲乙丙", max_size=9), st.text("甲乙丙", max_size=9))
def test_edit_distance_is_that_of_the_table(one: str, other: str) -> None:
    assert edit_distance(one, other) == table_distance(one, other)
