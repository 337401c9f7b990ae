"""Differences that amendments make: each names its document and its day, between two texts or two days."""

from __future__ import annotations

from datetime import date

from perfdsl import pipeline
from perfdsl.diagnostic import Diagnostics
from perfdsl.diff.compare import compare
from perfdsl.diff.difference import Change, Difference
from perfdsl.diff.sheets import Sheets
from perfdsl.library import shipped
from perfdsl.plan.compile_plan import PlanCompiler
from tests.diff.sides import SHEET
from tests.scoring import sources_of

AMENDMENT = """
调整 A1 2022-08-15
  引自 "县财预〔2022〕33号（虚构）"
  预算 25万元
  产出指标 / 数量指标：
    召开县会议次数 >= 10次
    线上会议次数 >= 2次
  撤销 会议成效
  效益指标 / 社会效益指标：
    议案办结率 >= 95%
"""
DOCUMENT = ("2022-08-15", "县财预〔2022〕33号（虚构）")


def side(text: str, as_of: date | None = None) -> Sheets:
    diagnostics = Diagnostics()
    scheme = pipeline.check(sources_of(text), diagnostics, shipped, as_of=as_of)
    assert not diagnostics.has_errors
    return Sheets(scheme, PlanCompiler().compile(scheme))


def by_thing(difference: Difference) -> dict[tuple[str, str], Change]:
    (project,) = difference.projects
    found = {("", change.about): change for change in project.changes}
    return found | {
        (part.shown.name, change.about): change for part in project.parts for change in part.changes
    }


def cited(change: Change) -> tuple[str, str] | None:
    return None if change.amended is None else (change.amended.day, change.amended.cites)


def test_changes_of_a_new_amendment_cite_it() -> None:
    difference = compare(side(SHEET), side(SHEET + AMENDMENT))
    found = by_thing(difference)
    for thing in (
        ("", "budget"),
        ("召开县会议次数", "target"),
        ("线上会议次数", "itself"),
        ("会议成效", "itself"),
        ("议案办结率", "itself"),
    ):
        assert cited(found[thing]) == DOCUMENT, thing
    assert found["召开县会议次数", "target"].sense == "loosened"
    assert cited(found["召开县会议次数", "points"]) is None
    (block,) = difference.definitions
    assert (block.kind, block.shown.name) == ("amendment", "A1 2022-08-15")


def test_one_sheet_between_two_days() -> None:
    text = SHEET + AMENDMENT
    difference = compare(side(text, date(2022, 8, 14)), side(text, date(2022, 8, 15)))
    assert cited(by_thing(difference)["", "budget"]) == DOCUMENT
    assert difference.definitions == ()
    after = date(2022, 9, 1), date(2022, 12, 31)
    assert not list(compare(side(text, after[0]), side(text, after[1])).changes())


def test_a_change_of_an_amendment_that_was_there_does_not_cite_it_anew() -> None:
    found = by_thing(compare(side(SHEET + AMENDMENT), side(SHEET + AMENDMENT.replace("10次", "9次"))))
    assert cited(found["召开县会议次数", "target"]) is None


def test_another_document_alone_is_a_change() -> None:
    difference = compare(side(SHEET + AMENDMENT), side(SHEET + AMENDMENT.replace("33号", "34号")))
    assert difference.projects == ()
    (block,) = difference.definitions
    assert [change.about for change in block.changes] == ["cite"]
