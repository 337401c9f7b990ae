"""A sheet against itself (P05): money, plan, rates, sense and years."""

from __future__ import annotations

import pytest

from tests.invented_sheet import SHEET, spoilt, told
from tests.scoring import score_one

BUDGET = "预算 10万元 = 财政资金 8万元 + 其他资金 2万元"
PLAN = "支出计划 3月底 2万元，6月底 5万元，12月底 10万元"


def test_budget_is_the_sum_of_its_parts() -> None:
    (found,) = told(
        spoilt(("其他资金 2万元", "其他资金 2.01万元")), ("P0501", BUDGET.replace("2万元", "2.01万元"))
    )
    assert "10万元" in found.message.zh
    assert "10.01万元" in found.message.zh
    assert told(spoilt((BUDGET, "预算 10万元 = 财政资金 80000元 + 其他资金 20千元"))) == []
    assert told(spoilt((BUDGET, "预算 10万元"))) == []
    told(spoilt((BUDGET, "预算 10万元 = 财政资金 8万元 + 其他资金 2次")), ("P0327", "2次"))


@pytest.mark.parametrize(
    ("plan", "code", "places"),
    [
        ("6月底 2万元，3月底 5万元，12月底 10万元", "P0502", ("3月底 5万元", "6月底 2万元")),
        ("3月底 2万元，3月底 5万元，12月底 10万元", "P0502", ("3月底 5万元", "3月底 2万元")),
        ("3月底 6万元，6月底 5万元，12月底 10万元", "P0502", ("6月底 5万元", "3月底 6万元")),
        ("3月底 2万元，12月底 9万元", "P0503", ("12月底 9万元",)),
        ("3月底 20%，12月底 90%", "P0503", ("12月底 90%",)),
        ("3月底 2次，12月底 10万元", "P0327", ("2次",)),
        ("3月底 20%，12月底 10万元", "P0327", ("20%",)),
    ],
)
def test_a_payment_plan_that_cannot_be(plan: str, code: str, places: tuple[str, ...]) -> None:
    told(spoilt((PLAN, f"支出计划 {plan}")), (code, *places))


@pytest.mark.parametrize(
    "plan", ["3月底 20%，6月底 20%，12月底 100%", "12月底 100000元", "3月底 0元，12月底 10万元"]
)
def test_a_payment_plan_that_can_be(plan: str) -> None:
    assert told(spoilt((PLAN, f"支出计划 {plan}"))) == []


def test_a_plan_without_a_budget_is_held_against_nothing() -> None:
    text = spoilt((BUDGET, ""), ("采用 国家自评2020", "采用 okr"), ("  执行数 10万元\n", ""))
    assert told(text) == []


def test_a_cost_target_above_the_budget() -> None:
    told(spoilt(("项目成本 <= 10万元", "项目成本 <= 100001元")), ("P0504", "<= 100001元"))
    assert told(spoilt(("项目成本 <= 10万元", "项目成本 <= 100000元"))) == []
    assert (
        told(spoilt(("    项目成本 <= 10万元", "    每人成本 <= 11万元"), ("项目成本 = ", "每人成本 = ")))
        == []
    )


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (">= 100%", "P0505"), ("> 100%", "P0505"), (">= 120%", "P0505"), ("= 120%", "P0505"),
    ],
)  # fmt: skip
def test_a_rate_of_all_or_more(target: str, code: str) -> None:
    (found,) = told(spoilt((">= 80%", target)), (code, target))
    assert found.severity == "warning"


@pytest.mark.parametrize(
    ("name", "target"), [("知晓率", "= 100%"), ("增长率", ">= 120%"), ("知晓程度", ">= 120%")]
)
def test_a_rate_that_may_be_so(name: str, target: str) -> None:
    assert told(spoilt(("知晓率 >= 80%", f"{name} {target}"), ("知晓率 = 80%", f"{name} = 80%"))) == []


def test_more_of_what_is_bad() -> None:
    text = spoilt(("知晓率 >= 80%", "逾期率 >= 80%"), ("知晓率 =", "逾期率 ="))
    (found,) = told(text, ("P0506", ">= 80%"))
    assert found.severity == "warning"
    assert told(text.replace(">= 80%", "<= 80%")) == []


def test_another_year() -> None:
    deadline = spoilt(
        ("修路里程 >= 12公里", "完工日期 <= 2021-12-31"), ("修路里程 = 12公里", "完工日期 = 2021-12-01")
    )
    told(deadline, ("P0507", "<= 2021-12-31"))
    about = spoilt(("12公里\n  产出", '12公里\n      说明 "反映2021年修路"\n  产出'))
    told(about, ("P0507", '说明 "反映2021年修路"'))
    assert told(about.replace("2021年修路", "2021年以来修路，2022年")) == []
    assert told(about.replace("  年度 2022\n", "")) == []


def test_warnings_do_not_keep_from_scoring() -> None:
    assert score_one(spoilt((">= 80%", ">= 100%"))).total.low < 100
    assert score_one(SHEET).total.low == 100
