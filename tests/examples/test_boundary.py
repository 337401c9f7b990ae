from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from perfdsl.examples.boundary import boundaries
from perfdsl.plan.compile_plan import EXECUTION_AIM
from perfdsl.scheme.known_units import DATE
from perfdsl.scheme.read_aim import bounded_aim
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax import ast
from perfdsl.units import PURE, find_unit


def number(value: str, unit: str) -> ast.Number:
    return ast.Number(span=(0, 0), value=Decimal(value), unit=unit, text=value + unit)


def actuals(op: str, value: str, unit: str) -> list[str | None]:
    target = ast.Bound(span=(0, 0), op=op, value=number(value, unit))  # type: ignore[arg-type]
    found = find_unit(unit)
    assert found is not None
    aim = bounded_aim(target.op, Fraction(value) * found.factor, found, "")
    return [each.actual for each in boundaries(aim, target)]


@pytest.mark.parametrize(
    ("op", "value", "unit", "expected"),
    [
        (">=", "12", "次", ["0次", "7次", "10次", "11次", "12次", "13次", "16次"]),
        (">=", "90", "%", ["0%", "54%", "72%", "89%", "90%", "91%", "117%"]),
        (
            "<=",
            "5.00",
            "万元",
            ["0万元", "3万元", "4万元", "4.99万元", "5万元", "5.01万元", "6.5万元"],
        ),
        (
            ">=",
            "12.5",
            "分钟",
            ["0分钟", "7.5分钟", "10分钟", "12.4分钟", "12.5分钟", "12.6分钟", "16.25分钟"],
        ),
        ("=", "0", "起", ["0起", "1起"]),
        (">=", "0", "%", ["-1%", "0%", "1%"]),
        (">=", "1", "次", ["0次", "1次", "2次"]),
        ("<=", "12", "月份", ["11月份", "12月份"]),
    ],
)
def test_around_the_target_and_at_shares_of_it(
    op: str, value: str, unit: str, expected: list[str | None]
) -> None:
    found = actuals(op, value, unit)
    assert found[-1] is None
    assert found[:-1] == expected


def test_both_ends_of_a_range() -> None:
    unit = find_unit("%")
    assert unit is not None
    aim = Aim("in", unit, Fraction("0.9"), Fraction(1), "", "90%~100%")
    target = ast.Range(span=(0, 0), low=number("90", "%"), high=number("100", "%"))
    found = [each.actual for each in boundaries(aim, target)]
    assert {"89%", "90%", "91%", "99%", "100%", "101%", "130%", "0%", None} <= set(found)
    assert len(found) == len(set(found))


def test_dates_states_and_rates() -> None:
    aim = bounded_aim("<=", Fraction(738155), DATE, "≤2021-12-31")
    assert [each.actual for each in boundaries(aim, None)] == ["2021-12-30", "2021-12-31", "2022-01-01", None]
    state = Aim("is", PURE, Fraction(1), Fraction(1), "健全", "健全")
    assert [each.actual for each in boundaries(state, None)] == ["否", "健全", None]
    assert {"59.99%", "60%", "100%"} <= {each.actual for each in boundaries(EXECUTION_AIM, None)}
