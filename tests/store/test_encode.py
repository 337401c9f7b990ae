"""Whatever is encoded comes back the same; whatever was not is refused."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostic
from perfdsl.scorecard import Scorecard
from perfdsl.source import Place, Source, TextPlace
from perfdsl.store.encode import (
    DAMAGED,
    LostError,
    decode_diagnostic,
    decode_place,
    encode_diagnostic,
    encode_place,
    read,
    write,
)
from perfdsl.store.encode_scorecard import decode_scorecard, encode_scorecard
from tests.report import hostile, invented

HALVES = re.compile(r"\\ud[89ab]..\\ud[c-f]", re.IGNORECASE)
"""Two halves of a surrogate pair side by side, in ``ascii``: JSON makes one character of them."""


def seen(places: list[Place]) -> dict[str, Source] | None:
    """Sources of places by name; None where two of one name differ, which no workspace has."""
    found: dict[str, Source] = {}
    for place in places:
        if (
            isinstance(place, TextPlace)
            and found.setdefault(place.source.name, place.source) is not place.source
        ):
            return None
    return found


def places_of(scorecard: Scorecard) -> list[Place]:
    found: list[Place] = [flag.place for flag in scorecard.flags if flag.place is not None]
    owned = [department.own for department in scorecard.departments if department.own is not None]
    for scored in (*scorecard.projects, *scorecard.departments, *owned):
        found += [scored.place, *(each.place for each in scored.applied)]
        found += [flag.place for flag in scored.flags if flag.place is not None]
    for project in (*scorecard.projects, *owned):
        for line in project.indicators:
            parts = (line, line.fact, line.step, line.amended_by, *line.applied)
            found += [part.place for part in parts if part is not None]
    return found


@settings(max_examples=100, deadline=None)
@given(hostile.scorecards)
def test_scorecards_come_back(scorecard: Scorecard) -> None:
    assume(not HALVES.search(ascii(scorecard)))
    sources = seen(places_of(scorecard))
    if sources is not None:
        assert decode_scorecard(read(write(encode_scorecard(scorecard))), sources) == scorecard


@settings(max_examples=100, deadline=None)
@given(hostile.diagnostics)
def test_diagnostics_come_back(diagnostic: Diagnostic) -> None:
    assume(not HALVES.search(ascii(diagnostic)))
    sources = seen([label.place for label in diagnostic.labels])
    if sources is not None:
        text = write(encode_diagnostic(diagnostic))
        assert text.isascii()
        assert decode_diagnostic(read(text), sources) == diagnostic


def test_a_whole_report_comes_back() -> None:
    scorecard = invented.scorecard()
    assert decode_scorecard(encode_scorecard(scorecard), seen(places_of(scorecard)) or {}) == scorecard


def test_fractions_stay_exact() -> None:
    scorecard = invented.scorecard()
    line = scorecard.projects[0].indicators[0]._replace(weight=Fraction(25, 3), ratio=Fraction(1, 7))
    project = scorecard.projects[0]._replace(indicators=(line,))
    card = Scorecard((project,), "")
    (back,) = decode_scorecard(read(write(encode_scorecard(card))), seen(places_of(card)) or {}).projects
    assert (back.indicators[0].weight, back.indicators[0].ratio) == (Fraction(25, 3), Fraction(1, 7))


@pytest.mark.parametrize("kept", [["other", 0, 1], ["a", 0, 9], ["a", -1, 2], ["a", 2, 1]])
def test_places_in_other_texts_are_lost(kept: list[Any]) -> None:
    with pytest.raises(LostError):
        decode_place(kept, {"a": Source("a", "text")})


def test_the_end_of_a_text_is_a_place() -> None:
    source = Source("a", "text")
    place = source.place((4, 5))
    assert decode_place(encode_place(place), {"a": source}) == place


def test_unknown_codes_are_lost() -> None:
    with pytest.raises(LostError):
        decode_diagnostic(["P9999", ["", ""], [], []], {})


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["1/0", "P0101", "nan"]),
    lambda inner: st.lists(inner, max_size=8),
    max_leaves=20,
)


@given(values)
def test_whatever_was_not_encoded_here_is_refused_as_damaged(value: Any) -> None:
    for decode in (decode_diagnostic, decode_scorecard, decode_place):
        try:
            decode(value, {})
        except DAMAGED:
            continue


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read(text)
    except DAMAGED:
        return


def test_deep_texts_are_refused() -> None:
    with pytest.raises(DAMAGED):
        read("[" * 100_000)
