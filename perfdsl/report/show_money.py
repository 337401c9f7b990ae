"""An amount of money as people read it."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from perfdsl.exact import show_trimmed

_WAN: Final = 10_000


def show_money(amount: Fraction) -> str:
    """Write an amount of 元: ``2.92万元``, below 10,000 ``950元``; half up to two decimals."""
    if amount and abs(amount) < _WAN:
        return f"{show_trimmed(amount, 2)}元"
    return f"{show_trimmed(amount / _WAN, 2)}万元"
