"""Puts lines and comments in the order of the source, each comment where its author meant it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from perfdsl.syntax.find_comments import Comment, blank_before
from perfdsl.syntax.line import Line

LEVELS = (0, 2, 4, 6)


@dataclass(slots=True)
class Row:
    """A line of the result, or a comment that stands alone; ``apart``: an empty line comes before it."""

    text: str
    indent: int = 0
    beside: str = ""
    apart: bool = False
    line: Line | None = None
    column: int = 0


def place_comments(lines: list[Line], comments: list[Comment], text: str) -> list[Row]:
    """Give every row of the result; ``text`` is the source in ASCII twins."""
    rows = list(_merged(lines, comments, text))
    _indent(rows)
    _set_blocks_apart(rows)
    if rows:
        rows[0].apart = False
    return rows


def _merged(lines: list[Line], comments: list[Comment], text: str) -> Iterator[Row]:
    """Lines and comments by their place; the last comment beside a line stays there, others move above it."""
    waiting = iter([*comments, None])
    comment = next(waiting)
    for at, line in enumerate(lines):
        while comment is not None and comment.start < line.start:
            yield _alone(comment, text)
            comment = next(waiting)
        following = lines[at + 1].start if at + 1 < len(lines) else len(text)
        beside: list[str] = []
        while comment is not None and comment.start < following and comment.column is None:
            beside.append(comment.text)
            comment = next(waiting)
        yield from _with_beside(line, beside, not line.goes_on and blank_before(text, line.start))
    while comment is not None:
        yield _alone(comment, text)
        comment = next(waiting)


def _alone(comment: Comment, text: str) -> Row:
    return Row(comment.text, apart=blank_before(text, comment.start), column=comment.column or 0)


def _with_beside(line: Line, beside: list[str], apart: bool) -> Iterator[Row]:
    for text in beside[:-1]:
        yield Row(text, column=line.indent, apart=apart)
        apart = False
    yield Row(line.text, line.indent, beside[-1] if beside else "", apart, line)


def _indent(rows: list[Row]) -> None:
    """Give comments the indent of the line right below, or the nearest that fits their column."""
    above = 0
    below = _lines_below(rows)
    for row, (line, touches) in zip(rows, below, strict=True):
        if row.line is not None:
            above = row.indent
            continue
        after = 0 if line is None else line.indent
        row.indent = after if touches else _near(row.column, above, after)
        if line is not None and line.goes_on:
            row.apart = False


def _lines_below(rows: list[Row]) -> list[tuple[Line | None, bool]]:
    """The next line of each row, and whether no empty line comes before it."""
    below: list[tuple[Line | None, bool]] = []
    line, touches = None, False
    for row in reversed(rows):
        below.append((line, touches))
        if row.line is not None:
            line, touches = row.line, True
        touches = touches and not row.apart
    return below[::-1]


def _near(column: int, above: int, below: int) -> int:
    low, high = sorted((above, below))
    fitting = [level for level in LEVELS if low <= level <= high and level <= column]
    return max(fitting, default=low)


def _set_blocks_apart(rows: list[Row]) -> None:
    """Put an empty line before each block, above the comments that lead it, and after its last part."""
    first_of_run = 0
    inside = False
    for at, row in enumerate(rows):
        if row.apart or at == 0 or rows[at - 1].line is not None:
            first_of_run = at
        if row.line is None:
            continue
        if row.line.opens or (inside and row.indent == 0):
            rows[first_of_run].apart = True
        inside = row.line.opens or row.indent > 0
