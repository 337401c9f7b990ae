"""Shares of points as whole steps of the rubric's last decimal place, with nothing won or lost.

50 points for three indicators are 16.67, 16.67 and 16.66: all that the rubric gives, no score above its
weight, full marks that make 100. Who gets the odd step depends on names, not on the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.scheme.names import key
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.scheme.scheme import IndicatorScheme


def places_of(rubric: RubricScheme) -> int:
    """Give the finest decimal places that a rubric rounds to."""
    return max((step.places for step in (rubric.each, rubric.total) if step is not None), default=2)


def round_shares(
    weights: list[Fraction], shared: Sequence[int], indicators: Sequence[IndicatorScheme], places: int
) -> None:
    """Round the weights at some places of a list; their sum stays; left if it is no whole step."""
    scale: int = 10**places
    if all(scale % weights[at].denominator == 0 for at in shared):
        return
    steps = sum((weights[at] for at in shared), Fraction(0)) * scale
    if steps.denominator != 1:
        return
    whole = {at: weights[at] * scale // 1 for at in shared}
    odd = int(steps) - sum(whole.values())
    by_rest = sorted(shared, key=lambda at: (whole[at] - weights[at] * scale, _name(indicators[at])))
    for rank, at in enumerate(by_rest):
        weights[at] = Fraction(whole[at] + (rank < odd), scale)


def _name(indicator: IndicatorScheme) -> tuple[str, ...]:
    return key(indicator.name), *indicator.group
