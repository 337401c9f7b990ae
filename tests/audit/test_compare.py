from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.audit.choose_rubric import choose_rubric
from perfdsl.audit.compare import audit
from perfdsl.audit.difference import KINDS, REASONS, Difference
from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from tests.audit.tables import HEADER, audit_row, audit_text, read_text, rubric_of
from tests.scoring import score_one


def readings(difference: Difference) -> list[tuple[str, str, str]]:
    return [(each.target, each.actual, each.kind) for each in difference.readings]


@pytest.mark.parametrize(
    ("target", "actual", "awarded", "kind"),
    [
        ("≥100次", "98次", "9.8", "equal"),
        ("≥100次", "98", "9.8", "equal"),
        ("≥100次", "98次", "10", "missed_but_full"),
        ("≥100次", "98次", "9", "truncated"),
        ("≥100次", "85次", "9", "rounded"),
        ("≥100次", "85次", "9.1", "above"),
        ("≥100次", "85次", "7", "below"),
        ("≥100次", "120次", "8", "met_but_deducted"),
        ("≥100次", "", "10", "blank_but_full"),
        ("", "", "10", "blank_but_full"),
        ("≤5万元", "60000元", "8.33", "equal"),
        ("100次", "98次", "9.8", "equal"),
        ("95", "95%", "10", "not_comparable"),
    ],
)
def test_classes(target: str, actual: str, awarded: str, kind: str) -> None:
    assert audit_row(target, actual, awarded).kind == kind


@pytest.mark.parametrize(
    ("reason", "cells"),
    [
        ("no_score", ("≥1次", "1次", "")),
        ("no_score", ("≥1次", "1次", "--")),
        ("unreadable_score", ("≥1次", "1次", "优")),
        ("no_weight", ("≥1次", "1次", "10", "")),
        ("no_weight", ("≥1次", "1次", "0", "0")),
        ("unreadable_weight", ("≥1次", "1次", "10", "多")),
        ("no_actual", ("≥1次", "", "8")),
        ("operator_in_actual", ("≥1次", "≥1次", "10")),
        ("operator_in_actual", ("显著提升", "不少于1次", "10")),
        ("no_target", ("", "1次", "10")),
        ("qualitative", ("显著提升", "显著提升", "10")),
        ("qualitative", ("定性 显著提升", "达成", "10")),
        ("qualitative", ("是 健全", "3次", "10")),
        ("unreadable_target", ("9月前", "7月", "10")),
        ("unreadable_target", ("≥3箱子", "3箱子", "10")),
        ("unreadable_actual", ("≥1次", "1次左右", "10")),
        ("word_for_number", ("≥1次", "完成", "10")),
        ("unit_differs", ("≥1次", "1人", "10")),
        ("unit_differs", ("≥1", "1人", "10")),
        ("readings", ("≥8万亩", "8", "10")),
    ],
)
def test_reasons(reason: str, cells: tuple[str, ...]) -> None:
    found = audit_row(*cells)
    assert (found.kind, found.reason) == ("not_comparable", reason)


def test_a_state_is_met_or_not() -> None:
    assert audit_row("是 健全", "健全", "10").kind == "equal"
    assert audit_row("是 健全", "不健全", "10").kind == "missed_but_full"


def test_a_level_with_its_share_is_compared() -> None:
    assert audit_row("定性 显著提升", "部分达成 70%", "7").kind == "equal"
    assert audit_row("定性 显著提升", "部分达成 70%", "10").kind == "missed_but_full"


@pytest.mark.parametrize(
    ("target", "actual", "found"),
    [
        ("100次", "98次", [("≥100次", "98次"), ("=100次", "98次")]),
        ("5万元", "4万元", [("≤5万元", "4万元"), ("=5万元", "4万元")]),
        ("10天", "9天", [("≥10天", "9天"), ("≤10天", "9天"), ("=10天", "9天")]),
        ("≥8万亩", "7", [("≥8万亩", "7万亩"), ("≥8万亩", "7亩")]),
        ("≥90%", "93", [("≥90%", "93%"), ("≥90%", "9300%")]),
        ("≥90%", "0", [("≥90%", "0%")]),
        ("≤6万元", "5.5", [("≤6万元", "5.5万元"), ("≤6万元", "5.5元")]),
        ("≤75元", "75", [("≤75元", "75元")]),
        ("≥95", "95%", [("≥95%", "95%"), ("≥95", "95%")]),
    ],
)
def test_every_reading_is_considered(target: str, actual: str, found: list[tuple[str, str]]) -> None:
    assert [(each[0], each[1]) for each in readings(audit_row(target, actual, "5"))] == found


