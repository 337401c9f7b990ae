"""Joins the pieces of a rule: collinear ones with small gaps, and the lines of a double rule."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.documents.readers.pdf.page import Rule

NEAR = 200
"""Lines less than this far apart (1/100 pt) are one; the text of a cell keeps farther from its rules."""


def merge_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Give the joined rules, ordered by where they stand; each lies in the middle of its pieces."""
    merged: list[Rule] = []
    beam: list[Rule] = []
    for rule in sorted(rules):
        if beam and rule.at - beam[0].at > NEAR:
            merged += _join(beam)
            beam = []
        beam.append(rule)
    merged += _join(beam)
    return sorted(merged)


def _join(beam: list[Rule]) -> list[Rule]:
    """Join the pieces that lie on one line."""
    joined: list[Rule] = []
    beam.sort(key=lambda rule: rule.start)
    low = high = 0
    for rule in beam:
        if joined and rule.start <= joined[-1].end + NEAR:
            low, high = min(low, rule.at), max(high, rule.at)
            joined[-1] = Rule((low + high) // 2, joined[-1].start, max(joined[-1].end, rule.end))
        else:
            low = high = rule.at
            joined.append(rule)
    return joined


def cluster(places: Iterable[int]) -> list[int]:
    """Give one place for all that are near each other, in order."""
    clusters: list[list[int]] = []
    for place in sorted(places):
        if clusters and place - clusters[-1][0] <= NEAR:
            clusters[-1].append(place)
        else:
            clusters.append([place])
    return [(each[0] + each[-1]) // 2 for each in clusters]
