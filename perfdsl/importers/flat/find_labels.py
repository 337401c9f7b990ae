"""Finds the labels of a form's head in a stream."""

from __future__ import annotations

from functools import cache

from perfdsl.importers.draft import HeadName
from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.flow import Flow
from perfdsl.importers.flat.vocabulary import head_labels, head_pattern, words

Labels = dict[HeadName, list[Stretch]]


def find_labels(flow: Flow, start: int, end: int) -> tuple[Labels, list[int]]:
    """Find the places of each label of a head, and where any label begins.

    A label stands where a cell may begin, and where it ends a cell may end, or a colon stands. Labels of
    groups are taken here, and those that no field is known for where nothing stands behind them.
    """
    found: Labels = {}
    stops: list[int] = []
    others: list[Stretch] = []
    at = start
    while at < end:
        match = head_pattern().match(flow.text, at, end) if flow.is_soft(at) else None
        if match is None or not (flow.is_soft(match.end()) or match["behind"]):
            at += 1
            continue
        name = head_labels()[match["word"].replace("：", ":")]
        stops.append(at)
        if name is not None:
            found.setdefault(name, []).append(match.span())
        elif match["word"] in _groups():
            flow.take(*match.span())
        else:
            others.append(match.span())
        at = match.end()
    edges = {*stops, end}
    for first, stop in others:
        if stop in edges:
            flow.take(first, stop)
    return found, stops


@cache
def _groups() -> frozenset[str]:
    return frozenset(words("groups"))
