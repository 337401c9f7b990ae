"""Curves of random methods, held against one another: what is said of them is true at every actual tried."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.diff.compare_curves import Weighed, compare_curves
from perfdsl.diff.curve_change import CurveChange
from perfdsl.plan.compile_method import compile_method
from perfdsl.plan.curve import Curve, Segment
from perfdsl.plan.form import Form, NotACurve, Steps, number
from perfdsl.plan.piecewise import Cut
from perfdsl.plan.plan import MethodPlan
from perfdsl.scheme.known_units import RATIO
from perfdsl.scheme.scheme import Aim
from tests.properties.random_methods import calls, settings_of
from tests.properties.test_curve_and_oracle import TINY

AIM = Aim(">=", RATIO, Fraction(1), None, "", "")
ONE = Fraction(1)


def planned(curve: Curve) -> MethodPlan:
    return MethodPlan("随机", curves=((None, curve),))


def told(old: Curve, new: Curve, aim: Aim = AIM, *, from_zero: bool = False) -> CurveChange:
    found = compare_curves(Weighed(planned(old), ONE), Weighed(planned(new), ONE), aim, from_zero=from_zero)
    assert found is not None
    return found


def line(p, q, r=0, s=1, steps: Steps | None = None) -> Curve:
    form = Form(*map(Fraction, (p, q, r, s)), steps)
    return Curve((Segment(None, None, form, 0),))


def pieces(*parts: tuple[Cut | None, Cut | None, Form]) -> Curve:
    return Curve(tuple(Segment(low, high, form, 0) for low, high, form in parts))


def around(*curves: Curve) -> list[Fraction]:
    """Ends of segments with their neighbours, points between them, and far ones."""
    marks = sorted(
        {s.high[0] for curve in curves for s in curve.segments if s.high is not None} | {Fraction(0)}
    )
    near = [x for mark in marks for x in (mark - TINY, mark, mark + TINY)]
    between = [(a + (b - a) * Fraction(k, 7)) for a, b in pairwise(marks) for k in range(1, 7)]
    return [*near, *between, marks[0] - 1, marks[-1] + 1, Fraction(-(10**9)), Fraction(10**9)]


def assert_true(old: Curve, new: Curve, change: CurveChange, actuals: list[Fraction]) -> None:
    for stretch, sign in ((change.higher, 1), (change.lower, -1)):
        if stretch is not None:
            before, after = old.points_at(stretch.witness), new.points_at(stretch.witness)
            assert (before, after) == (stretch.old, stretch.new)
            assert before is not None
            assert after is not None
            assert (after > before) - (after < before) == sign
    for x in actuals:
        before, after = old.points_at(x), new.points_at(x)
        if (before is None) != (after is None):
            assert change.unclear
        elif before is not None and after is not None and not change.unclear:
            assert change.higher or after <= before, x
            assert change.lower or after >= before, x


def test_what_is_told_of_random_methods_is_true() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        call, other = data.draw(calls(2)), data.draw(calls(2))
        setting = data.draw(settings_of(call))
        kinds = setting.kinds + ("share",) * len(other.method.cases)
        try:
            old = compile_method(call, setting)
            new = compile_method(other, setting._replace(kinds=kinds))
        except NotACurve:
            return
        change = told(old, new, AIM)
        seen["same" if change.same else change.sense] += 1
        assert_true(old, new, change, around(old, new))

    check()
    assert {"same", "loosened", "tightened", "changed"} <= set(seen)


@pytest.mark.parametrize(
    ("old", "new", "higher", "lower"),
    [
        (line(1, 0), line(1, 0), False, False),
        (line(1, 0), line(1, 1), True, False),
        (line(1, 0), line(2, 0), True, True),
        (line(0, 0), line(0, 0, 1, 5), False, False),
        (line(1, 1, 0, 2), line(2, 2, 0, 4), False, False),
    ],
)
def test_whole_lines(old: Curve, new: Curve, higher: bool, lower: bool) -> None:
    change = told(old, new)
    assert (bool(change.higher), bool(change.lower)) == (higher, lower)


def test_an_irrational_crossing_inside_a_stretch() -> None:
    """2/x and x cross at the root of two, which no fraction is."""
    cut, end = (ONE, 0), (Fraction(2), 0)
    old = pieces(
        (None, cut, number(ONE)), (cut, end, Form(ONE, *[Fraction(0)] * 2, ONE)), (end, None, number(ONE))
    )
    new = pieces(
        (None, cut, number(ONE)),
        (cut, end, Form(Fraction(0), Fraction(2), ONE, Fraction(0))),
        (end, None, number(ONE)),
    )
    change = told(old, new)
    assert change.higher
    assert change.lower
    assert_true(old, new, change, around(old, new))


def test_a_difference_only_between_two_near_roots() -> None:
    """Above by a hair on a tiny stretch around the vertex: neither the ends nor the middle see it."""
    low, high = (ONE, 0), (Fraction(100), 0)
    hair = Fraction(1, 10**9)
    # (x² - 4x + 4 - hair) / x, as the difference of x - 4 and -(4 - hair)/x, is below zero only near 2.
    old = pieces(
        (None, low, number(ONE)),
        (low, high, Form(ONE, Fraction(-4), Fraction(0), ONE)),
        (high, None, number(ONE)),
    )
    new = pieces(
        (None, low, number(ONE)),
        (low, high, Form(Fraction(0), -(4 - hair), ONE, Fraction(0))),
        (high, None, number(ONE)),
    )
    change = told(old, new)
    assert change.higher is not None
    assert abs(change.higher.witness - 2) < Fraction(1, 1000)
    assert change.lower


def test_one_point_is_enough() -> None:
    before, after = (ONE, 0), (ONE, 1)
    old = pieces((None, None, number(ONE)))
    new = pieces(
        (None, before, number(ONE)), (before, after, number(Fraction(0))), (after, None, number(ONE))
    )
    change = told(old, new)
    assert change.sense == "tightened"
    assert change.lower is not None
    assert change.lower.witness == 1


STEPS = Steps(Fraction(1), Fraction(0))


@pytest.mark.parametrize("g", [1, -1, Fraction(1, 3), Fraction(-5, 2)])
def test_equal_steps_without_end(g) -> None:
    steps = Steps(Fraction(g), Fraction(1, 7))
    old, new = line(1, 0, steps=steps), line(2, -5, steps=steps)
    change = told(old, new)
    assert change.higher
    assert change.lower
    assert not change.unclear
    assert_true(old, new, change, [Fraction(n, 6) for n in range(-90, 90)])


def test_steps_and_a_slope() -> None:
    """Whole steps are never above the slope that they cut, and below it between two."""
    low, high = (Fraction(0), 0), (Fraction(9), 1)
    flat = number(Fraction(0))
    smooth = pieces(
        (None, low, flat), (low, high, Form(ONE, Fraction(0), Fraction(0), ONE)), (high, None, flat)
    )
    stepped = pieces(
        (None, low, flat), (low, high, Form(ONE, Fraction(0), Fraction(0), ONE, STEPS)), (high, None, flat)
    )
    assert told(smooth, stepped).sense == "tightened"
    assert told(stepped, smooth).sense == "loosened"


def test_endless_steps_against_a_slope_are_unclear() -> None:
    change = told(line(1, 0), line(1, 0, steps=STEPS))
    assert change.unclear
    assert change.sense == "changed"


def test_undefined_on_one_side_is_unclear() -> None:
    nothing = Curve((Segment(None, None, None, -1),))
    assert told(nothing, line(1, 0)).unclear
    assert told(nothing, nothing).same


def test_below_zero_is_left_out_where_it_cannot_be() -> None:
    zero = (Fraction(0), 0)
    old = pieces((None, zero, number(ONE)), (zero, None, number(Fraction(2))))
    assert told(line(0, 2), old, from_zero=True).same
    assert told(line(0, 2), old).sense == "tightened"


def test_a_state_has_two_actuals() -> None:
    state = Aim("is", RATIO, ONE, ONE, "健全", "健全")
    half = (Fraction(1, 4), 0), (Fraction(3, 4), 0)
    old = line(1, 0)
    odd = pieces(
        (None, half[0], Form(ONE, *[Fraction(0)] * 2, ONE)),
        (*half, number(ONE)),
        (half[1], None, Form(ONE, *[Fraction(0)] * 2, ONE)),
    )
    assert told(old, odd, state).same
    assert told(old, odd).sense == "changed" or told(old, odd).sense == "loosened"
    assert told(old, line(0, 1), state).sense == "loosened"


def test_other_weights_compare_shares() -> None:
    old, new = Weighed(planned(line(0, 5)), Fraction(10)), Weighed(planned(line(0, 6)), Fraction(12))
    found = compare_curves(old, new, AIM)
    assert found is not None
    assert found.same
    assert found.shares
    assert compare_curves(old, new._replace(weight=Fraction(0)), AIM) is None
