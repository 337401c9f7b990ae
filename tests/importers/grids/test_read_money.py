"""Money printed as pairs, without labels, or inside the table of indicators; invented content (虚构)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.importers.read_files import doubts, form_in_page, table

ROWS = (
    "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因",
    "产出指标 | 数量指标 | 虚构堤防长度 | ≥12.5公里 | 12.5公里 | 50 | 50 | ",
    "满意度指标 | 满意度 | 群众满意度 | ≥90% | 92% | 40 | 40 | ",
)


def form(*money: str, rows: tuple[str, ...] = ROWS):
    return form_in_page("<p>项目支出绩效自评表</p>" + table("项目名称 | 虚构修复工程^7", *money, *rows))


def total(draft):
    (row,) = [row for row in draft.money if row.role == "total"]
    return {name: getattr(field.value, "value", field.value) for name, field in row.fields.items()}


@pytest.mark.parametrize(
    "money",
    [
        "预算执行情况（万元） | 预算数：^2 | 86.40 | 执行数：^2 | 82.08^2",
        "预算数（万元） | 86.40^3 | 执行数（万元） | 82.08^3",
        "项目资金（\n万元） | 预算数 |  | 86.40 | 执行数 |  | 82.08 | ",
    ],
)
def test_pairs_of_labels_and_amounts(money):
    draft = form(money)
    assert total(draft) == {"full_year": Decimal("86.40"), "executed": Decimal("82.08")}
    assert (draft.value("money_unit"), doubts(draft), draft.unused) == ("万元", [], ())


def test_pairs_of_a_part_stand_below_those_of_the_whole():
    draft = form(
        "预算执行情况（万元） | 预算数^2 | 86.40 | 执行数^2 | 82.08^2",
        " | 其中：本年一般公共预算拨款^2 | 80.00 | 其中：本年一般公共预算拨款^2 | 76.00^2",
    )
    assert [row.role for row in draft.money] == ["total", "fiscal"]
    assert [field.value for field in draft.money[1].fields.values()] == [Decimal(80), Decimal(76)]


def test_one_row_without_a_label():
    draft = form(
        "资金情况（万元）_2 | 年初预算^2 | 调整后预算^2 | 全年执行 | 执行率 | 得分",
        "90^2 | 86.40^2 | 82.08 | 95% | 9.5",
    )
    assert [*total(draft).values()] == [
        Decimal(90),
        Decimal("86.40"),
        Decimal("82.08"),
        Decimal(95),
        Decimal("9.5"),
    ]
    assert draft.unused == ()


def test_the_whole_of_a_department():
    draft = form(
        "预算执行情况（万元） | ^2 | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分^2",
        " | 部门整体支出总额^2 | 1286.40 | 1282.08 | 99.66% | 19.93^2",
    )
    assert total(draft)["full_year"] == Decimal("1286.40")


def test_columns_of_money_that_hold_nothing_readable_are_to_be_checked():
    draft = form("项目资金（万元）^2 | 年初预算数 | 全年执行数^2 | 执行率 | 得分^2", "奇怪的一行^8")
    assert {field.status for field in draft.money[0].fields.values()} == {"check"}


@pytest.mark.parametrize(("rate", "status"), [("95%", "ok"), ("l00.00%", "check"), ("9O%", "check")])
def test_a_rate_is_a_number(rate, status):
    assert (
        form(f"预算数（万元） | 86.40 | 执行数 | 82.08 | 执行率 | {rate}^3").money[0].fields["rate"].status
        == status
    )


def test_execution_among_the_indicators_belongs_to_the_money():
    line = "预算执行率 | 预算执行率 | 预算执行率 | =100% | 95% | 10 | 9.5 | "
    draft = form("预算数（万元） | 86.40^3 | 执行数（万元） | 82.08^3", rows=(ROWS[0], line, *ROWS[1:]))
    assert len(draft.rows) == 2
    assert {name: total(draft)[name] for name in ("rate", "weight", "score")} == {
        "rate": 95,
        "weight": 10,
        "score": Decimal("9.5"),
    }
    assert "不是指标" in draft.passed_over[-1].reason.zh
    other = form("预算数（万元） | 86.40 | 执行数 | 82.08 | 执行率 | 90%^3", rows=(ROWS[0], line, *ROWS[1:]))
    assert other.money[0].fields["rate"].status == "conflict"
    kept = form(rows=(ROWS[0], line.replace("预算执行率", "产出指标", 1), *ROWS[1:]))
    assert len(kept.rows) == 3


def test_a_unit_printed_with_the_amounts_is_the_forms():
    draft = form("资金总额：86.40万元^8")
    assert (draft.value("money_unit"), draft.value("budget"), doubts(draft)) == ("万元", Decimal("86.40"), [])
    mixed = form("资金总额 | 86.40万元^3 | 其中：财政资金 | 864000^3")
    assert mixed.head["fiscal"].status != "ok"


def test_headings_of_weights_and_scores_swapped():
    swapped = form(
        rows=(ROWS[0].replace("分值 | 得分", "得分 | 分值"), ROWS[1].replace("50 | 50", "50 | 49"), ROWS[2])
    )
    assert {row.fields["weight"].status for row in swapped.rows} == {"check"}
    assert doubts(form(rows=(ROWS[0], ROWS[1].replace("50 | 50", "50 | 49"), ROWS[2]))) == []


def test_a_total_that_cannot_be_read_is_told():
    assert form(rows=(*ROWS, "总分^5 | 10090^2 | ")).reasons
    assert form(rows=(*ROWS, "总分^5 | 100 |  | ")).head["total"].status == "missing"
    assert form(rows=(*ROWS, "总分^5 | 100 | 90 | ")).reasons == ()
    assert (
        form(rows=(*ROWS[:2], ROWS[2].replace("40 | 40", "40100 | 40"))).rows[1].fields["weight"].status
        == "check"
    )
