"""A department's part in the seed, as running text, and in paragraphs of its own."""

from __future__ import annotations

from typing import Any

import pytest

from perfdsl.documents.document import InTable, Line, OnLines
from perfdsl.importers.flat.read_department import read_department
from perfdsl.importers.flat.read_stream import read_stream
from tests.importers.flat.say_forms import lines_of, seed_lines, truth

DRAFT = read_department(seed_lines())
TITLE = """1.虚构培训绩效目标表
项目名称 虚构培训
一级指标 二级指标 三级指标 指标值
产出指标 数量指标 培训次数 ≥12 次
"""
WANTED: dict[str, Any] = truth()["department"]


def test_introduction_and_head_of_the_seed() -> None:
    assert DRAFT is not None
    assert DRAFT.intro is not None
    assert (DRAFT.intro.value, DRAFT.intro.status) == (WANTED["overall"]["intro"], "ok")
    assert DRAFT.intro.spots == (OnLines(*WANTED["overall"]["_src"]),)
    head = {name: field.value for name, field in DRAFT.head.items()}
    assert head == {"unit_code": WANTED["unit_code"], "department": WANTED["unit"], "year": WANTED["year"]}


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("items", WANTED["overall"]["items"]),
        ("areas", WANTED["sub_goals"]),
        ("safeguards", WANTED["measures"]),
    ],
)
def test_numbered_parts_of_the_seed(part: str, wanted: list[dict[str, Any]]) -> None:
    found = getattr(DRAFT, part)
    assert [(each.number, each.name, each.text.value) for each in found] == [
        (each["no"], each.get("name", ""), each["text"]) for each in wanted
    ]
    assert {each.text.status for each in found} == {"ok"}
    for each, want in zip(found, wanted, strict=True):
        (spot,) = each.text.spots
        assert spot.last == want["_src"][1]


def test_paragraphs_of_a_text_document() -> None:
    paragraphs = (
        "一、总体目标", "2023年的工作要求是：稳中求进（虚构）。", "（一）做好第一件事。（二）做好第二件事。",
        "二、分项绩效目标", "1.虚构业务：完成 1.5 万人次。2.其他：无。", "三、保障措施",
        "（一）加强领导。建立专班。",
    )  # fmt: skip
    draft = read_department([Line(text, InTable(0, at, 1)) for at, text in enumerate(paragraphs, 1)])
    assert draft is not None
    assert [(item.number, item.text.value) for item in draft.items] == [
        ("（一）", "做好第一件事。"), ("（二）", "做好第二件事。"),
    ]  # fmt: skip
    areas = [(area.name, area.text.value) for area in draft.areas]
    assert areas == [("虚构业务", "完成1.5万人次。"), ("其他", "无。")]
    assert [(each.name, each.text.value) for each in draft.safeguards] == [("加强领导", "建立专班。")]
    assert draft.head["year"].value == 2023
    assert draft.items[0].text.spots == (InTable(0, 3, 1),)


def test_no_department() -> None:
    assert read_department(lines_of("绩效目标\n总体绩效目标\n完成工作。")) is None
    assert read_department(()) is None


def test_heading_with_nothing_below() -> None:
    draft = read_department(lines_of("一、总体绩效目标\n二、分项绩效目标"))
    assert draft is not None
    assert (draft.intro, draft.items, draft.areas) == (None, (), ())


@pytest.mark.parametrize(
    "text",
    [
        "三、保障措施\n加强领导。",
        "二、年度总体目标\n2019年完成虚构任务。\n三、保障措施\n加强领导。",
        "一、项目概况\n二、总体绩效目标\n2019年完成虚构任务。",
        "一、总体目标\n2019年完成虚构任务。\n二、项目概况\n三、分项绩效目标\n1.虚构业务：完成。",
        TITLE + "填报说明：\n一、总体绩效目标\n2019年填写。\n二、分项绩效目标\n1.虚构业务：完成。",
        TITLE + "见第一部分\n一、总体绩效目标\n2019年。\n二、分项目标\n无。",
    ],
)
def test_headings_of_other_texts_make_no_department(text: str) -> None:
    assert read_department(lines_of(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "虚构县某局部门整体绩效目标\n一、总体绩效目标\n2023年完成虚构任务。",
        "一、部门总体绩效目标\n2023年完成虚构任务。",
        TITLE
        + "第二部分 部门整体绩效目标\n一、总体绩效目标\n2023年完成。\n二、分项绩效目标\n1.虚构业务：完成。",
    ],
)
def test_a_department_is_known_by_its_title_or_its_part(text: str) -> None:
    draft = read_department(lines_of(text))
    assert draft is not None
    assert draft.head["year"].value == 2023


@pytest.mark.parametrize(
    ("above", "intro", "status"),
    [
        ("虚构县某局2023年绩效文本", "2023年完成。", "ok"),
        ("虚构县某局绩效文本", "2023年完成。", "ok"),
        ("虚构县某局2024年绩效文本", "2023年完成。", "check"),
        ("虚构县某局绩效文本", "2019年以来，成绩显著。", None),
        ("虚构县某局绩效文本", "2021年至2025年，成绩显著。", None),
    ],
)
def test_year_of_a_department_is_sure_or_doubted(above: str, intro: str, status: str | None) -> None:
    text = f"{above}\n一、总体绩效目标\n{intro}\n二、分项绩效目标\n1.虚构业务：完成。"
    draft = read_department(lines_of(text))
    assert draft is not None
    year = draft.head.get("year")
    assert (year.status if year else None) == status


def test_what_is_no_department_is_listed_as_unused() -> None:
    text = "一、项目概况\n二、总体绩效目标\n2019年完成虚构任务。\n" + TITLE
    (form,), unused = read_stream(lines_of(text))
    assert "".join(each.text for each in unused).count("2019年完成虚构任务。") == 1
    assert "year" not in form.head
