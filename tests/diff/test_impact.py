"""The same facts for both states, whatever each calls its indicators, and what the scores do."""

from __future__ import annotations

from fractions import Fraction

from perfdsl import pipeline
from perfdsl.diagnostic import Diagnostics
from perfdsl.diff.impact import Impact, gain
from perfdsl.diff.measure_impact import measure_impact
from perfdsl.diff.share_facts import share_facts
from tests.cli.run import csv_of
from tests.diff.sides import SHEET, sheets_of
from tests.scoring import facts_of_csv, say_all

ROWS = {
    "召开县会议次数": "9次",
    "项目成本": "23万元",
    "会议成效": "95%",
    "群众满意度": "90%",
    "执行数": "23万元",
}


def impact_of(old: str, new: str, rows: dict[str, str], project: str = "A1") -> Impact:
    sides = sheets_of(old), sheets_of(new)
    shared = share_facts(*sides, facts_of_csv(csv_of(rows, project)))
    cards = []
    for side, facts in zip(sides, shared, strict=True):
        diagnostics = Diagnostics()
        card = pipeline.run(side.scheme, side.plan, facts, diagnostics, pipeline.Request())
        assert card is not None, say_all(diagnostics)
        cards.append(card)
    return measure_impact(*sides, *cards)


def test_nothing_changes() -> None:
    assert impact_of(SHEET, SHEET, ROWS) == Impact((), 1)


def test_a_lower_target_gives_more_points() -> None:
    (project,) = impact_of(SHEET, SHEET.replace("12次", "10次"), ROWS).projects
    (line,) = project.lines
    assert line.old is not None
    assert line.new is not None
    assert gain(line.old.points, line.new.points) == Fraction(15, 4)  # 9/12 and 9/10 of 25 points
    assert project.old is not None
    assert project.new is not None
    assert gain(project.old.total, project.new.total) == Fraction(15, 4)


def test_facts_follow_a_renamed_indicator_both_ways() -> None:
    new = SHEET.replace("召开县会议次数", "召开县的会议次数")
    assert impact_of(SHEET, new, ROWS) == Impact((), 1)
    other = {name.replace("县会议", "县的会议"): value for name, value in ROWS.items()}
    assert impact_of(SHEET, new, other) == Impact((), 1)


def test_facts_follow_a_renamed_project() -> None:
    bare = SHEET.replace("  编码 A1\n", "")
    new = bare.replace("人大会议经费", "人大会议的经费")
    assert impact_of(bare, new, ROWS, "人大会议经费") == Impact((), 1)
    assert impact_of(bare, new, ROWS, "人大会议的经费") == Impact((), 1)


def test_a_fact_of_one_side_only_is_kept_from_the_other() -> None:
    new = SHEET.replace("    项目成本 <= 23万元\n", "    项目成本 <= 23万元\n    会议天数 <= 3天\n")
    (project,) = impact_of(SHEET, new, {**ROWS, "会议天数": "2天"}).projects
    changed = [line.name for line in project.lines]
    assert changed == ["召开县会议次数", "项目成本", "会议天数"]
    assert project.lines[-1].old is None


def test_a_fact_that_neither_knows_stays_for_both() -> None:
    sides = sheets_of(SHEET), sheets_of(SHEET)
    facts = facts_of_csv(csv_of({"没有的指标": "1次"}, "A1"))
    assert share_facts(*sides, facts) == (facts, facts)


def test_open_points_have_no_difference() -> None:
    missing = {name: value for name, value in ROWS.items() if name != "召开县会议次数"}
    (project,) = impact_of(SHEET, SHEET.replace("会议成效 >= 90%", "会议成效 >= 100%"), missing).projects
    assert project.old is not None
    assert project.new is not None
    assert gain(project.old.total, project.new.total) is None
    assert [line.name for line in project.lines] == ["会议成效"]


def test_a_project_of_one_side_only() -> None:
    more = SHEET + SHEET.replace("采用 国家自评2020\n", "").replace("A1", "B2").replace(
        "人大会议", "政协会议"
    )
    (project,) = impact_of(SHEET, more, ROWS).projects
    assert project.old is None
    assert project.name == "政协会议经费"
