"""Facts older than an amendment: they count after it wherever their kind stays."""

from __future__ import annotations

from datetime import date

import pytest

from tests.monitor.monitoring import SHEET, facts, line_of, monitor_text, project_of
from tests.scoring import score_one

END = "2022-12-31"


def amended(target: str, day: str = "2022-08-15") -> str:
    return f"""
调整 修路 {day}
  引自 "某文（虚构）"
  产出指标 / 数量指标：
    修路里程 {target}
"""


@pytest.mark.parametrize("target", [">= 10公里", ">= 10000米", "<= 10公里", "5..10公里"])
def test_another_number_leaves_older_facts_as_good_as_before(target: str) -> None:
    text = SHEET + amended(target) + facts("2022-07-31", "修路里程 = 7公里")
    line = line_of(text, END, "修路里程")
    assert (line.score.actual, len(line.points), line.shone.light is None) == ("7公里", 1, False)
    assert score_one(text, as_of=date.fromisoformat(END)).indicators[0].actual == "7公里"


@pytest.mark.parametrize("target", [">= 90%", ">= 10座", "是 完成", '定性 "显著提升"'])
def test_another_kind_makes_it_pending_and_blocks_nothing(target: str) -> None:
    text = SHEET + amended(target) + facts("2022-07-31", "修路里程 = 7公里")
    line = line_of(text, END, "修路里程")
    assert (line.score.attainment, line.points, line.shone.light) == ("pending", (), None)
    _, found = monitor_text(text, END)
    assert "P1414" in {each.code for each in found}


def test_what_is_recorded_anew_counts() -> None:
    text = SHEET + amended(">= 90%") + facts("2022-07-31", "修路里程 = 7公里")
    line = line_of(text + facts("2022-09-30", "修路里程 = 95%"), END, "修路里程")
    assert (line.score.actual, line.score.attainment) == ("95%", "met")


def test_before_the_amendment_a_fact_of_the_new_unit_does_not_exist_yet() -> None:
    text = SHEET + amended(">= 90%") + facts("2022-07-31", "修路里程 = 7公里")
    assert (
        project_of(text + facts("2022-09-30", "修路里程 = 95%"), "2022-07-31").lines[0].score.actual
        == "7公里"
    )
