"""Looks at the grades that a form prints: their thresholds, and the one that was given beside the total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from perfdsl.audit import messages_form as messages
from perfdsl.audit.filled_form import Entry, FilledForm, GivenGrade
from perfdsl.audit.mistake import Mistake
from perfdsl.diagnostic import Text
from perfdsl.exact import read_numeral
from perfdsl.scheme.scheme import GradeBand
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
_MOST_CHARACTERS = 2000
_FEWEST_BANDS = 3
_BELOW = frozenset({"<", "<=", "≤"})
_PRINTED = Text("印出的界限", "the printed thresholds")
_RUBRIC = Text("评分办法", "the rubric")


class Band(NamedTuple):
    """A grade and the least total that gets it; None for the worst, which gets all the rest."""

    grade: str
    least: Fraction | None


def check_grade(form: FilledForm, grades: Sequence[GradeBand]) -> Iterator[Mistake]:
    """Report thresholds that do not fall, and a printed grade that its total does not get.

    Thresholds that are printed count; where none are, those of the rubric do.
    """
    printed = [(entry, bands) for entry in form.prose if (bands := read_bands(entry.text))]
    for entry, bands in printed:
        for better, worse in pairwise(bands):
            if better.least is not None and worse.least is not None and better.least <= worse.least:
                yield messages.grade_thresholds(entry, better.grade, worse.grade)
                return
    given = _given(form.prose)
    if given is None or form.total is None or form.total.number is None or _has_zero_total(form):
        return
    bands = printed[0][1] if printed else [_of_rubric(each) for each in grades]
    expected = _grade_of(bands, form.total.number.value)
    if expected in GRADES and given.grade != expected:
        yield messages.grade_not_total(given, form.total, expected, _PRINTED if printed else _RUBRIC)


def _has_zero_total(form: FilledForm) -> bool:
    """Whether the total is 0 beside scores above 0: that is reported, and no grade follows from it."""
    total = form.total.number if form.total is not None else None
    is_zero = total is not None and total.value == 0
    return is_zero and any(
        each.score.number is not None and each.score.number.value > 0 for each in form.rows
    )


def _of_rubric(band: GradeBand) -> Band:
    return Band(_short(band.name), band.bound if band.op else None)


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
    return Band(_short(match["grade"]), None if is_rest or number is None else Fraction(number))


def _given(prose: Sequence[Entry]) -> GivenGrade | None:
    """Find the grade that was given: behind its label, or in the text after it."""
    for at, entry in enumerate(prose):
        plain = normalise(entry.text[:_MOST_CHARACTERS])
        found = _GIVEN.search(plain)
        if found:
            return GivenGrade(entry, _short(found["grade"]))
        following = prose[at + 1] if at + 1 < len(prose) else None
        if following is not None and _LABEL.search(plain) and _ALONE.fullmatch(normalise(following.text)):
            return GivenGrade(following, _short(following.text))
    return None


def _grade_of(bands: Sequence[Band], total: Fraction) -> str:
    return next((each.grade for each in bands if each.least is None or total >= each.least), "")


def _short(grade: str) -> str:
    return next((each for each in GRADES if each in grade), grade)
