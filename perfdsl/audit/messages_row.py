"""The wording of what does not fit in a row of a filled form: what is printed, and what follows from it.

A sentence names numbers and texts that stand in the form, and judges nobody.
"""

from __future__ import annotations

from typing import Final

from perfdsl.actuals.read_value import is_blank
from perfdsl.audit.filled_form import FilledRow
from perfdsl.audit.mistake import Mistake, MistakeKind
from perfdsl.audit.read_entry import shorten
from perfdsl.diagnostic import Text
from perfdsl.importers.draft import RowName
from perfdsl.scheme.judge_direction import Sense

_NO_ACTUAL = Text("实绩空白", "no actual is printed")
_NO_REASON = Text("偏差原因一栏空白", "the column of reasons is blank")


_SENSES: Final[dict[Sense, Text]] = {
    "more": Text("按它越多越好，与名字的意思相反", "by it more is better, against what the name says"),
    "less": Text("按它越少越好，与名字的意思相反", "by it less is better, against what the name says"),
    "all": Text("要求全部如此，与名字的意思相反", "by it all is to be so, against what the name says"),
}

_STANDS_AT: Final[dict[MistakeKind, RowName]] = {
    "blank_but_full": "actual",
    "blank_but_points": "actual",
    "none_but_full": "actual",
    "rate_above_all": "actual",
    "other_unit": "target",
    "missing_reason": "reason",
    "deducted_without_reason": "reason",
    "operator_in_actual": "actual",
    "word_for_number": "actual",
    "unit_against_value": "target",
    "operator_against_sense": "target",
    "rate_of_all": "target",
    "target_equals_points": "target",
}
"""The column that a person looks at; for all others the score."""


def _of_row(each: FilledRow, kind: MistakeKind, printed: Text, follows: Text) -> Mistake:
    spots = each.spots(_STANDS_AT.get(kind, "score"))
    return Mistake(kind, each.row.indicator, printed, follows, spots, each.is_sure)


def _score(each: FilledRow) -> Text:
    score, weight = each.row.score_text or "-", each.row.weight_text or "-"
    return Text(f"得分 {score}，分值 {weight}", f"score {score}, weight {weight}")


def _aim(each: FilledRow) -> str:
    parts = (each.row.operator, each.row.target, each.row.unit)
    return shorten(" ".join(part for part in parts if not is_blank(part)))


def blank_but_full(each: FilledRow) -> Mistake:
    """Report full points beside a blank actual."""
    return _of_row(each, "blank_but_full", _score(each), _NO_ACTUAL)


def blank_but_points(each: FilledRow) -> Mistake:
    """Report some points beside a blank actual."""
    return _of_row(each, "blank_but_points", _score(each), _NO_ACTUAL)


def none_but_full(each: FilledRow) -> Mistake:
    """Report full points beside 无, where something was to be reached."""
    aim, actual, score = _aim(each), shorten(each.row.actual), _score(each)
    said = Text(
        f"指标值 {aim}，实绩“{actual}”，{score.zh}", f"target {aim}, actual “{actual}” (none), {score.en}"
    )
    follows = Text(
        "“无”是零，或是没有填，都不该满分", "none is 0, or nothing filled in: neither is worth full points"
    )
    return _of_row(each, "none_but_full", said, follows)


def missed_but_full(each: FilledRow, given: str) -> Mistake:
    """Report full points for a target that is missed."""
    aim, actual = _aim(each), shorten(each.row.actual)
    said = Text(
        f"指标值 {aim}，实绩 {actual}，得分 {each.row.score_text}",
        f"target {aim}, actual {actual}, score {each.row.score_text}",
    )
    return _of_row(
        each, "missed_but_full", said, Text(f"未达标；按办法得 {given}", f"missed; the rubric gives {given}")
    )


def above_weight(each: FilledRow) -> Mistake:
    """Report a score above its weight."""
    return _of_row(each, "above_weight", _score(each), Text("得分超过分值", "the score is above the weight"))


def negative_score(each: FilledRow) -> Mistake:
    """Report a score below zero."""
    return _of_row(each, "negative_score", _score(each), Text("得分小于零", "the score is below zero"))


def missing_reason(each: FilledRow) -> Mistake:
    """Report fewer points than the weight without a reason."""
    return _of_row(each, "missing_reason", _score(each), _NO_REASON)


