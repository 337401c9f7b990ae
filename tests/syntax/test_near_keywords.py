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


@pytest.mark.parametrize(
    ("word", "block", "head"),
    [
        ("每个项目", "rule", "each_project"),
        ("毎项目", "rule", "each_project"),
        ("毎项", "rule", "each_indicator"),
        ("那么", "rule", "then"),
        ("那么", "project", None),
        ("每个项目", "project", None),
        ("应该", "example", "expect"),
        ("分值", "example", None),
        ("分值", "rule", None),
        ("分断", "method", "bands"),
        ("分断", "rubric", "sharing"),
        ("允訐", "rubric", "allow"),
        ("规划", "project", None),
        ("检查", "actuals", None),
        ("清淡", "project", None),
        ("项日", "example", "project"),
    ],
)
def test_words_of_rules_are_near_only_where_they_stand(word: str, block: str, head: str | None) -> None:
    assert near_head(word, block) == head
