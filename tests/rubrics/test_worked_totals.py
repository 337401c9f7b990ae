"""The two worked totals of the seed's first project, line by line, with actuals invented for it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from perfdsl.scorecard import ProjectScore
from tests.scoring import score_texts

SPECS = Path(__file__).parents[2] / "specs/linxi-2022"
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted(SPECS.glob("*.perf"))}
FACTS = (SPECS / "actuals.example.csv").read_text(encoding="utf-8")

LINES = {
    "": "11.46 12.5 12.5 12.5 14.25 15 10 9.60",
    "核心指标2021": "9.90 12.5 12.5 12.5 13.13 15 10 10",
}


def first_project(rubric: str) -> ProjectScore:
    projects = score_texts(SHEETS, FACTS, rubric=rubric)
    (project,) = (project for project in projects if project.code == "13053522P00958710001D")
    return project


@pytest.mark.parametrize(("rubric", "total"), [("", "97.81"), ("核心指标2021", "95.53")])
def test_worked_total(rubric: str, total: str) -> None:
    project = first_project(rubric)
    assert [line.score for line in project.indicators] == [
        Fraction(points) for points in LINES[rubric].split()
    ]
    assert project.total.low == project.total.high == Fraction(total)
    assert project.grade == "优"


def test_each_line_says_where_its_numbers_come_from() -> None:
    for line in first_project("").indicators:
        assert line.place.file == "1-代表之家运行经费.perf"
        assert line.fact is not None
        assert line.fact.place.file == "实绩.csv"
        assert line.step is not None


def test_one_project_is_open_by_the_points_of_its_pending_line() -> None:
    *_, last = score_texts(SHEETS, FACTS)
    assert last.total.high - last.total.low == 10
    assert (last.grade, last.possible_grades) == ("", ("优", "良"))
