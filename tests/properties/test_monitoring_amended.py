"""A law of amendments: another number of a target keeps older facts, in scoring and in monitoring alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.monitor.monitoring import project_of
from tests.properties.random_sheets import RUBRICS, facts, projects, sheet
from tests.properties.test_same_score import meanings
from tests.scoring import score_one

few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def amendment(project) -> str:
    """Amend all indicators to those of a project."""
    lines = [
        each
        for each in sheet(project).splitlines()
        if each.startswith(("    ", "  产", "  效", "  满", "  成"))
    ]
    return "\n".join([f"调整 {project.code} 2022-08-15", '  引自 "某文（虚构）"', *lines]) + "\n"


@few
@given(st.sampled_from(RUBRICS), projects(), st.fractions(1, 3, max_denominator=4))
def test_facts_before_an_amendment_count_as_if_it_had_been_written_first(rubric, project, times) -> None:
    more = [
        replace(each, target=each.target * times, high=None if each.high is None else each.high * times)
        for each in project.indicators
        if (each.target * times * 10**4).denominator == 1
    ]
    if not more:
        return
    later = replace(project, indicators=tuple(more))
    names = {each.name: each for each in more}
    at_once = replace(project, indicators=tuple(names.get(each.name, each) for each in project.indicators))
    told = facts(project, "2022-07-31")
    was = f"采用 {rubric}\n{sheet(project)}{amendment(later)}{told}"
    now = f"采用 {rubric}\n{sheet(at_once)}{told}"
    for day in ("2022-09-30", "2022-12-31"):
        one, other = project_of(was, day), project_of(now, day)
        assert seen(one) == seen(other)
        for text, monitored in ((was, one), (now, other)):
            assert meanings([score_one(text, as_of=date.fromisoformat(day))]) == meanings([monitored.score])


def seen(project) -> tuple:
    lines = [
        (line.score.actual, line.score.points, line.progress, line.shone.light, line.forecast, line.points)
        for line in project.lines
    ]
    return project.light, lines, project.goal_range, project.gap
