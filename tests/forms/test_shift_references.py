"""What formulas speak of after rows were inserted: the same cells as before, and areas that grew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.forms.shift_references import Insertion, shift_area, shift_areas, shift_formula

IN = Insertion("自评表", 9, 3)


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("=J9", "=J9"),
        ("=J10+I5", "=J13+I5"),
        ("=SUM(I9:I9)", "=SUM(I9:I12)"),
        ("=SUM(J9)", "=SUM(J9:J12)"),
        ("=SUM(J8)", "=SUM(J8)"),
        ("=SUM($J$5:$J$20)", "=SUM($J$5:$J$23)"),
        ("=SUM(J9:J9,K$9:K$10)", "=SUM(J9:J12,K$9:K$13)"),
        ("=其他!J10+自评表!J10", "=其他!J10+自评表!J13"),
        ("='自评表'!$J$10", "='自评表'!$J$13"),
        ('=IF(J10="","J10",SUM(J:J))', '=IF(J13="","J10",SUM(J:J))'),
        ("=SUM(9:9)", "=SUM(9:12)"),
        ("=总分*2", "=总分*2"),
    ],
)
def test_formulas(formula: str, moved: str) -> None:
    assert shift_formula(formula, "自评表", IN) == moved


def test_formulas_of_the_pattern_row_do_not_grow() -> None:
    assert shift_formula("=SUM(J$9:J9)+J10", "自评表", IN, stretch=False) == "=SUM(J$9:J9)+J13"


def test_what_is_no_formula_stays() -> None:
    assert shift_formula("='未完", "自评表", IN) == "='未完"
    assert shift_areas("J9 A1:B2 K11", IN) == "J9:J12 A1:B2 K14"


@given(row=st.integers(1, 2000), after=st.integers(1, 1000), by=st.integers(1, 50))
def test_a_cell_is_where_its_row_has_gone(row: int, after: int, by: int) -> None:
    moved = shift_area(f"$B${row}", Insertion("a", after, by))
    assert moved == f"$B${row if row <= after else row + by}"


@given(first=st.integers(1, 500), size=st.integers(0, 100), after=st.integers(1, 600), by=st.integers(1, 50))
def test_an_area_keeps_its_rows_and_grows_over_the_new_ones(
    first: int, size: int, after: int, by: int
) -> None:
    inserted = Insertion("a", after, by)
    start, end = (int(part[1:]) for part in shift_area(f"B{first}:B{first + size}", inserted).split(":"))
    old = {inserted.row(row) for row in range(first, first + size + 1)}
    new = set(range(after + 1, after + by + 1)) if first <= after <= first + size else set()
    assert set(range(start, end + 1)) == old | new
