"""From what a case says to the points of a line: shares of the weight, cut off at both ends, rounded."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.explain.line_in_hand import LineInHand
from perfdsl.explain.told import Branch, PointsTold
from perfdsl.explain.trace_method import Trace


def trace_points(line: LineInHand, traces: list[Trace]) -> PointsTold:
    """Say how the points of a line's own method came about, before rules and people changed them."""
    rounding, rounded = line.project.plan.each, line.score.before or line.score.points
    weight = line.plan.weight
    exact = [_cut_off(_raw(trace, weight), weight) for trace in traces]
    if len(set(exact)) > 1:
        branches = tuple(
            Branch(trace.finished is True, points) for trace, points in zip(traces, exact, strict=True)
        )
        return PointsTold(None, None, None, rounding, rounded, branches)
    first = traces[0]
    share = first.value if first.is_share else None
    return PointsTold(share, _raw(first, weight), exact[0], rounding, rounded)


def _raw(trace: Trace, weight: Fraction) -> Fraction | None:
    if trace.value is None:
        return None
    return trace.value * weight if trace.is_share else trace.value


def _cut_off(raw: Fraction | None, weight: Fraction) -> Fraction | None:
    return None if raw is None else min(max(raw, Fraction(0)), weight)
