"""The story: each stage alone, and all of them in a row."""

from __future__ import annotations

import pytest

from perfdsl import pipeline
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.pipeline import Request
from perfdsl.source import Source
from tests.cli.run import ROWS, SHEET

BLOCK = "\n实绩 人大会议经费 2022-12-31\n" + "".join(f"  {name} = {value}\n" for name, value in ROWS.items())
BAD = SHEET.replace("采用 国家自评2020", "").replace("人大会议经费", "乙").replace("预算 23万元", "预算 23万元 = 财政资金 4万元")
OWN = """评分办法 自定
  权重 全部 100
  分摊 平均
  评分 >=, > 全有全无；<=, < 全有全无
  等级 好 >= 50，差 其他
  舍入 每项 2位 四舍五入
  缺报 零分
方法 全有全无
  达标 -> 100%
  其他 -> 0%
"""


def score(text: str, **wishes: object) -> pipeline.Outcome:
    return pipeline.score([Source("a.perf", text)], (), shipped, Request(**wishes))  # type: ignore[arg-type]


def test_texts_and_facts_become_scores() -> None:
    outcome = score(SHEET + BLOCK)
    assert len(outcome.diagnostics) == 0
    assert outcome.scorecard is not None
    assert outcome.scorecard.projects[0].total.low == 100


def test_nothing_is_shipped_unless_a_library_is_given() -> None:
    outcome = pipeline.score([Source("a.perf", SHEET)], ())
    assert outcome.scorecard is None
    assert [each.code for each in outcome.diagnostics] == ["P0201"]
    assert pipeline.no_library([""]) == ()


@pytest.mark.parametrize("going", [False, True])
def test_errors_stop_the_run_unless_it_keeps_going(going: bool) -> None:
    outcome = score(SHEET + BAD + BLOCK, keep_going=going)
    assert [each.code for each in outcome.diagnostics] == ["P0501"]
    assert (outcome.scorecard is not None) == going
    if outcome.scorecard is not None:
        assert [project.name for project in outcome.scorecard.projects] == ["人大会议经费"]


def test_facts_of_an_unsound_project_are_not_said_to_be_of_none() -> None:
    text = SHEET.replace("预算 23万元", "预算 23万元 = 财政资金 4万元") + BLOCK
    for going in (False, True):
        assert [each.code for each in score(text, keep_going=going).diagnostics] == ["P0501"]


def test_facts_of_no_project_are_told_beside_other_errors() -> None:
    text = SHEET + BAD + BLOCK.replace("人大会议经费", "丙")
    assert sorted(each.code for each in score(text).diagnostics) == ["P0501", "P0640"]


def test_a_project_without_a_rubric_is_checked_but_not_scored() -> None:
    text = SHEET.replace("采用 国家自评2020\n", "")
    assert [each.code for each in score(text).diagnostics] == ["P0416"]
    diagnostics = Diagnostics()
    pipeline.check([Source("a.perf", text)], diagnostics, shipped)
    assert len(diagnostics) == 0


def test_a_rubric_of_ones_own() -> None:
    text = OWN + SHEET.replace("国家自评2020", "自定") + BLOCK
    outcome = score(text)
    assert [(each.code, each.message.zh) for each in outcome.diagnostics] == []
    assert outcome.scorecard is not None
    assert outcome.scorecard.projects[0].grade == "好"
