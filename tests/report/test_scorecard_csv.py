from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given, settings

from perfdsl.report.options import Options
from perfdsl.report.scorecard_csv import COLUMNS, render, render_csv
from perfdsl.scorecard import Scorecard
from tests.report import hostile, invented
from tests.report.conftest import Golden


def read(text: str) -> list[dict[str, str]]:
    header, *rows = csv.reader(StringIO(text))
    assert len(header) == len(COLUMNS)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def test_a_scorecard(golden: Golden) -> None:
    golden("scorecard.csv", render(invented.scorecard(), [], Options("zh")))


def test_what_rules_and_people_did(golden: Golden) -> None:
    golden("ruled.csv", render(invented.ruled(), [], Options("zh")))
    rows = read(render_csv(invented.ruled(), "zh"))
    first, total = rows[0], next(row for row in rows if row["row"] == "总分")
    assert (first["before"], first["deducted"], first["score"]) == ("11.46", "2", "9.46")
    assert (first["effects"], first["self_score"], first["review_score"]) == ("扣分 2 分", "11", "10.5")
    assert (total["before"], total["score"], total["self_score"]) == ("94.81", "69.00", "88")
    assert total["effects"] == "规则“执行率封顶”：总分 至多 69 分（执行率过低）"
    training = [row for row in rows if "活动经费" in row["project"]]
    assert [row["score"] for row in training][2] == ""
    assert {row["self_score"] for row in training} == {""}


def test_rows_and_totals() -> None:
    rows = read(render_csv(invented.scorecard(), "en"))
    totals = [row for row in rows if row["row"] == "Total"]
    assert [row["score"] for row in totals] == ["97.81", "71.88", "", "50.00"]
    assert [row["weight"] for row in totals] == ["100", "77.5", "90", "50"]
    assert (totals[2]["lowest"], totals[2]["highest"]) == ("68.00", "84.00")
    assert totals[2]["grade"] == "pending (possibly 中/良)"
    assert len(rows) == sum(len(project.indicators) + 1 for project in invented.scorecard().projects)


def test_what_does_not_count_has_no_points() -> None:
    excluded = read(render_csv(invented.scorecard(), "zh"))[-2]
    assert (excluded["attainment"], excluded["weight"], excluded["score"]) == ("不计", "30", "")


def test_a_byte_order_mark_only_when_asked_for() -> None:
    assert render(invented.scorecard(), [], Options(bom=True)).startswith("\ufeff部门,")
    assert render(invented.scorecard(), [], Options()).startswith("部门,")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"])
def test_no_cell_is_run_as_a_formula(text: str) -> None:
    home = invented.scorecard().projects[0]._replace(name=text)
    assert all(row["project"].startswith("'") for row in read(render_csv(Scorecard((home,)), "zh")))


@settings(deadline=None)
@given(hostile.scorecards)
def test_any_text_is_harmless(card: Scorecard) -> None:
    text = render(card, [], Options("zh"))
    assert hostile.obeyed(text) == set()
    rows = read(text)
    lines = sum(len(project.indicators) + 1 + len(project.goals) for project in card.projects)
    assert len(rows) == lines + len(card.departments)
    assert not [
        cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    ]
