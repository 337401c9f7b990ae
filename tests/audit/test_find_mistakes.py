"""Each class of mistake is found where it is made, and a clean form has none. All forms are invented."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.audit.mistake import GRAVITIES, MistakeKind
from perfdsl.exact import round_to, show
from perfdsl.importers.draft import FormDraft, Unused
from perfdsl.importers.messages import NOT_READ
from perfdsl.importers.read_fields import amount_field
from tests.audit.forms import (
    DOUBT,
    MONEY,
    ROWS,
    audited,
    draft_of,
    kinds,
    mistakes,
    with_money,
    with_parts,
    with_row,
)

Made = tuple[FormDraft, list[str]]

MADE: dict[str, Made] = {
    "blank_but_full": (draft_of(with_row(0, actual="")), ["blank_but_full"]),
    "blank_but_full, a dash": (draft_of(with_row(0, actual="—")), ["blank_but_full"]),
    "blank_but_points": (
        draft_of(with_row(0, actual="", score="15", reason="雨季"), total="92.85"),
        ["blank_but_points"],
    ),
    "missed_but_full": (draft_of(with_row(0, actual="100公里")), ["missed_but_full"]),
    "above_weight": (draft_of(with_row(1, score="21"), total="98.85"), ["above_weight"]),
    "negative_score": (
        draft_of(with_row(4, score="-1", reason="雨季"), total="86.85"),
        ["negative_score"],
    ),
    "missing_reason": (
        draft_of(with_row(0, actual="108公里", score="18"), total="95.85"),
        ["missing_reason"],
    ),
    "missing_reason, 无": (
        draft_of(with_row(0, actual="108公里", score="18", reason="无"), total="95.85"),
        ["missing_reason"],
    ),
    "deducted_without_reason": (
        draft_of(with_row(0, score="18"), total="95.85"),
        ["deducted_without_reason"],
    ),
    "operator_in_actual": (draft_of(with_row(0, actual="≥120公里")), ["operator_in_actual"]),
    "word_for_number": (draft_of(with_row(0, actual="完成")), ["word_for_number"]),
    "unit_against_value": (
        draft_of(with_row(0, target="28.8万元", operator="≤", unit="%", actual="28万元")),
        ["unit_against_value"],
    ),
    "unit_against_value, of the actual": (
        draft_of(with_row(1, target="95", operator="≥", unit="%", actual="28.8万元")),
        ["unit_against_value"],
    ),
    "unit_against_value, no columns": (
        draft_of(with_row(0, target="≥120公里", actual="120万元")),
        ["unit_against_value"],
    ),
    "operator_against_sense": (
        draft_of(with_row(1, name="逾期发放率", target="≥95%", actual="95%")),
        ["operator_against_sense"],
    ),
    "operator_against_sense and rate_of_all": (
        draft_of(with_row(1, name="逾期发放率", target="≥100%", actual="100%")),
        ["operator_against_sense", "rate_of_all"],
    ),
    "rate_of_all": (draft_of(with_row(1, target="≥100%", actual="100%")), ["rate_of_all"]),
    "rate_of_all, more": (draft_of(with_row(1, target=">100%", actual="101%")), ["rate_of_all"]),
    "target_equals_points": (
        draft_of(with_row(0, target="20", actual="20")),
        ["target_equals_points"],
    ),
    "other_year": (draft_of(with_row(2, target="2021年11月底前", actual="2021年10月")), ["other_year"]),
    "other_year, of the actual": (
        draft_of(with_row(2, actual="2023年1月", score="0", reason="雨季"), total="87.85"),
        ["other_year"],
    ),
    "other_year, of the name": (
        draft_of(with_row(1, name="2021年11月30日前完成率")),
        ["other_year"],
    ),
    "points_not_100": (draft_of(with_row(1, weight="25", score="25"), total="102.85"), ["points_not_100"]),
    "points_not_100, no execution": (
        draft_of(with_row(1, weight="25", score="25"), money={}, total="93"),
        ["points_not_100"],
    ),
    "points_not_100, no weight of execution": (
        draft_of(money=with_money("total", weight="", score=""), total="88"),
        ["points_not_100"],
    ),
    "total_not_sum": (draft_of(total="98.85"), ["total_not_sum"]),
    "zero_total": (draft_of(total="0"), ["zero_total"]),
    "zero_total, decimals": (draft_of(total="0.00"), ["zero_total"]),
    "rate_not_quotient": (draft_of(money=with_money("total", rate="99.50%")), ["rate_not_quotient"]),
    "execution_points, rounded to full points": (
        draft_of(money=with_money("total", score="10"), total="98"),
        ["execution_points"],
    ),
    "execution_rounded": (
        draft_of(
            money={
                **with_money("total", executed="52.00", rate="86.67%", score="9"),
                "fiscal": {**MONEY["fiscal"], "executed": "42.00"},
            },
            total="97",
        ),
        ["execution_rounded"],
    ),
    "execution_rounded, cut off": (
        draft_of(money=with_money("total", score="9"), total="97"),
        ["execution_rounded"],
    ),
    "total_rounded": (draft_of(total="98"), ["total_rounded"]),
    "execution_points, not by rounding": (
        draft_of(money=with_money("total", score="9.5"), total="97.5"),
        ["execution_points"],
    ),
    "execution_above_all": (
        draft_of(
            money={
                **with_money("total", executed="66.00", rate="110%", score="10"),
                "fiscal": {**MONEY["fiscal"], "executed": "56.00"},
            },
            total="98",
        ),
        ["execution_above_all"],
    ),
    "money_parts": (draft_of(money=with_parts(other={"initial": "9.00"})), ["money_parts"]),
    "money_parts, of spending": (draft_of(money=with_parts(fiscal={"executed": "48.10"})), ["money_parts"]),
    "money_parts, above the total though one is blank": (
        draft_of(money=with_money("other", initial="11.00")),
        ["money_parts"],
    ),
    "money_parts_blank": (draft_of(money=with_money("other", initial="9.00")), ["money_parts_blank"]),
    "money_parts_blank, said once": (
        draft_of(money={"total": MONEY["total"], "fiscal": MONEY["fiscal"]}),
        ["money_parts_blank"],
    ),
    "none_but_full": (draft_of(with_row(0, actual="无")), ["none_but_full"]),
    "none_but_full, a stop": (draft_of(with_row(0, actual="无。")), ["none_but_full"]),
    "none_but_full, of a day": (draft_of(with_row(2, actual="无")), ["none_but_full"]),
    "none_but_full, no operator": (draft_of(with_row(0, target="120公里", actual="无")), ["none_but_full"]),
    "other_unit, of the unit column": (
        draft_of(with_row(0, target="20", operator="≥", unit="户", actual="20家")),
        ["other_unit"],
    ),
    "other_unit, no columns": (draft_of(with_row(0, target="≥20个", actual="20处")), ["other_unit"]),
    "other_unit, of time": (draft_of(with_row(0, target="≤30天", actual="1个月")), ["other_unit"]),
    "rate_above_all": (draft_of(with_row(1, actual="105%")), ["rate_above_all"]),
    "rate_above_all, in a unit column": (
        draft_of(with_row(1, target="95", operator="≥", unit="%", actual="9700")),
        ["rate_above_all"],
    ),
    "points_not_sum": (draft_of(totals=("总分｜90｜97.85",)), ["points_not_sum"]),
    "points_not_sum, zero": (draft_of(totals=("总分｜0｜97.85",)), ["points_not_sum"]),
    "operator_against_sense, less of what is good": (
        draft_of(with_row(4, target="≤90%", actual="88%")),
        ["operator_against_sense"],
    ),
    "operator_against_sense, a cost": (
        draft_of(with_row(0, name="单位成本", level1="成本指标", target="≥4万元", actual="4万元")),
        ["operator_against_sense"],
    ),
    "operator_against_sense, a bare 100%": (
        draft_of(with_row(1, name="逾期发放率", target="100%", actual="100%")),
        ["operator_against_sense"],
    ),
    "operator_in_actual, an angle bracket": (
        draft_of(with_row(0, actual="〉120公里")),
        ["operator_in_actual"],
    ),
    "operator_in_actual, in words": (draft_of(with_row(0, actual="至少120公里")), ["operator_in_actual"]),
    "percent_over_money": (
        draft_of(plan=("资金支出计划（%）", "20.00", "60.00")),
        ["percent_over_money"],
    ),
    "grade_thresholds": (
        draft_of(prose=["等级：优（80分以上）、良（90-100分）、中（60-80分）、差（60分以下）"]),
        ["grade_thresholds"],
    ),
    "grade_thresholds, two alike": (
        draft_of(prose=["优（90分以上）、良（90-80）、中（90-60）、差（60分以下）"]),
        ["grade_thresholds"],
    ),
    "zero_total, and no grade follows from it": (draft_of(total="0", prose=["自评等级：优"]), ["zero_total"]),
    "grade_not_total": (draft_of(prose=["自评等级：良"]), ["grade_not_total"]),
    "grade_not_total, ticked": (draft_of(prose=["自评等级：优□ 良☑ 中□ 差□"]), ["grade_not_total"]),
    "grade_not_total, ticked before": (draft_of(prose=["□优 √良 □中 □差"]), ["grade_not_total"]),
    "grade_not_total, in two cells": (draft_of(prose=["自评等级", "中"]), ["grade_not_total"]),
    "grade_not_total, printed thresholds": (
        draft_of(prose=["优（98分以上）、良（80-98分）、中（60-80分）、差（60分以下）", "评价结果：优秀"]),
        ["grade_not_total"],
    ),
}


@pytest.mark.parametrize(("draft", "expected"), MADE.values(), ids=list(MADE))
def test_what_is_made_is_found_and_nothing_else(draft: FormDraft, expected: list[str]) -> None:
    assert kinds(draft) == expected


def test_every_class_is_tried() -> None:
    tried = {kind for _, expected in MADE.values() for kind in expected}
    assert tried == set(get_args(MistakeKind)) == set(GRAVITIES)


CLEAN = {
    "as it is": draft_of(),
    "a total cut off": draft_of(total="97.8"),
    "a total rounded": draft_of(total="97.9"),
    "execution rounded to a decimal": draft_of(money=with_money("total", score="9.9"), total="97.9"),
    "a bare rate": draft_of(money=with_money("total", rate="98.5")),
    "a rate as a share": draft_of(money=with_money("total", rate="0.985")),
    "ticked, as it should be": draft_of(prose=["自评等级：优☑ 良□ 中□ 差□"]),
    "nothing is ticked": draft_of(prose=["自评等级：优□ 良□ 中□ 差□"]),
    "two are ticked": draft_of(prose=["自评等级：优□ 良☑ 中☑ 差□"]),
    "a sum of the weights": draft_of(totals=("总分｜100｜97.85",)),
    "a sum of the indicators alone": draft_of(total="88", totals=("合计｜90｜88",)),
    "execution not read: the total holds it": draft_of(money={}, totals=("总分｜100｜97.85",)),
    "a rate that a spreadsheet computed": draft_of(
        money={
            **with_money("total", full_year="115.00", executed="114.50", initial="115.00",
                         rate="99.5652173913044%", score="9.95652173913044"),
            "fiscal": {}, "other": {},
        },
        total="97.96",
    ),
    "scores that a spreadsheet computed": draft_of(
        with_row(0, actual="100公里", score="16.6666666666667", reason="雨季"), total="94.52"
    ),
    "a total of scores as a spreadsheet shows them": draft_of(
        (
            *with_row(0, actual="100公里", score="16.6666666666667", reason="雨季")[:1],
            *with_row(1, score="16.6666666666667", reason="雨季")[1:],
        ),
        total="91.19",
    ),
    "9.00 of 9.004": draft_of(
        money={"total": {"full_year": "1000", "executed": "900.4", "weight": "10", "score": "9.00"}},
        total="97",
    ),
    "10 of 9.996": draft_of(
        money={"total": {"full_year": "100", "executed": "99.96", "weight": "10", "score": "10"}},
        total="98",
    ),
    "units that can be converted": draft_of(
        with_row(0, target="120", operator="≥", unit="公里", actual="120000米")
    ),
    "units of the target that can be converted": draft_of(
        with_row(0, target="120000米", operator="≥", unit="公里", actual="120")
    ),
    "a unit in brackets": draft_of(with_row(0, target="20", operator="≥", unit="套", actual="20台（套）")),
    "0.98 in a column of %": draft_of(with_row(1, target="95", operator="≥", unit="%", actual="0.98")),
    "a number within words": draft_of(with_row(0, actual="已养护120公里")),
    "a number within words that is another": draft_of(with_row(0, actual="比上年增加120公里")),
    "nothing happened, bare": draft_of(with_row(1, name="投诉次数", target="3次", actual="无")),
    "funds above the plan": draft_of(with_row(1, name="资金到位率", actual="110%")),
    "what is done about it": draft_of(with_row(1, name="投诉处理率")),
    "only the total of money": draft_of(money={"total": MONEY["total"]}),
    "the rest is for execution, which is not in the table": draft_of(money={}, total="88"),
    "no execution, 100 points": draft_of(with_row(0, weight="30", score="30"), money={}, total="98"),
    "a plan in percent": draft_of(plan=("支出计划（%）", "50", "100")),
    "a plan of amounts": draft_of(plan=("支出计划（万元）", "20.00", "60.00")),
    "the right grade": draft_of(prose=["自评等级：优"]),
    "thresholds in order": draft_of(prose=["优90（含）-100分、良80（含）-90分、中60（含）-80分、差60分以下"]),
    "thresholds in brackets": draft_of(prose=["优（90分以上）、良（80-90）、中（60-80）、差（60分以下）"]),
    "thresholds from below": draft_of(prose=["差<60，60≤中<80，80≤良<90，优≥90"]),
    "years compared with": draft_of(with_row(3, target="较2021年明显提高", actual="较2021年明显提高")),
    "a span of years": draft_of(with_row(2, target="2021年3月至2022年11月底", actual="2022年10月")),
    "a target of another count": draft_of(with_row(0, target="≥20公里", actual="20公里")),
    "nothing happened": draft_of(with_row(1, name="事故起数", target="≤0起", actual="无")),
    "a growth rate": draft_of(with_row(1, name="产量增长率", target="≥100%", actual="110%")),
    "less of what is bad": draft_of(with_row(1, name="逾期发放率", target="≤5%", actual="3%")),
    "a target with its operator, and without unit": draft_of(
        with_row(0, target="20", operator="≥", actual="20")
    ),
    "a target without unit": draft_of(with_row(0, target="≥120", actual="120公里")),
    "a part of the money that is a word: no sum": draft_of(money=with_money("other", initial="若干")),
    "columns of operators and units": draft_of(
        with_row(0, target="20", operator="≥", unit="公里", actual="20")
    ),
    "blank scores: no sum": draft_of(with_row(0, score=""), total="50"),
    "a weight that is a word: no sum": draft_of(with_row(0, weight="二十")),
}  # fmt: skip


ROWS_OF = {
    "公里 and 米": (
        with_row(0, target="120", operator="≥", unit="公里", actual="60000米", score="10"), "equal", 10,
    ),
    "万元 and 元": (with_row(0, target="300", operator="≤", unit="万元", actual="2900000元"), "equal", 20),
    "人 and 万人": (with_row(0, target="1000", operator="≥", unit="人", actual="1.2万人"), "equal", 20),
    "小时 and 天": (with_row(0, target="24", operator="≤", unit="小时", actual="1天"), "equal", 20),
    "吨 and 公斤": (with_row(0, target="12", operator="≥", unit="吨", actual="12000公斤"), "equal", 20),
    "a target of its own unit": (
        with_row(0, target="120000米", operator="≥", unit="公里", actual="120"), "equal", 20,
    ),
    "within words": (with_row(0, actual="共完成60公里", score="10"), "equal", 10),
    "within words, at once": (with_row(1, actual="100%完成"), "equal", 20),
    "computed": (with_row(0, actual="100公里", score="16.6666666666667"), "rounded", Fraction(50, 3)),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "kind", "points"), ROWS_OF.values(), ids=list(ROWS_OF))
def test_rows_that_can_be_scored(rows: tuple[Mapping[str, str], ...], kind: str, points: Fraction) -> None:
    at = next(at for at, row in enumerate(rows) if row != ROWS[at])
    found = audited(draft_of(rows)).audit.differences[at]
    assert (found.kind, [reading.exact for reading in found.readings]) == (kind, [points])


@pytest.mark.parametrize(
    "actual",
    ["第120公里", "还差120公里", "未完成120公里", "120公里（含支线3公里）", "约120公里", "120余公里"],
)
def test_numbers_within_words_that_are_not_read(actual: str) -> None:
    found = audited(draft_of(with_row(0, actual=actual)))
    assert (found.audit.differences[0].reason, found.mistakes) == ("unreadable_actual", ())


def test_a_bare_share_in_a_column_of_percent_is_read_in_both_ways() -> None:
    rows = with_row(1, target="95", operator="≥", unit="%", actual="0.98")
    found = audited(draft_of(rows)).audit.differences[1]
    assert (found.reason, [each.actual for each in found.readings]) == ("readings", ["0.98%", "98%"])
    small = with_row(1, name="误差率", target="5", operator="≤", unit="%", actual="0.8")
    assert audited(draft_of(small)).audit.differences[1].kind == "equal"


def test_full_points_by_rounding_are_said_to_be_so() -> None:
    (found,) = mistakes(draft_of(money=with_money("total", score="10"), total="98"))
    assert found.gravity == "contradiction"
    assert found.follows.zh == "98.5% × 10 = 9.85，取整成了满分；没有执行完，应为 9.85"


def test_the_gravest_come_first() -> None:
    rows = with_row(0, actual="")
    found = [
        each.gravity for each in mistakes(draft_of((*rows[:1], *with_row(1, target="≥100%")[1:]), total="0"))
    ]
    assert found == ["contradiction", "contradiction", "gap", "look"]


def test_execution_that_was_not_read_may_be_any_part_of_what_is_left() -> None:
    assert kinds(draft_of(money={}, total="98")) == []
    assert kinds(draft_of(money={}, total="98.5")) == ["total_not_sum"]
    assert kinds(draft_of(money={}, total="87")) == ["total_not_sum"]
    whole = with_row(0, weight="30", score="30")
    assert kinds(draft_of(whole, money={}, total="99")) == ["total_not_sum"]


def test_weights_beside_cells_that_were_not_read() -> None:
    rows = with_row(0, weight="30", score="30")
    draft = draft_of(rows, money={}, total="107.85", totals=("总分｜110｜107.85",))
    assert kinds(draft) == ["points_not_sum", "total_not_sum"]
    assert kinds(draft._replace(unused=(Unused("9.85", (), NOT_READ),))) == []


@pytest.mark.parametrize("draft", CLEAN.values(), ids=list(CLEAN))
def test_a_clean_form_has_none(draft: FormDraft) -> None:
    assert kinds(draft) == []


def test_a_form_that_asks_for_no_reasons_lacks_none() -> None:
    draft = draft_of(with_row(0, actual="108公里", score="18"), total="95.85")
    assert kinds(draft) == ["missing_reason"]
    rows = (
        row._replace(fields={name: field for name, field in row.fields.items() if name != "reason"})
        for row in draft.rows
    )
    assert kinds(draft._replace(rows=tuple(rows))) == []


def test_a_budget_of_100_may_be_planned_in_percent() -> None:
    draft = draft_of(plan=("资金支出计划（%）", "50.00", "100.00"))
    budget = {"budget": amount_field("100.00", ())}
    assert kinds(draft._replace(head={**draft.head, **budget})) == []  # type: ignore[dict-item]


def test_what_is_printed_and_what_follows_is_said() -> None:
    (found,) = mistakes(draft_of(total="98.85"))
    assert found.printed.zh == "总分 98.85"
    assert found.follows.zh == "印出的各项得分合计 97.85"
    assert found.is_sure
    assert [spot.ref for spot in found.spots] == ["H20"]  # type: ignore[union-attr]


def doubted(draft: FormDraft, column: str) -> FormDraft:
    """The form with its first row's field put together from two pages."""
    first, *others = draft.rows
    fields = {**first.fields, column: first.fields[column].doubted(DOUBT)}  # type: ignore[index]
    return draft._replace(rows=(first._replace(fields=fields), *others))


