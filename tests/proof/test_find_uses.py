"""What a method is used for: all that a selector may come to, and no use is dropped because it is refuted."""

from __future__ import annotations

import pytest

from tests.proof.proofs import RUBRIC, findings, subject, verdicts, verify_text

TWICE = "方法 超两倍不得分\n{allowed}  实际 > 2 * 目标值 -> 0%\n  达标 -> 100%\n  其他 -> 0%\n"
METHOD = TWICE.format(allowed="")


def rubric(scored: str) -> str:
    return RUBRIC.format(scored="").replace("其余 是否达标", scored)


def test_what_the_rest_is_scored_by_is_held_to_every_operator() -> None:
    """20 of 10 get all points and 21 none: refuted, whatever else it does for."""
    found = subject(verify_text(rubric("其余 超两倍不得分；期限, 是 是否达标") + METHOD), "超两倍不得分")
    assert found.used.zh == "用于 >=、>、<=、<、="
    finding = findings(found)["monotone"]
    assert finding.verdict == "refuted"
    assert finding.witness is not None
    assert finding.witness.target.startswith("≥")


@pytest.mark.parametrize("selector", ["全部", "产出指标", "开会"])
def test_a_group_or_a_name_may_be_any_target(selector: str) -> None:
    text = rubric(f"{selector} 超两倍不得分；其余 是否达标") + METHOD
    assert findings(subject(verify_text(text), "超两倍不得分"))["monotone"].verdict == "refuted"


def test_the_rest_is_what_no_other_selector_takes() -> None:
    text = rubric(">=, > 是否达标；其余 超两倍不得分；期限, 是 是否达标") + METHOD
    found = subject(verify_text(text), "超两倍不得分")
    assert found.used.zh == "用于 <=、<、="
    assert verdicts(findings(found))["monotone"] == "proved"


def test_the_rest_may_be_deadlines_and_states() -> None:
    used = subject(verify_text(RUBRIC.format(scored="")), "是否达标").used.zh
    assert used == "用于 >=、>、<=、<、=、区间、期限、是"


def test_an_exception_that_such_a_use_needs_is_not_called_needless() -> None:
    text = rubric("其余 超两倍不得分；期限, 是 是否达标")
    text += TWICE.format(allowed="  允许 超额扣分 因为 “示例”\n")
    found = subject(verify_text(text), "超两倍不得分")
    assert findings(found)["monotone"].verdict == "allowed"
    assert not found.warnings


def test_an_exception_that_only_some_use_needs_is_not_called_needless() -> None:
    found = subject(verify_text(TWICE.format(allowed="  允许 超额扣分 因为 “示例”\n")), "超两倍不得分")
    assert findings(found)["monotone"].verdict == "allowed"
    assert not found.warnings


LINE = """采用 试算
项目 甲
  预算 5万元
  产出指标：
    完成 >= 2022-06-01
"""


def test_what_the_lines_of_a_sheet_come_to_counts() -> None:
    """No selector says deadlines; a line has one that its sign takes."""
    method = "方法 试法\n  达标 -> 50%\n  其他 -> 100%\n"
    text = rubric(">= 试法；其余 是否达标") + LINE + method
    assert "期限" in subject(verify_text(text), "试法").used.zh
    assert "期限" not in subject(verify_text(text.replace("2022-06-01", "12次")), "试法").used.zh
