"""Printed targets: the published tables, a list written before the reader, and anything at all."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.syntax import ast
from perfdsl.syntax.read_target import TargetReading, read_target

DATA = Path(__file__).parents[1] / "data"


def in_words(reading: TargetReading) -> str:
    """Write a reading as the truth writes it; ``refuse`` needs a reason."""
    match reading.target:
        case ast.Bound(op=op, value=number):
            return f"bound {op} {number.value} {number.unit}".strip()
        case ast.Deadline(op=op, date=date):
            return f"deadline {op} {date.year}-{date.month:02}-{date.day:02}"
        case ast.Range(low=low, high=high):
            assert low.unit == high.unit or low.unit
            return f"range {low.value} {high.value} {high.unit}".strip()
        case ast.State(word=word):
            return f"state {word}"
        case ast.Qualitative(text=text):
            return f"qualitative {text}"
    assert reading.diagnostics, "a refusal without a reason"
    only_bare = reading.diagnostics[0].code == "P0304"
    match reading.value:
        case ast.Number() as number if only_bare:
            return f"number {number.value} {number.unit}".strip()
        case ast.DateLiteral() as date if only_bare:
            return f"date {date.year}-{date.month:02}-{date.day:02}"
    return "refuse"


def expected_of(truth: dict[str, str]) -> str:
    if truth["refuse"] or truth["form"] in {"words", "prose"}:
        return "refuse"
    what = {"number": "bound", "date": "deadline"}[truth["form"]] if truth["operator"] else truth["form"]
    return " ".join(filter(None, (what, truth["operator"], truth["value"], truth["unit"])))


def read_rows() -> list[tuple[dict[str, str], dict[str, str], TargetReading]]:
    with (DATA / "targets.csv").open(encoding="utf-8-sig", newline="") as printed:
        rows = list(csv.DictReader(printed))
    with (DATA / "targets_truth.csv").open(encoding="utf-8", newline="") as said:
        truths = list(csv.DictReader(said))
    assert [int(truth["row"]) for truth in truths] == list(range(1, len(rows) + 1))
    return [
        (row, truth, read_target(row["value_raw"], operator=row["op"], unit=row["unit_raw"]))
        for row, truth in zip(rows, truths, strict=True)
    ]


def test_published_tables_score():
    measured = right = refused = 0
    wrong = []
    for row, truth, reading in read_rows():
        found, expected = in_words(reading), expected_of(truth)
        if truth["form"] in {"number", "date"}:
            measured += 1
            right += found == expected != "refuse"
            refused += found == "refuse"
        if found != expected and not (
            truth["form"] in {"words", "prose"} and found.startswith("qualitative")
        ):
            wrong.append((row["value_raw"], row["unit_raw"], found, expected))
    print(
        f"\nread rightly: {right} of {measured} numbers and dates ({100 * right / measured:.1f} %), "
        f"refused with a reason: {refused}, silently wrong: {measured - right - refused}"
    )
    assert not wrong
    assert right + refused == measured
    assert right >= 0.95 * measured


def held_out() -> list[dict[str, str]]:
    with (DATA / "targets_heldout.csv").open(encoding="utf-8", newline="") as cases:
        return list(csv.DictReader(cases))


@pytest.mark.parametrize("case", held_out(), ids=lambda case: case["text"] or "blank")
def test_other_strings(case):
    year = int(case["year"]) if case["year"] else None
    reading = read_target(case["text"], operator=case["operator"], unit=case["unit"], year=year)
    assert in_words(reading) == case["expected"]


def codes(text: str, **columns: object) -> list[str]:
    return [d.code for d in read_target(text, **columns).diagnostics]


@pytest.mark.parametrize(
    ("text", "columns", "code"),
    [("", {}, "P0319"), ("无", {}, "P0319"), ("字" * 301, {}, "P0324"), ("5次", {"operator": "大概"}, "P0316"),
     ("12次", {}, "P0304"), ("按合同约定", {}, "P0305"), ("11月前", {}, "P0306"), ("12月内", {}, "P0306"),
     ("约100人", {}, "P0307"), ("增长5%", {}, "P0308"), ("≥90%且≤100%", {}, "P0309"), ("2022-02-30前", {}, "P0310"),
     ("≤13月份", {}, "P0310"), ("2月29日前", {"year": 2022}, "P0310"), ("2020年1月--2020年11月", {}, "P0311"),
     ("2021年全年", {}, "P0311"), ("2022-2023学年", {}, "P0311"), ("9" * 31, {}, "P0312"), ("9 5%", {}, "P0313"),
     ("28.8万元", {"unit": "%"}, "P0314"), ("2022年底前", {"unit": "次"}, "P0314"),
     ("应保尽保", {"operator": "定性", "unit": "%"}, "P0314"), ("≤5次", {"operator": "≥"}, "P0315"),
     ("超过5万元以上", {}, "P0315"), ("≥2022年底前", {}, "P0315"), ("≥1-2次", {}, "P0315"), ("≤100%(不含)", {}, "P0315"),
     ("100~90%", {}, "P0317"), ("5人~9次", {}, "P0302"), ("5人~9", {}, "P0302"), ("0.9~100%", {}, "P0306"),
     ("1,23次", {}, "P0306"), ("12,34万元", {}, "P0306"), ("2022年1-12月", {}, "P0311"), ("12月31日前", {}, "P0318"),
     ("≤28.40/株", {}, "P0320"), ("≥-5次", {}, "P0321"), ("-5~5次", {}, "P0321"), ("100%覆盖", {}, "P0322"),
     ("每年不少于2次", {}, "P0322"), ("90%以上", {"operator": "定性"}, "P0322"), ("100%（0.9）", {}, "P0323"),
     ("≥5瓩", {}, "P0303"), ("5", {"unit": "瓩"}, "P0303"), ("5瓩~9瓩", {}, "P0303"), (">=", {}, "P0301"),
     ("≥2022年12月", {}, "P0306"), ("3-5", {}, "P0306"), ("≤2022.06", {}, "P0306"), ("2季度", {}, "P0306"),
     ("二级以上", {}, "P0306"), ("不低于三级", {}, "P0306"), ("≥2022年三季度", {}, "P0306"),
     ("—90%以上", {}, "P0306"), ("≥—5%", {}, "P0306"), ("约满意度≥90%", {}, "P0322")],
)  # fmt: skip
def test_each_refusal_has_its_code(text, columns, code):
    assert code in codes(text, **columns)


def test_a_bare_number_shows_both_readings():
    (diagnostic,) = read_target("12次").diagnostics
    hints = [hint.zh for hint in diagnostic.hints]
    assert any(">= 12次" in hint for hint in hints)
    assert any("= 12次" in hint and ">" not in hint for hint in hints)
    assert any("<= 5万元" in hint.en for hint in read_target("5万元").diagnostics[0].hints)
    assert any("<= 5天" in hint.en for hint in read_target("5天").diagnostics[0].hints)


def test_a_month_before_which_shows_both_readings():
    hints = [hint.zh for hint in read_target("11月前").diagnostics[0].hints]
    assert any("< 11月份" in hint for hint in hints)
    assert any("<= 11月份" in hint for hint in hints)
    full = [hint.zh for hint in read_target("2022年11月前").diagnostics[0].hints]
    assert any("< 2022-11-01" in hint for hint in full)
    assert any("<= 2022-11-30" in hint for hint in full)


def test_what_was_read_is_kept():
    reading = read_target("≥50箱子")
    assert (reading.value, reading.operator, reading.unit, reading.kind) == (None, ">=", "箱子", "number")
    conflict = read_target("28.8万元", unit="%")
    assert isinstance(conflict.value, ast.Number)
    assert (conflict.value.value, conflict.value.unit) == (Decimal("28.8"), "万元")
    assert read_target("≥2022年12月").operator == ">="
    assert read_target("100%覆盖").value is None


def test_units_of_the_sheet():
    from fractions import Fraction

    from perfdsl.units import Dimension, Unit

    own = {"瓩": Unit("瓩", Fraction(1), Dimension((("瓩", 1),)))}
    reading = read_target("≥5瓩", defined=own)
    assert isinstance(reading.target, ast.Bound)
    assert reading.target.value.unit == "瓩"


def test_spans_point_into_the_printed_text():
    text = "  ≥ 12 次（含）以上 "
    target = read_target(text).target
    assert isinstance(target, ast.Bound)
    assert target.value.text == "12 次"
    assert text[slice(*target.value.span)] == "12 次"
    ends = read_target("介于 90% 至 100%").target
    assert isinstance(ends, ast.Range)
    assert (ends.low.text, ends.high.text) == ("90%", "100%")


def test_columns_complete_the_text():
    assert in_words(read_target("5", operator="≥", unit="万 元")) == "bound >= 5 万元"
    assert in_words(read_target("≥5", unit="-")) == "bound >= 5"
    assert in_words(read_target("5万", operator="不少于", unit="人次")) == "bound >= 5 万人次"
    assert in_words(read_target("95%", operator="≥", unit="百分比")) == "bound >= 95 %"
    assert in_words(read_target("12月底前", unit="", year=2024)) == "deadline <= 2024-12-31"
    assert in_words(read_target("2月底前", year=2024)) == "deadline <= 2024-02-29"
    assert in_words(read_target("定性：良好", operator="定性")) == "qualitative 良好"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("定性", "qualitative "), ("定性：提升95%以上", "qualitative 提升95%以上"), ("定性：≥95%", "qualitative ≥95%"),
     ("定性：“双随机”监管", "qualitative “双随机”监管"), ("定性: “甲”和“乙”", "qualitative “甲”和“乙”"),
     ("定性：按《办法》第3条", "qualitative 按《办法》第3条"), ("定性：“显著提升”", "qualitative 显著提升"),
     ("定性：““健全””", "qualitative “健全”"), ("是：第3版", "state 第3版"), ("是：3", "state 3"),
     ("是：“健全”", "state 健全")],
)  # fmt: skip
def test_behind_the_colon_of_qualitative_and_is_all_is_words(text, meaning):
    assert in_words(read_target(text)) == meaning


@pytest.mark.parametrize("text", ["定性：", "定性提升95%以上", "是 12次", "是：", "定性 提升95%"])
def test_without_a_colon_or_words_nothing_is_guessed(text):
    assert read_target(text).target is None


HOSTILE = st.text(max_size=400) | st.text(
    alphabet="0123456789,.%‰元万亿次人月日年底前以上内含不()（）[]-~至到≥≤<>=约余百分之三半低于超过提高较率度 \n\x00、;",
    max_size=40,
)


@settings(max_examples=400, deadline=None)
@given(HOSTILE, st.sampled_from(["", "≥", "定性", "定量", "?"]) | st.text(max_size=5), st.sampled_from(["", "%", "次", "?"]),
       st.none() | st.integers(1900, 2199))  # fmt: skip
def test_anything_is_read_or_refused_with_a_reason(text, operator, unit, year):
    reading = read_target(text, operator=operator, unit=unit, year=year)
    assert reading.target is not None or reading.diagnostics
    assert all(d.message.zh and d.message.en and d.hints and d.labels for d in reading.diagnostics)
    if reading.target is not None:
        assert all(d.severity != "error" for d in reading.diagnostics)


@pytest.mark.parametrize(
    "text", ["1," * 50_000, "≥" * 100_000, "\x00" * 100_000, "(含" * 50_000, "\ud800≥90%", "一" * 100_000]
)
def test_long_and_broken_texts_are_refused_at_once(text):
    assert read_target(text).target is None
    assert read_target("5", operator=text, unit=text).target is None
