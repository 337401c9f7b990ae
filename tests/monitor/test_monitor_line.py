"""Lights, forecasts and prospects of single indicators."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.monitor.monitoring import SHEET, facts, line_of


@pytest.mark.parametrize(
    ("actual", "light", "progress"),
    [
        ("5公里", "yellow", Fraction(5, 7)),
        ("9公里", "blue", Fraction(9, 7)),
        ("4.2公里", "yellow", Fraction(6, 10)),
        ("4.1公里", "red", Fraction(41, 70)),
        ("5.6公里", "green", Fraction(8, 10)),
        ("8.4公里", "blue", Fraction(12, 10)),
    ],
)
def test_what_adds_up_is_due_by_months(actual, light, progress) -> None:
    line = line_of(SHEET + facts("2022-07-31", f"修路里程 = {actual}"), "2022-07-31", "修路里程")
    assert (line.shone.light, line.progress, line.due, line.due_text) == (light, progress, 7000, "7公里")


@pytest.mark.parametrize(("day", "due"), [("2022-07-30", 6000), ("2022-07-31", 7000), ("2022-08-30", 7000)])
def test_a_month_counts_once_it_is_over(day, due) -> None:
    assert line_of(SHEET, day, "修路里程").due == due


def test_nothing_is_due_before_the_first_month_is_over() -> None:
    line = line_of(SHEET + facts("2022-01-20", "修路里程 = 1公里"), "2022-01-30", "修路里程")
    assert (line.shone.light, line.shone.counts, line.progress) == (None, False, None)


def test_a_year_before_and_after_its_own() -> None:
    text = SHEET + facts("2022-06-30", "修路里程 = 12公里")
    assert line_of(text, "2021-12-31", "修路里程").due == 0
    assert line_of(text, "2023-02-10", "修路里程").due == 12000


def test_a_rate_is_a_level() -> None:
    line = line_of(SHEET + facts("2022-07-31", "满意度 = 63%"), "2022-07-31", "满意度")
    assert (line.kind, line.due, line.shone.light) == ("level", Fraction(9, 10), "yellow")
    assert "水平" in line.shone.why.zh


@pytest.mark.parametrize(("actual", "light"), [("0起", "green"), ("1起", "red")])
def test_a_target_of_nothing_is_met_or_not(actual, light) -> None:
    line = line_of(SHEET + facts("2022-07-31", f"事故 = {actual}"), "2022-07-31", "事故")
    assert (line.kind, line.progress, line.shone.light) == ("downward", None, light)


def test_more_than_an_equal_target_is_no_progress() -> None:
    text = SHEET.replace("修路里程 >= 12公里", "修路里程 = 12公里")
    line = line_of(text + facts("2022-07-31", "修路里程 = 13公里"), "2022-07-31", "修路里程")
    assert (line.shone.light, line.prospect) == ("red", "impossible")


@pytest.mark.parametrize(
    ("said", "light"),
    [("达成", "green"), ("部分达成", "yellow"), ("部分达成 70%", "yellow"), ("未达成 10%", "red")],
)
def test_quality_by_the_share_of_its_level(said, light) -> None:
    line = line_of(SHEET + facts("2022-07-31", f"知晓度 = {said}"), "2022-07-31", "知晓度")
    assert line.shone.light == light


def test_a_level_whose_band_has_several_lights_is_not_known() -> None:
    text = SHEET.replace("采用 国家自评2020", "采用 湖北2020")
    line = line_of(text + facts("2022-07-31", "知晓度 = 部分达成"), "2022-07-31", "知晓度")
    assert (line.shone.light, line.shone.counts) == (None, True)


@pytest.mark.parametrize(("said", "light"), [("是", "green"), ("否", "red")])
def test_a_state(said, light) -> None:
    line = line_of(SHEET + facts("2022-07-31", f"制度 = {said}"), "2022-07-31", "制度")
    assert (line.shone.light, line.prospect) == (light, "possible")


def test_a_deadline_that_has_not_come_has_no_say() -> None:
    line = line_of(SHEET, "2022-09-29", "完工时间")
    assert (line.shone.light, line.shone.counts, line.prospect) == (None, False, "unknown")


def test_silence_after_a_deadline_is_unknown() -> None:
    line = line_of(SHEET, "2022-09-30", "完工时间")
    assert (line.shone.light, line.shone.counts) == (None, True)


@pytest.mark.parametrize(
    ("when", "light", "prospect"), [("8月份", "green", "certain"), ("10月份", "red", "impossible")]
)
def test_completion_is_final(when, light, prospect) -> None:
    line = line_of(SHEET + facts("2022-10-31", f"完工时间 = {when}"), "2022-10-31", "完工时间")
    assert (line.shone.light, line.prospect) == (light, prospect)


@pytest.mark.parametrize("name", ["修路里程", "事故", "制度", "知晓度", "满意度"])
def test_what_is_not_reported_is_neither_green_nor_foreseen(name) -> None:
    line = line_of(SHEET, "2022-07-31", name)
    assert (line.shone.light, line.shone.counts, line.forecast, line.prospect) == (
        None,
        True,
        None,
        "unknown",
    )


def growing(*values: str) -> str:
    days = ["2022-01-31", "2022-02-28", "2022-03-31", "2022-04-30", "2022-05-31", "2022-06-30"]
    return SHEET + "".join(
        facts(day, f"修路里程 = {value}公里") for day, value in zip(days, values, strict=False)
    )


def test_the_mean_pace_goes_on_between_the_slowest_and_the_fastest_step() -> None:
    line = line_of(growing("1", "3", "4", "4"), "2022-04-30", "修路里程")
    forecast = line.forecast
    assert forecast is not None
    assert (forecast.value, forecast.low, forecast.high) == (12000, 4000, 20000)
    assert (forecast.text, line.prospect) == ("12公里（4公里~20公里）", "possible")
    assert "4 段" in forecast.method.zh


def test_a_target_beyond_the_fastest_pace_is_impossible_and_one_below_the_slowest_is_certain() -> None:
    slow = line_of(growing("0.1", "0.2", "0.3", "0.4"), "2022-04-30", "修路里程")
    fast = line_of(growing("2", "4", "6", "8"), "2022-04-30", "修路里程")
    assert (slow.prospect, fast.prospect) == ("impossible", "certain")


@pytest.mark.parametrize("values", [("0.1",), ("0.1", "0.2")])
def test_few_records_rule_nothing_out(values) -> None:
    line = line_of(growing(*values), "2022-06-30", "修路里程")
    assert line.forecast is not None
    assert (line.forecast.high_open, line.prospect) == (True, "possible")


def test_reached_is_certain_after_one_record() -> None:
    assert line_of(growing("12"), "2022-06-30", "修路里程").prospect == "certain"


def test_no_accident_so_far_does_not_promise_any_later() -> None:
    text = SHEET + "".join(facts(f"2022-0{m}-28", "事故 = 0起") for m in range(1, 7))
    line = line_of(text, "2022-06-30", "事故")
    assert line.forecast is not None
    assert (line.forecast.high_open, line.prospect) == (True, "possible")


def test_days_between_facts_are_no_months() -> None:
    """An increment of a day must not count as that of a month."""
    text = SHEET + facts("2022-03-31", "修路里程 = 2公里") + facts("2022-06-29", "修路里程 = 3公里")
    text += facts("2022-06-30", "修路里程 = 4公里")
    line = line_of(text, "2022-06-30", "修路里程")
    assert line.forecast is not None
    assert line.forecast.value == 8000


def test_a_correction_downward_never_foresees_less_than_there_is() -> None:
    line = line_of(growing("3", "5", "6", "5"), "2022-04-30", "修路里程")
    assert line.forecast is not None
    assert line.forecast.low == 5000


def test_a_level_stays_within_its_swing() -> None:
    text = SHEET + facts("2022-03-31", "满意度 = 80%") + facts("2022-05-31", "满意度 = 84%")
    text += facts("2022-06-30", "满意度 = 82%")
    line = line_of(text, "2022-06-30", "满意度")
    assert line.forecast is not None
    ends = line.forecast.value, line.forecast.low, line.forecast.high
    assert ends == (Fraction(82, 100), Fraction(78, 100), Fraction(86, 100))
    assert line.prospect == "impossible"


def test_what_its_author_expects_stands_beside_and_widens_the_prospect() -> None:
    text = growing("0.1", "0.2", "0.3", "0.4") + facts("2022-05-31", "修路里程 = 0.5公里，预计 12公里")
    line = line_of(text, "2022-05-31", "修路里程")
    assert line.foreseen is not None
    assert (line.foreseen.text, line.foreseen.method.zh) == ("12公里", "填报人预计，不是推算")
    assert line.forecast is not None
    assert line.forecast.high < 12000
    assert line.prospect == "possible"


def test_reason_and_cause_come_with_the_fact_that_counts() -> None:
    text = SHEET + facts("2022-06-30", '修路里程 = 1公里，原因 经费保障 "未到位"')
    line = line_of(text, "2022-06-30", "修路里程")
    assert (line.reason, line.cause) == ("未到位", "funding")


def test_a_computed_line_is_foreseen_from_the_facts_that_it_comes_from() -> None:
    text = SHEET.replace("满意度 >= 90%\n", "满意度 >= 90%\n      计算 满意人数 / 受访人数\n")
    for month, satisfied in ((3, 80), (5, 90), (6, 95)):
        text += facts(f"2022-0{month}-28", f"满意人数 = {satisfied}人", "受访人数 = 100人")
    line = line_of(text, "2022-06-30", "满意度")
    assert [point.value for point in line.points] == [Fraction(n, 100) for n in (80, 90, 95)]
    assert line.shone.light == "green"
