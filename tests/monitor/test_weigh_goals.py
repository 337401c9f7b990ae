"""Bounds of the goals' progress: an unknown line counts for no more than it could."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.monitor.monitoring import SHEET, facts, project_of

DAY = "2022-07-31"
ALL = {
    "修路里程": "修路里程 = 7公里", "事故": "事故 = 0起", "制度": "制度 = 是", "知晓度": "知晓度 = 达成 90%",
    "满意度": "满意度 = 95%",
}  # fmt: skip
BEST = {"修路里程": "修路里程 = 12公里", "知晓度": "知晓度 = 达成 100%"}


@pytest.mark.parametrize("name", list(ALL))
def test_the_upper_end_is_what_the_best_fact_gives(name: str) -> None:
    others = [said for each, said in ALL.items() if each != name]
    project = project_of(SHEET + facts(DAY, *others), DAY)
    best = project_of(SHEET + facts(DAY, *others, BEST.get(name, ALL[name])), DAY)
    assert project.goal_range is not None
    assert project.goal_range[1] == best.goal_progress


def test_all_that_is_held_is_held_for_seven_months_of_twelve() -> None:
    levels = SHEET.replace("修路里程 >= 12公里", "合格率 >= 90%")
    project = project_of(levels, DAY)
    assert project.goal_range == (0, Fraction(7, 12))


def test_a_known_yellow_is_shown_while_the_worst_is_unknown() -> None:
    project = project_of(SHEET + facts(DAY, "修路里程 = 5公里"), DAY)
    assert (project.light, project.at_least) == (None, "yellow")
    green = project_of(SHEET + facts(DAY, "修路里程 = 7公里"), DAY)
    assert (green.light, green.at_least) == (None, None)
