from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.actuals.from_table import facts_of
from perfdsl.actuals.readers import read_json
from perfdsl.diagnostic import Diagnostics
from tests.actuals.say import codes, facts_in, hints, places, points, shown

HEAD = "项目,指标,实际完成值,计量单位,日期,执行数,偏差原因,佐证资料\n"


def read(*rows: str) -> tuple[list[str], list[str]]:
    facts, found = facts_in(HEAD + "\n".join(rows))
    return [shown(fact) for fact in facts], places(found)


def test_a_row_of_everything() -> None:
    (fact, spent), found = facts_in(HEAD + "甲,次数,11,次,2022-12-31,4.80万元,一次活动改为线上,签到表.pdf")
    assert codes(found) == []
    assert shown(fact) == "甲|次数|number|11次|2022-12-31"
    assert shown(spent) == "甲|spent|number|4.80万元|2022-12-31"
    assert (fact.reason, fact.evidence, fact.day) == ("一次活动改为线上", "签到表.pdf", date(2022, 12, 31))
    assert (fact.place.column, fact.project_place.column, fact.indicator_place.column) == (
        "实际完成值",
        "项目",
        "指标",
    )
    assert (spent.place.column, spent.indicator_place.column, spent.indicator) == ("执行数", "执行数", "")
    assert fact.place.line == "甲,次数,11,次,2022-12-31,4.80万元,一次活动改为线上,签到表.pdf"


def test_a_blank_actual_is_a_missing_fact() -> None:
    assert read("甲,次数,,次,2022-12-31,,,", "甲,另,—,,,,,", ",,,,,,,") == ([], [])


def test_what_stands_beside_a_blank_actual_is_kept_for_a_computed_indicator() -> None:
    facts, found = facts_in(
        HEAD + "甲,次数,,次,2022-12-31,,没来得及,\n甲,执行数,-,,,,x,\n甲,,,,,,x,\n甲,率,,,,,,表.pdf"
    )
    assert [shown(fact) for fact in facts] == ["甲|次数|nothing||2022-12-31", "甲|率|nothing||"]
    assert [(fact.reason, fact.evidence) for fact in facts] == [("没来得及", ""), ("", "表.pdf")]
    assert codes(found) == []


SCORED = "项目,指标,实际完成值,扣分（分）,自评得分,核查得分\n"


def test_points_that_people_gave_or_took_off() -> None:
    facts, found = facts_in(
        SCORED + "甲,a,11次,2,11.46分,—\n甲,b,12次,,,\n甲,c,,,12.5,１０\n甲,执行数,5万元,0.5,,\n"
    )
    assert [shown(fact) for fact in facts] == [
        "甲|a|number|11次|", "甲|b|number|12次|", "甲|c|nothing||", "甲|spent|number|5万元|",
    ]  # fmt: skip
    assert [points(fact) for fact in facts] == [
        ["2", "11.46分", None], [None, None, None], [None, "12.5", "10"], ["0.5", None, None],
    ]  # fmt: skip
    assert facts[0].self_score is not None
    assert facts[0].self_score.value == Decimal("11.46")
    assert not facts[1].has_points
    assert codes(found) == []


@pytest.mark.parametrize("cell", ["优", "80%", "-2", "2次", "约2", "2022-12-31", "2;3"])
def test_points_that_are_none(cell: str) -> None:
    facts, found = facts_in(SCORED + f"甲,a,11次,,{cell},")
    assert [(shown(fact), points(fact)) for fact in facts] == [("甲|a|number|11次|", [None] * 3)]
    assert places(found) == ["P0643 2:自评得分"]


def test_points_of_totals_remarks_and_projects() -> None:
    assert places(facts_in(SCORED + "合计,,,,95,\n甲,总分,,,95,\n")[1]) == ["P0629 2:项目", "P0629 3:指标"]
    facts, found = facts_in(SCORED + "甲,,,,95,\n# 虚构的数据,,,,,\n")
    assert (facts, codes(found)) == ([], [])
    assert places(facts_in(SCORED + ",a,,,95,\n")[1]) == ["P0625 2:项目"]


