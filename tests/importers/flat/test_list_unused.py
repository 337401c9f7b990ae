"""Nothing of a stream is lost: fields, known labels and what is listed as unused are all of it."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.importers.draft import Field, FormDraft, Unused
from perfdsl.importers.flat.list_unused import MOST_STRETCHES
from perfdsl.importers.flat.read_stream import read_stream
from tests.importers.flat.say_forms import judge_form, lines_of, tight
from tests.importers.flat.typeset_text import (
    Form,
    Styled,
    blank_form,
    invent_form,
    invent_style,
    merge_levels,
    print_form,
)

STRAY = "龘靐齉囍"
HEAD = "1.虚构培训绩效目标表\n项目编码\nP12345678\n项目名称 虚构培训\n"
TABLE = "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 培训次数 ≥12 次"


def typeset(seed: int) -> tuple[list[Form], Styled, list[str]]:
    chosen = random.Random(seed)  # noqa: S311
    style = invent_style(chosen)
    forms = [merge_levels(invent_form(chosen, at), chosen) for at in range(1, chosen.randint(1, 3) + 1)]
    return forms, style, [line for form in forms for line in print_form(form, style)]


def held(forms: Sequence[FormDraft], unused: Iterable[Unused]) -> Counter[str]:
    """Count the characters of all fields, and of all that is listed."""
    texts = [each.text for each in unused]
    for form in forms:
        fields: list[Field] = [*form.head.values(), *form.goals]
        fields += [field for point in form.plan for field in (point.label, point.amount)]
        fields += [field for row in form.rows for field in row.fields.values()]
        texts += [field.raw for field in fields] + [each.text for each in (*form.unused, *form.passed_over)]
    return Counter(tight("".join(texts)))


@settings(max_examples=50)
@given(st.integers(0, 2**32))
def test_fields_labels_and_unused_are_all_there_is(seed: int) -> None:
    made, style, lines = typeset(seed)
    labels = Counter(tight("".join(line for form in made for line in print_form(blank_form(form), style))))
    text = "\n".join(lines)
    assert Counter(tight(text)) - held(*read_stream(lines_of(text))) - labels == Counter()


@settings(max_examples=50)
@given(st.integers(0, 2**32), st.integers(0, 10**6))
def test_foreign_words_are_found_again_wherever_they_stand(seed: int, place: int) -> None:
    _, _, lines = typeset(seed)
    lines.insert(place % (len(lines) + 1), STRAY)
    found = held(*read_stream(lines_of("\n".join(lines))))
    assert all(found[character] for character in STRAY)


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_rows_under_one_level_are_never_silently_wrong(seed: int) -> None:
    made, _, lines = typeset(seed)
    for form, want in zip(read_stream(lines_of("\n".join(lines)))[0], made, strict=True):
        assert judge_form(form, want)["silently wrong"] == 0


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_a_basis_that_goes_on_is_never_silently_wrong(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311
    form = merge_levels(invent_form(chosen, 1), chosen)
    longer = tuple(
        row._replace(basis=row.basis + chosen.choice(("及批复文件", "（2023年修订）", "和年度计划")))
        if not row.level2 and chosen.random() < 0.3
        else row
        for row in form.rows
    )
    made = form._replace(rows=longer)
    (read,), _ = read_stream(lines_of("\n".join(print_form(made, invent_style(chosen)))))
    assert judge_form(read, made)["silently wrong"] == 0


def left_of(text: str) -> list[str]:
    (form,), _ = read_stream(lines_of(text))
    return [tight(each.text) for each in form.unused]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (HEAD + TABLE, []),
        (HEAD + "项目负责人 虚构某\n" + TABLE, ["项目负责人虚构某"]),
        (HEAD + "项目负责人\n" + TABLE, []),
        (HEAD + "项目名称 虚构会议\n" + TABLE, ["项目名称虚构会议"]),
        (HEAD + "支出计划\n3月底 6月底\n1.00 2.00\n虚构的一句话\n" + TABLE, ["虚构的一句话"]),
        (HEAD + TABLE.replace("产出指标", "虚构的列 产出指标"), ["虚构的列"]),
        (HEAD + "绩效目标\n虚构前言。\n1.目标内容1 一。\n2.目标内容2 二。\n" + TABLE, ["虚构前言。"]),
    ],
)
def test_what_is_left(text: str, left: list[str]) -> None:
    assert left_of(text) == left


def test_lines_of_what_is_left() -> None:
    (form,), _ = read_stream(lines_of(HEAD + "项目负责人\n虚构某\n" + TABLE))
    assert [spot for each in form.unused for spot in each.spots] == [(5, 6)]


def test_a_long_list_ends_in_one_piece() -> None:
    many = "".join(f"项目负责人 某{at}\n资金情况\n" for at in range(MOST_STRETCHES * 2))
    left = left_of(HEAD + many + TABLE)
    assert len(left) == MOST_STRETCHES + 1
    assert left[-1].endswith(f"某{MOST_STRETCHES * 2 - 1}")


def test_the_rest_of_a_long_line_is_listed() -> None:
    (_,), unused = read_stream(lines_of(HEAD + "资金用途 " + "用" * 5000 + STRAY + "\n" + TABLE))
    assert STRAY in unused[-1].text
    assert unused[-1].spots == ((5, 5),)
    assert "4000" in unused[-1].reason.zh


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "金额单位 项目负责人\n" * 30_000 + TABLE,
        HEAD + TABLE + " 年度要点\n培训次数 ≥12 次 年度要点" * 5_000,
        HEAD + TABLE + "   合计   " * 12_000,
        HEAD + "目标内容1\n一、总体绩效目标\n" * 20_000 + TABLE,
    ],
)
def test_long_texts_take_time_in_proportion(text: str) -> None:
    before = time.perf_counter()
    read_stream(lines_of(text))
    assert time.perf_counter() - before < 6
