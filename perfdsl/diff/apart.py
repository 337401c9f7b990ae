"""Two pieces of curves on one stretch of actuals: how far the new one lies above the old one."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.plan.form import Form, NotACurve
from perfdsl.plan.piecewise import Cut


class Apart(NamedTuple):
    """New less old, on a stretch over all of which both have a value."""

    old: Form
    new: Form
    low: Cut | None
    high: Cut | None

    def sign(self, x: Fraction) -> int:
        """Sign of the difference at an actual of the stretch."""
        old, new = self.old.at(x), self.new.at(x)
        if old is None or new is None:  # pragma: no cover - pieces have a value all over their stretch
            raise NotACurve(Text("除数为零", "a division by zero"))
        return (new > old) - (new < old)

    def holds(self, x: Fraction) -> bool:
        """Whether an actual lies in the stretch; a cut (v, 0) lies before v itself."""
        return (self.low is None or self.low <= (x, 0)) and (self.high is None or (x, 1) <= self.high)

    def quadratic(self) -> tuple[Fraction, Fraction, Fraction]:
        """Numerator of the difference of two quotients: a, b, c of a·x² + b·x + c."""
        old, new = self.old, self.new
        return (
            new.p * old.r - old.p * new.r,
            new.p * old.s + new.q * old.r - old.p * new.s - old.q * new.r,
            new.q * old.s - old.q * new.s,
        )

    def denominator_sign(self, x: Fraction) -> int:
        """Sign of the product of the denominators: one all over a stretch where both have a value."""
        value = (self.old.r * x + self.old.s) * (self.new.r * x + self.new.s)
        return (value > 0) - (value < 0)
