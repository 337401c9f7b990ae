"""Any text at all, for properties: what terminals obey, what they hide, and what no encoder writes."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from hypothesis import strategies as st

from perfdsl.codes import CODES
from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.scorecard import (
    AmendedBy,
    Applied,
    DepartmentScore,
    FactUsed,
    Flag,
    GoalScore,
    IndicatorScore,
    Interval,
    Judged,
    ProjectScore,
    Scorecard,
    Step,
)
from perfdsl.source import CellPlace, Place, Source

PIECES = [
    *("\x1b[31m", "\x1b]0;title\x07", "\r", "\n", "\t", "\0", "\x7f", "\x9b"),
    *("\u202e", "\u2066", "\ufeff", "\ud800", "\udfff", "\u2028", "\uffff", "\U000e0001"),
    *("e\u0301" + "\u0301" * 9, "各项目", "，", "（", "12.5%", "👩\u200d👧", "한국", "ﾊﾝ", "a b  c"),
    *("=1+1", "@x", "|", "`", "<b>", '"'),
]
texts = st.one_of(
    st.text(st.characters(), max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from(["长" * 300, "x" * 300, "长 x" * 90, ""]),
)
both = st.builds(Text, texts, texts)
numbers = st.fractions(0, 1000)
intervals = st.builds(
    lambda low, more, high_open: Interval(low, low + more, high_open), numbers, numbers, st.booleans()
)


@st.composite
def text_places(draw: st.DrawFn) -> Place:
    source = Source(draw(texts), draw(texts))
    start = draw(st.integers(0, len(source.text)))
    return source.place((start, draw(st.integers(start, len(source.text)))))


cell_places = st.builds(
    CellPlace,
    texts,
    st.integers(1, 99),
    texts,
    st.integers(1, 40),
    texts,
    texts,
    st.sampled_from(["", "表1", "\0"]),
)
places = st.one_of(text_places(), cell_places)
diagnostics = st.builds(
    Diagnostic,
    st.sampled_from(sorted(CODES)),
    both,
    st.lists(st.builds(Label, places, both), max_size=4).map(tuple),
    st.lists(both, max_size=3).map(tuple),
)
facts = st.builds(FactUsed, texts, places, texts, texts, texts)
steps = st.builds(Step, texts, places, texts, numbers, numbers, st.booleans())
applied = st.lists(st.builds(Applied, texts, places, both, texts, st.booleans()), max_size=2).map(tuple)
judged = st.builds(Judged, *[st.none() | numbers] * 3)
amendments = st.builds(AmendedBy, texts, texts, places, texts)
indicators = st.builds(
    IndicatorScore,
    group=st.lists(texts, max_size=2).map(tuple),
    name=texts,
    target=texts,
    actual=texts,
    attainment=st.sampled_from(["met", "missed", "pending"]),
    ratio=st.none() | st.fractions(-5, 5),
    weight=st.just(Fraction(25, 3)) | numbers,
    points=intervals,
    method=texts,
    why=both,
    place=places,
    fact=st.none() | facts,
    step=st.none() | steps,
    excluded=st.booleans(),
    before=st.none() | intervals,
    applied=applied,
    judged=judged,
    amended_by=st.none() | amendments,
)
flags = st.builds(Flag, st.sampled_from(sorted(CODES)), texts, both, st.none() | places, texts)
goals = st.builds(GoalScore, texts, texts, st.none() | numbers, numbers, intervals)
projects = st.builds(
    ProjectScore,
    code=texts,
    name=texts,
    department=texts,
    rubric=texts,
    indicators=st.lists(indicators, max_size=3).map(tuple),
    total=intervals,
    grade=texts,
    possible_grades=st.lists(texts, max_size=3).map(tuple),
    flags=st.lists(flags, max_size=2).map(tuple),
    places=st.integers(0, 4),
    place=places,
    grades=st.lists(texts, max_size=3).map(tuple),
    before=st.none() | intervals,
    applied=applied,
    goals=st.lists(goals, max_size=2).map(tuple),
)


def departments(members: int) -> st.SearchStrategy[DepartmentScore]:
    """Departments over so many projects."""
    return st.builds(
        DepartmentScore,
        code=texts,
        name=texts,
        rubric=texts,
        members=st.just(tuple(range(members))),
        own=st.none() | projects,
        mean=st.none() | intervals,
        mean_by=st.sampled_from(["", "equal", "by_budget", "by_weight"]),
        own_share=st.none() | st.fractions(0, 1),
        total=st.none() | intervals,
        grade=texts,
        possible_grades=st.lists(texts, max_size=3).map(tuple),
        budget=st.none() | numbers,
        spent=st.none() | numbers,
        places=st.integers(0, 4),
        place=places,
        flags=st.lists(flags, max_size=1).map(tuple),
        before=st.none() | intervals,
        applied=applied,
    )


@st.composite
def _scorecards(draw: st.DrawFn) -> Scorecard:
    scored = draw(st.lists(projects, max_size=2).map(tuple))
    over = draw(st.lists(departments(len(scored)), max_size=1).map(tuple))
    told = draw(st.lists(flags, max_size=1).map(tuple))
    return Scorecard(scored, draw(texts), told, over)


scorecards = _scorecards()


def obeyed(output: str) -> set[str]:
    """Characters of an output that a terminal would obey or hide, line feeds apart."""
    bad = {"Cc", "Cs", "Cf", "Zl", "Zp"}
    return {char for char in output if unicodedata.category(char) in bad} - {"\n", "\u200c", "\u200d"}


def widest(output: str) -> int:
    """Cells of the widest line, counted here on its own."""
    return max((sum(map(_width, line)) for line in output.split("\n")), default=0)


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
