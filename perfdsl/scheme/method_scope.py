"""Which names a method may use, with their units, for a target of a unit."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from perfdsl.scheme.infer_units import BOOL, DAYS, MONTHS, POINTS, UnitInference
from perfdsl.scheme.names import key
from perfdsl.scheme.read_aim import DATE, is_calendar_month
from perfdsl.scheme.scheme import MethodCall
from perfdsl.source import Source
from perfdsl.units import Dimension, Unit

MONEY = Unit("元", Fraction(1), Dimension((("money", 1),)))
RATIO = Unit("%", Fraction(1, 100), Dimension(), "ratio")
MONTH_OF_YEAR = Unit("月份", Fraction(1), Dimension((("calendar_month", 1),)))
DIFFERENCE = Unit("个百分点", Fraction(1, 100), Dimension(), "difference")

BOUNDED = ("target", "lower", "upper")


def method_scope(unit: Unit, *, bounds: tuple[str, ...] = BOUNDED, baseline: Unit | None = None) -> dict[str, Unit]:
    """Names and units in scope; ``bounds`` are those of 目标值 下限 上限 that the target has."""
    scope = {
        "actual": unit,
        "points": POINTS,
        "full": POINTS,
        "met": BOOL,
        "shortfall": _distance(unit),
        "budget": MONEY,
        "spent": MONEY,
        "execution": RATIO,
        "finished": BOOL,
        "month": MONTH_OF_YEAR,
    }
    scope.update(dict.fromkeys(bounds, unit))
    if baseline is not None:
        scope["baseline"] = baseline
    return scope


def with_parameters(
    scope: Mapping[str, Unit], call: MethodCall, source: Source, infer: UnitInference
) -> dict[str, Unit]:
    """Add the parameters of a call, each with the unit of what was given for it."""
    return {**scope, **{key(name): infer.infer(value) for name, value in call.arguments}}


def _distance(unit: Unit) -> Unit:
    """Unit of how far an actual is from its target: 个百分点 for ratios, days for dates."""
    if unit.flavour == "ratio":
        return DIFFERENCE
    if unit.dimension == DATE.dimension:
        return DAYS
    return MONTHS if is_calendar_month(unit) else unit
