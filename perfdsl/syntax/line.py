"""A line that the formatter writes."""

from __future__ import annotations

from dataclasses import dataclass

PART, ENTRY, CLAUSE = 2, 4, 6
"""Blanks before the parts of a block, the indicators of a group, and the clauses of an indicator."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be written; ``start`` is where what it says begins in the source.

    ``opens`` a block; ``goes_on`` with the list of the line before; ``result`` is the right side of a case,
    whose arrow is aligned with its neighbours'. ``apart``: an empty line before it, if no text tells of any.
    """

    indent: int
    text: str
    start: int
    opens: bool = False
    goes_on: bool = False
    apart: bool = False
    result: str = ""
