"""What an amount turns out to be where it is looked at: for some targets, weights and actuals of a zone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product
from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.interpret import Interpreter, Known
from perfdsl.proof.inline import InlinedCase
from perfdsl.proof.shape import Shape
from perfdsl.proof.shape_expression import Ground
from perfdsl.proof.zones import Zone
from perfdsl.scheme.names import indicator_term, terms_used
from perfdsl.source import Source
from perfdsl.syntax.parse import parse

TARGETS = {1: (Fraction(1, 2), Fraction(3)), 0: (Fraction(0),), -1: (Fraction(-1, 2), Fraction(-3))}
STEPS = tuple(map(Fraction, ("-4", "-1", "-1/4", "0", "1/4", "1", "4")))
WEIGHTS = (Fraction(1, 2), Fraction(10))
TRENDS = {">=": 1, ">": 1, "<=": -1, "<": -1, "=": 0}


def cases_of(*written: str) -> list[InlinedCase]:
    """Cases as a method would have them; only the last may have no condition."""
    diagnostics = Diagnostics()
    text = "方法 试法\n" + "".join(f"  {case}\n" for case in written)
    module: Any = parse(Source("试.perf", text), diagnostics)
    assert list(diagnostics) == []
    cases = module.items[0].parts
    return [InlinedCase(at, case.condition, case.result) for at, case in enumerate(cases)]


def ground(op: str, zone: Zone, sign: int | None, *, measured: bool = False) -> Ground:
    trend = TRENDS.get(op) if zone in {"met", "all"} else 1 if zone == "below" else -1
    return Ground(zone, op, trend, sign, measured, {}, constants=frozenset({indicator_term("参数")}))


def is_in(zone: Zone, op: str, actual: Fraction, target: Fraction) -> bool:
    """Whether an actual lies in a zone of a target."""
    met = {">=": actual >= target, ">": actual > target, "<=": actual <= target, "<": actual < target}
    if zone == "all":
        return True
    return met.get(op, actual == target) if zone == "met" else (
        not met.get(op, actual == target) and (actual <= target if zone == "below" else actual >= target)
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _scopes(
    stand: tuple[Zone, str, int | None, int | None, bool], weights: int, states: int
) -> list[list[Mapping[str, Known]]]:
    zone, op, trend, sign, measured = stand
    found = []
    for target in TARGETS[sign] if sign is not None else sum(TARGETS.values(), ()):
        actuals = [target + step for step in STEPS if is_in(zone, op, target + step, target)]
        actuals = [actual for actual in actuals if actual >= 0 or not measured][:: -1 if trend == -1 else 1]
        if actuals and not (measured and target < 0):
            for weight, finished in product(WEIGHTS[:weights], (True, False)[:states]):
                found.append([scope_of(op, target, actual, weight, finished=finished) for actual in actuals])
    return found


def scope_of(
    op: str, target: Fraction, actual: Fraction, weight: Fraction, *, finished: bool
) -> dict[str, Known]:
    met = is_in("met", op, actual, target)
    return {
        "actual": actual, "target": target, "lower": target, "upper": target, "full": weight,
        "points": weight, "finished": finished, "met": met, indicator_term("参数"): Fraction(7),
        "shortfall": Fraction(0) if met else abs(actual - target),
    }  # fmt: skip


def scopes(where: Ground, weights: int = 2, states: int = 2) -> list[list[Mapping[str, Known]]]:
    """Give lists of one target, weight and state each, whose actuals get better."""
    return _scopes((where.zone, where.op, where.trend, where.sign, where.measured), weights, states)


def decided(cases: Sequence[InlinedCase], scope: Mapping[str, Known]) -> Fraction | None:
    """Read cases from the top; None where none decides, or something is undefined."""
    values = Interpreter(scope, {})
    for case in cases:
        holds = True if case.condition is None else values.value(case.condition)
        if holds is None:
            return None
        if holds:
            found = values.value(case.result)
            return None if found is None else Fraction(found)
    return None


def seen(cases: Sequence[InlinedCase], where: Ground, *, points: bool) -> Shape:
    """Give what is true of the amounts of cases wherever one looked; ``points``: or shares."""
    low = high = within = full = True
    every: list[Fraction] = []
    trends = {1, 0, -1}
    used = terms_used(*(part for case in cases for part in (case.condition, case.result)))
    for some in scopes(where, 2 if points else 1, 2 if "finished" in used else 1):
        whole = Fraction(some[0]["full"] or 0) if points else Fraction(1)
        amounts = [each for each in (decided(cases, scope) for scope in some) if each is not None]
        every += amounts
        low, high = low and all(each >= 0 for each in amounts), high and all(each <= 0 for each in amounts)
        within = within and all(each <= whole for each in amounts)
        full = full and all(each == whole for each in amounts)
        ways = {(after > before) - (after < before) for before, after in pairwise(amounts)}
        trends -= ({-1, 0} if 1 in ways else set()) | ({1, 0} if -1 in ways else set())
    trend = 0 if 0 in trends else next(iter(trends), None)
    return Shape(low, high, within, full, trend, min(every, default=None), max(every, default=None))


def holds(claimed: Shape, true: Shape) -> bool:
    """Whether nothing is claimed that is not true; where an amount stays it neither rises nor falls."""
    signs = all(there or not said for said, there in zip(claimed[:4], true[:4], strict=True))
    least = claimed.least is None or true.least is None or claimed.least <= true.least
    most = claimed.most is None or true.most is None or claimed.most >= true.most
    return signs and least and most and (claimed.trend is None or true.trend in {0, claimed.trend})
