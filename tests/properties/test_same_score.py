"""What is written otherwise but means the same has the same score."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.scorecard import IndicatorScore, ProjectScore
from tests.properties.random_sheets import RUBRICS, facts, projects, sheet
from tests.scoring import score_texts

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
rubrics = st.sampled_from(RUBRICS)


def meaning(line: IndicatorScore) -> tuple[object, ...]:
    """A line without the wording of its numbers."""
    case = line.step.case if line.step else None
    return line.group, line.name, line.attainment, line.ratio, line.weight, line.points, line.method, case


def meanings(scores: list[ProjectScore]) -> dict[str, object]:
    return {
        score.code: (score.total, score.grade, sorted(map(meaning, score.indicators), key=repr))
        for score in scores
    }


def use(rubric: str) -> str:
    return f"采用 {rubric}\n"


@few
@given(rubrics, projects())
def test_yuan_for_ten_thousand_yuan(rubric, project) -> None:
    in_wan = score_texts(use(rubric) + sheet(project) + facts(project))
    in_yuan = score_texts(use(rubric) + sheet(project, in_yuan=True) + facts(project, in_yuan=True))
    mixed = score_texts(use(rubric) + sheet(project, in_yuan=True) + facts(project))
    assert meanings(in_wan) == meanings(in_yuan) == meanings(mixed)


@few
@given(rubrics, projects(1), projects(2), st.randoms(use_true_random=False))
def test_order_and_files_change_nothing(rubric, one, two, order: Random) -> None:
    together = use(rubric) + sheet(one) + sheet(two) + facts(one) + facts(two)
    shuffled = use(rubric) + facts(two) + sheet(two, order=order) + facts(one) + sheet(one, order=order)
    split = {
        "二.perf": use(rubric) + sheet(two),
        "实绩.perf": facts(two) + facts(one),
        "一.perf": use(rubric) + sheet(one),
    }
    assert meanings(score_texts(together)) == meanings(score_texts(shuffled)) == meanings(score_texts(split))
