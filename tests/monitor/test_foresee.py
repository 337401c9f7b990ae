"""Forecasts: from which day they go on, and money along its payment plan."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.monitor.monitoring import SHEET, facts, line_of, project_of

PLANNED = SHEET.replace("预算 12万元", "预算 60万元\n  支出计划 6月底 20万元，12月底 60万元")


def spent(*said: tuple[str, str]) -> str:
    return "".join(facts(day, f"执行数 {amount}") for day, amount in said)


def test_the_upper_end_goes_on_from_the_last_fact_and_the_lower_from_today() -> None:
    told = [("01-31", 1), ("02-28", 3), ("03-31", 6)]
    text = SHEET + "".join(facts(f"2022-{day}", f"修路里程 = {km}公里") for day, km in told)
    forecast = line_of(text, "2022-09-30", "修路里程").forecast
    assert forecast is not None
    assert (forecast.low, forecast.high) == (6000 + 1000 * 3, 6000 + 3000 * 9)


def test_money_goes_along_its_plan() -> None:
    forecast = project_of(PLANNED + spent(("2022-06-30", "15万元")), "2022-06-30").money.forecast
    assert forecast is not None
    assert (forecast.value, forecast.low, forecast.high_open) == (450000, 150000, True)
    assert "支出计划" in forecast.method.zh
    assert "payment plan" in forecast.method.en


def test_without_a_plan_it_goes_by_months() -> None:
    forecast = project_of(SHEET + spent(("2022-06-30", "5万元")), "2022-06-30").money.forecast
    assert forecast is not None
    assert forecast.value == 100000
    assert "计划" not in forecast.method.zh


def test_its_ends_go_by_what_each_step_spent_of_what_was_due() -> None:
    told = spent(("2022-03-31", "10万元"), ("2022-06-30", "15万元"), ("2022-09-30", "35万元"))
    forecast = project_of(PLANNED + told, "2022-09-30").money.forecast
    assert forecast is not None
    assert forecast.value == Fraction(350000, 400000) * 600000
    assert (forecast.low, forecast.high) == (350000 + 100000, 350000 + 200000)
    assert not forecast.high_open
    assert "支出计划" in forecast.method.zh


def test_where_the_plan_is_over_it_bounds_nothing_above() -> None:
    text = SHEET.replace("预算 12万元", "预算 60万元\n  支出计划 3月底 20万元，9月底 60万元")
    told = spent(("2022-03-31", "10万元"), ("2022-06-30", "20万元"), ("2022-10-31", "35万元"))
    forecast = project_of(text + told, "2022-10-31").money.forecast
    assert forecast is not None
    assert (forecast.value, forecast.low, forecast.high_open) == (350000, 350000, True)


@pytest.mark.parametrize("day", ["2022-03-31", "2022-05-31"])
def test_before_anything_of_a_plan_is_due_it_goes_by_months(day: str) -> None:
    text = PLANNED + spent((day, "5万元"))
    forecast = project_of(text, day, bands="序时预警").money.forecast
    assert forecast is not None
    assert forecast.value == Fraction(50000 * 12, int(day[5:7]))
