"""Finds the rules of a page that touch each other: each such group may be the frame of a table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from perfdsl.documents.readers.pdf.bounds import MOST_CROSSINGS
from perfdsl.documents.readers.pdf.merge_rules import NEAR
from perfdsl.documents.readers.pdf.page import Rule, Rules


def connect_rules(across: list[Rule], down: list[Rule]) -> list[Rules] | None:
    """Give the groups of rules that touch, ``down`` being ordered; None where too many cross: a chart."""
    leaders = list(range(len(across) + len(down)))
    columns = [rule.at for rule in down]
    crossings = 0
    for index, rule in enumerate(across):
        first, last = bisect_left(columns, rule.start - NEAR), bisect_right(columns, rule.end + NEAR)
        crossings += last - first
        if crossings > MOST_CROSSINGS:
            return None
        for other in range(first, last):
            if down[other].start - NEAR <= rule.at <= down[other].end + NEAR:
                leaders[_leader(leaders, len(across) + other)] = _leader(leaders, index)
    return _groups(across, down, leaders)


def _leader(leaders: list[int], index: int) -> int:
    while leaders[index] != index:
        leaders[index] = leaders[leaders[index]]
        index = leaders[index]
    return index


def _groups(across: list[Rule], down: list[Rule], leaders: list[int]) -> list[Rules]:
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(leaders)):
        group = groups.setdefault(_leader(leaders, index), ([], []))
        if index < len(across):
            group[0].append(across[index])
        else:
            group[1].append(down[index - len(across)])
    return [Rules(tuple(ours), tuple(theirs)) for ours, theirs in groups.values() if ours and theirs]
