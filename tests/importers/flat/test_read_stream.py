"""Streams of other documents: invented contents, other columns and lines, lost titles, page breaks."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.importers.draft import FormDraft
from perfdsl.importers.flat.read_stream import read_stream
from tests.importers.flat.say_forms import SEED, judge, judge_form, lines_of, lines_of_pages, tight, truth
from tests.importers.flat.typeset_text import (
    SPANS,
    Form,
    Indicator,
    Styled,
    invent_form,
    invent_style,
    print_form,
)


def typeset(seed: int) -> tuple[list[Form], str]:
    chosen = random.Random(seed)  # noqa: S311
    style = invent_style(chosen)
    forms = [invent_form(chosen, at + 1) for at in range(chosen.randint(1, 3))]
    return forms, "\n".join(line for form in forms for line in print_form(form, style))


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_nothing_invented_is_silently_wrong(seed: int) -> None:
    made, text = typeset(seed)
    read, _ = read_stream(lines_of(text))
    assert len(read) == len(made)
    for form, want in zip(read, made, strict=True):
        assert judge_form(form, want)["silently wrong"] == 0


def test_most_of_what_is_invented_is_right_and_sure() -> None:
    found: Counter[str] = Counter()
    for seed in range(60):
        made, text = typeset(seed)
        for form, want in zip(read_stream(lines_of(text))[0], made, strict=True):
            found += judge_form(form, want)
    assert found["silently wrong"] == 0
    assert found["right"] > found.total() * 2 // 3
    assert found["wrong, flagged"] < found.total() // 20


NOISE = "一级指标二三值≥12次%年底产出数量效益\n 、。《》绩效目标表项编码预算其他资金1.内容"


@given(st.text(NOISE, max_size=300))
def test_noise_never_raises(text: str) -> None:
    read_stream(lines_of(text))
    read_stream(lines_of("1.甲绩效目标表\n项目名称 甲\n一级指标 二级指标 三级指标 指标值\n产出指标\n" + text))


def forms_of_seed() -> list[Form]:
    made = []
    for project in truth()["projects"]:
        rows = [
            Indicator(q["level1"], q["level2"], q["name"], q["description"], q["target_text"], q["basis"])
            for q in project["indicators"]
        ]
        merged = [
            row._replace(level1="") if at and rows[at - 1].level1 == row.level1 else row
            for at, row in enumerate(rows)
        ]
        plan = tuple(point["cumulative"] for point in project["spending_plan"])
        goals = tuple(goal["text"] for goal in project["goals"])
        money = (project["budget"], project["fiscal"], project["other"] or "")
        made.append(
            Form(
                project["seq"],
                project["code"],
                project["name"],
                *money,
                project["purpose"],
                plan,
                goals,
                tuple(merged),
            )
        )
    return made


@settings(max_examples=25)
@given(
    st.tuples(*(st.integers(*span) for span in SPANS)),
    st.booleans(),
    st.booleans(),
)
def test_seed_with_other_breaks_of_lines(widths: tuple[int, ...], blank_lines: bool, joins: bool) -> None:
    style = Styled(widths, blank_lines, joins)
    made = forms_of_seed()
    read, _ = read_stream(lines_of("\n".join(line for form in made for line in print_form(form, style))))
    assert len(read) == len(made)
    for form, want in zip(read, made, strict=True):
        assert judge_form(form, want)["silently wrong"] == 0


def test_seed_typeset_as_pdf() -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(SEED / "forms" / "ruled.pdf")
    texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    pages = [text.replace("\r\n", "\n") for text in texts]
    read, _ = read_stream(lines_of_pages(*pages))
    found: Counter[str] = Counter()
    for form, want in zip(read, forms_of_seed(), strict=True):
        found += judge_form(form, want)
    assert found["silently wrong"] == 0
    assert found["right"] > 190
    broken = read[1].rows[5]
    assert broken.is_marked, "this row goes over a page break"
    assert read[1].reasons


# ---------------------------------------------------------------- one sign of doubt each

HEAD = "1.虚构培训绩效目标表\n项目编码\nP12345678\n项目名称 虚构培训\n"
HEADER = "一级指标 二级指标 三级指标 绩效指标描述 指标值 指标值确定依据\n"


def rows_of(*rows: tuple[str, str, str]) -> str:
    printed = [
        f"{level}\n培训次\n数{at}\n反映培\n训的次\n数\n{target}\n{basis}"
        for at, (level, target, basis) in enumerate(rows)
    ]
    return HEAD + HEADER + "\n".join(printed)


GOOD = (
    ("产出指标\n数量指标", "≥12 次", "年度要点"), ("质量指标", "≥90%", "年度要点"),
    ("时效指标", "≤12 月份", "年度要点"),
    ("成本指标", "≤5 万\n元", "年度要点"),
)  # fmt: skip


def only(text: str) -> FormDraft:
    (form,), _ = read_stream(lines_of(text))
    return form


def test_a_clean_table_has_no_doubt() -> None:
    form = only(rows_of(*GOOD))
    assert form.reasons == ()
    assert [tight(row.text("target")) for row in form.rows] == ["≥12次", "≥90%", "≤12月份", "≤5万元"]
    assert {row.fields["basis"].status for row in form.rows} == {"ok"}


def test_a_row_swallowed_by_a_basis_is_seen() -> None:
    swallowed = ("质量指标", "≥90%", "年度要点\n时效指 培训 ≤12 月\n标 时限 年度要点")
    form = only(rows_of(GOOD[0], swallowed, GOOD[3], *GOOD[:1]))
    assert form.reasons
    assert form.rows[2].fields["name"].status == "check"


def test_one_basis_unlike_the_others_is_doubted() -> None:
    form = only(rows_of(*GOOD[:3], ("成本指标", "≤5 万元", "年度计划")))
    assert [row.fields["basis"].status for row in form.rows] == ["ok", "ok", "ok", "check"]


def test_page_break_inside_a_row_marks_the_row() -> None:
    text = rows_of(*GOOD)
    at = text.index("≥90%")
    (form,), _ = read_stream(lines_of_pages(text[: at - 1], text[at:]))
    assert [row.is_marked for row in form.rows][1] is True
    assert all(field.status == "check" for field in form.rows[1].fields.values())
    assert form.reasons


def test_two_tables_without_a_title_between_them() -> None:
    second = rows_of(*GOOD).partition("\n")[2].replace("虚构培训", "虚构会议")
    forms, _ = read_stream(lines_of(rows_of(*GOOD) + "\n" + second))
    assert [len(form.rows) for form in forms] == [4, 4]
    assert all(form.reasons for form in forms)


def test_a_table_whose_head_is_lost_too() -> None:
    form = only(rows_of(*GOOD) + "\n" + rows_of(*GOOD).removeprefix(HEAD))
    assert len(form.rows) == 8
    assert len(form.passed_over) == 1
    assert any("又出现" in reason.zh for reason in form.reasons)


def test_first_level_that_comes_back() -> None:
    form = only(rows_of(*GOOD, ("满意度指标\n服务对象满意度指标", "≥90%", "年度要点"), *GOOD))
    assert any("又出现" in reason.zh for reason in form.reasons)


def test_title_without_a_table_is_named() -> None:
    forms, unused = read_stream(lines_of("1.虚构培训绩效目标表\n第三页\n" + rows_of(*GOOD)))
    assert len(forms) == 1
    assert any("没有找到指标表" in each.reason.zh for each in unused)


def test_filled_forms_are_left_to_grids() -> None:
    text = "项目支出绩效自评表\n项目名称 虚构\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n"
    forms, unused = read_stream(lines_of(text))
    assert forms == ()
    assert "自评表" in unused[-1].reason.zh


@pytest.mark.parametrize("value", ["≥90 虚构单位", "≤12 月", "≥5 万\n虚构单位"])
def test_unknown_unit_is_never_accepted(value: str) -> None:
    form = only(rows_of(("产出指标\n数量指标", "≥1 次", "一号要点"), ("质量指标", value, "二号要点")))
    assert form.rows[1].fields["target"].status == "check"
    assert form.rows[1].fields["basis"].status == "check"


@pytest.mark.parametrize("value", ["12 次", "显著提升", "≥1\n2 次"])
def test_values_that_are_not_sure(value: str) -> None:
    form = only(rows_of(GOOD[0], ("质量指标", value, "年度要点"), *GOOD[2:]))
    assert form.rows[1].fields["target"].status == "check"


def test_several_rows_under_one_level_with_one_basis() -> None:
    inner = "产出指标\n数量指标", "≥12 次", "年度要点\n参加人\n数\n反映参\n加的人\n数\n≥30 人\n年度要点"
    form = only(rows_of(inner, *GOOD[1:], ("效益指标\n社会效益指标", "≥80%", "年度要点")))
    assert [tight(row.text("target")) for row in form.rows][:3] == ["≥12次", "≥30人", "≥90%"]
    assert form.rows[1].text("level2") == "数量指标"
    assert not form.rows[1].fields["target"].reasons


@pytest.mark.parametrize(
    "purpose", ["途 组织虚构的培训。", "组织虚构的培训。\n途", "组织虚构的培\n训。\n金用途"]
)
def test_rest_of_a_label_inside_the_purpose_is_seen(purpose: str) -> None:
    money = (
        f"预算规模及\n资金用\n预算数 5.00\n其中：财政资金 5.00 其他资金\n{purpose}\n绩效目标\n开展培训。\n"
    )
    form = only(rows_of(*GOOD).replace(HEADER, money + HEADER))
    assert form.head["purpose"].status == "check"
    whole = money.replace("资金用\n", "资金用途\n").replace(purpose, "组织虚构的培训。")
    assert only(rows_of(*GOOD).replace(HEADER, whole + HEADER)).head["purpose"].status == "ok"


def test_goals_without_numbers_are_one_goal() -> None:
    form = only(rows_of(*GOOD).replace(HEADER, "绩效目标\n组织培训，提高能力。\n" + HEADER))
    assert [goal.value for goal in form.goals] == ["组织培训，提高能力。"]


# ---------------------------------------------------------------- other columns

OTHER = """项目支出绩效目标表（2023年度）
单位：万元
项目名称 虚构道路养护
主管部门 虚构县交通局
年度资金总额 120.00
年度绩效目标 养护道路三十公里，保障出行。
绩效指标
一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重 指标方向性
产出指标 数量指标 养护里程 ≥ 30 公里 20 正向指标
巡查次数 ≥ 12 次 10 正向指标
效益指标 社会效益指标 出行条件 定性 改善 20 正向指标"""


def test_operator_unit_and_weight_in_columns_of_their_own() -> None:
    form = only(OTHER)
    assert form.reasons == ()
    assert form.head["year"].value == 2023
    assert [row.text("name") for row in form.rows] == ["养护里程", "巡查次数", "出行条件"]
    assert [row.text("operator") for row in form.rows] == ["≥", "≥", "定性"]
    assert [row.text("unit") for row in form.rows] == ["公里", "次", ""]
    assert not any(row.is_marked for row in form.rows)


def test_a_blank_cell_among_closed_columns_is_seen() -> None:
    form = only(OTHER.replace("30 公里 20 正向指标", "30 公里"))
    assert form.rows[0].is_marked
    assert form.reasons


def test_columns_that_only_a_grid_can_separate() -> None:
    form = only(OTHER.replace("指标方向性", "指标说明 备注"))
    assert any("格线" in reason.zh for reason in form.reasons)
    assert all(field.status in {"check", "missing"} for row in form.rows for field in row.fields.values())


def test_judge_can_fail() -> None:
    form = only(rows_of(*GOOD))
    assert judge(form.head["name"], "虚构培训") == "right"
    assert judge(form.head["name"], "别的") == "silently wrong"
