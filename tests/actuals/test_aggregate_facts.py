"""Facts of several reporting units: one sum or mean, before anything is scored."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from perfdsl.scorecard import IndicatorScore
from tests.scoring import run_texts, say_all, score_one

SHEET = """采用 试行
评分办法 试行 沿用 国家自评2020
  权重 产出指标 90，预算执行率 10
  评分 >=, > 按完成比例
项目 虚构的农村公路
  预算 400万元
  {units}
  产出指标：
    {line}
"""
UNITS = "填报单位 甲镇、乙镇"


def facts(unit: str, *lines: str, day: str = "2022-12-31") -> str:
    by = f" 填报单位 {unit}" if unit else ""
    return f"实绩 虚构的农村公路 {day}{by}\n" + "".join(f"  {each}\n" for each in lines)


def scored(line: str, *blocks: str, units: str = UNITS, **wishes) -> IndicatorScore:
    return score_one(SHEET.format(line=line, units=units) + "".join(blocks), **wishes).indicators[0]


def codes(line: str, *blocks: str, units: str = UNITS) -> list[str]:
    return [
        each.code for each in run_texts(SHEET.format(line=line, units=units) + "".join(blocks)).diagnostics
    ]


EAST = facts("甲镇", "执行数 100万元", "优良率 = 90%", "里程 = 40公里")
WEST = facts("乙镇", "执行数 300万元", "优良率 = 80%", "里程 = 50公里")


@pytest.mark.parametrize(
    ("how", "text", "ratio"),
    [("按资金", "82.5%（2 家按资金加权）", "82.5"), ("平均", "85%（2 家平均）", "85")],
)
def test_rates_are_weighed_by_money_or_alike(how, text, ratio) -> None:
    line = scored(
        f"优良率 >= 90%，汇总 {how}",
        EAST.replace("  里程 = 40公里\n", ""),
        WEST.replace("  里程 = 50公里\n", ""),
    )
    assert (line.actual, line.ratio) == (text, Fraction(ratio) / 90)


def test_amounts_are_added_up_in_whatever_unit_they_are_recorded() -> None:
    line = scored(
        "里程 >= 90公里，汇总 求和", facts("甲镇", "里程 = 40公里"), facts("乙镇", "里程 = 50000米")
    )
    assert (line.actual, line.attainment) == ("90公里（2 家求和）", "met")


def test_a_unit_that_has_not_reported_leaves_the_line_pending() -> None:
    line = scored("里程 >= 90公里，汇总 求和", facts("甲镇", "里程 = 90公里"))
    assert (line.attainment, line.actual) == ("pending", "")
    assert "乙镇未报" in line.why.zh
    undeclared = scored(
        "里程 >= 90公里，汇总 求和", facts("甲镇", "里程 = 90公里"), facts("丙镇", "执行数 1万元"), units=""
    )
    assert "丙镇未报" in undeclared.why.zh


def test_without_its_spending_a_rate_is_not_weighed() -> None:
    line = scored(
        "优良率 >= 90%，汇总 按资金",
        facts("甲镇", "执行数 1万元", "优良率 = 90%"),
        facts("乙镇", "优良率 = 80%"),
    )
    assert line.attainment == "pending"
    assert "乙镇未报执行数" in line.why.zh


def test_money_of_all_units_is_added_up_or_pending() -> None:
    sheet = SHEET.format(line="里程 >= 90公里，汇总 求和", units=UNITS)
    rate = score_one(sheet + facts("甲镇", "执行数 100万元") + facts("乙镇", "执行数 200万元")).indicators[-1]
    assert (rate.actual, rate.ratio) == ("300万元（2 家合计）", Fraction(3, 4))
    waiting = score_one(sheet + facts("甲镇", "执行数 100万元")).indicators[-1]
    assert (waiting.attainment, "乙镇未报" in waiting.why.zh) == ("pending", True)
    whole = score_one(sheet + facts("", "执行数 300万元")).indicators[-1]
    assert whole.actual == "300万元"


def test_the_latest_of_each_unit_on_the_day_counts() -> None:
    blocks = [
        facts("甲镇", "里程 = 10公里", day="2022-03-31"),
        facts("乙镇", "里程 = 20公里", day="2022-04-30"),
        facts("甲镇", "里程 = 40公里", day="2022-06-30"),
        facts("乙镇", "里程 = 50公里", day="2022-12-31"),
    ]
    line = "里程 >= 90公里，汇总 求和"
    assert scored(line, *blocks).actual == "90公里（2 家求和）"
    assert scored(line, *blocks, as_of=date(2022, 6, 30)).actual == "60公里（2 家求和）"
    assert scored(line, *blocks, as_of=date(2022, 3, 31)).attainment == "pending"


def test_an_old_figure_of_the_whole_is_superseded_once_all_have_reported_later() -> None:
    line, whole = "里程 >= 90公里，汇总 求和", facts("", "里程 = 70公里", day="2022-06-30")
    parts = facts("甲镇", "里程 = 40公里"), facts("乙镇", "里程 = 50公里")
    assert scored(line, whole, *parts).actual == "90公里（2 家求和）"
    assert codes(line, whole.replace("06-30", "12-31"), *parts) == ["P1302"]
    assert codes(line, whole) == ["P1302"]


def test_what_one_unit_alone_reports_is_said_of_the_whole() -> None:
    assert scored("里程 >= 90公里", facts("甲镇", "里程 = 90公里"), units="").actual == "90公里"
    assert scored("里程 >= 90公里", facts("甲镇", "里程 = 90公里"), units="填报单位 甲镇").actual == "90公里"


def test_reasons_and_evidence_of_all_units_are_kept() -> None:
    line = scored(
        "里程 >= 90公里，汇总 求和",
        facts("甲镇", '里程 = 40公里，原因 "雨"，佐证 "a.pdf"', day="2022-12-01"),
        facts("乙镇", '里程 = 40公里，原因 "雪"'),
    )
    assert line.fact is not None
    assert (line.fact.reason, line.fact.evidence) == ("甲镇：雨；乙镇：雪", "甲镇：a.pdf")
    assert line.fact.date == "2022-12-31"


def test_points_are_of_the_whole() -> None:
    parts = facts("甲镇", "里程 = 40公里"), facts("乙镇", "里程 = 50公里")
    line = scored("里程 >= 90公里，汇总 求和", *parts, facts("", "里程，扣分 2分，核查 80分"))
    assert (line.points.low, line.judged.review_score, line.actual) == (88, 80, "90公里（2 家求和）")


def test_a_computation_uses_the_sums_of_its_numbers() -> None:
    line = scored(
        "优良率 >= 90%\n      计算 优良里程 / 总里程",
        facts("甲镇", "优良里程 = 9公里", "总里程 = 10公里"),
        facts("乙镇", "优良里程 = 24公里", "总里程 = 30公里"),
    )
    assert line.actual == "82.5%"
    assert codes(
        "优良率 >= 90%\n      计算 优良里程 / 总里程",
        facts("甲镇", "优良里程 = 90%"),
        facts("乙镇", "优良里程 = 80%"),
    ) == ["P1304"]


def test_finished_is_when_all_are() -> None:
    from tests.scoring import facts_of_csv

    assert facts_of_csv("项目,填报单位,指标,实际完成值\n甲,丙镇,已完成,是\n")[0].reporter == "丙镇"


def test_a_table_names_units_in_a_column_and_merged_cells_go_on() -> None:
    table = (
        "项目,填报单位,指标,实际完成值,执行数,日期\n"
        "虚构的农村公路,甲镇,里程,40公里,100万元,2022-12-31\n"
        ",,优良率,90%,,\n"
        ",乙镇,里程,50公里,300万元,\n"
        ",,优良率,80%,,\n"
    )
    sheet = SHEET.format(line="里程 >= 90公里，汇总 求和\n    优良率 >= 90%，汇总 按资金", units=UNITS)
    found = score_one(sheet, table)
    assert [line.actual for line in found.indicators] == [
        "90公里（2 家求和）", "82.5%（2 家按资金加权）", "400万元（2 家合计）",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "blocks", "code"),
    [
        ("里程 >= 90公里，汇总 求和", [facts("丙镇", "里程 = 1公里")], "P1301"),
        ("里程 >= 90公里", [facts("甲镇", "里程 = 1公里"), facts("乙镇", "里程 = 1公里")], "P1303"),
        ('认可 定性 "好"', [facts("甲镇", "认可 = 达成")], "P1303"),
        ("优良率 >= 90%，汇总 求和", [], "P1304"),
        ("个别造价 >= 90元/公里，汇总 求和", [], "P1304"),
        ('认可 定性 "好"，汇总 平均', [facts("甲镇", "认可 = 达成")], "P1304"),
        ("完成 <= 2022-12-31，汇总 平均", [], "P1304"),
        ("里程 >= 90公里，汇总 求和", [facts("甲镇", "里程 = 1公里，扣分 1分")], "P1307"),
    ],
)
def test_what_cannot_be(line, blocks, code) -> None:
    assert code in codes(line, *blocks)


def test_units_that_nobody_names_are_warned_of() -> None:
    assert codes("里程 >= 90公里，汇总 求和", units="") == ["P1305"]


def test_weights_of_nothing_leave_a_line_pending() -> None:
    blocks = facts("甲镇", "执行数 0元", "优良率 = 90%"), facts("乙镇", "执行数 0元", "优良率 = 80%")
    outcome = run_texts(SHEET.format(line="优良率 >= 90%，汇总 按资金", units=UNITS) + "".join(blocks))
    assert [each.code for each in outcome.diagnostics] == ["P1306"]
    assert outcome.scorecard is not None, say_all(outcome.diagnostics)
    assert outcome.scorecard.projects[0].indicators[0].attainment == "pending"


def test_it_is_said_that_there_is_nothing_to_weigh_by() -> None:
    blocks = [facts(unit, "执行数 0万元", "优良率 = 90%") for unit in ("甲镇", "乙镇")]
    line = scored("优良率 >= 90%，汇总 按资金", *blocks)
    assert line.why.zh == "各家的执行数都是 0，不能按资金加权：待定"
