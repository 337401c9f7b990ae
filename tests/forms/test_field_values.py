"""What a project says for the fields of a template."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import Workbook

from perfdsl.actuals.fact import SPENT, Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines import ENGINES
from perfdsl.forms.field_values import FieldValues, budget_parts, values_of
from perfdsl.forms.fields import ROWS, Field, find_field
from perfdsl.forms.form import Shown
from perfdsl.forms.gather_contents import gather_contents, pair_up
from perfdsl.forms.mapping import Slot, TableSlots
from perfdsl.forms.write_cell import write_cell
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from perfdsl.source import Source
from perfdsl.syntax.ast import Number

SHEET = """采用 国家自评2020

部门 "虚构局"
  编码 101

项目 虚构项目
  编码 X1
  部门 101
  年度 2022
  单位 万元
  预算 6.50万元 = 财政资金 60000元 + 社会资金 0.50万元
  支出计划 6月底 50%，12月底 100%
  目标 "甲。"
  目标 "乙。"
  产出指标 / 数量指标：
    里程 >= 12.50公里
    人数 3~5人
  产出指标 / 时效指标：
    期限 <= 2022-12-20
  效益指标 / 社会效益指标：
    制度 是 健全
    知晓度 定性 "提升"
  满意度指标：
    满意度 >= 90%
