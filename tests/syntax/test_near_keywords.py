"""Slips of the keyboard, and the labels of printed forms."""

from __future__ import annotations

import pytest

from perfdsl.syntax.near_keywords import near_head


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("全重", "weight"),
        ("依剧", "basis"),
        ("budgett", "budget"),
        ("bugdet", "budget"),
        ("budgt", "budget"),
        ("项日", "project"),
        ("评分办發", "rubric"),
        ("支出计画", "plan"),
        ("项目编码", "code"),
        ("分值", "weight"),
        ("绩效目标", "goal"),
        ("目标1", "goal"),
        ("目标二", "goal"),
        ("目 标", None),
        ("集中活动的次数", None),
        ("成本", None),
        ("满", None),
        ("", None),
        ("实际", None),
        ("达标", None),
        ("a" * 100, None),
        ("其它", "otherwise"),
    ],
)
def test_near_head(word: str, head: str | None) -> None:
    assert near_head(word) == head
