from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.report.window import Marked, Shown, fit, mark
from perfdsl.source import CellPlace, Source
from tests.report.hostile import obeyed, places, widest


def shown(text: str, start: int, end: int, width: int, reach: int = 1000) -> Shown:
    return fit(mark(Source("x", text).place((start, end)), reach), width)


@pytest.mark.parametrize(
    ("text", "span", "width", "expected"),
    [
        ("指标 >= 7次", (6, 8), 40, Shown("指标 >= 7次", 8, 3)),
        ("\t7次\r\nx", (1, 3), 40, Shown("    7次", 4, 3)),
        ("一\n二三\n四", (2, 6), 40, Shown("二三", 0, 4)),
        ("一二", (2, 2), 40, Shown("一二", 4, 1)),
        ("一\r\n", (2, 3), 40, Shown("一", 2, 1)),
        ("", (0, 0), 40, Shown("", 0, 1)),
        ("\x1b]x", (0, 1), 40, Shown(r"\x1b]x", 0, 4)),
        ("a" * 30 + "X" + "b" * 30, (30, 31), 13, Shown("…aaaaXbbbbb…", 5, 1)),
        ("X" + "b" * 30, (0, 1), 13, Shown("Xbbbbbbbbb…", 0, 1)),
        ("a" * 30 + "X", (30, 31), 13, Shown("…aaaaaaaaaX", 10, 1)),
        ("长" * 30, (10, 30), 13, Shown("…长长长长长…", 1, 10)),
    ],
)
def test_a_line_around_its_mark(text: str, span: tuple[int, int], width: int, expected: Shown) -> None:
    assert shown(text, *span, width) == expected


def test_only_what_is_near_is_taken_of_a_long_line() -> None:
    marked = mark(Source("x", "a" * 10**6).place((500_000, 500_003)), 100)
    assert marked == Marked("a" * 200, 100, 103, more_before=True, more_after=True)
    assert mark(Source("x", "a" * 150).place((0, 1)), 100).more_after
    assert not mark(Source("x", "a" * 100).place((0, 1)), 100).more_after


def test_cells() -> None:
    place = CellPlace("a.csv", 3, "实绩", 2, "7人", "甲" * 300 + ",7人," + "乙" * 300)
    assert fit(mark(place, 1000), 21) == Shown("…甲甲甲,7人,乙乙乙…", 8, 3)
    assert fit(mark(place, 50), 21) == fit(mark(place, 1000), 21)


def test_a_cell_that_cannot_be_seen_has_no_mark() -> None:
    assert fit(mark(CellPlace("a.csv", 3, "实绩", 9, "none", "a,b"), 100), 40) == Shown("a,b", 0, 0)


def test_a_row_without_text_shows_the_cell() -> None:
    assert fit(mark(CellPlace("a.xlsx", 3, "实绩", 9, "7人", ""), 100), 40) == Shown("7人", 0, 3)
    assert mark(CellPlace("a.xlsx", 3, "实绩", 9, "x" * 101, ""), 100).more_after


@given(places, st.integers(10, 60), st.integers(1, 60))
def test_any_line_fits(place: object, width: int, reach: int) -> None:
    result = fit(mark(place, reach), width)  # type: ignore[arg-type]
    assert obeyed(result.text) == set()
    assert widest(result.text) <= width
    assert 0 <= result.before + result.under <= width
