"""Texts, and places in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from perfdsl.source import CellPlace, Source, find_line_starts

TEXT = "一\n二二\n\n四"


def test_positions_count_from_one() -> None:
    source = Source("a", TEXT)
    assert [tuple(source.position(at)) for at in range(len(TEXT) + 1)] == [
        (1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 1), (4, 1), (4, 2),
    ]  # fmt: skip


def test_lines() -> None:
    source = Source("a", "一\r\n二")
    assert [source.line(number) for number in (1, 2, 3)] == ["一", "二", ""]


def test_places() -> None:
    place = Source("a.perf", TEXT).place((2, 4))
    assert (place.file, place.text, tuple(place.position)) == ("a.perf", "二二", (2, 1))
    assert CellPlace("a.csv", 3, "实绩", 2, "x", "a,x").position == (3, 2)


def test_a_source_does_not_show_its_whole_text() -> None:
    assert repr(Source("a", "x" * 10_000)) == "Source('a', 10000 characters)"


@given(st.text(st.sampled_from("ab\n\r\u2028")))
def test_only_line_feeds_end_lines(text: str) -> None:
    assert len(find_line_starts(text)) == text.count("\n") + 1
    source = Source("a", text)
    for at in range(len(text) + 1):
        line, column = source.position(at)
        assert text.count("\n", 0, at) == line - 1
        assert at - (text.rfind("\n", 0, at) + 1) == column - 1