"""


def values(*, spent: str = "3.25", blank: bool = False, facts: str = "") -> FieldValues:
    diagnostics = Diagnostics()
    scheme, plan = prepare([Source("a.perf", SHEET + facts)], diagnostics, shipped, Request())
    place = scheme.projects[0].place
    number = Number(span=(0, 0), value=Decimal(spent), unit="万元", text=f"{spent}万元")
    spent_fact = [Fact("X1", "", number, None, place, place, place, own=SPENT)]
    actuals = bind_facts(scheme, plan, spent_fact, diagnostics, Request())
    assert not diagnostics.has_errors
    paired = pair_up(scheme, plan, ENGINES.get("exact")(plan, actuals), actuals.projects)
    (contents,) = gather_contents(scheme, paired, blank=blank)
    assert budget_parts(scheme.projects[0]) == ["财政资金", "社会资金"]
    return values_of(contents, paired[0]._replace(score=None, facts=None) if blank else paired[0], "")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("项目.名称", "虚构项目"),
        ("部门.名称", "虚构局"),
        ("预算.合计", "6.50"),
        ("预算.合计.万元", "6.50"),
        ("预算.合计.元", "65000"),
        ("预算.合计.带单位", "6.50万元"),
        ("预算.财政资金", "6"),
        ("预算.社会资金.元", "5000"),
        ("支出计划.6月底", "50%"),
        ("支出计划.6月底.带单位", "50%"),
        ("支出计划.6月底.元", ""),
        ("执行数", "3.25"),
        ("执行数.元", "32500"),
        ("执行率", "50.00%"),
        ("执行率.分值", "10"),
        ("目标", "甲。\n乙。"),
        ("目标[2]", "乙。"),
        ("目标[3]", ""),
        ("总分", ""),
        ("等级", ""),
        ("满分", "100"),
    ],
)
def test_single_fields(name: str, text: str) -> None:
    field = find_field(name, {"社会资金"})
    assert field is not None
    assert values().of(field).text == text


def test_targets_are_taken_to_pieces() -> None:
    rows = values().rows["指标"]
    pieces = [
        (row["指标值"].text, row["运算符"].text, row["目标值"].text, row["计量单位"].text) for row in rows
    ]
    assert pieces == [
        ("≥12.50公里", "≥", "12.50", "公里"),
        ("3~5人", "", "3~5", "人"),
        ("≤2022-12-20", "≤", "2022-12-20", ""),
        ("健全", "", "健全", ""),
        ("提升", "定性", "提升", ""),
        ("≥90%", "≥", "90", "%"),
    ]
    assert {row["达标"].text for row in rows} == {"待定"}


def test_every_field_that_is_made_is_in_the_vocabulary() -> None:
    found = values()
    assert all(find_field(name, {"社会资金"}) for name in found.single)
    for kind, rows in found.rows.items():
        assert {name for row in rows for name in row} <= set(ROWS[kind])


def test_blank_leaves_out_facts_and_scores() -> None:
    found = values(blank=True)
    assert found.single.get("执行数", Shown()).text == ""
    assert found.single["总分"].text == ""
    assert all("得分" not in row for row in found.rows["指标"])


@pytest.mark.parametrize(
    ("shown", "code", "value", "after"),
    [
        (Shown("4.80", Decimal("4.80"), "0.00"), "General", Decimal("4.80"), "0.00"),
        (Shown("4.80", Decimal("4.80"), "0.00"), "#,##0.0", Decimal("4.80"), "#,##0.0"),
        (Shown("4.80", Decimal("4.80"), "0.00"), "@", "4.80", "@"),
        (Shown("92%", Decimal("0.92"), "0%"), "General", Decimal("0.92"), "0%"),
        (Shown("92%", Decimal("0.92"), "0%"), "0.00", Decimal("0.92"), "0%"),
        (Shown("92%", Decimal("0.92"), "0%"), "0.00%", Decimal("0.92"), "0.00%"),
        (Shown("11次", Decimal(11), '0"次"'), "0", "11次", "0"),
        (Shown("11次", Decimal(11), '0"次"'), '0.0"次"', Decimal(11), '0.0"次"'),
        (Shown("165000元", Decimal(165000), '0"元"'), "0.00", "165000元", "0.00"),
        (Shown("165000元", Decimal(165000), '0"元"'), '0.00"万元"', Decimal("16.5"), '0.00"万元"'),
        (Shown("165000元", Decimal(165000), '0"元"'), '0.00"人"', "165000元", '0.00"人"'),
        (Shown("92%", Decimal("0.92"), "0%"), '0"次"', Decimal("0.92"), "0%"),
        (Shown("11次", Decimal(11), '0"次"'), "0%", Decimal(11), '0"次"'),
        (Shown("12.50", Decimal("12.50"), "0.00"), "0%", Decimal("12.50"), "0.00"),
        (Shown("12.50", Decimal("12.50"), "0.00"), '0.0"分"', Decimal("12.50"), '0.0"分"'),
        (Shown("90", Decimal(90), "0", "%"), "0.0", Decimal(90), "0.0"),
        (Shown("90", Decimal(90), "0", "%"), "0%", Decimal("0.9"), "0%"),
        (Shown("90", Decimal(90), "0", "%"), '0"次"', Decimal(90), "0"),
        (Shown("17", Decimal(17), "0", "万元"), "0%", Decimal(17), "0"),
        (Shown("17", Decimal(17), "0", "万元"), '#,##0"元"', Decimal(170000), '#,##0"元"'),
        (Shown("17", Decimal(17), "0", "万元"), '0"人"', Decimal(17), "0"),
        (Shown("2022-12-20", Decimal(44915), "yyyy-mm-dd"), "0.00", "2022-12-20", "0.00"),
        (Shown("2022-12-20", Decimal(44915), "yyyy-mm-dd"), "General", Decimal(44915), "yyyy-mm-dd"),
        (Shown("4.80", Decimal("4.80"), "0.00"), "yyyy-mm-dd", "4.80", "yyyy-mm-dd"),
    ],
)
def test_a_number_goes_by_the_format_of_its_cell(shown: Shown, code: str, value: object, after: str) -> None:
    cell = Workbook().active["A1"]
    cell.number_format = code
    write_cell(cell, shown)
    assert (cell.value, cell.number_format) == (value, after)


FACTS = """
实绩 虚构项目 2022-12-31
  里程 = 9000米
  人数 = 4
  满意度 = 0.91
"""
IN_UNITS = (Slot("A", Field("实际完成值", "指标")), Slot("B", Field("计量单位", "指标")))


def actuals_in(columns: tuple[Slot, ...], facts: str = FACTS, *, blank: bool = False) -> list[str]:
    rows = values(facts=facts, blank=blank).rows_of(TableSlots("A1", "指标", columns))
    return [row["实际完成值"].text if "实际完成值" in row else "" for row in rows]


def test_actuals_beside_a_column_of_units_are_in_that_unit() -> None:
    assert actuals_in(IN_UNITS) == ["9", "4", "", "", "", "91"]
    assert actuals_in(IN_UNITS[:1])[0] == "9000米"
    assert actuals_in(IN_UNITS, blank=True) == [""] * 6


def test_words_and_days_beside_a_column_of_units_stay() -> None:
    facts = FACTS + "  制度 = 是\n  期限 = 2022-11-30\n"
    assert actuals_in(IN_UNITS, facts)[2:4] == actuals_in(IN_UNITS[:1], facts)[2:4]
