"""Printed things that contradict each other are conflicts, odd ones are to be checked; invented content (虚构)."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.importers.draft import FormDraft
from tests.importers.read_files import doubts, form_in_page, forms_in, table

ROWS = (
    "一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据",
    "产出指标_2 | 数量指标 | 养护里程 | 反映养护的公里数 | ≥30公里 | 虚构办法第一条规定的里程",
    "质量指标 | 合格率 | 反映验收合格的比例 | ≥95% | 虚构办法第一条规定的里程",
    "效益指标 | 社会效益指标 | 受益人口 | 反映受益的人数 | ≥3人 | 虚构办法第一条规定的里程",
    "满意度指标 | 服务对象满意度指标 | 群众满意度 | 反映群众是否满意 | ≥90% | 虚构办法第一条规定的里程",
)


def page(  # noqa: PLR0913 (all that a form prints)
    *, budget="10.00", fiscal="6.00", other="4.00", plan="1.00 | 3.00 | 6.00 | 10.00", code="13000022P000000000001",
         name="虚构养护项目", title="1.虚构养护项目绩效目标表", header="资金支出计划（%）_2", rows=ROWS) -> str:  # fmt: skip
    return f"<p>{title}</p><p>单位：万元</p>" + table(
        f"项目编码 | {code}^2 | 项目名称 | {name}^2",
        f"预算数 | {budget} | 其中：财政资金 | {fiscal} | 其他资金 | {other}",
        f"{header} | 3月底 | 6月底 | 10月底 | 12月底^2",
        f"{plan}^2",
        *rows,
    )


def form(**changed) -> FormDraft:
    return form_in_page(page(**changed))


def status(draft: FormDraft, *names: str) -> list[str]:
    return [draft.head[name].status for name in names]


def test_a_sound_form_gives_nothing_to_look_at():
    assert doubts(form()) == []


def test_parts_that_are_not_the_budget_are_a_conflict():
    assert (
        status(form(budget="11.00", plan="1 | 2 | 3 | 11"), "budget", "fiscal", "other") == ["conflict"] * 3
    )


def test_blank_is_not_zero():
    draft = form(other="")
    assert status(draft, "budget", "fiscal", "other") == ["check", "check", "missing"]
    assert status(form(fiscal="10.00", other=""), "budget", "fiscal", "other") == ["ok", "ok", "missing"]


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
def test_the_budget_is_sound_exactly_where_its_parts_sum_to_it(budget, fiscal, other):
    from decimal import Decimal

    from perfdsl.importers.checks.check_budget import check_budget
    from perfdsl.importers.draft import Field

    def field(cents: int) -> Field:
        return Field("", Decimal(cents).scaleb(-2), ())

    draft = FormDraft(
        "targets", {"budget": field(budget), "fiscal": field(fiscal), "other": field(other)}, ()
    )
    sound = check_budget(draft) == draft
    assert sound == (budget == fiscal + other)


def test_a_plan_that_falls_or_ends_elsewhere_is_a_conflict():
    for plan in ("1.00 | 3.00 | 2.00 | 10.00", "1.00 | 3.00 | 6.00 | 9.00"):
        assert [point.amount.status for point in form(plan=plan).plan] == ["conflict"] * 4


def test_percent_below_a_percent_heading_needs_no_note():
    draft = form(plan="10 | 30 | 60 | 100")
    assert doubts(draft) == []
    assert draft.head["plan_header"].notes == ()


def test_a_heading_without_percent_over_amounts_needs_no_note():
    draft = form(header="资金支出计划_2")
    assert doubts(draft) == []
    assert draft.head["plan_header"].notes == ()


@pytest.mark.parametrize(
    ("code", "is_doubted"),
    [("13000022P000000000001", False), ("13000022P0000O0000001", True), ("13000022P00000000000l", True),
     ("13000022P00000000001", True), ("XM-2022-017", False), ("13000022P0000 00000001", False), ("1300？022P000000000001", True)],
)  # fmt: skip
def test_codes(code, is_doubted):
    assert (status(form(code=code), "code") != ["ok"]) == is_doubted


def test_a_code_of_another_length_than_its_neighbours():
    codes = ["A0000001", "A0000002", "A00003"]
    pages = "".join(page(code=code, title=f"{at}.虚构养护项目绩效目标表") for at, code in enumerate(codes, 1))
    forms, _ = forms_in("page.html", f"<meta charset='utf-8'>{pages}".encode())
    assert [one.head["code"].status for one in forms] == ["ok", "ok", "check"]


def test_a_numbered_title_must_name_the_project():
    assert status(form(name="虚构养护"), "name", "title") == ["conflict", "conflict"]
    assert status(form(name="虚构养护", title="虚构养护项目绩效目标表"), "name") == ["ok"]
    assert status(form(title="2022年部门预算项目支出绩效目标表"), "name") == ["ok"]


def test_one_basis_that_nearly_repeats_the_others():
    rows = (*ROWS[:4], ROWS[4].replace("第一条规定的里程", "第一条规定"))
    assert [one.split(":")[0] for one in doubts(form(rows=rows))] == ["3.basis"]
    rows = (*ROWS[:4], ROWS[4].replace("虚构办法第一条规定的里程", "另一份文件"))
    assert doubts(form(rows=rows)) == []


def test_two_rows_of_one_name_and_group():
    rows = (*ROWS[:2], ROWS[2].replace("质量指标 | 合格率", "数量指标 | 养护里程"), *ROWS[3:])
    assert [one.split(":")[0] for one in doubts(form(rows=rows))] == ["0.name", "1.name"]


@pytest.mark.parametrize(("weights", "is_doubted"), [((50, 40), False), ((60, 40), False), ((50, 30), True)])
def test_weights_sum_to_100_or_to_90(weights, is_doubted):
    one, other = weights
    draft = form_in_page(table("项目名称 | 虚构项目^4", "一级指标 | 二级指标 | 三级指标 | 指标值 | 权重",
                               f"产出指标 | 数量指标 | 里程 | ≥3公里 | {one}", f"效益指标 | 社会效益指标 | 人口 | ≥3人 | {other}"))  # fmt: skip
    assert bool(draft.reasons) == is_doubted


def test_rows_of_a_template_without_an_indicator_are_passed_over():
    rows = (*ROWS, "效益指标 | 生态效益指标 | …… |  |  | ")
    draft = form(rows=rows)
    assert doubts(draft) == []
    assert len(draft.rows) == 4
    assert [one.reason.zh for one in draft.passed_over] == ["只有指标分类，没有指标"]
