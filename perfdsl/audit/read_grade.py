"""Reads the grades that a form prints: their thresholds, and the one that was given, written or ticked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from perfdsl.audit.filled_form import Entry, GivenGrade
from perfdsl.exact import read_numeral
from perfdsl.syntax.normalise import normalise

GRADES: Final = ("优", "良", "中", "差")
"""From the best to the worst; 优秀, 良好, 中等 and 较差 are the same."""

_GRADE = r"(?:优秀?|良好?|中等?|(?:较|及格以下)?差)"
_BAND = re.compile(
    rf"(?P<grade>{_GRADE})[\s:(\[]*(?:为|得分|总分|[sS]|\s)*(?P<sign>>=|≥|>|<|≤|<=)?\s*(?P<first>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)"
    r"\s*(?:分|%)?\s*(?P<tail>以下|\(不含\)以下)?"
)
_GIVEN = re.compile(rf"(?:等级|评价结果|自评结果|自评结论|评价结论|评定结果)[\s::]*(?P<grade>{_GRADE})\s*$")
_LABEL = re.compile(r"(?:等级|评价结果|自评结果|自评结论|评价结论|评定结果)[\s:]*$")
_ALONE = re.compile(rf"{_GRADE}")
_EMPTY = "□○〇◯☐"
_BOX = rf"(?P<box>[{_EMPTY}☑√✓✔■☒●◉])"
_BOX_BEHIND = re.compile(rf"(?P<grade>{_GRADE})[\s(\[]*{_BOX}")
_BOX_BEFORE = re.compile(rf"{_BOX}[\s)\]]*(?P<grade>{_GRADE})")
_FIRST = re.compile(rf"{_BOX}|{_GRADE}(?=[\s(\[]*[{_EMPTY}☑√✓✔■☒●◉])")
_MOST_CHARACTERS = 2000
_FEWEST_BANDS = 3
_BELOW = frozenset({"<", "<=", "≤"})


class Band(NamedTuple):
    """A grade and the least total that gets it; None for the worst, which gets all the rest."""

    grade: str
    least: Fraction | None


def read_bands(text: str) -> list[Band]:
    """Read ``优（90分以上）、良（80-90分）、中（60-80分）、差（60分以下）``; empty for all else.

    Three grades at least have to be there, each once, with the first number of each as its threshold.
    """
    plain = normalise(text[:_MOST_CHARACTERS])
    found = [_band(match) for match in _BAND.finditer(plain)]
    names = [each.grade for each in found]
    if len(found) < _FEWEST_BANDS or len(set(names)) < len(names):
        return []
    return sorted(found, key=lambda each: GRADES.index(each.grade))


def _band(match: re.Match[str]) -> Band:
    is_rest = bool(match["tail"]) or match["sign"] in _BELOW
    number = read_numeral(match["first"])
    return Band(short_name(match["grade"]), None if is_rest or number is None else Fraction(number))


def read_given(prose: Sequence[Entry]) -> GivenGrade | None:
    """Find the grade that was given: behind its label, in the text after it, or the only one ticked."""
    for at, entry in enumerate(prose):
        plain = normalise(entry.text[:_MOST_CHARACTERS])
        found = _GIVEN.search(plain)
        if found:
            return GivenGrade(entry, short_name(found["grade"]))
        following = prose[at + 1] if at + 1 < len(prose) else None
        if following is not None and _LABEL.search(plain) and _ALONE.fullmatch(normalise(following.text)):
            return GivenGrade(following, short_name(following.text))
        ticked = _ticked(plain)
        if ticked:
            return GivenGrade(entry, ticked)
    return None


def _ticked(plain: str) -> str:
    """Give the one ticked grade of ``优□ 良☑ 中□ 差□``, whichever side the boxes stand on; else none."""
    first = _FIRST.search(plain)
    if first is not None:
        pattern = _BOX_BEFORE if first["box"] else _BOX_BEHIND
        found = list(pattern.finditer(plain))
        ticked = [match["grade"] for match in found if match["box"] not in _EMPTY]
        if len(found) >= _FEWEST_BANDS and len(ticked) == 1:
            return short_name(ticked[0])
    return ""


def short_name(grade: str) -> str:
    """Give 优 for 优秀, and so on."""
    return next((each for each in GRADES if each in grade), grade)
