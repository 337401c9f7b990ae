"""Whether the levels of a qualitative method (档次) cover 0% to 100% with each share in one level only."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from perfdsl.proof import messages, wording
from perfdsl.proof.finding import Finding, Witness
from perfdsl.proof.write_number import written
from perfdsl.scheme.check_method import level_share
from perfdsl.scheme.rubric_scheme import MethodScheme
from perfdsl.syntax import ast


def prove_levels(method: MethodScheme) -> list[Finding]:
    """Look at each end of a level and between each two."""
    ends = {Fraction(0), Fraction(1)}
    ends |= {level_share(end) for level in method.levels for end in (level.low, level.high)}
    marks = sorted(end for end in ends if 0 <= end <= 1)
    shares = sorted({*marks, *((one + other) / 2 for one, other in pairwise(marks))})
    return [_gap(method, shares), _overlap(method, shares)]


def takes(level: ast.Level, share: Fraction) -> bool:
    """Whether a level allows a share of the weight."""
    low, high = level_share(level.low), level_share(level.high)
    return low <= share and (share < high or (share == high and not level.high_open))


def _gap(method: MethodScheme, shares: list[Fraction]) -> Finding:
    missing = next((s for s in shares if not any(takes(level, s) for level in method.levels)), None)
    if missing is None:
        return Finding("gap", "proved", wording.LEVELS)
    nearest = min(method.levels, key=lambda level: abs(level_share(level.low) - missing))
    complaint = messages.levels_open(method.name, _percent(missing), method.source.place(nearest.span))
    return Finding("gap", "refuted", complaint.message, Witness(complaint.message), complaint)


def _overlap(method: MethodScheme, shares: list[Fraction]) -> Finding:
    for share in shares:
        levels = [level for level in method.levels if takes(level, share)]
        if len(levels) > 1:
            names = levels[0].name, levels[1].name
            place = method.source.place(levels[1].span)
            complaint = messages.levels_overlap(method.name, _percent(share), names, place)
            return Finding("overlap", "refuted", complaint.message, Witness(complaint.message), complaint)
    return Finding("overlap", "proved", wording.LEVELS)


def _percent(share: Fraction) -> str:
    return written(share * 100) + "%"
