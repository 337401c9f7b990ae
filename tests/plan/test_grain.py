"""How finely actuals are written, by the unit and the value of the target."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from perfdsl.plan.curve import Curve, Segment
from perfdsl.plan.find_written import nearest_at_least
from perfdsl.plan.form import number
from perfdsl.plan.grain import FINEST, Grain, grain_of, is_whole
from perfdsl.plan.invert_curve import EVERYWHERE, NOT_NEGATIVE, Nearest
from perfdsl.scheme.known_units import BOOL, DATE
from perfdsl.scheme.scheme import Aim
from perfdsl.units import Dimension, Unit, find_unit

OWN = Unit("盘", Fraction(1), Dimension((("盘", 1),)))
DOZEN = Unit("打", Fraction(12), Dimension((("个", 1),)))


def aim(size: str, unit: str | Unit) -> Aim:
    found = find_unit(unit) if isinstance(unit, str) else unit
    assert found is not None
    return Aim(">=", found, Fraction(size) * found.factor, None, "", size)


@pytest.mark.parametrize(
    ("size", "unit", "places", "most"),
    [
        ("12", "次", 0, 0),
        ("12", "个村", 0, 0),
        ("3", DOZEN, 0, 0),
        ("1.2", "万人", 4, 4),
        ("12.5", "次", 1, FINEST),
        ("3", "台班", 0, FINEST),
        ("30", "天", 0, FINEST),
        ("2", OWN, 0, FINEST),
        ("5", "万元", 2, FINEST),
        ("5", "元", 2, FINEST),
        ("5", "亿元", 6, FINEST),
        ("3.1416", "万元", 4, FINEST),
        ("90", "%", 2, FINEST),
        ("95.125", "%", 3, FINEST),
        ("1.5", "倍", 4, FINEST),
        ("120", "公里", 2, FINEST),
        ("3", "次/月", 2, FINEST),
        ("12", "", 2, FINEST),
    ],
)
def test_places(size, unit, places, most) -> None:
    grain = grain_of(aim(size, unit))
    assert (grain.places, grain.most) == (places, most)


@pytest.mark.parametrize(("unit", "within"), [("次", NOT_NEGATIVE), ("%", NOT_NEGATIVE), ("℃", EVERYWHERE)])
def test_what_there_can_be(unit, within) -> None:
    assert grain_of(aim("3", unit)).within == within


def test_points_in_time_and_states() -> None:
    month = grain_of(aim("6", "月份")).within
    assert [month.holds(Fraction(n)) for n in (0, 1, 12, 13)] == [False, True, True, False]
    day = grain_of(Aim("<=", DATE, None, Fraction(date(2022, 11, 30).toordinal()), "", ""))
    assert (day.unit, day.places, day.most) == (1, 0, 0)
    state = grain_of(Aim("is", BOOL, Fraction(1), Fraction(1), "健全", "健全"))
    assert [state.within.holds(Fraction(n)) for n in (-1, 0, 1, 2)] == [False, True, True, False]


def test_whole_units() -> None:
    named = {name: is_whole(find_unit(name)) for name in ("次", "万人", "台班", "公里", "次/月", "%", "天")}
    assert [name for name, whole in named.items() if whole] == ["次", "万人"]
    assert not is_whole(OWN)


def test_a_multiple_of_a_count_is_whole_in_what_is_counted() -> None:
    grain = grain_of(aim("1.2", "万人"))
    low = Segment(None, (Fraction("10000.5"), 0), number(Fraction(0)), 0)
    curve = Curve((low, Segment((Fraction("10000.5"), 0), None, number(Fraction(9)), 1)))
    found = nearest_at_least(curve, Fraction(9), Fraction(0), grain)
    assert found is not None
    assert found.exact == Nearest(Fraction("10000.5"), reached=True)
    assert found.written == 10001


def test_decimals_are_added_where_a_stretch_is_narrow() -> None:
    low = Segment(None, (Fraction("0.4"), 1), number(Fraction(0)), 0)
    narrow = Segment((Fraction("0.4"), 1), (Fraction("0.6"), 0), number(Fraction(9)), 1)
    curve = Curve((low, narrow, Segment((Fraction("0.6"), 0), None, number(Fraction(0)), 0)))
    found = nearest_at_least(curve, Fraction(9), Fraction(0), Grain(Fraction(1), 0, FINEST, NOT_NEGATIVE))
    assert found is not None
    assert found.written == Fraction("0.5")
