"""Reads the straight lines drawn on a page: thin lines, thin filled boxes, and the sides of drawn boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from perfdsl.documents.readers.pdf.bounds import MOST_DEPTH, MOST_OBJECTS, MOST_SEGMENTS
from perfdsl.documents.readers.pdf.page import Rule, Rules
from perfdsl.documents.readers.pdf.path_points import Matrix, apply, multiply, read_matrix, read_strokes
from perfdsl.documents.readers.pdf.upright import Box, Upright, hundredths

_THICK = 400
_SHORT = 200
_WHITE = 255
_LINE = 2


class Drawn(NamedTuple):
    """The rules of a page; how many pictures, and things in all, are on it; whether these are too many."""

    rules: Rules
    pictures: int
    things: int
    crowded: bool


def read_rules(raw: Any, page: Any, upright: Upright) -> Drawn:  # noqa: ANN401 (untyped library)
    """Read the rules; none where the page is crowded: that is a map or a chart."""
    pictures = seen = 0
    if raw.FPDFPage_CountObjects(page) > MOST_OBJECTS:
        return Drawn(Rules((), ()), 0, raw.FPDFPage_CountObjects(page), crowded=True)
    across: list[Rule] = []
    down: list[Rule] = []
    for drawn, matrix in _walk(raw, page):
        seen += 1
        if seen > MOST_OBJECTS:
            return Drawn(Rules((), ()), pictures, seen, crowded=True)
        kind = raw.FPDFPageObj_GetType(drawn)
        pictures += kind == raw.FPDF_PAGEOBJ_IMAGE
        if kind in {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE}:
            for left, top, right, bottom in _boxes(raw, drawn, matrix, upright, kind):
                if bottom - top <= _THICK < _SHORT + right - left:
                    across.append(Rule((top + bottom) // 2, left, right))
                elif right - left <= _THICK < _SHORT + bottom - top:
                    down.append(Rule((left + right) // 2, top, bottom))
    return Drawn(Rules(tuple(across), tuple(down)), pictures, seen, crowded=False)


def _walk(raw: Any, page: Any) -> Iterator[tuple[Any, Matrix | None]]:  # noqa: ANN401
    """Go through what is drawn, also inside other drawings, each with the matrix that stands over it."""
    open_ones: list[tuple[Any, Matrix | None, int]] = [
        (raw.FPDFPage_GetObject(page, index), None, 0)
        for index in range(raw.FPDFPage_CountObjects(page) - 1, -1, -1)
    ]
    while open_ones:
        drawn, matrix, depth = open_ones.pop()
        yield drawn, matrix
        if depth < MOST_DEPTH and raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_FORM:
            own = read_matrix(raw, drawn)
            inner = multiply(own, matrix) if matrix else own
            count = min(raw.FPDFFormObj_CountObjects(drawn), MOST_OBJECTS + 1)
            children = [raw.FPDFFormObj_GetObject(drawn, index) for index in range(count)]
            open_ones += [(child, inner, depth + 1) for child in reversed(children)]


def _boxes(raw: Any, drawn: Any, matrix: Matrix | None, upright: Upright, kind: int) -> list[Box]:  # noqa: ANN401
    """Give the boxes of a drawing that may be rules: itself where it is thin, else its sides."""
    box = _bounds(raw, drawn, matrix, upright)
    is_thin = min(box[2] - box[0], box[3] - box[1]) <= _THICK
    if kind == raw.FPDF_PAGEOBJ_IMAGE:
        return [box] if is_thin else []
    filled, stroked = _painting(raw, drawn)
    if not (filled or stroked) or not _is_seen(raw, drawn, stroked):
        return []
    if is_thin:
        return [box]
    # A filled box is the ground of a cell; a long path may be all the rules of a table at once.
    segments = raw.FPDFPath_CountSegments(drawn)
    if segments > MOST_SEGMENTS or (not stroked and segments <= 5):  # noqa: PLR2004 (a box)
        return []
    own = read_matrix(raw, drawn)
    return read_strokes(raw, drawn, multiply(own, matrix) if matrix else own, upright, stroked)


def _bounds(raw: Any, drawn: Any, matrix: Matrix | None, upright: Upright) -> Box:  # noqa: ANN401
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(drawn, *sides)
    left, bottom, right, top = (side.value for side in sides)
    if matrix:
        left, bottom = apply(matrix, left, bottom)
        right, top = apply(matrix, right, top)
    return upright.box(hundredths(left), hundredths(bottom), hundredths(right), hundredths(top))


def _painting(raw: Any, drawn: Any) -> tuple[bool, bool]:  # noqa: ANN401
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    return bool(fill.value), bool(stroke.value)


def _is_seen(raw: Any, drawn: Any, stroked: bool) -> bool:  # noqa: ANN401
    """Whether it is not white on white."""
    parts = [ctypes.c_uint() for _ in range(4)]
    ask = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    known = ask(drawn, *parts)
    return not known or any(part.value != _WHITE for part in parts[:3])
