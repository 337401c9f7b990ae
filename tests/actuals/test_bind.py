"""Facts find their projects and indicators, in the unit of the target, or are complained of."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from perfdsl.scorecard import Interval
from tests.invented_sheet import RUBRIC, SHEET, spoilt, told, worded_in_full
from tests.scoring import complaints, labels_of, line_named, run_texts, score_one

HEAD, FACTS = SHEET.split("实绩")
HEADER = "项目,指标,实际完成值,计量单位,日期\n"


def fact(name: str, value: str) -> str:
    """Give the sheet a target under 效益指标 and a fact about it."""
    target, actual = value.split(" ← ")
    return spoilt(("知晓率 >= 80%", f"{name} {target}"), ("知晓率 = 80%", f"{name} = {actual}"))


# ---------------------------------------------------------------- the issue's own sentences


@pytest.mark.parametrize(
    ("actual", "attainment"),
    [("230000元", "met"), ("230000.01元", "missed"), ("23万元", "met"), ("230千元", "met")],
)
def test_cost_in_another_unit_of_money(actual: str, attainment: str) -> None:
    text = """use 国家自评2020
project "Meetings"
  budget 23万元
  output / cost:
    cost <= 23万元
  benefit:
    known >= 80%
actuals "Meetings" 2022-12-31
  cost = ACTUAL
