"""Labels that go over pages are divided, so that each page shows them whole."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.forms.break_pages import PAGE, break_pages
from perfdsl.forms.contents import Contents
from perfdsl.forms.form import Area, Form, FormCell, Shown
from perfdsl.forms.lay_out_form import lay_out_form
from perfdsl.forms.measure_text import count_lines, height_of
from tests.forms.random_contents import contents

KINDS = ["self_evaluation", "monitoring", "declaration", "targets"]


def tall_form(rows: int, height: int, text: str = "产出指标") -> Form:
    label = FormCell(Area(2, 0, rows - 2, 1), Shown(text), "label")
    head = FormCell(Area(1, 0), Shown("一级指标"), "label")
    words = [FormCell(Area(row, 1), Shown(str(row))) for row in range(2, rows)]
    return Form("表", (head, label, *words), (60, 60), (20, 30, *(height,) * (rows - 2)), 1, (1, 2))


def test_a_short_form_stays_as_it_is() -> None:
    form = tall_form(10, 20)
    assert break_pages(form) == (form, ())


def test_a_label_over_pages_stands_on_each_of_them() -> None:
    form, breaks = break_pages(tall_form(60, 20))
    ends = [2, *breaks, 60]
    labels = [cell.area for cell in form.cells if cell.text == "产出指标"]
    assert [(area.row, area.rows) for area in labels] == [
        (first, last - first) for first, last in pairwise(ends)
    ]
    assert breaks[0] == 2 + (PAGE - 50) // 20
    assert breaks[1] - breaks[0] == (PAGE - 30) // 20, "the head is printed again"


def test_a_part_is_high_enough_for_its_label() -> None:
    long = "很长的一级指标的名称" * 3
    whole = tall_form(60, 20)
    rows = 2 + (PAGE - 50) // 20 + 1
    cells = (FormCell(Area(2, 0, rows - 2, 1), Shown(long), "label"),)
    form, breaks = break_pages(whole._replace(cells=cells, heights=whole.heights[:rows]))
    assert len(breaks) == 1
    for cell in form.cells:
        area = cell.area
        assert sum(form.heights[area.row : area.row + area.rows]) >= height_of(count_lines(long, 60))


@settings(max_examples=40, deadline=None)
@given(said=contents(), kind=st.sampled_from(KINDS), times=st.integers(1, 6))
def test_no_label_goes_over_a_page_and_no_cell_is_lost(said: Contents, kind: str, times: int) -> None:
    said = said._replace(lines=said.lines * times)
    form = lay_out_form(kind, said, 7)
    broken, breaks = break_pages(form)
    covered = [
        (row, column)
        for cell in broken.cells
        for row in range(cell.area.row, cell.area.row + cell.area.rows)
        for column in range(cell.area.column, cell.area.column + cell.area.columns)
    ]
    assert len(set(covered)) == len(covered) == sum(c.area.rows * c.area.columns for c in form.cells)
    head = sum(broken.heights[slice(*form.header)])
    for first, last in pairwise([0, *breaks, len(broken.heights)]):
        again = head if first >= form.header[1] else 0
        assert again + sum(broken.heights[first:last]) <= PAGE or last - first == 1
    for cell in broken.cells:
        if cell.style == "label" and cell.text:
            first, after = cell.area.row, cell.area.row + cell.area.rows
            assert not any(first < row < after for row in breaks)


def test_time_grows_with_the_rows() -> None:
    form, breaks = break_pages(tall_form(20_000, 20))
    assert len(breaks) > 800
    assert len(form.cells) == 20_000 - 1 + len(breaks) + 1