@pytest.mark.parametrize("column", ["target", "actual", "weight", "score"])
def test_what_may_be_misread_is_not_compared(column: str) -> None:
    found = audited(doubted(draft_of(with_row(0, actual="100公里")), column))
    first = found.audit.differences[0]
    assert (first.kind, first.reason) == ("not_comparable", "unsure")
    assert [(each.subject, each.column, each.doubts) for each in found.unsure] == [
        ("养护里程", column, (DOUBT,))
    ]
    assert found.mistakes == ()
    assert found.recomputed.rows == 3


@pytest.mark.parametrize("column", ["name", "target", "actual", "score"])
def test_nothing_is_held_against_a_row_that_may_be_misread(column: str) -> None:
    """100公里 and the year are as bad as can be, and yet a misreading may be all that is."""
    rows = with_row(0, name="逾期完工率", target="≥100%", actual="2021年完成", weight="20", score="20")
    assert kinds(draft_of(rows)) != []
    assert kinds(doubted(draft_of(rows), column)) == []


def test_a_reason_that_may_be_misread_is_not_missed() -> None:
    draft = draft_of(with_row(0, actual="108公里", score="18"), total="95.85")
    assert kinds(draft) == ["missing_reason"]
    assert kinds(doubted(draft, "reason")) == []


