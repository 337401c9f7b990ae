"""Tables of any shape come out as they went in: a property, and held against another library."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.pdf.read_it import RULED, boxes_of, grids_of, read_well
from tests.documents.pdf.typeset import STYLES, Box, Style, canvas_of, draw_table, finish, write_lines

WORDS = st.text("产出指标数量质量时效≥≤0123456789.%万元次年，。", min_size=0, max_size=12)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Box], list[int], list[int]]:
    """A table with merged cells: each is grown from its corner over places that are still free."""
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    boxes: list[Box] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in free:
                continue
            wide = draw(st.integers(1, columns - column))
            while any((row, column + each) not in free for each in range(wide)):
                wide -= 1
            tall = draw(st.integers(1, rows - row))
            boxes.append(Box(row, column, tall, wide, draw(WORDS)))
            free -= {(row + down, column + right) for down in range(tall) for right in range(wide)}
    xs, ys = [20], [800]
    for _ in range(columns):
        xs.append(xs[-1] + draw(st.integers(30, 110)))
    for _ in range(rows):
        ys.append(ys[-1] - draw(st.integers(75, 140)))
    return boxes, xs, ys


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), st.sampled_from(STYLES))
def test_what_is_typeset_is_read(table: tuple[list[Box], list[int], list[int]], style: Style) -> None:
    boxes, xs, ys = table
    canvas, out = canvas_of((700, 850))
    write_lines(canvas, ["标题"], 20, 840, 10)
    draw_table(canvas, boxes, xs, ys, style, size=8)
    grids = grids_of(read_well(finish(canvas, out)))
    if len(boxes) == 1:
        assert grids == []
        return
    (grid,) = grids
    used_xs = sorted({at for box in boxes for at in (xs[box.column], xs[box.column + box.columns])})
    used_ys = sorted({at for box in boxes for at in (ys[box.row], ys[box.row + box.rows])}, reverse=True)
    wanted = [
        Box(
            used_ys.index(ys[box.row]), used_xs.index(xs[box.column]),
            used_ys.index(ys[box.row + box.rows]) - used_ys.index(ys[box.row]),
            used_xs.index(xs[box.column + box.columns]) - used_xs.index(xs[box.column]), box.text,
        )
        for box in boxes
    ]  # fmt: skip
    assert boxes_of(grid) == sorted(wanted)


def test_cells_stand_where_pdfplumber_sees_them() -> None:
    grids = grids_of(read_well(RULED))
    with pdfplumber.open(BytesIO(RULED)) as peer:
        for number, page in enumerate(peer.pages[:2], start=1):
            theirs = [cell for table in page.find_tables() for cell in table.cells]
            ours = [cell.spots[0] for grid in grids if grid.page == number for cell in grid.cells]
            assert len(ours) == len(theirs)
            for spot in ours:
                sides = [side / 100 for side in spot[1:]]
                assert any(sides == pytest.approx(cell, abs=1.5) for cell in theirs)


def test_an_underlined_word_divides_no_cell() -> None:
    canvas, out = canvas_of((300, 300))
    boxes = [Box(0, 0, 1, 1, "甲"), Box(0, 1, 1, 1, "乙"), Box(1, 0, 1, 2, "丙")]
    draw_table(canvas, boxes, [20, 120, 220], [280, 220, 160], "lines")
    canvas.line(24, 262, 40, 262)
    canvas.line(124, 240, 180, 240)
    (grid,) = grids_of(read_well(finish(canvas, out)))
    assert boxes_of(grid) == boxes


def test_white_rules_and_grounds_are_none() -> None:
    canvas, out = canvas_of((300, 300))
    boxes = [Box(0, 0, 1, 1, "甲"), Box(0, 1, 1, 1, "乙")]
    canvas.setFillGray(0.9)
    canvas.rect(20, 250, 60, 30, stroke=0, fill=1)
    canvas.setFillGray(0)
    draw_table(canvas, boxes, [20, 120, 220], [280, 220], "lines")
    canvas.setStrokeGray(1)
    canvas.line(20, 250, 220, 250)
    (grid,) = grids_of(read_well(finish(canvas, out)))
    assert boxes_of(grid) == boxes


def test_a_table_in_a_cell() -> None:
    canvas, out = canvas_of((400, 400))
    draw_table(canvas, [Box(0, 0, 1, 1, "外"), Box(0, 1, 1, 1, "旁")], [20, 220, 380], [380, 220], "lines")
    inner = [Box(0, 0, 1, 1, "内一"), Box(0, 1, 1, 1, "内二")]
    draw_table(canvas, inner, [60, 110, 160], [340, 300], "lines")
    outside, inside = grids_of(read_well(finish(canvas, out)))
    assert boxes_of(outside) == [Box(0, 0, 1, 1, "外"), Box(0, 1, 1, 1, "旁")]
    assert boxes_of(inside) == inner