def test_a_blank_project_goes_on_with_the_one_above_and_its_date() -> None:
    assert read("甲,a,1次,,2022-06-30,,,", ",b,2次,,,,,", ",c,3次,,2022-12-31,,,", "乙,d,4次,,,,,") == (
        [
            "甲|a|number|1次|2022-06-30",
            "甲|b|number|2次|2022-06-30",
            "甲|c|number|3次|2022-12-31",
            "乙|d|number|4次|",
        ],
        [],
    )


def test_a_project_row_of_its_own_leads_those_below() -> None:
    assert read("甲,,,,2022-06-30,5万元,,", ",a,1次,,,,,") == (
        ["甲|spent|number|5万元|2022-06-30", "甲|a|number|1次|2022-06-30"],
        [],
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (",a,1次,,,,,", "P0625 2:项目"),
        (",,1次,,,,,", "P0625 2:项目"),
        (",,,,,5万元,,", "P0625 2:项目"),
        ("甲,,1次,,,,,", "P0626 2:指标"),
        ("甲,a,≥266米,,,,,", "P0620 2:实际完成值"),
        ("甲,a,12次；3次,,,,,", "P0309 2:实际完成值"),
        ("甲,a,12..3,,,,,", "P0301 2:实际完成值"),
        ("甲,a,约12次,,,,,", "P0307 2:实际完成值"),
        (f"甲,a,{'1' * 31},,,,,", "P0312 2:实际完成值"),
        ("甲,a,2022-02-30,,,,,", "P0310 2:实际完成值"),
        ("甲,a,12月,,,,,", "P0306 2:实际完成值"),
        ("甲,a,12人,次,,,,", "P0314 2:实际完成值"),
        ("甲,a,1次,,2022-02-30,,,", "P0310 2:日期"),
        ("甲,a,1,234,次,2022-12-31,,,x", "P0630 2:"),
        ("甲,a,1,234次,,,,", "P0633 2:实际完成值"),
        ("甲,a,,,,≤5万元,,", "P0620 2:执行数"),
    ],
)
def test_each_complaint_has_its_place(row: str, expected: str) -> None:
    assert read(row) == ([], [expected])


def test_remedies() -> None:
    _, found = facts_in(HEAD + "甲,a,≥266米,,,,,\n甲,b,1次,,44926,,,")
    _, shifted = facts_in(HEAD + "甲,a,1,234次,,,,")
    assert hints(shifted) == ['改为 "1,234次"']
    assert hints(found) == ["改为 266米", "若是 Excel 的日期序号，应写 2022-12-31"]


def test_a_broken_row_never_lends_its_rows_to_the_project_above_it() -> None:
    assert read("甲,a,1次,,,,,", "乙,b,2次,,昨天,,,", ",c,3次,,,,,", ",d,4次,,2022-12-31,,,") == (
        ["甲|a|number|1次|", "乙|d|number|4次|2022-12-31"],
        ["P0301 3:日期"],
    )
    assert read("甲,a,1次,,,,,", "乙,b,1,234,次,2022-12-31,,,x", ",c,3次,,,,,") == (
        ["甲|a|number|1次|"],
        ["P0630 3:", "P0625 4:项目"],
    )


def test_facts_of_the_project_itself() -> None:
    assert read("甲,执行数,4.8,万元,,,,", "甲,已完成,是,,,,,", "甲,Spent,4.80万元,,,4.8万元,,") == (
        ["甲|spent|number|4.8万元|", "甲|finished|word|是|"],
        [],
    )


def test_two_different_amounts_spent() -> None:
    facts, places_of = read(
        "甲,a,1次,,2022-06-30,5万元,,",
        "甲,b,1次,,2022-06-30,6万元,,",
        "甲,c,1次,,2022-12-31,6万元,,",
        "甲,d,1次,,2022-12-31,很多,,",
    )
    assert [fact for fact in facts if "spent" in fact] == [
        "甲|spent|number|5万元|2022-06-30",
        "甲|spent|number|6万元|2022-12-31",
    ]
    assert places_of == ["P0642 3:执行数", "P0642 5:执行数"]


def test_units_from_headings() -> None:
    facts, found = facts_in(
        "项目,指标,实际完成值（%）,执行数（万元）\n甲,a,92,4.8\n甲,b,5次,\n甲,c,1,4.8万元\n甲,d,1,48000元\n"
    )
    assert [shown(fact) for fact in facts] == [
        "甲|a|number|92%|",
        "甲|spent|number|4.8万元|",
        "甲|c|number|1%|",
        "甲|d|number|1%|",
    ]
    assert places(found) == ["P0314 3:实际完成值（%）", "P0314 5:执行数（万元）"]
    assert next(iter(found)).labels[1].place.row == 1


