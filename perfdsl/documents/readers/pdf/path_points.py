"""Reads the points of a drawn path, and gives its straight strokes as thin boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from perfdsl.documents.readers.pdf.upright import Box, Upright, hundredths

Matrix = tuple[Any, Any, Any, Any, Any, Any]
"""As PDF has it: x' = a·x + c·y + e, y' = b·x + d·y + f."""

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_STRAIGHT = 100
"""How far (1/100 pt) the ends of a stroke may be out of line."""

Point = tuple[int, int]


def read_matrix(raw: Any, drawn: Any) -> Matrix:  # noqa: ANN401 (untyped library)
    """Give the matrix of a drawn thing."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix)):
        return _IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def multiply(inner: Matrix, outer: Matrix) -> Matrix:
    """Give the matrix that applies ``inner`` first."""
    a, b, c, d, e, f = inner
    x, y = apply(outer, e, f)
    ox, oy = outer[4], outer[5]
    ax, ay = apply(outer, a, b)
    cx, cy = apply(outer, c, d)
    return (ax - ox, ay - oy, cx - ox, cy - oy, x, y)


def apply(matrix: Matrix, x: Any, y: Any) -> tuple[Any, Any]:  # noqa: ANN401 (C floats)
    """Give the place of a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def read_strokes(raw: Any, path: Any, matrix: Matrix, upright: Upright, stroked: bool) -> list[Box]:  # noqa: ANN401
    """Give the strokes of a stroked path that run along rows or columns; of a filled one, its parts."""
    boxes: list[Box] = []
    for part in _parts(raw, path, matrix, upright):
        if not stroked:
            xs, ys = [x for x, _ in part], [y for _, y in part]
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
            continue
        for (x1, y1), (x2, y2) in pairwise(part):
            if abs(x1 - x2) <= _STRAIGHT or abs(y1 - y2) <= _STRAIGHT:
                boxes.append((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    return boxes


def _parts(raw: Any, path: Any, matrix: Matrix, upright: Upright) -> Iterator[list[Point]]:  # noqa: ANN401
    """Give the connected parts of a path; a closed one comes back to its first point."""
    part: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = upright.point(*map(hundredths, apply(matrix, x.value, y.value)))
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and part:
            yield part
            part = []
        part.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            part.append(part[0])
    if part:
        yield part
