"""Goals, the unit's line, merged levels and the row of totals, as other streams print them."""

from __future__ import annotations

import pytest

from perfdsl.importers.draft import FormDraft
from perfdsl.importers.flat.read_stream import read_stream
from tests.importers.flat.say_forms import lines_of

HEAD = "1.虚构培训绩效目标表\n项目编码\nP12345678\n项目名称 虚构培训\n"
PLAN = "资金支出计划（%）\n3月底 6月底\n1.00 2.00\n"
HEADER = "一级指标 二级指标 三级指标 指标值 指标值确定依据\n"
ROWS = """产出指标 数量指标 培训次数 ≥12 次 年度要点
参训人数 ≥30 人 年度要点
质量指标 合格率 ≥90% 年度要点
时效指标 完成时限 ≤12 月份 年度要点
成本指标 培训成本 ≤5 万元 年度要点"""


def only(text: str) -> FormDraft:
    (form,), _ = read_stream(lines_of(text))
    return form


@pytest.mark.parametrize(
    "printed",
    [
        "目标内容1\n开展培训。\n目标内容2\n提高能力。\n",
        "目标内容 1 开展培训。\n目标内容 2 提高能力。\n",
        "绩效目标 目标内容 1 开展培训。\n目标内容 2 提高能力。\n",
        "绩效目标\n1.目标内容1 开展培训。\n2.目标内容2 提高能力。\n",
        "绩效目标1：开展培训。\n绩效目标2：提高能力。\n",
        "年度绩效目标 1.开展培训。2.提高能力。\n",
        "年度绩效目标\n（一）开展培训。\n（二）提高能力。\n绩效指标\n",
    ],
)
def test_goals_however_they_are_told_apart(printed: str) -> None:
    form = only(HEAD + PLAN + printed + HEADER + ROWS)
    assert [goal.value for goal in form.goals] == ["开展培训。", "提高能力。"]
    assert [(point.month, point.amount.status) for point in form.plan] == [(3, "ok"), (6, "ok")]
    assert form.unused == ()


def test_one_goal_loses_its_label_too() -> None:
    form = only(HEAD + PLAN + "绩效目标 目标内容 1 开展培训。\n" + HEADER + ROWS)
    assert [goal.value for goal in form.goals] == ["开展培训。"]


@pytest.mark.parametrize(
    "printed",
    ["绩效目标\n1.5万人次参加培训。\n", "绩效目标\n目标2023年完成。\n", "绩效目标\n目标内容20231完成。\n"],
)
def test_numbers_that_are_no_marks_stay(printed: str) -> None:
    form = only(HEAD + PLAN + printed + HEADER + ROWS)
    assert [goal.value for goal in form.goals] == [printed.split("\n")[1]]


def test_goals_out_of_order_are_doubted() -> None:
    form = only(HEAD + PLAN + "目标内容1 开展培训。\n目标内容3 提高能力。\n" + HEADER + ROWS)
    assert {goal.status for goal in form.goals} == {"check"}


@pytest.mark.parametrize(
    ("line", "code", "status"),
    [
        ("909001 虚构县某局", "909001", "ok"),
        ("909001虚构县某局", "909001", "ok"),
        ("9090011虚构县某局", "9090011", "check"),
    ],
)
def test_unit_code_right_before_a_name(line: str, code: str, status: str) -> None:
    form = only(HEAD.replace("\n", f"\n{line}\n单位：万元\n", 1) + HEADER + ROWS)
    assert (form.head["unit_code"].value, form.head["unit_code"].status) == (code, status)
    assert form.head["department"].value == "虚构县某局"
    assert form.head["money_unit"].value == "万元"


def test_a_year_before_the_unit_is_no_name() -> None:
    form = only("项目支出绩效目标表\n（2024年度） 金额单位：元\n项目名称 虚构培训\n" + HEADER + ROWS)
    assert form.head["year"].value == 2024
    assert form.head["money_unit"].value == "元"
    assert "department" not in form.head
    assert form.unused == ()


def test_a_labelled_name_comes_before_that_of_the_unit_line() -> None:
    head = HEAD.replace("\n", "\n909001 虚构县某局 单位：万元\n", 1) + "主管部门 虚构县财政局\n"
    form = only(head + HEADER + ROWS)
    assert form.head["department"].value == "虚构县财政局"
    assert [each.text for each in form.unused] == ["虚构县某局"]


def test_rows_under_one_level_are_split_where_all_rows_end_alike() -> None:
    form = only(HEAD + HEADER + ROWS)
    assert [row.text("name") for row in form.rows] == [
        "培训次数",
        "参训人数",
        "合格率",
        "完成时限",
        "培训成本",
    ]
    assert [row.text("basis") for row in form.rows] == ["年度要点"] * 5
    assert form.rows[1].text("level2") == "数量指标"
    assert form.rows[0].fields["basis"].notes
    assert form.reasons == ()


def test_a_target_that_cannot_be_read_does_not_swallow_its_row() -> None:
    form = only(HEAD + HEADER + ROWS.replace("≥30 人", "≥30 虚构单位"))
    assert [row.text("name") for row in form.rows][:2] == ["培训次数", "参训人数"]
    assert form.rows[1].fields["target"].status == "check"


def test_words_for_a_target_do_not_swallow_their_row() -> None:
    form = only(HEAD + HEADER + ROWS.replace("≥30 人", "健全"))
    assert len(form.rows) == 5
    assert form.rows[1].is_marked
    assert form.rows[1].text("basis") == "年度要点"
    assert form.reasons


@pytest.mark.parametrize("longer", ["年度重点工作要点及通知", "年度重点工作要点\n及通知"])
def test_a_basis_that_may_go_on_is_doubted(longer: str) -> None:
    rows = ROWS.replace("年度要点", "年度重点工作要点")
    form = only(HEAD + HEADER + rows.replace("≥12 次 年度重点工作要点", f"≥12 次 {longer}"))
    assert all(row.is_marked for row in form.rows[:2])


WEIGHTS = "项目名称 虚构培训\n一级指标 二级指标 三级指标 指标值 权重\n产出指标 数量指标 培训次数 ≥12 次 60\n"


@pytest.mark.parametrize("total", ["合计 60", "合计\n60", "总分 100 60"])
def test_the_row_of_totals_is_no_part_of_the_last_row(total: str) -> None:
    form = only(WEIGHTS + "质量指标 合格率 ≥90% 30\n" + total)
    assert [row.text("weight") for row in form.rows] == ["60", "30"]
    assert not any(row.is_marked for row in form.rows)
    assert [each.text for each in form.passed_over] == [total]
    assert form.reasons == ()