"""
    assert line_named(score_one(text.replace("ACTUAL", actual)), "cost").attainment == attainment


def test_people_against_times_shows_the_target_and_the_cell() -> None:
    (found,) = told(
        HEAD.replace("12公里", "12次"),
        ("P0302", ">= 12次", "12"),
        table=HEADER + "修路,修路里程,12,人,2022-12-31\n",
    )
    assert [label.place.file for label in found.labels] == ["表.perf", "实绩.csv"]
    assert found.labels[1].place.position.line == 2
    assert found.hints[0].zh == "若数值无误，改为 12次"


def test_ninety_percent_meets_nine_tenths() -> None:
    assert line_named(score_one(fact("率", ">= 0.9 ← 90%")), "率").attainment == "met"
    assert line_named(score_one(fact("率", ">= 90% ← 0.9")), "率").attainment == "met"
    assert line_named(score_one(fact("率", ">= 90% ← 0.899")), "率").attainment == "missed"


# ---------------------------------------------------------------- who is meant


def test_a_project_is_named_by_code_or_name_in_any_width() -> None:
    for name in ("修路", "P001", '"修 路"'):
        assert told(SHEET.replace("实绩 修路", f"实绩 {name}")) == []


def test_an_unknown_project_is_told_once() -> None:
    (found,) = told(SHEET + "实绩 修道 2022-01-01\n  修路里程 = 1公里\n  知晓率 = 1%\n", ("P0640", "修道"))
    assert "“修路”" in found.hints[0].zh
    (found,) = told(SHEET + "实绩 毫不相干 2022-01-01\n  修路里程 = 1公里\n", ("P0640", "毫不相干"))
    assert "编码" in found.hints[0].zh


def test_a_name_that_two_projects_share() -> None:
    other = HEAD.replace("采用 国家自评2020\n", "").replace("P001", "P002")
    told(HEAD + other + "实绩" + FACTS, ("P0640", "修路"))
    assert told(HEAD + other + "实绩" + FACTS.replace("修路 2022", "P002 2022", 1)) == []


def test_an_unknown_indicator() -> None:
    (found,) = told(spoilt(("  知晓率 =", "  知小率 =")), ("P0641", "知小率", "修路"))
    assert "“知晓率”" in found.hints[0].zh
    (found,) = told(spoilt(("  知晓率 =", "  毫不相干 =")), ("P0641", "毫不相干", "修路"))
    assert "目标表" in found.hints[0].zh


# ---------------------------------------------------------------- when


def test_two_facts_of_one_day() -> None:
    told(SHEET + "实绩 修路 2022-12-31\n  知晓率 = 81%\n", ("P0642", "81%", "80%"))
    told(SHEET + "实绩 修路\n  知晓率 = 81%\n", ("P0642", "81%", "80%"))
    assert told(SHEET + "实绩 修路 2022-12-30\n  知晓率 = 81%\n") == []


def test_an_undated_fact_as_of_a_day() -> None:
    undated = SHEET.replace("修路 2022-12-31", "修路")
    assert told(undated) == []
    found = complaints(undated, as_of=date(2022, 6, 30))
    assert {each.code for each in found} == {"P0642"}
    worded_in_full(found[0])


# ---------------------------------------------------------------- what


@pytest.mark.parametrize(
    ("case", "code", "places"),
    [
        (">= 80% ← 完成", "P0643", ("完成", ">= 80%")),
        ("是 健全 ← 80%", "P0643", ("80%", "是 健全")),
        ("是 健全 ← 健全 80%", "P0643", ("健全 80%", "是 健全")),
        ("定性 ← 80%", "P0643", ("80%", "定性")),
        ("定性 ← 很好", "P0644", ("很好",)),
        ("定性 ← 完成", "P0644", ("完成",)),
        ("定性 ← 达成 79%", "P0644", ("达成 79%", "档次 达成 80%..100%")),
        ("定性 ← 达成 101%", "P0644", ("达成 101%", "档次 达成 80%..100%")),
        ("定性 ← 部分达成 80%", "P0644", ("部分达成 80%", "档次 部分达成 60%..<80%")),
        ("定性 ← 达成 90次", "P0644", ("达成 90次", "档次 达成 80%..100%")),
        ("定性 ← 达成 90箇箇", "P0303", ("达成 90箇箇",)),
        (">= 80% ← 81次", "P0302", (">= 80%", "81次")),
        (">= 80% ← 81", "P0306", ("81",)),
        (">= 80% ← 81箇箇", "P0303", ("81箇箇",)),
        (">= 3个百分点 ← 81%", "P0302", (">= 3个百分点", "81%")),
        ("<= 2022-12-31 ← 12", "P0643", ("12", "<= 2022-12-31")),
        ("<= 2022-12-31 ← 12天", "P0302", ("<= 2022-12-31", "12天")),
        (">= 12次 ← 2022-12-31", "P0302", (">= 12次", "2022-12-31")),
        ("<= 12月份 ← 2021-12-31", "P0646", ("2021-12-31",)),
        ("<= 5万元 ← 5", "P0327", ("5",)),
    ],
)
def test_a_fact_that_does_not_fit(case: str, code: str, places: tuple[str, ...]) -> None:
    told(fact("某项", case), (code, *places))


@pytest.mark.parametrize(
    ("case", "attainment", "text"),
    [
        ("是 健全 ← 健全", "met", "健全"),
        ("是 健全 ← 是", "met", "是"),
        ("是 健全 ← 不健全", "missed", "不健全"),
        ("是 健全 ← 否", "missed", "否"),
        ("定性 ← 达成 90%", "met", "达成 90%"),
        ("定性 ← 部分达成 0.7", "missed", "部分达成 0.7"),
        ("定性 ← 未达成", "missed", "未达成"),
        ("<= 2022-12-31 ← 2022-12-31", "met", "2022-12-31"),
        ("<= 2022-12-31 ← 2023-01-01", "missed", "2023-01-01"),
        ("<= 11月份 ← 11月份", "met", "11月份"),
        ("<= 11月份 ← 11", "met", "11月份"),
        ("<= 11月份 ← 2022-12-01", "missed", "12月份"),
        (">= 12次 ← 12", "met", "12次"),
        (">= 3个百分点 ← 3个百分点", "met", "3个百分点"),
        (">= 80% ← 1", "met", "1"),
        (">= -2% ← -1%", "met", "-1%"),
        (">= 1,000人 ← 0.1万人", "met", "0.1万人"),
    ],
)
def test_a_fact_that_fits(case: str, attainment: str, text: str) -> None:
    line = line_named(score_one(fact("某项", case)), "某项")
    assert (line.attainment, line.actual) == (attainment, text)


def test_a_bare_amount_is_in_the_money_unit_of_the_project() -> None:
    text = fact("某费", "<= 5万元 ← 5").replace("  年度 2022\n", "  年度 2022\n  单位 万元\n")
    line = line_named(score_one(text), "某费")
    assert (line.attainment, line.actual) == ("met", "5万元")


@pytest.mark.parametrize(("row", "code"), [("-5,次", "P0321"), ("13,月份", "P0310")])
def test_numbers_from_a_table_that_cannot_be(row: str, code: str) -> None:
    unit = row.split(",")[1]
    sheet = HEAD.replace(">= 12公里", f"<= 11{unit}")
    told(sheet, (code, row.split(",", maxsplit=1)[0]), table=f"{HEADER}修路,修路里程,{row},2022-12-31\n")


# ---------------------------------------------------------------- the project's own facts


@pytest.mark.parametrize(
    ("spent", "code"), [("10公里", "P0327"), ("10", "P0327"), ("没有", "P0327"), ("10万圆圆", "P0303")]
)
def test_spending_that_is_no_money(spent: str, code: str) -> None:
    told(spoilt(("执行数 10万元", f"执行数 = {spent}")), (code, spent))


def test_spending_below_zero_from_a_table() -> None:
    told(HEAD, ("P0327", "-5"), table=f"{HEADER}修路,执行数,-5,万元,2022-12-31\n")


def test_bare_spending_in_the_money_unit() -> None:
    text = spoilt(("执行数 10万元", "执行数 9"), ("  年度 2022\n", "  年度 2022\n  单位 万元\n"))
    line = line_named(score_one(text), "预算执行率")
    assert (line.actual, line.score) == ("9万元", 9)


@pytest.mark.parametrize(
    ("said", "points"), [("已完成", 10), ("已完成 = 是", 10), ("已完成 = 否", 7), ("已完成 = 未完成", 7)]
)
def test_finished_or_not(said: str, points: int) -> None:
    text = spoilt(("国家自评2020", "核心指标2021"), ("执行数 10万元", f"执行数 8万元\n  {said}"))
    assert line_named(score_one(text), "预算执行率").score == points


def test_neither_finished_nor_not() -> None:
    told(SHEET + "  已完成 = 差不多\n", ("P0643", "差不多"))
    told(SHEET + "  已完成 = 3次\n", ("P0643", "3次"))


# ---------------------------------------------------------------- computed actuals

COMPUTED = spoilt((">= 80%", ">= 80%\n      计算 已建档代表数 / 代表总数"), ("  知晓率 = 80%\n", ""))


def test_a_rate_of_two_facts() -> None:
    text = COMPUTED + "  已建档代表数 = 76人\n  代表总数 = 95人\n"
    line = line_named(score_one(text), "知晓率")
    assert (line.actual, line.attainment, line.score) == ("80%", "met", 30)
    assert line.fact is None
    third = COMPUTED + "  已建档代表数 = 2人\n  代表总数 = 3人\n"
    assert line_named(score_one(third), "知晓率").score == 25


def test_a_rate_of_which_a_fact_is_missing_is_pending() -> None:
    line = line_named(score_one(COMPUTED + "  代表总数 = 95人\n"), "知晓率")
    assert line.attainment == "pending"
    assert not line.points.settled


def test_a_rate_that_cannot_be_computed() -> None:
    (found,) = told(COMPUTED + "  已建档代表数 = 2人\n  代表总数 = 0人\n", ("P0649", "知晓率"))
    assert "除数" in found.message.zh
    told(COMPUTED + "  已建档代表数 = 2人\n  代表总数 = 3次\n", ("P0302", "知晓率", ">= 80%"))
    told(COMPUTED + "  已建档代表数 = 2人\n  代表总数 = 很多\n", ("P0643", "很多"))
    told(COMPUTED + "  已建档代表数 = 2人\n  代表总数 = 3箇箇\n", ("P0303", "3箇箇"))


def test_a_sum_of_facts_in_different_units() -> None:
    text = COMPUTED.replace("已建档代表数 / 代表总数", "(已建档代表数 + 代表总数) / 100人")
    told(text + "  已建档代表数 = 2人\n  代表总数 = 3次\n", ("P0302", "已建档代表数", "代表总数"))


def test_a_computed_amount_below_zero() -> None:
    text = COMPUTED.replace(">= 80%\n", ">= 80人\n").replace(
        "已建档代表数 / 代表总数", "已建档代表数 - 代表总数"
    )
    told(text + "  已建档代表数 = 2人\n  代表总数 = 3人\n", ("P0649", "知晓率"))


def test_a_computed_indicator_cannot_be_recorded_too() -> None:
    told(COMPUTED + "  知晓率 = 80%\n", ("P0648", "80%", "知晓率"))


def test_computed_indicators_may_use_one_another_in_any_order() -> None:
    text = COMPUTED.replace("计算 已建档代表数 / 代表总数", "计算 修路里程 / 20公里").replace(
        ">= 12公里\n", ">= 12公里\n      计算 一期里程 + 二期里程\n"
    )
    text = text.replace("  修路里程 = 12公里\n", "  一期里程 = 6公里\n  二期里程 = 10公里\n")
    project = score_one(text)
    assert line_named(project, "修路里程").actual == "16公里"
    assert line_named(project, "知晓率").actual == "80%"


def test_a_formula_of_dates() -> None:
    text = COMPUTED.replace(">= 80%\n", "<= 2022-12-31\n").replace(
        "已建档代表数 / 代表总数", "开工日期 + 工期"
    )
    line = line_named(score_one(text + "  开工日期 = 2022-12-01\n  工期 = 30天\n"), "知晓率")
    assert (line.actual, line.attainment) == ("2022-12-31", "met")
    late = line_named(score_one(text + "  开工日期 = 2022-12-01\n  工期 = 99999999天\n"), "知晓率")
    assert late.attainment == "missed"


def test_a_formula_of_the_projects_own_facts() -> None:
    text = COMPUTED.replace("已建档代表数 / 代表总数", "预算执行率")
    assert line_named(score_one(text), "知晓率").actual == "100%"
    pending = line_named(score_one(text.replace("  执行数 10万元\n", "")), "知晓率")
    assert pending.attainment == "pending"


def test_a_fact_that_no_formula_asks_for() -> None:
    told(COMPUTED + "  代表人数 = 95人\n", ("P0641", "代表人数", "修路"))


# ---------------------------------------------------------------- missing facts as errors


def test_a_rubric_that_allows_no_missing_fact() -> None:
    text = spoilt(("国家自评2020", "自定"), before=RUBRIC.replace("缺报 待定", "缺报 错误"))
    assert told(text) == []
    told(text.replace("  知晓率 = 80%\n", ""), ("P0650", "知晓率"))
    told(text.replace("  执行数 10万元\n", ""), ("P0650", "修路"))


def test_broken_facts_cost_their_project_alone() -> None:
    other = HEAD.replace("采用 国家自评2020\n", "").replace("P001", "P002").replace("修路", "铺路")
    text = SHEET.replace("知晓率 = 80%", "知晓率 = 80次") + other
    assert run_texts(text).scorecard is None
    kept = run_texts(text, keep_going=True)
    assert [project.name for project in kept.scorecard.projects] == ["铺路"]
    assert labels_of(next(iter(kept.diagnostics))) == [">= 80%", "80次"]


# ---------------------------------------------------------------- notes and points


NOTED = SHEET.replace("知晓率 >= 80%\n", "知晓率 >= 80%\n      计算 一期人数 / 二期人数\n").replace(
    "  知晓率 = 80%\n", "  一期人数 = 3人\n  二期人数 = 5人\n"
)


def test_a_computed_indicator_has_notes_and_points_of_its_own() -> None:
    line = line_named(score_one(NOTED + '  知晓率，原因 "走访不足"，扣分 1分，自评 20分\n'), "知晓率")
    assert line.fact is not None
    assert (line.actual, line.fact.text, line.fact.reason) == ("60%", "60%", "走访不足")
    assert (line.score, line.before, line.judged.self_score) == (
        Fraction("21.5"), Interval(Fraction("22.5"), Fraction("22.5")), 20,
    )  # fmt: skip
    told(NOTED + '  知晓率 = 60%，原因 "走访不足"\n', ("P0648", "60%", "知晓率"))


def test_notes_of_a_computed_indicator_in_a_table() -> None:
    head = "项目,指标,实际完成值,日期,偏差原因,扣分\n"
    rows = "修路,知晓率,,2022-06-30,旧,3\n修路,知晓率,,2022-12-31,新,1\n"
    line = line_named(score_one(NOTED, head + rows), "知晓率")
    assert line.fact is not None
    assert (line.fact.reason, line.fact.date, line.judged.deducted) == ("新", "2022-12-31", 1)
    twice = rows.replace("06-30", "12-31")
    assert [each.code for each in complaints(NOTED, head + twice)] == ["P0642"]


def test_notes_of_a_computed_indicator_that_is_still_open() -> None:
    text = NOTED.replace("  二期人数 = 5人\n", "") + '  知晓率，原因 "未汇总"，扣分 1分\n'
    line = line_named(score_one(text), "知晓率")
    assert (line.attainment, line.fact, line.before) == ("pending", None, None)


def test_wrong_points_of_a_computed_indicator() -> None:
    told(NOTED + "  知晓率，扣分 1次\n", ("P0643", "知晓率"))


def test_a_name_alone_says_yes_only_where_that_is_asked() -> None:
    yes = spoilt(("知晓率 >= 80%", "制度 是 健全"), ("知晓率 = 80%", '制度，佐证 "文件.pdf"'))
    line = line_named(score_one(yes), "制度")
    assert (line.attainment, line.actual) == ("met", "是")
    (found,) = told(spoilt(("知晓率 = 80%", "知晓率，扣分 2分")), ("P0643", "知晓率", ">= 80%"))
    assert found.hints[0].zh.startswith("写完成了多少，例如 知晓率 = 80%")
    level = spoilt(("知晓率 >= 80%", "知晓度 定性"), ("知晓率 = 80%", "知晓度"))
    assert "知晓度 = 达成" in told(level, ("P0643", "知晓度", "定性"))[0].hints[0].zh


def test_points_belong_to_indicators() -> None:
    told(SHEET + "  已完成，自评 1分\n", ("P0643", "已完成"))
    told(NOTED.replace("3人\n", "3人，扣分 1分\n"), ("P0643", "3人"))
    told(spoilt(("知晓率 = 80%", "知晓率 = 80%，自评 30%")), ("P0643", "80%"))
    text = spoilt(("执行数 10万元", "执行数 5万元，扣分 1分"))
    assert line_named(score_one(text), "预算执行率").score == 4


def test_points_beside_a_blank_actual() -> None:
    head = "项目,指标,实际完成值,自评得分\n"
    (found,) = told(spoilt(("  知晓率 = 80%\n", "")), ("P0651", ""), table=head + "修路,知晓率,,30\n")
    assert found.severity == "warning"
    assert found.message.zh == "“知晓率”没有填实绩，却有分数：自评 30"
    line = line_named(score_one(SHEET, head + "修路,知晓率,,30\n"), "知晓率")
    assert (line.score, line.judged.self_score) == (30, None)
    told(SHEET, ("P0641", "知道率", "修路"), table=head + "修路,知道率,,30\n")
    assert complaints(SHEET, head.replace("自评得分", "偏差原因") + "修路,知道率,,忙\n") == []
