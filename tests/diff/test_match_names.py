"""Things of two states that belong together: by key, else the nearest names first, each at most once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from perfdsl.diff.match_names import MOST_PAIRS, Match, Matcher, nearness


def matched(old: list[str], new: list[str]) -> list[tuple[str | None, str | None, bool]]:
    matcher = Matcher(old, new)
    matcher.by_key(lambda name: name)
    matcher.by_similar_names(lambda name: name, lambda _one, _other: True)
    return [tuple(match) for match in matcher.result()]


def test_equal_names_before_similar_ones() -> None:
    assert matched(["会议次数", "会议总次数"], ["会议总次数", "会议次数"]) == [
        ("会议总次数", "会议总次数", False),
        ("会议次数", "会议次数", False),
    ]


def test_nearest_first_and_each_once() -> None:
    assert matched(["集中活动的次数"], ["集中活动次数合计", "集中活动次数"]) == [
        (None, "集中活动次数合计", False),
        ("集中活动的次数", "集中活动次数", True),
    ]


def test_nothing_similar() -> None:
    assert matched(["项目成本"], ["群众满意度"]) == [(None, "群众满意度", False), ("项目成本", None, False)]


def test_what_does_not_fit_is_not_matched() -> None:
    matcher = Matcher(["会议次数"], ["会议的次数"])
    matcher.by_similar_names(lambda name: name, lambda _one, _other: False)
    assert matcher.result() == [Match(None, "会议的次数"), Match("会议次数", None)]


def test_two_of_one_key_are_left_alone() -> None:
    matcher = Matcher(["甲", "甲"], ["甲"])
    matcher.by_key(lambda name: name)
    assert len(matcher.result()) == 3


def test_an_empty_key_is_none() -> None:
    matcher = Matcher([""], [""])
    matcher.by_key(lambda name: name)
    assert len(matcher.result()) == 2


def test_too_many_are_not_held_against_one_another() -> None:
    number = int(MOST_PAIRS**0.5) + 1
    found = matched([f"旧{n}" for n in range(number)], [f"新{n}" for n in range(number)])
    assert not any(likely for _, _, likely in found)


def test_a_name_inside_a_longer_one_is_near() -> None:
    assert nearness("满意度", "服务对象满意度") == 4
    assert nearness("次数", "集中活动的次数") is None
    assert nearness("甲", "乙") is None


names = st.lists(st.text("甲乙丙", min_size=1, max_size=5), unique=True, max_size=6)


@given(names, names)
def test_mirror(old: list[str], new: list[str]) -> None:
    there = {(a, b, likely) for a, b, likely in matched(old, new)}
    back = {(b, a, likely) for a, b, likely in matched(new, old)}
    assert there == back


@given(names, names)
def test_each_stands_once(old: list[str], new: list[str]) -> None:
    found = matched(old, new)
    assert sorted(a for a, _, _ in found if a is not None) == sorted(old)
    assert [b for _, b, _ in found if b is not None] == new