def test_code_before_name() -> None:
    facts, found = facts_in("项目名称,项目编码,指标,实际完成值\n甲,X1,a,1\n乙,,a,1\n,,b,2\n")
    assert [shown(fact) for fact in facts] == ["X1|a|number|1|", "乙|a|number|1|", "乙|b|number|2|"]
    assert [fact.project_place.column for fact in facts] == ["项目编码", "项目名称", "项目名称"]
    assert codes(found) == []
    _, found = facts_in("项目编码,指标,实际完成值\n,a,1\n")
    assert places(found) == ["P0625 2:项目编码"]


def test_remarks_repeated_headers_and_totals() -> None:
    assert read(
        "# 虚构的数据,,,,,,,",
        "甲,a,1次,,,,,",
        HEAD.strip(),
        ",b,2次,,,,,",
        "合计,,100,,,,,",
        "甲,总分,98,,,,,",
    ) == (
        ["甲|a|number|1次|", "甲|b|number|2次|"],
        ["P0629 6:项目", "P0629 7:指标"],
    )
    assert read("合计,a,1次,,,,,")[0] == ["合计|a|number|1次|"]
    assert read("#甲,a,1次,,,,,")[0] == ["#甲|a|number|1次|"]


def test_levels_and_words() -> None:
    assert read("甲,知晓度,部分达成 70%,,,,,", "甲,制度,健全,项,,,,", "甲,期限,2022年12月31日,,,,,")[0] == [
        "甲|知晓度|word|部分达成 70%|",
        "甲|制度|word|健全|",
        "甲|期限|date|2022年12月31日|",
    ]


def facts_of_json(value: object) -> tuple[list[str], list[str]]:
    found = Diagnostics()
    tables = read_json.read("a.json", json.dumps(value).encode(), found)
    return [shown(fact) for table in tables for fact in facts_of(table, found)], places(found)


def test_json() -> None:
    rows = [
        {"project": "甲", "indicator": "a", "actual": 0.92},
        {"project": "甲", "indicator": "finished", "actual": True},
        {"project": "甲", "indicator": "b", "actual": [1]},
        {"project": "甲", "indicator": "c", "actual": float("nan")},
        {"project": "甲", "indicator": "d", "actual": None, "extra": [1]},
    ]
    assert facts_of_json(rows) == (
        ["甲|a|number|0.92|", "甲|finished|word|是|"],
        ["P0618 1:extra", "P0609 3:actual", "P0611 4:actual"],
    )


def test_points_in_json() -> None:
    rows = [
        {"project": "甲", "indicator": "a", "actual": "1次", "deducted": 0.5, "self_score": None},
        {"project": "甲", "indicator": "b", "actual": "1次", "deducted": [1], "review_score": True},
        {"project": "甲", "indicator": "c", "actual": "1次", "review_score": True},
    ]
    found = Diagnostics()
    tables = read_json.read("a.json", json.dumps(rows).encode(), found)
    facts = [fact for table in tables for fact in facts_of(table, found)]
    assert [points(fact) for fact in facts] == [["0.5", None, None], [None, None, None]]
    assert places(found) == ["P0609 2:deducted", "P0643 3:review_score"]


CELLS = st.text(alphabet=list("甲a0123456789.%次万元-—/≥；#是 \n年月日合计执行数"), max_size=8)


@given(st.lists(st.tuples(*[CELLS] * 8), max_size=6))
def test_any_cells_give_facts_or_complaints(rows: list[tuple[str, ...]]) -> None:
    keys = ("project", "indicator", "actual", "unit", "date", "spent", "reason", "evidence")
    facts, complaints = facts_of_json([dict(zip(keys, row, strict=True)) for row in rows])
    assert len(facts) + len(complaints) <= 3 * len(rows) + 1


@given(st.lists(st.tuples(*[st.text(max_size=20)] * 8), max_size=3))
def test_any_text_at_all(rows: list[tuple[str, ...]]) -> None:
    keys = ("project", "indicator", "actual", "unit", "date", "spent", "reason", "evidence")
    facts_of_json([dict(zip(keys, row, strict=True)) for row in rows])