def deducted_without_reason(each: FilledRow) -> Mistake:
    """Report points taken off a target that is met, without a reason."""
    follows = Text(f"达标扣分，{_NO_REASON.zh}", f"the target is met, and {_NO_REASON.en}")
    return _of_row(each, "deducted_without_reason", _score(each), follows)


def operator_in_actual(each: FilledRow) -> Mistake:
    """Report an actual that is a comparison."""
    actual = shorten(each.row.actual)
    return _of_row(
        each, "operator_in_actual", Text(f"实绩 {actual}", f"actual {actual}"),
        Text("写的是比较，没有说实际是多少", "a comparison, which says not how much was done"),
    )  # fmt: skip


def word_for_number(each: FilledRow) -> Mistake:
    """Report a word as the actual of a number."""
    aim, actual = _aim(each), shorten(each.row.actual)
    return _of_row(
        each, "word_for_number", Text(f"指标值 {aim}，实绩 {actual}", f"target {aim}, actual {actual}"),
        Text("指标值是数，实绩是文字，看不出完成多少", "the target is a number, and a word says not how much was done"),
    )  # fmt: skip


def unit_against_value(each: FilledRow, one: str, other: str) -> Mistake:
    """Report units that do not go together."""
    aim, actual = _aim(each), shorten(each.row.actual)
    one, other = shorten(one), shorten(other)
    return _of_row(
        each, "unit_against_value", Text(f"指标值 {aim}，实绩 {actual or '-'}", f"target {aim}, actual {actual or '-'}"),
        Text(f"{one} 与 {other} 不是同一种单位", f"{one} and {other} are no units of one kind"),
    )  # fmt: skip


def other_unit(each: FilledRow, one: str, other: str) -> Mistake:
    """Report units that count alike, and cannot be converted."""
    aim, actual = _aim(each), shorten(each.row.actual)
    one, other = shorten(one), shorten(other)
    return _of_row(
        each, "other_unit", Text(f"指标值 {aim}，实绩 {actual or '-'}", f"target {aim}, actual {actual or '-'}"),
        Text(f"{one} 与 {other} 单位不同，换算不了", f"{one} and {other} differ in unit, and cannot be converted"),
    )  # fmt: skip


def operator_against_sense(each: FilledRow, sense: Sense) -> Mistake:
    """Report that more is aimed at of what should be less, or less of what should be more."""
    aim = _aim(each)
    follows = _SENSES[sense]
    return _of_row(each, "operator_against_sense", Text(f"指标值 {aim}", f"target {aim}"), follows)


def rate_of_all(each: FilledRow, *, is_more: bool) -> Mistake:
    """Report a share that is to be all, or more than all."""
    aim = _aim(each)
    only = Text("比率最多 100%，只能是正好 100%", "a rate cannot exceed 100%, so it must be exactly 100%")
    never = Text("比率不会超过 100%", "a rate cannot exceed 100%")
    return _of_row(each, "rate_of_all", Text(f"指标值 {aim}", f"target {aim}"), never if is_more else only)


def rate_above_all(each: FilledRow) -> Mistake:
    """Report a share that is said to be more than all."""
    actual = shorten(each.row.actual)
    follows = Text("比率不会超过 100%", "a rate cannot exceed 100%")
    return _of_row(each, "rate_above_all", Text(f"实绩 {actual}", f"actual {actual}"), follows)


def target_equals_points(each: FilledRow) -> Mistake:
    """Report a bare target that is the weight again."""
    target = shorten(each.row.target)
    follows = Text(
        "指标值与分值是同一个数，像是填错了栏", "both are one number, as if a column had been mistaken"
    )
    return _of_row(
        each, "target_equals_points", Text(f"指标值 {target}，分值 {each.row.weight_text}", f"target {target}, weight {each.row.weight_text}"), follows,
    )  # fmt: skip


def other_year(each: FilledRow, column: RowName, found: int, year: int) -> Mistake:
    """Report a date of another year."""
    row = each.row
    shown = shorten({"target": row.target, "actual": row.actual}.get(column, row.indicator))
    follows = Text(f"写的是 {found} 年，本表是 {year} 年度", f"it says {found}; the form is of {year}")
    said, spots = Text(shown, shown), each.spots(column)
    return Mistake("other_year", row.indicator, said, follows, spots, each.is_sure)
