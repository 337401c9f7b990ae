from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.report.find_cell import find_cell
from perfdsl.source import CellPlace
from tests.report.hostile import texts


def found(line: str, number: int, text: str) -> str | None:
    span = find_cell(CellPlace("a.csv", 2, "列", number, text, line))
    return None if span is None else line[span[0] : span[1]]


@pytest.mark.parametrize(
    ("line", "number", "text", "cell"),
    [
        ("7人,7人,x", 2, "7人", "7人"),
        ('"1,234",7人', 2, "7人", "7人"),
        ('"1,234",7人', 1, "1,234", '"1,234"'),
        ('"说""好""",7人', 1, '说"好"', '"说""好"""'),
        ("a\t 7人 \tb", 2, "7人", "7人"),
        ("a;b;7人", 3, "7人", "7人"),
        ('"a,7人', 2, "7人", "7人"),
        ("a,,b", 2, "", ""),
        ("a,b", 5, "b", "b"),
        ('{"实际": "7人"}', 4, "7人", "7人"),
        ("7人", 1, "7人", "7人"),
        ("a,b", 2, "nowhere", None),
        ("a,b", 9, "", None),
        ("a,b", 0, "b", "b"),
    ],
)
def test_the_cell_is_found_by_number_and_then_by_text(
    line: str, number: int, text: str, cell: str | None
) -> None:
    assert found(line, number, text) == cell


def test_the_number_decides_between_equal_cells() -> None:
    assert find_cell(CellPlace("a.csv", 2, "列", 2, "7人", "7人,7人")) == (3, 5)


@given(texts, st.integers(-1, 40), texts)
def test_any_row_at_all(line: str, number: int, text: str) -> None:
    span = find_cell(CellPlace("a.csv", 2, "列", number, text, line))
    assert span is None or 0 <= span[0] <= span[1] <= len(line)


@pytest.mark.parametrize("piece", ['"', '"a,"b,', ",", '""', '",'])
def test_hostile_rows_take_time_in_proportion(piece: str) -> None:
    begun = time.process_time()
    find_cell(CellPlace("a.csv", 2, "列", 9999, "none", piece * 200_000))
    assert time.process_time() - begun < 5
