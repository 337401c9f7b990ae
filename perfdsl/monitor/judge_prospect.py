"""Whether a target can still be met by the year's end: 确定能, 有可能, 不可能, or nobody can say."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.monitor.monitored import Forecast, Prospect
from perfdsl.scheme.scheme import Aim


def prospect_of_number(aim: Aim, forecast: Forecast | None, foreseen: Forecast | None) -> Prospect:
    """Hold a target against all values that the forecast, and its author's own, leave possible."""
    if forecast is None:
        return "unknown" if foreseen is None else "possible"
    own = [] if foreseen is None else [foreseen.value]
    low = None if forecast.low_open else min(forecast.low, *own, forecast.low)
    high = None if forecast.high_open else max(forecast.high, *own, forecast.high)
    return _between(aim, low, high)


def _between(aim: Aim, low: Fraction | None, high: Fraction | None) -> Prospect:
    """``low``, ``high``: the least and the greatest possible value; None where nothing bounds it."""
    if (high is not None and not _enough(aim, high)) or (low is not None and not _not_too_much(aim, low)):
        return "impossible"
    enough = aim.low is None or (low is not None and _enough(aim, low))
    not_too_much = aim.high is None or (high is not None and _not_too_much(aim, high))
    return "certain" if enough and not_too_much else "possible"


def _enough(aim: Aim, value: Fraction) -> bool:
    return aim.low is None or (value > aim.low if aim.op == ">" else value >= aim.low)


def _not_too_much(aim: Aim, value: Fraction) -> bool:
    return aim.high is None or (value < aim.high if aim.op == "<" else value <= aim.high)


def prospect_of_state(*, met: bool | None, is_final: bool) -> Prospect:
    """Tell of what is only met or not; while it is not final it may still change."""
    if met is None:
        return "unknown"
    if not is_final:
        return "possible"
    return "certain" if met else "impossible"
