"""Goals with weights share out the points of indicators, exactly."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring import run_texts, score_one

HEAD = """评分办法 试行 沿用 国家自评2020
  权重 全部 {points}，预算执行率 {rest}
  评分 >= 按完成比例
采用 试行
项目 虚构
  预算 10万元
"""


def sheet(goals: list[tuple[str, str]], lines: list[tuple[str, str]], points: int = 100) -> str:
    """Give a sheet; goals: name and what follows it; lines: goal, and what follows the target."""
    head = HEAD.format(points=points, rest=100 - points)
    head += "".join(f'  目标 {name} "虚构的{name}"{rest}\n' for name, rest in goals) + "  产出指标：\n"
    rows = (
        f"    指标{at} >= 100%{rest}\n" + (f"      对应 {goal}\n" if goal else "")
        for at, (goal, rest) in enumerate(lines)
    )
    return head + "".join(rows)


TWO = [("一", "，权重 60"), ("二", "，权重 40%")]


def test_worked_numbers_of_two_goals() -> None:
    text = sheet(TWO, [("一", ""), ("二", ""), ("二", "")])
    found = score_one(text + "实绩 虚构 2022-12-31\n  指标0 = 95%\n  指标1 = 80%\n  指标2 = 80%\n")
    assert [line.weight for line in found.indicators[:3]] == [60, 20, 20]
    assert (found.total.low, found.total.settled) == (89, True)
    assert [(each.name, each.share, each.weight, each.points.low) for each in found.goals] == [
        ("一", Fraction(3, 5), 60, 57), ("二", Fraction(2, 5), 40, 32),
    ]  # fmt: skip


def test_declared_weights_keep_their_proportions_within_a_goal() -> None:
    text = sheet(TWO, [("一", "，权重 10"), ("一", "，权重 30"), ("二", "，权重 60")])
    assert [line.weight for line in score_one(text).indicators[:3]] == [15, 45, 40]


def test_without_weights_goals_only_group() -> None:
    found = score_one(sheet([("一", ""), ("二", "")], [("一", ""), ("", ""), ("", "")], 90))
    assert [line.weight for line in found.indicators[:3]] == [30, 30, 30]
    assert [(each.name, each.share, each.weight) for each in found.goals] == [("一", None, 30)]


def test_what_is_no_whole_step_stays_exact() -> None:
    goals = [("一", "，权重 33.333"), ("二", "，权重 66.667")]
    found = score_one(sheet(goals, [("一", ""), ("一", ""), ("二", "")]))
    assert found.indicators[0].weight + found.indicators[1].weight == Fraction("33.333")
    assert sum(line.weight for line in found.indicators) == 100


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 99), min_size=1, max_size=4),
    st.lists(st.integers(0, 3), min_size=4, max_size=9),
    st.sampled_from([80, 90, 100]),
)
def test_every_goal_has_its_share_and_all_make_the_whole(cuts, serves, points) -> None:
    ends = sorted({0, *cuts, 100})
    shares = [high - low for low, high in pairwise(ends)]
    goals = [(f"甲{at}", f"，权重 {share}") for at, share in enumerate(shares)]
    lines = [(name, "") for name, _ in goals] + [(goals[at % len(goals)][0], "") for at in serves]
    found = score_one(sheet(goals, lines, points))
    for goal, share in zip(found.goals, shares, strict=True):
        assert goal.weight == Fraction(share * points, 100)
        assert goal.share == Fraction(share, 100)
    weights = [line.weight for line in found.indicators[: len(lines)]]
    assert sum(weights) == points
    assert all(100 * weight == int(100 * weight) for weight in weights)


@pytest.mark.parametrize(
    ("goals", "lines", "codes"),
    [
        ([("一", "，权重 60"), ("二", "")], [("一", ""), ("二", "")], ["P1311"]),
        ([("一", "，权重 60"), ("二", "，权重 50")], [("一", ""), ("二", "")], ["P1311"]),
        ([("一", "，权重 60"), ("一", "，权重 40")], [("一", "")], ["P1311"]),
        ([("一", "，权重 60人"), ("二", "，权重 40")], [("一", ""), ("二", "")], ["P1311"]),
        (TWO, [("一", ""), ("三", "")], ["P1312", "P1314"]),
        (TWO, [("一", ""), ("二", ""), ("", "")], ["P1313"]),
        (TWO, [("一", ""), ("一", "")], ["P1314"]),
        (TWO, [("一", "，权重 100"), ("二", "，权重 0")], ["P1314"]),
    ],
)
def test_goals_that_do_not_come_out(goals, lines, codes) -> None:
    assert sorted(each.code for each in run_texts(sheet(goals, lines)).diagnostics) == codes
