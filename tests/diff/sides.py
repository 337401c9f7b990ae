"""Two states of sheets in memory, and what differs between them, as short facts that a test can name."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl import pipeline
from perfdsl.diagnostic import Diagnostics
from perfdsl.diff.compare import compare
from perfdsl.diff.difference import Change, Difference
from perfdsl.diff.sheets import Sheets
from perfdsl.library import shipped
from tests.scoring import Texts, say_all, sources_of

SHEET = """采用 国家自评2020

项目 人大会议经费
  编码 A1
  年度 2022
  预算 23万元
  产出指标 / 数量指标：
    召开县会议次数 >= 12次
  产出指标 / 成本指标：
    项目成本 <= 23万元
  效益指标 / 社会效益指标：
    会议成效 >= 90%
  满意度指标 / 服务对象满意度指标：
    群众满意度 >= 90%
"""
"""A sheet without a mistake, with an invented project."""


class Seen(NamedTuple):
    """A change without its places: whose it is, what it is about, which one, its sense, and by how much."""

    of: str
    about: str
    sense: str
    name: str = ""
    by: tuple[Fraction, ...] = ()


def sheets_of(texts: Texts) -> Sheets:
    diagnostics = Diagnostics()
    scheme, plan = pipeline.prepare(sources_of(texts), diagnostics, shipped)
    errors = [each for each in diagnostics if each.severity == "error" and each.code != "P0416"]
    assert not errors, say_all(errors)
    return Sheets(scheme, plan)


def diff_of(old: Texts, new: Texts) -> Difference:
    return compare(sheets_of(old), sheets_of(new))


def seen(difference: Difference) -> list[Seen]:
    """All changes, in order."""
    found = []
    for pair in (*difference.projects, *difference.definitions):
        found += [see(pair.shown.name, change) for change in pair.changes]
        for part in pair.parts:
            found += [see(part.shown.name, change) for change in part.changes]
    return found


def see(of: str, change: Change) -> Seen:
    return Seen(of, change.about, change.sense, change.name, tuple(shift.amount for shift in change.by))


def changed(old: str, new: str, text: str = SHEET) -> list[Seen]:
    """What differs where one part of a sheet is written otherwise."""
    assert old in text
    return seen(diff_of(text, text.replace(old, new)))


def only(old: str, new: str, text: str = SHEET) -> Seen:
    (found,) = changed(old, new, text)
    return found
