"""Asks z3, where it is installed, whether a property can fail for any target, weight and actual at all.

A method becomes one number and one truth ("is it defined") over real numbers: the actual, the ends of the
target, and the weight; whole parts become z3's own. z3 is asked for a counterexample. "None" is a proof;
one that it gives is put into fractions, and counts only if the interpreter finds it again; all else stays
unknown.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib.util import find_spec
from typing import Any, NamedTuple

from perfdsl.plan.compile_method import Setting
from perfdsl.proof.choose_settings import aim_in
from perfdsl.proof.encode_cases import CannotEncode, Encoder, Numbers
from perfdsl.proof.finding import Property
from perfdsl.proof.settings import Settings
from perfdsl.proof.solver_time import SolverTime
from perfdsl.scheme.known_units import DATE, RATIO
from perfdsl.units import can_be_negative

MOST_POINTS = 100


class Answer(NamedTuple):
    """What z3 says: proved, or a counterexample (not yet believed)."""

    proved: bool
    setting: Setting | None = None
    actuals: tuple[Fraction, ...] = ()


@cache
def has_solver() -> bool:
    """Whether z3 is installed."""
    return find_spec("z3") is not None


def solve(settings: Settings, about: Property, time: SolverTime | None = None) -> Answer | None:
    """Ask z3 for a counterexample to a property; None where it does not know, or cannot be asked.

    ``time``: what it may still take, and is taken off.
    """
    time = time or SolverTime()
    if not settings.all or settings.use.op == "is":
        return None
    import z3

    question = _Question(settings, z3)
    try:
        fails = question.fails(about)
    except CannotEncode:
        return None
    milliseconds = time.take()
    if not milliseconds:
        return None
    solver = z3.Solver()
    solver.set("timeout", milliseconds)
    solver.set("random_seed", 1)
    solver.add(*question.given(), fails)
    verdict = solver.check()
    time.spend(_taken(solver.statistics()))
    if verdict == z3.unsat:
        return Answer(True)
    return question.read(solver.model(), about) if verdict == z3.sat else None


def _taken(statistics: Any) -> int:  # noqa: ANN401 — a module without types
    """Read the milliseconds that z3 says it took; it says nothing of less than a few."""
    seconds = statistics.get_key_value("time") if "time" in statistics.keys() else 0  # noqa: SIM118 — no mapping
    return int(seconds * 1000)


class _Question:
    """The unknowns of one use, and what is asked of them."""

    def __init__(self, settings: Settings, z3: Any) -> None:  # noqa: ANN401 — a module without types
        """Name the unknowns."""
        self.z3, self.use, self.model_setting = z3, settings.use, settings.all[0]
        self.low, self.high, self.weight = z3.Reals("low high weight")
        self.one, self.other = z3.Reals("one other")
        self.states = [z3.Bool("finished")] if self._asks_finished() else []

    def _asks_finished(self) -> bool:
        return self.model_setting.finished is not None

    def given(self) -> list[Any]:
        """What is known of the unknowns."""
        given = [self.weight > 0, self.weight <= MOST_POINTS]
        given += [self.low <= self.high] if self.use.op == "in" else [self.low == self.high]
        if self.use.execution:
            given.append(self.low == 1)
        if self._measured():
            given += [self.one >= 0, self.other >= 0, self.low >= 0]
        return given

    def _measured(self) -> bool:
        unit = self.use.unit
        return self.use.execution or (unit is not None and unit != DATE and not can_be_negative(unit))

    def fails(self, about: Property) -> Any:  # noqa: ANN401
        """What must be true for a property to fail."""
        z3 = self.z3
        points, defined = self._points(self.one)
        if about == "gap":
            return z3.Not(defined)
        if about == "range":
            return z3.And(defined, z3.Or(points < 0, points > self.weight))
        others, also = self._points(self.other)
        return z3.And(defined, also, self._better(), self._kept(points) > self._kept(others))

    def _kept(self, points: Any) -> Any:  # noqa: ANN401
        z3 = self.z3
        return z3.If(points < 0, 0, z3.If(points > self.weight, self.weight, points))

    def _better(self) -> Any:  # noqa: ANN401
        """Whether the other actual is better than the one, or as good and different."""
        z3, one, other = self.z3, self.one, self.other
        up, down = z3.And(one < other, other <= self.high), z3.And(one > other, other >= self.low)
        match self.use.op:
            case ">=" | ">":
                return one < other
            case "<=" | "<":
                return one > other
            case _:
                return z3.Or(up, down)

    def _points(self, actual: Any) -> tuple[Any, Any]:  # noqa: ANN401
        finished = self.states[0] if self.states else None
        numbers = Numbers(actual, self.low, self.high, self.weight, finished)
        return Encoder(self.use, numbers, self.model_setting.kinds, self.z3).points()

    def read(self, model: Any, about: Property) -> Answer | None:  # noqa: ANN401
        """Put a counterexample into fractions; None where it has none."""
        names = (self.low, self.high, self.weight, self.one, self.other)
        found = [self._fraction(model.eval(name, model_completion=True)) for name in names]
        if any(value is None for value in found):
            return None
        low, high, weight, one, other = (Fraction(value) for value in found if value is not None)
        setting = self.model_setting
        unit = self.use.unit or RATIO
        aim = setting.aim
        if not self.use.execution:
            aim = aim_in(self.use.op, unit, low, high if self.use.op == "in" else None)
        finished = self.z3.is_true(model.eval(self.states[0])) if self.states else None
        setting = setting._replace(aim=aim, weight=weight, finished=finished)
        return Answer(False, setting, (one, other) if about == "monotone" else (one,))

    def _fraction(self, value: Any) -> Fraction | None:  # noqa: ANN401
        if self.z3.is_rational_value(value):
            return Fraction(value.numerator_as_long(), value.denominator_as_long())
        return None
