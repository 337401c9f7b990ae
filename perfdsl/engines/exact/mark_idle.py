"""Whether an effect of a rule leaves points and grades as they are, whatever else holds."""

from __future__ import annotations

from collections.abc import Callable

from perfdsl.engines.exact.fire_rules import Fired
from perfdsl.scorecard import Applied, Interval
from perfdsl.syntax import ast


def told_of(fired: Fired, changes: Callable[[Fired], bool]) -> Applied:
    """Give what a reader is told, marked where it is idle.

    ``changes``: whether an effect, alone and for certain, makes a difference to what was there before rules.
    """
    return fired.applied._replace(idle=_is_idle(fired, changes))


def _is_idle(fired: Fired, changes: Callable[[Fired], bool]) -> bool:
    amount = fired.amount
    match fired.effect:
        case ast.Deduct():
            return amount is not None and not amount.low and not amount.high
        case ast.Cap():
            if amount is None:
                return False
            return not changes(fired._replace(certain=True, amount=Interval(amount.low, amount.low)))
        case ast.GradeCap():
            return not changes(fired._replace(certain=True))
        case _:
            return False
