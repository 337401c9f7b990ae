"""Which targets add up over the year and which are a level that is held or not.

A target that adds up (12次, 5万元, 30公里) is due by months: T·m/12. A level is not: 90% in July is held
against 90%, not against 52.5%, for a rate does not grow from nothing each January. When in doubt a line is a
level: that is the stricter reading, and what is not known must not look good.
"""

from __future__ import annotations

import re

from perfdsl.monitor.monitored import LineKind
from perfdsl.plan.plan import IndicatorPlan
from perfdsl.scheme.known_units import is_deadline
from perfdsl.scheme.scheme import Aim
from perfdsl.units import Unit

_NEVER_ADDED = frozenset({"celsius", "decibel", "point", "岁", "周岁"})
_DURATIONS = frozenset({"day", "month", "working_day"})


_MEANS = re.compile(r"[人户亩]均|平均|每(?!年)|\b(average|mean|per)\b", re.IGNORECASE)
"""What a name says that speaks of one of many, whatever its unit."""
_PRICES = re.compile(r"单价|均价|价格|标准$|\b(price|rate)s?\b", re.IGNORECASE)
"""What a name says, of money, that is paid for one."""


def kind_of(line: IndicatorPlan) -> LineKind:
    """Tell how a target is held against the year so far."""
    aim = line.aim
    if is_deadline(aim.unit):
        return "deadline"
    match aim.op:
        case "is":
            return "state"
        case "qualitative":
            return "qualitative"
        case "<=" | "<":
            return "downward"
        case ">=" | ">" | "=" | "in":
            if aim.low is None or aim.low <= 0:
                return "downward"
            return "cumulative" if adds_up(aim.unit) and not _is_for_one(line) else "level"


def adds_up(unit: Unit) -> bool:
    """Whether values of a unit add up over the year: counts, money and sizes; no ratios, prices or rates."""
    powers = unit.dimension.powers
    if len(powers) != 1 or unit.flavour:
        return False
    base, exponent = powers[0]
    return exponent > 0 and base not in _NEVER_ADDED


def _is_for_one(line: IndicatorPlan) -> bool:
    """Whether a name says that a value is a price or a mean: 单价 in 元 does not add up."""
    money = any(base == "money" for base, _ in line.aim.unit.dimension.powers)
    return bool(_MEANS.search(line.name) or (money and _PRICES.search(line.name)))


def grows(line: IndicatorPlan) -> bool:
    """Whether the actual of a target can only grow in the year: it adds up, and is no limit of a duration."""
    aim: Aim = line.aim
    durations = aim.op in {"<=", "<"} and any(base in _DURATIONS for base, _ in aim.unit.dimension.powers)
    return adds_up(aim.unit) and not durations and not _is_for_one(line)