def test_something_bad_is_read_as_at_most() -> None:
    found = audit_row("3起", "1起", "10", indicator="安全事故")
    assert readings(found) == [("≤3起", "1起", "equal"), ("=3起", "1起", "missed_but_full")]
    assert found.reason == "readings"


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥12次", "11次"),
        ("≤5万元", "60000元"),
        ("=0起", "1起"),
        ("介于 90% 至 95%", "80%"),
        ("≥90%", "76.5%"),
    ],
)
def test_points_are_those_of_eval(target: str, actual: str) -> None:
    """The same target and actual, written as a sheet: both commands score by the same functions."""
    in_sheet = target.replace("≥", ">= ").replace("≤", "<= ")
    sheet = f"采用 okr\n项目 虚构\n  产出指标：\n    甲 {in_sheet}\n实绩 虚构 2022-12-31\n  甲 = {actual}\n"
    (line,) = score_one(sheet).indicators
    (reading,) = audit_row(target, actual, "50", "100", rubric="okr").readings
    assert line.step is not None
    assert (reading.exact, reading.attainment) == (line.step.exact, line.attainment)


@pytest.mark.parametrize(
    ("target", "actual", "awarded", "found"),
    [
        ("60%", "50%", "10", [("≥60%", "50%", "missed_but_full"), ("=60%", "50%", "missed_but_full"),
                              ("≤60%", "50%", "equal")]),
        ("10万元", "12万元", "9", [("≤10万元", "12万元", "above"), ("=10万元", "12万元", "below")]),
        ("60%", "50%", "9", [("≥60%", "50%", "above"), ("=60%", "50%", "above")]),
    ],
)  # fmt: skip
def test_an_unlikely_operator_counts_where_it_explains_the_award(
    target: str, actual: str, awarded: str, found: list[tuple[str, str, str]]
) -> None:
    """A debt ratio of 50% where 60% is printed: full points are no surprise if at most was meant."""
    assert readings(audit_row(target, actual, awarded)) == found


def test_a_method_is_chosen_by_its_group() -> None:
    header = "项目,一级指标,三级指标,指标值,实际完成值,分值,得分"
    text = f"{header}\n甲,满意度指标,满意度,≥90%,82%,10,8\n甲,产出指标,完成率,≥90%,82%,10,9\n"
    found = audit_text(text, "核心指标2021").differences
    assert [each.readings[0].method for each in found] == ["满意度分段", "及格折算"]
    assert [each.kind for each in found] == ["equal", "above"]


OWN = """评分办法 示例
  权重 全部 100
  评分 >= 看完成
  等级 优 >= 90，差 其他
方法 看完成
  已完成 -> 100%
  其他 -> 50%
"""


@pytest.mark.parametrize(("target", "reason"), [("≥1次", "open"), ("≤1次", "no_method")])
def test_what_a_rubric_does_not_settle(target: str, reason: str) -> None:
    rubric = choose_rubric("示例", [Source("示例.perf", OWN)], Diagnostics())
    published, _ = read_text(f"{HEADER}\n甲,乙,{target},1次,10,10\n")
    assert rubric is not None
    assert published is not None
    (found,) = audit(published, rubric).differences
    assert (found.kind, found.reason) == ("not_comparable", reason)


def test_an_unknown_rubric_is_told() -> None:
    told = Diagnostics()
    assert choose_rubric("没有", [Source("示例.perf", OWN)], told) is None
    assert [each.code for each in told] == ["P0201"]


def test_progress_is_told_for_each_thousand_rows() -> None:
    published, _ = read_text(f"{HEADER}\n" + "甲,乙,,,10,10\n" * 1001)
    heard: list[tuple[int, int]] = []
    assert published is not None
    audit(published, rubric_of(), lambda done, of: heard.append((done, of)))
    assert heard == [(0, 1001), (1000, 1001)]


cells = st.one_of(
    st.sampled_from(
        [
            "",
            "-",
            "10",
            "9.5",
            "≥90%",
            "95%",
            "100",
            "≥8万亩",
            "8",
            "完成",
            "9月前",
            "2022年底前",
            "12人",
            "=0起",
        ]
    ),
    st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters='"\r\n\0'), max_size=12),
)
rows = st.lists(st.tuples(*[cells] * 6), min_size=1, max_size=4)


@settings(max_examples=150)
@given(rows)
def test_any_table_gets_one_class_a_row(table: list[tuple[str, ...]]) -> None:
    text = "\n".join([HEADER, *(",".join(f'"{cell}"' for cell in row) for row in table)]) + "\n"
    published, _ = read_text(text)
    if published is None:
        return
    found = audit_text(text)
    assert len(found.differences) == len(published.rows) <= len(table)
    assert sum(found.counts.values()) == len(found.differences)
    for each in found.differences:
        assert each.kind in KINDS
        assert (each.reason in REASONS) == (each.kind == "not_comparable")
        kinds = {reading.kind for reading in each.readings}
        assert each.reason == "readings" if len(kinds) > 1 else kinds <= {each.kind}


@given(st.integers(1, 99), st.integers(0, 9))
def test_awarding_what_the_rubric_gives_is_equal(done: int, tenths: int) -> None:
    actual = f"{done}.{tenths}次"
    (reading,) = audit_row("≥100次", actual, "5").readings
    assert reading.exact == Fraction(f"{done}.{tenths}") / 10
    points = f"{done // 10}.{done % 10}{tenths}"
    assert audit_row("≥100次", actual, points).kind == "equal"
