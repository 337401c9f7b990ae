from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.report.lay_out import lay_out
from perfdsl.report.points import show_points, show_weight
from perfdsl.scorecard import Interval, Scorecard
from tests.report import invented


def test_one_department_needs_no_heading() -> None:
    sheet = lay_out(invented.scorecard(), "zh")
    assert [department.heading for department in sheet.departments] == [""]
    assert sheet.headings == ("指标", "目标", "实绩", "达标", "得分/分值", "缘由")
    assert sheet.as_of == "2022-12-31"


def test_several_departments_have_headings() -> None:
    one, two, *_ = invented.scorecard().projects
    sheet = lay_out(Scorecard((one, two._replace(department="财政局"), two._replace(department=""))), "en")
    headings = [department.heading for department in sheet.departments]
    assert headings == [f"Department {invented.DEPARTMENT}", "Department 财政局", ""]


def test_rows() -> None:
    home, training, meetings, affairs = lay_out(invented.scorecard(), "zh").departments[0].projects
    first = home.groups[0].rows[0]
    assert home.groups[0].heading == "产出指标 / 数量指标"
    assert (first.state, first.attainment, first.score, first.weight) == (
        "missed",
        "未达标",
        "11.46",
        "12.50",
    )
    assert first.why.endswith("；原因：一次活动改为线上")
    assert (home.total, home.grade, home.settled) == ("97.81", "优", True)
    assert training.flags == ("参加培训人数: 完成目标的 124.40%，可能目标定得偏低",)
    assert (meetings.total, meetings.grade, meetings.settled) == (
        "[68.00, 84.00)",
        "待定（可能 中/良）",
        False,
    )
    assert (affairs.groups[1].rows[0].attainment, affairs.groups[1].rows[0].score) == ("不计", "-")


def test_a_flag_of_the_whole_project_names_no_indicator() -> None:
    training = invented.scorecard().projects[1]
    changed = training._replace(flags=(invented.OVER._replace(indicator=""),))
    flags = lay_out(Scorecard((changed,)), "en").departments[0].projects[0].flags
    assert flags == ("124.40% of the target: it may have been set too low",)


@pytest.mark.parametrize(
    ("grade", "possible", "said"),
    [("", (), "pending"), ("", ("中", "良"), "pending (possibly 中/良)"), ("优", (), "优")],
)
def test_the_grade_of_an_open_total(grade: str, possible: tuple[str, ...], said: str) -> None:
    meetings = invented.scorecard().projects[2]._replace(grade=grade, possible_grades=possible)
    assert lay_out(Scorecard((meetings,)), "en").departments[0].projects[0].grade == said


def test_points() -> None:
    assert show_points(Interval(Fraction(123, 2), Fraction(89), high_open=True), 2) == "[61.50, 89.00)"
    assert show_points(Interval(Fraction(0), Fraction(10)), 0) == "[0, 10]"
    assert show_points(Interval(Fraction(13125, 1000), Fraction(13125, 1000)), 2) == "13.13"


@pytest.mark.parametrize(
    ("weight", "places", "text"),
    [("25/2", 2, "12.50"), ("25/2", 0, "12.5"), ("50/3", 2, "16.67"), ("10", 0, "10"), ("1/16", 2, "0.0625")],
)
def test_weights(weight: str, places: int, text: str) -> None:
    assert show_weight(Fraction(weight), places) == text
