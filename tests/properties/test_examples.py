"""An example made of what the engine gives passes; with another number it fails, and says by how much."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.exact import show
from perfdsl.scorecard import IndicatorScore, Interval, ProjectScore
from tests.examples.tries import fails, passes
from tests.properties.random_sheets import RUBRICS, Project, facts, projects, sheet
from tests.scoring import score_one

few = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
rubrics = st.sampled_from(RUBRICS)
STATES = {"met": "达标", "missed": "未达标", "pending": "待定"}


def said(points: Interval, off: Fraction = Fraction(0)) -> str:
    low = f"{show(points.low + off, 2)}分"
    if points.settled:
        return low
    return f"{low}..{'<' if points.high_open else ''}{show(points.high, 2)}分"


def expected(score: ProjectScore) -> list[str]:
    """Give all that there is to be expected of a score."""
    lines = [
        f"{line.name} 得 {said(line.points)}，{line.name} {STATES[line.attainment]}"
        for line in score.indicators
    ]
    return [*lines, f"总分 {said(score.total)}", f"等级 {score.grade or '待定'}"]


def example(rubric: str, project: Project, expectations: list[str]) -> str:
    given_facts = "，".join(line.strip() for line in facts(project).splitlines()[1:])
    said_facts = f"  设 {given_facts}\n" if given_facts else ""
    return f'采用 {rubric}\n{sheet(project)}\n算例 "一"\n{said_facts}  应 {"，".join(expectations)}\n'


def score_of(rubric: str, project: Project) -> ProjectScore:
    return score_one(f"采用 {rubric}\n{sheet(project)}{facts(project)}")


@few
@given(rubrics, projects())
def test_what_eval_gives_passes(rubric: str, project: Project) -> None:
    passes(example(rubric, project, expected(score_of(rubric, project))))


@few
@given(rubrics, projects(pending=False), st.data())
def test_another_number_fails_by_the_difference(rubric: str, project: Project, data: st.DataObject) -> None:
    score = score_of(rubric, project)
    line: IndicatorScore = data.draw(st.sampled_from(score.indicators))
    off = Fraction(data.draw(st.integers(-500, 500).filter(bool)), 100)
    name, points = data.draw(st.sampled_from([(f"{line.name} 得", line.points), ("总分", score.total)]))
    if points.low + off < 0:
        return
    found = fails(
        example(rubric, project, [f"{name} {said(points, off)}", f"{line.name} 得 {said(line.points)}"])
    )
    sign = "+" if off < 0 else ""
    assert found == [
        (f"{show(points.low + off, 2)} 分", f"{show(points.low, 2)} 分", f"{sign}{show(-off, 2)}")
    ]


@few
@given(st.integers(1, 500), st.integers(0, 1000), st.integers(1, 400))
def test_a_method_is_scored_exactly_and_rounded_as_the_expectation_prints(
    target: int, actual: int, weight: int
) -> None:
    points = Fraction(weight, 4) * min(Fraction(1), Fraction(actual, target))
    for places in (1, 2, 3, 4):
        text = (
            "方法 比\n  达标 -> 100%\n  其他 -> 实际 / 目标值\n\n"
            f'算例 "一"\n  设 目标值 >= {target}次，分值 {show(Fraction(weight, 4), 2)}，实际 {actual}次\n'
            f"  应 得 {{}}分，{'达标' if actual >= target else '未达标'}\n"
        )
        passes(text.format(show(points, places)))
        step = Fraction(1, 10**places)
        assert fails(text.format(show(points + step, places)))[0][2] == show(-step, places)
