"""Lists every stretch of a form that neither a field nor a known label took: nothing is lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.importers.draft import Unused
from perfdsl.importers.flat import messages_form
from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.flow import Flow

MOST_STRETCHES = 200
"""Stretches that are listed one by one; all that follows them is given in one piece."""


def list_unused(flow: Flow, start: int, end: int) -> tuple[Unused, ...]:
    """Give what is left of a form's region, in order, with its lines.

    Together with what was taken it is every character of the region. Linear in its length.
    """
    left = list(_left(flow, start, end))
    if len(left) > MOST_STRETCHES:
        left[MOST_STRETCHES:] = [(left[MOST_STRETCHES][0], left[-1][1])]
    return tuple(Unused(flow.raw(*one), flow.spots(*one), messages_form.not_read()) for one in left)


def _left(flow: Flow, start: int, end: int) -> Iterator[Stretch]:
    taken = bytes(flow.taken[at] for at in flow.origin[start:end])
    at = taken.find(0)
    while at >= 0:
        stop = taken.find(1, at)
        stop = stop if stop >= 0 else len(taken)
        yield start + at, start + stop
        at = taken.find(0, stop)
