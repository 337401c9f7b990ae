"""Every form: its cells tile the table, no row clips a text, and its parts stand where they must."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from perfdsl.forms.contents import Contents
from perfdsl.forms.draw_form import TALLEST
from perfdsl.forms.form import Area, Form, Shown
from perfdsl.forms.lay_head import rate_formula, show_rate, sum_formula
from perfdsl.forms.lay_out_form import lay_out_form
from perfdsl.forms.measure_text import count_lines, height_of
from perfdsl.forms.show_value import show_decimal, show_points
from tests.forms.random_contents import contents

KINDS = ["self_evaluation", "monitoring", "declaration", "targets"]
ACROSS = 770
"""Points between the margins of A4 across."""


def places(area: Area) -> list[tuple[int, int]]:
    return [
        (area.row + down, area.column + right) for down in range(area.rows) for right in range(area.columns)
    ]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20, deadline=None)
@given(said=contents())
def test_cells_tile_the_table(kind: str, said: Contents) -> None:
    form = lay_out_form(kind, said, 7)
    covered = [place for cell in form.cells for place in places(cell.area)]
    assert len(covered) == len(set(covered)), "two cells claim a place"
    assert set(covered) == {
        (row, column) for row in range(len(form.heights)) for column in range(len(form.widths))
    }
    assert sum(form.widths) == ACROSS
    crossing = [c for c in form.cells if c.area.row < form.header[0] < c.area.row + c.area.rows]
    assert crossing == [], "the table of the indicators could not begin with its head"


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20, deadline=None)
@given(said=contents())
def test_rows_are_as_high_as_their_texts(kind: str, said: Contents) -> None:
    form = lay_out_form(kind, said, 7)
    for cell in form.cells:
        if cell.style != "title":
            row, column, rows, columns = cell.area
            width = sum(form.widths[column : column + columns])
            assert height_of(count_lines(cell.text, width)) <= sum(form.heights[row : row + rows])


def project(**more: object) -> Contents:
    empty = Contents(
        seq=3, code="", name="养护", department_code="", department="", year=None, money_unit="万元",
        money={}, purpose="", plan=(), plan_unit="万元", goals=(), lines=(),
    )  # fmt: skip
    return empty._replace(**more)


@pytest.mark.parametrize("kind", KINDS)
def test_a_project_that_says_nothing_is_a_form_to_fill(kind: str) -> None:
    form = lay_out_form(kind, project(), 7)
    labels = {"title", "label", "note", "note_centred", "note_right"}
    filled = {cell.text for cell in form.cells if cell.style not in labels and cell.text}
    assert filled <= {"养护", "—"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_higher_than_a_row_may_be_gets_several(kind: str) -> None:
    long = "很长的目标。" * 3000
    form = lay_out_form(kind, project(goals=(long,)), 7)
    assert max(form.heights) <= TALLEST
    goal = next(cell for cell in form.cells if long in cell.text)
    assert goal.area.rows > 1
    covered = [place for cell in form.cells for place in places(cell.area)]
    assert len(covered) == len(set(covered)) == len(form.heights) * len(form.widths)


def sums_of(form: Form) -> list[str]:
    return [
        "".join(part if isinstance(part, str) else f"[{part.rows}]" for part in cell.formula.parts)
        for cell in form.cells
        if cell.formula and "SUM" in str(cell.formula.parts[2:])
    ]


def test_a_total_that_rules_changed_has_no_formula() -> None:
    points = show_points(Fraction(9), 2)
    said = project(
        execution_weight=Shown("10", points.number, "0"),
        execution_score=points,
        total=points,
        weight=Shown("10"),
    )
    assert sums_of(lay_out_form("self_evaluation", said, 7)) == ['IF(COUNT([1])=1,SUM([1]),"")']
    capped = said._replace(total=show_points(Fraction(8), 2))
    assert sums_of(lay_out_form("self_evaluation", capped, 7)) == []


def test_sums_take_cells_that_follow_each_other_together() -> None:
    parts = sum_formula([Area(3, 7), Area(9, 7), Area(10, 7, 2), Area(12, 7)]).parts
    areas = [part for part in parts if isinstance(part, Area)]
    assert areas == [Area(3, 7), Area(9, 7, 4)] * 2
    assert "=4" in "".join(part for part in parts if isinstance(part, str))


@pytest.mark.parametrize(
    ("whole", "part", "text"),
    [
        ("5.00", "4.8", "96.00%"),
        ("3", "1", "33.33%"),
        ("0", "1", "—"),
        ("", "1", "—"),
        ("5", "", "—"),
        ("8", "9", "112.50%"),
    ],
)
def test_the_rate_is_what_its_formula_comes_to(whole: str, part: str, text: str) -> None:
    from decimal import Decimal

    a, b = (show_decimal(Decimal(said)) if said else Shown() for said in (whole, part))
    assert show_rate(a, b).text == text
    assert rate_formula(Area(0, 0), Area(0, 1)).parts.count(Area(0, 0)) == 3
