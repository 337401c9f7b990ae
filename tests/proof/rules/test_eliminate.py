"""Linear inequalities: what is solved holds, and where there is no solution none is met by chance."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.proof.rules.choose_number import choose_broken, choose_number
from perfdsl.proof.rules.eliminate import Inequality, Range, TooLargeError, solve
from perfdsl.proof.rules.formula import Linear, compared, number, variable

SMALL = st.integers(-3, 3).map(Fraction)


def form(factors: list[Fraction], constant: Fraction) -> Linear:
    return Linear(tuple(each for each in zip("xyz", factors, strict=True) if each[1]), constant)


FORMS = st.builds(form, st.lists(SMALL, min_size=3, max_size=3), SMALL)
SYSTEMS = st.lists(st.builds(Inequality, FORMS, st.sampled_from(["<=", "<", "<=", "<", "="])), max_size=7)
GRID = [Fraction(each, 2) for each in range(-6, 7)]


def roundest(_: str, within: Range) -> Fraction:
    return choose_number(within, Fraction(1))


def broken(_: str, within: Range) -> Fraction:
    return choose_broken(within, Fraction(1))


def holds(each: Inequality, values: dict[str, Fraction]) -> bool:
    value = sum(
        (factor * values.get(name, Fraction(0)) for name, factor in each.form.terms), each.form.constant
    )
    return value < 0 if each.sign == "<" else value == 0 if each.sign == "=" else value <= 0


@given(SYSTEMS, st.sampled_from([roundest, broken]))
@settings(deadline=None, max_examples=150)
def test_it_solves_what_can_be_solved(system: list[Inequality], choose) -> None:
    found = solve(system, choose)
    if found is not None:
        assert all(holds(each, found) for each in system)
    else:
        points = (dict(zip("xyz", values, strict=True)) for values in product(GRID, repeat=3))
        assert not any(all(holds(each, point) for each in system) for point in points)


def test_two_strict_bounds_leave_no_room() -> None:
    x, one = variable("x"), number(1)
    assert solve([compared(x, "<", one), compared(one, "<", x)], roundest) is None
    assert solve([compared(x, "<", one), compared(one, "<=", x)], roundest) is None
    assert solve([compared(x, "<=", one), compared(one, "<=", x)], roundest) == {"x": 1}


def test_a_hostile_system_is_refused() -> None:
    names = [variable(f"x{at}") for at in range(40)]
    system = [
        Inequality(one.times(Fraction(at + 1)).plus(other.times(Fraction(-at - 2))).plus(number(at)), "<")
        for at, one in enumerate(names)
        for other in names
        if one != other
    ]
    with pytest.raises(TooLargeError):
        solve(system, roundest)


@pytest.mark.parametrize(
    ("within", "number_"),
    [
        (Range(Fraction(1, 2), False, Fraction(3, 5), True), "1/2"),
        (Range(Fraction(0), False, Fraction(1, 2), True), "1/5"),
        (Range(Fraction(501, 1000), True, Fraction(502, 1000), True), "1003/2000"),
        (Range(Fraction(1, 3), False, Fraction(1, 3), False), "1/3"),
        (Range(), "1/10"),
    ],
)
def test_numbers_that_people_write(within: Range, number_: str) -> None:
    assert choose_number(within, Fraction(1, 100)) == Fraction(number_)


def test_the_usual_number_is_taken_where_it_fits() -> None:
    within = Range(Fraction(69), True, Fraction(100), False)
    assert choose_number(within, Fraction(1), Fraction(95)) == 95
    assert choose_number(within, Fraction(1), Fraction(60)) != 60


def test_a_broken_number_is_not_whole() -> None:
    assert choose_broken(Range(Fraction(0), False, Fraction(10), False), Fraction(1)).denominator > 1
    assert choose_broken(Range(Fraction(2), False, Fraction(2), False), Fraction(1)) == 2
