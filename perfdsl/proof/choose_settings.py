"""Which targets stand for all targets, and by what argument.

Four arguments make a finite number of targets enough:

* scale: a method that suits a unit which nothing else has (``use.ABSTRACT``) names no number in the unit
  of its target but 0, so that by Kennedy's theorem on units the score of k times the actual under k times
  the target is that of the actual under the target, for all k > 0: one target above zero, zero, and one
  below zero stand for all. Of a range two ends remain; but where the cases left below it (``zones``) do
  not name 上限, and those above it not 下限, each end stands alone;
* order: where conditions only compare 实际 and the target with fixed numbers, and results are fixed,
  nothing but the order of these matters: each of these numbers and one between each two is enough;
* blindness: a method never looks at its target, and by its operator more (or less) is better anywhere;
* dates: a method can compare dates and count days between them, and cannot name one, so that moving all
  dates alike changes nothing; months of a year are only twelve.

Where none holds, targets are tried at and around every number of the method, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.exact import decimals_needed
from perfdsl.plan.compile_plan import EXECUTION_AIM
from perfdsl.proof import wording
from perfdsl.proof.inline import LINE_WORDS, TARGET_WORDS, inlined, literals, words_of
from perfdsl.proof.order_cells import cells_of, fixed_numbers
from perfdsl.proof.use import Use
from perfdsl.proof.write_number import written_in
from perfdsl.proof.zones import Zone, left_in
from perfdsl.scheme.known_units import DATE, RATIO, TIMES, YUAN, is_calendar_month
from perfdsl.scheme.names import terms_used
from perfdsl.scheme.read_aim import SIGNS
from perfdsl.scheme.scheme import Aim, AimOp
from perfdsl.units import PURE, Unit, can_be_negative

_DAY = Fraction(date(2022, 12, 31).toordinal())
_RANGES = (("0.9", "1"), ("0", "0"), ("0", "0.1"), ("-0.05", "0.05"), ("-0.05", "0"), ("-0.1", "-0.05"))


class Targets(NamedTuple):
    """Targets to look at, whether they stand for all, and why (or why not).

    ``plain``: targets that show nothing more, but in which people would rather see what is refuted.
    """

    aims: tuple[Aim, ...]
    all_of_them: bool
    why: Text
    plain: tuple[Aim, ...] = ()


def choose_targets(use: Use) -> Targets:
    """Choose the targets of a use."""
    if use.aim is not None:
        return Targets((use.aim,), True, wording.this_target(use.aim))
    if use.execution:
        scaled = not (words_of(use.call) & {"budget", "spent"} and literals(use.call, YUAN.dimension))
        return Targets((EXECUTION_AIM,), scaled, wording.ALL_OF_BUDGET if scaled else wording.ONE_BUDGET)
    if use.op == "is":
        return Targets((Aim("is", PURE, Fraction(1), Fraction(1), "是", "是"),), True, wording.ONE_STATE)
    if use.in_time:
        return _in_time(use)
    if use.unit is None:
        return _of_any_unit(use)
    return _in_unit(use, use.unit)


def aim_in(op: AimOp, unit: Unit, low: Fraction, high: Fraction | None = None) -> Aim:
    """Make a target; ``high`` for a range."""
    shown = written_in(low / unit.factor, unit.name)
    if high is not None:
        return Aim("in", unit, low, high, "", f"{shown}~{written_in(high / unit.factor, unit.name)}")
    return Aim(op, unit, *_bounds(op, low), "", SIGNS[op] + shown)


def _bounds(op: AimOp, size: Fraction) -> tuple[Fraction | None, Fraction | None]:
    """Ends that an operator gives a target; ``=`` gives both."""
    return size if op in {">=", ">", "="} else None, size if op in {"<=", "<", "="} else None


def _in_time(use: Use) -> Targets:
    unit = use.unit or DATE
    if "baseline" in words_of(use.call):
        moved, months = False, wording.ONE_BASELINE
    else:
        moved, months = True, wording.TWELVE_MONTHS
    if is_calendar_month(unit):
        return Targets(tuple(aim_in(use.op, unit, Fraction(n)) for n in range(1, 13)), moved, months)
    day = Aim(use.op, DATE, *_bounds(use.op, _DAY), "", f"{SIGNS[use.op]}2022-12-31")
    return Targets((day,), moved, wording.ANY_DAY if moved else months)


def _of_any_unit(use: Use) -> Targets:
    words = words_of(use.call)
    clear = "baseline" not in words and not ("budget" in words and literals(use.call, YUAN.dimension))
    if use.op == "in":
        ranges = tuple(aim_in("in", RATIO, Fraction(low), Fraction(high)) for low, high in _RANGES)
        ends = (aim_in("in", TIMES, Fraction(10), Fraction(12)),)
        apart = _ends_stand_alone(use)
        return Targets(ranges, clear and apart, wording.SCALED_ENDS if apart else wording.tried(ranges), ends)
    aims = tuple(aim_in(use.op, RATIO, Fraction(size)) for size in ("0.9", "0", "-0.05"))
    plain = tuple(aim_in(use.op, TIMES, Fraction(size)) for size in (12, 0))
    return Targets(aims, clear, wording.SCALED if clear else wording.tried(aims), plain)


def _ends_stand_alone(use: Use) -> bool:
    """Whether below a range only its lower end matters, above it only the upper, and inside neither."""
    cases = inlined(use.call)

    def named(zone: Zone) -> set[str]:
        left = left_in(cases, zone, "in")
        words = terms_used(*(part for case in left for part in (case.condition, case.result)))
        return words & (LINE_WORDS if zone == "met" else LINE_WORDS - {"shortfall"})

    below, above = named("below"), named("above")
    return "upper" not in below and "lower" not in above and not named("met") - {"met"}


def _in_unit(use: Use, unit: Unit) -> Targets:
    words, numbers = words_of(use.call), fixed_numbers(use.call)
    if words & {"baseline", "budget"}:
        numbers = None
    blind = not words & (TARGET_WORDS | {"met", "shortfall", "baseline", "budget"})
    if blind and use.op not in {"=", "in"}:
        return Targets((aim_in(use.op, unit, _middling(use, unit)),), True, wording.BLIND)
    marks = numbers if numbers is not None else literals(use.call, unit.dimension)
    negative = can_be_negative(unit)
    sizes = cells_of([*marks, Fraction(0)], unit.factor, negative=negative, twice=use.op == "in")
    aims = tuple(_aims(use, unit, sizes))
    plain = (aim_in(use.op, unit, Fraction(9, 10)),) if unit.flavour == "ratio" and use.op != "in" else ()
    if numbers is not None:
        return Targets(aims, True, wording.ORDERED, plain)
    return Targets(aims, False, wording.tried(aims), plain)


def _aims(use: Use, unit: Unit, sizes: list[Fraction]) -> Iterator[Aim]:
    sizes = sorted(sizes, key=lambda size: (size <= 0, decimals_needed(size / unit.factor) or 0))
    if use.op != "in":
        yield from (aim_in(use.op, unit, size) for size in sizes)
        return
    yield from (aim_in("in", unit, low, high) for low in sizes for high in sizes if low <= high)


def _middling(use: Use, unit: Unit) -> Fraction:
    marks = sorted(mark for mark in literals(use.call, unit.dimension) if mark > 0)
    return marks[len(marks) // 2] if marks else 10 * unit.factor