def test_what_rests_on_an_unsure_field_says_so() -> None:
    (found,) = mistakes(doubted(draft_of(total="98.85"), "score"))
    assert (found.kind, found.is_sure) == ("total_not_sum", False)


def test_a_text_that_is_merely_no_number_was_read_surely() -> None:
    found = audited(draft_of(with_row(0, score="优")))
    assert found.unsure == ()
    assert found.audit.differences[0].reason == "unreadable_score"


def test_points_are_worked_out_anew() -> None:
    found = audited(draft_of(with_row(0, actual="108公里", score="20"))).recomputed
    assert (found.rows, found.given, found.awarded) == (4, 58, 60)
    assert found.execution == Fraction("9.85")


@settings(max_examples=60)
@given(st.lists(st.integers(0, 20), min_size=5, max_size=5), st.integers(-3, 3))
def test_a_total_is_doubted_exactly_if_it_is_not_the_sum(scores: list[int], off: int) -> None:
    rows: list[Mapping[str, str]] = [
        {**row, "score": str(score), "reason": "说明"} for row, score in zip(ROWS, scores, strict=True)
    ]
    total = Fraction("9.85") + sum(scores) + off
    found = {"total_not_sum", "zero_total"} & set(kinds(draft_of(rows, total=show(total, 2))))
    assert bool(found) == (off != 0)


