"""The JSON of a difference: numbers as strings, and a curve with its witness."""

from __future__ import annotations

import json

from perfdsl.diff.comparison import Comparison
from perfdsl.diff.impact import Impact, ProjectImpact
from perfdsl.report.diff_json import render
from perfdsl.report.options import Options
from tests.diff.sides import SHEET, diff_of
from tests.scoring import score_one


def rendered(old: str, new: str, impact: Impact | None = None) -> dict:
    return json.loads(render(Comparison("旧", "新", diff_of(old, new), impact), Options()))


def test_a_curve() -> None:
    found = rendered(SHEET, SHEET.replace(">= 12次", ">= 12次，评分 及格门槛"))
    (indicator,) = found["projects"][0]["indicators"]
    (change,) = indicator["changes"]
    curve = change["curve"]
    assert change["sense"] == "tightened"
    assert (curve["unit"], curve["points_are"], curve["unclear"], curve["higher"]) == (
        "次",
        "points",
        False,
        None,
    )
    lower = curve["lower"]
    assert (lower["low"], lower["low_open"], lower["high"], lower["high_open"]) == ("0", True, "7.2", True)
    assert 0 < float(lower["witness"]) < 7.2
    assert lower["new"] == "0"
    assert round(float(lower["old"]) - float(lower["witness"]) / 12 * 25, 4) == 0


def test_what_stands_on_one_side() -> None:
    (project,) = rendered(SHEET, "采用 国家自评2020\n")["projects"]
    assert project["new"] is None
    assert project["changes"][0]["sense"] == "removed"
    assert project["changes"][0]["new"] is None


def test_a_project_that_only_one_side_scores() -> None:
    score = score_one(SHEET + "\n实绩 A1\n  召开县会议次数 = 12次\n")
    found = rendered(SHEET, SHEET, Impact((ProjectImpact(score, None),), 0))
    (project,) = found["impact"]["projects"]
    assert project["new"] is None
    assert project["difference"] is None
    assert project["old"]["total"] == {"low": "25", "high": "100", "high_open": False}


def test_nothing() -> None:
    found = rendered(SHEET, SHEET)
    assert (found["projects"], found["definitions"], found["impact"]) == ([], [], None)
    assert set(found["summary"].values()) == {0}
