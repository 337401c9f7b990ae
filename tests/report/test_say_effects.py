"""The sentences about what rules and people made of points."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.report.lay_out import lay_out
from perfdsl.report.say_effects import notes_of_line, notes_of_total, say_applied, sums_of
from perfdsl.scorecard import Judged, Scorecard
from tests.report import invented


def test_a_line_whose_points_people_and_rules_changed() -> None:
    home = invented.ruled().projects[0]
    first, second = home.indicators[:2]
    assert [note.zh for note in notes_of_line(first, 2)] == [
        "方法得 11.46 分；扣分 2 分", "自评 11.00 分；核查 10.50 分",
    ]  # fmt: skip
    assert [note.en for note in notes_of_line(first, 2)] == [
        "the method gives 11.46; deducted 2", "self-score 11.00; reviewer 10.50",
    ]  # fmt: skip
    effects = next(notes_of_line(second, 2)).zh
    assert effects.startswith("方法得 12.50 分；规则“未按期”：扣 1 分（上级主管部门")
    assert "；规则“又一条”：扣 1 分（" in effects


def test_a_line_that_nothing_was_done_to_has_no_note() -> None:
    assert [list(notes_of_line(line, 2)) for line in invented.scorecard().projects[0].indicators] == [[]] * 8


def test_what_may_apply_is_said_so() -> None:
    maybe = invented.applied("甲", "扣 1 分", "1 point off", "迟", certain=False)
    assert say_applied([maybe]) == (
        "规则“甲”可能适用：扣 1 分（迟）",
        "rule “甲” may apply: 1 point off (迟)",
    )
    sure = invented.applied("甲", "扣 1 分", "1 point off")
    assert say_applied([sure]) == ("规则“甲”：扣 1 分", "rule “甲”: 1 point off")
    assert (
        say_applied([sure, sure, maybe]).zh == "规则“甲”：扣 1 分，扣 1 分；规则“甲”可能适用：扣 1 分（迟）"
    )
    assert say_applied([]) == ("", "")


def test_totals() -> None:
    home, training, meetings = invented.ruled().projects
    assert [note.zh for note in notes_of_total(home)] == [
        "各项合计 94.81；规则“执行率封顶”：总分 至多 69 分（执行率过低）",
        "自评合计 88.00 分；核查合计 84.00 分",
    ]
    assert [note.zh for note in notes_of_total(training)] == ["1 项不计，其余 65 分折算为 100 分"]
    assert [note.zh for note in notes_of_total(meetings)] == [
        "各项合计 [68.00, 84.00)；规则“满意度门槛”可能适用：扣 5 分"
    ]


def test_a_limit_that_changes_nothing_still_shows_the_sum_of_the_lines() -> None:
    home = invented.ruled().projects[0]._replace(before=None)
    assert next(notes_of_total(home)).zh.startswith("各项合计 69.00；")


def test_sums_only_where_every_line_that_counts_has_a_number() -> None:
    home = invented.ruled().projects[0]
    blank = home.indicators[3]._replace(judged=Judged(self_score=Fraction(1)))
    some = home._replace(indicators=(*home.indicators[:3], blank, *home.indicators[4:]))
    assert [(word.zh, total) for word, total in sums_of(some)] == [("自评", 78)]
    left_out = some._replace(
        indicators=(*home.indicators[:3], blank._replace(excluded=True), *home.indicators[4:])
    )
    assert [(word.zh, total) for word, total in sums_of(left_out)] == [
        ("自评", 77), ("核查", Fraction("73.5")),
    ]  # fmt: skip
    assert list(sums_of(home._replace(indicators=()))) == []


def test_every_line_left_out() -> None:
    training = invented.ruled().projects[1]
    out = tuple(line._replace(excluded=True) for line in training.indicators)
    assert [note.zh for note in notes_of_total(training._replace(indicators=out))] == ["各项都不计，没有总分"]


def test_hints_faults_and_what_is_said_of_departments() -> None:
    sheet = lay_out(invented.ruled(), "zh")
    home = sheet.departments[0].projects[0]
    assert home.flags == ("工作计划完成率: 请说明偏差原因（规则“偏差须说明”）",)
    assert home.faults == ("执行数没有佐证（规则“须有佐证”）",)
    assert sheet.flags == ("部门预算执行率偏低（规则“部门执行率”）",)
    assert lay_out(Scorecard(()), "zh").faults == ()
