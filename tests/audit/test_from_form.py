"""A recognised form as an audit reads it: numbers, places, the total, the year, and what is unsure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.audit.choose_rubric import choose_own_rubric
from perfdsl.audit.from_form import read_form
from perfdsl.audit.place_spot import place_of
from perfdsl.audit.read_entry import doubts_of, read_entry, read_number
from perfdsl.audit.read_grade import read_bands
from perfdsl.audit.read_total import read_total
from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.documents.document import InSheet, InTable, OnLines, OnPage
from perfdsl.importers.draft import FormDraft, Unused
from perfdsl.importers.read_fields import amount_field, target_field, text_field
from perfdsl.library import shipped_all
from perfdsl.source import Source
from tests.audit.forms import DOUBT, ROWS, draft_of, with_row


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9.50", "9.5"),
        ("-1", "-1"),
        ("10分", "10"),
        ("98.5%", "98.5"),
        ("１，２３４．５０万元", "1234.5"),
        (" 0 ", "0"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    found = read_number(text)
    assert found is not None
    assert found.value == Fraction(value)


@pytest.mark.parametrize("text", ["", "优", "10/10", "1e3", "9 8", "10%%", "1" * 90])
def test_no_numbers(text: str) -> None:
    assert read_number(text) is None


@given(st.decimals(-(10**6), 10**6, places=2))
def test_what_is_printed_is_read_exactly(number: Decimal) -> None:
    found = read_number(f"{number:f}")
    assert found is not None
    assert (found.value, found.places) == (Fraction(number), 2)


def test_a_stroke_is_blank_and_a_rate_says_so() -> None:
    assert read_entry(amount_field("—", ())).text == ""
    assert read_entry(None).text == ""
    assert read_entry(text_field("98.5％", ())).is_percent
    assert not read_entry(text_field("98.5", ())).is_percent


def test_what_a_text_says_of_itself_is_no_doubt() -> None:
    assert doubts_of(amount_field("优", ())) == ()
    target = target_field("95%", ())
    assert target.status == "check"
    assert doubts_of(target, target.reasons) == ()
    assert doubts_of(amount_field("优", ()).doubted(DOUBT)) == (DOUBT,)
    assert doubts_of(amount_field("9", ()).doubted(DOUBT, "conflict")) == (DOUBT,)


@pytest.mark.parametrize(
    ("spot", "row", "column", "sheet"),
    [
        (InSheet("表1", "AB12:AC12"), 12, 28, "表1"),
        (InTable(1, 3, 4), 3, 4, ""),
        (OnLines(7, 9), 7, 1, ""),
        (OnPage(2, 0, 0, 1, 1), 1, 1, "p2"),
        (None, 1, 1, ""),
    ],
)
def test_places(spot: InSheet | InTable | OnLines | OnPage | None, row: int, column: int, sheet: str) -> None:
    place = place_of("a", spot, "10")
    assert (place.row, place.column_number, place.sheet) == (row, column, sheet)


def with_totals(*texts: str) -> FormDraft:
    draft = draft_of()
    passed = tuple(Unused(text, (InSheet("表", "A1"),), Text("", "")) for text in texts)
    return draft._replace(head={}, passed_over=passed)


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        (["总分｜100｜97.85"], "97.85"),
        (["合计｜100｜0"], "0"),
        (["小计｜50｜48", "总 分：｜100｜97.85｜优"], "97.85"),
        (["总分｜97.85"], "97.85"),
        (["总分｜100"], None),  # it may be the sum of the weights
        (["总分｜90"], None),  # it is the sum of the weights
        (["总分"], None),
        (["三级指标｜年度指标值"], None),
        ([], None),
    ],
)
def test_the_total_is_found_in_the_row_of_totals(rows: list[str], total: str | None) -> None:
    found = read_total(with_totals(*rows))
    assert (None if found is None else found.text) == total


def test_the_year_of_a_form() -> None:
    draft = draft_of()
    assert read_form(draft, "a").year == 2022
    titled = draft._replace(head={"title": text_field("2021年度项目支出绩效自评表", ())})
    assert (read_form(titled, "a").year, read_form(titled, "a").name) == (2021, "2021年度项目支出绩效自评表")
    of_two = draft._replace(head={"title": text_field("2021年至2022年自评表", ())})
    assert read_form(of_two, "a").year is None


def test_rows_keep_what_is_printed() -> None:
    form = read_form(draft_of(with_row(0, name="养护\n里程", target="≥1\n20公里")), "a.xlsx")
    first = form.rows[0].row
    assert (first.indicator, first.target, first.actual) == ("养护里程", "≥120公里", "120公里")
    assert (first.weight_text, first.score_text) == ("20", "20")
    assert first.spot == InSheet("自评表", "H10")
    assert len(form.rows) == len(form.published.rows) == len(ROWS)


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        (
            "优（90分以上）、良（80-90）、中（60-80）、差（60分以下）",
            [("优", 90), ("良", 80), ("中", 60), ("差", None)],
        ),
        ("得分≥90为优，80≤得分<90为良", []),
        ("优秀≥90；良好≥80；较差<60", [("优", 90), ("良", 80), ("差", None)]),
        ("优90良80优70", []),
        ("自评等级：优", []),
        ("", []),
    ],
)
def test_thresholds(text: str, bands: list[tuple[str, int | None]]) -> None:
    assert [(each.grade, each.least) for each in read_bands(text)] == bands


def test_a_rubric_of_a_file() -> None:
    told = Diagnostics()
    own = Source("own.perf", "评分办法 甲 沿用 国家自评2020\n  缺报 零分\n")
    found = choose_own_rubric(own, shipped_all(), told)
    assert found is not None
    assert (found.name, found.missing, len(told)) == ("甲", "zero", 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "P0858"),
        ("评分办法 甲 沿用 国家自评2020\n评分办法 乙 沿用 国家自评2020\n", "P0858"),
        ("评分办法 甲 沿用 没有\n", "P0201"),
    ],
)
def test_a_file_without_one_rubric(text: str, code: str) -> None:
    told = Diagnostics()
    assert choose_own_rubric(Source("own.perf", text), shipped_all(), told) is None
    assert code in {each.code for each in told}