@settings(max_examples=60)
@given(st.integers(1, 10_000), st.integers(0, 12_000), st.integers(0, 3))
def test_a_rounded_rate_and_its_points_are_no_mistake(budget: int, spent: int, places: int) -> None:
    rate = Fraction(spent, budget)
    money = {
        "total": {
            "full_year": str(budget),
            "executed": str(spent),
            "weight": "10",
            "rate": f"{show(rate * 100, places)}%",
            "score": show(min(Fraction(10), rate * 10), 2),
        }
    }
    found = set(kinds(draft_of(money=money)._replace(head={})))
    assert found == ({"execution_above_all"} if spent > budget else set())


@settings(max_examples=60)
@given(st.integers(1, 100), st.integers(1, 99))
def test_points_that_are_not_rate_times_weight_are_found(printed: int, due: int) -> None:
    spent, score = str(due * 10), show(Fraction(printed, 10), 1)
    money = {"total": {"full_year": "1000", "executed": spent, "weight": "10", "score": score}}
    is_rounded = Fraction(printed, 10) == round_to(Fraction(due, 10), 0, "half_up") < 10
    expected = "execution_rounded" if is_rounded else "execution_points"
    assert kinds(draft_of(money=money)._replace(head={})) == ([] if printed == due else [expected])


CELLS = (
    "", "-", "10", "-1", "≥100%", "28.8万元", "%", "完成", "2021年", "优", "9月前", "=0起", "10%", "1e9",
    "٣", "优90良80中60",
)  # fmt: skip
cells = st.one_of(st.sampled_from(CELLS), st.text(max_size=12))
ROW = ("name", "target", "operator", "unit", "actual", "weight", "score", "reason")
LINE = ("initial", "full_year", "executed", "weight", "rate", "score")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.fixed_dictionaries(dict.fromkeys(ROW, cells)), max_size=3),
    st.fixed_dictionaries(dict.fromkeys(LINE, cells)),
    cells,
    st.lists(cells, max_size=2),
)
def test_no_form_is_too_much(
    rows: list[dict[str, str]], money: dict[str, str], total: str, prose: list[str]
) -> None:
    found = audited(draft_of(rows, {"total": money, "fiscal": money}, total, prose=prose))
    assert len(found.audit.differences) == len(rows)
    assert sum(found.counts.values()) == len(found.mistakes)
