"""A page is read upright, however it is turned, and a picture of it fits the places that are read."""

from __future__ import annotations

import struct
import zlib

import pytest

from perfdsl.documents.readers.pdf.draw_page import draw_pages
from tests.documents.pdf.read_it import RULED, boxes_of, grids_of, read_well
from tests.documents.pdf.typeset import Box, canvas_of, draw_table, finish

BOXES = [Box(0, 0, 1, 1, "指标"), Box(0, 1, 1, 1, "次数"), Box(1, 0, 1, 2, "合并的一格")]
DOTS = 72


def turned(quarters: int, said: int) -> bytes:
    """A page of 400 × 300 as one reads it, whose text is turned clockwise, and which says how it is shown."""
    size = (400, 300) if quarters % 2 == 0 else (300, 400)
    canvas, out = canvas_of(size, turn=said)
    canvas.translate(size[0] / 2, size[1] / 2)
    canvas.rotate(-90 * quarters)
    canvas.translate(-200, -150)
    draw_table(canvas, BOXES, [20, 120, 220], [280, 240, 200], "lines")
    return finish(canvas, out)


@pytest.mark.parametrize("quarters", range(4))
def test_a_page_that_says_how_it_is_turned(quarters: int) -> None:
    upright = grids_of(read_well(turned(0, 0)))
    assert boxes_of(upright[0]) == BOXES
    assert grids_of(read_well(turned(quarters, -quarters % 4))) == upright


@pytest.mark.parametrize("quarters", range(4))
def test_a_page_that_does_not_say_so(quarters: int) -> None:
    assert grids_of(read_well(turned(quarters, 0))) == grids_of(read_well(turned(0, 0)))


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("said", [0, 1])
def test_the_picture_fits_the_places(quarters: int, said: int) -> None:
    rows = pixels(draw_pages(turned(quarters, said), [1], DOTS)[1])
    assert (len(rows[0]), len(rows)) == (400, 300)
    assert is_dark(rows, 20, 50)
    assert is_dark(rows, 120, 30)
    assert not is_dark(rows, 120, 85)
    assert is_dark(rows, 60, 60)
    assert not is_dark(rows, 350, 250)


def test_pages_that_are_not_there_are_left_out() -> None:
    assert sorted(draw_pages(RULED, [5, 0, 1, 6, 99, -1], 20)) == [1, 5]
    assert draw_pages(b"no", [1], 20) == {}
    assert draw_pages(RULED, [1], 100_000) == {}


def is_dark(rows: list[bytes], x: int, y: int) -> bool:
    return min(rows[b][a] for a in (x - 1, x, x + 1) for b in (y - 1, y, y + 1)) < 140


def pixels(png: bytes) -> list[bytes]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    packed = png[png.index(b"IDAT") + 4 : -16]
    raw = zlib.decompress(packed)
    return [raw[row * (width + 1) + 1 : (row + 1) * (width + 1)] for row in range(height)]
