"""The wording of what does not fit in a filled form: what is printed, and what follows from the rest of it.

A sentence names numbers and texts that stand in the form, and judges nobody.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from perfdsl.actuals.read_value import is_blank
from perfdsl.audit.filled_form import Entry, FilledRow, GivenGrade, MoneyLine, Parts
from perfdsl.audit.mistake import Mistake, MistakeKind
from perfdsl.audit.read_entry import shorten
from perfdsl.diagnostic import Text
from perfdsl.exact import decimals_needed, show_trimmed
from perfdsl.importers.draft import RowName

_PLACES = 4
_NO_ACTUAL = Text("实绩空白", "no actual is printed")
_NO_REASON = Text("偏差原因一栏空白", "the column of reasons is blank")


_STANDS_AT: Final[dict[MistakeKind, RowName]] = {
    "blank_but_full": "actual",
    "blank_but_points": "actual",
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


def number(x: Fraction) -> str:
    """Write a number for people; ``≈`` where four decimals do not show it exactly."""
    needed = decimals_needed(x)
    near = "" if needed is not None and needed <= _PLACES else "≈"
    return near + show_trimmed(x, _PLACES)


def blank_but_full(each: FilledRow) -> Mistake:
    """Report full points beside a blank actual."""
    return _of_row(each, "blank_but_full", _score(each), _NO_ACTUAL)


def blank_but_points(each: FilledRow) -> Mistake:
    """Report some points beside a blank actual."""
    return _of_row(each, "blank_but_points", _score(each), _NO_ACTUAL)


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


def operator_against_sense(each: FilledRow) -> Mistake:
    """Report that more is aimed at of what should be less."""
    aim = _aim(each)
    follows = Text("按它越多越好，与名字的意思相反", "by it more is better, against what the name says")
    return _of_row(each, "operator_against_sense", Text(f"指标值 {aim}", f"target {aim}"), follows)


def rate_of_all(each: FilledRow, *, is_more: bool) -> Mistake:
    """Report a share that is to be all, or more than all."""
    aim = _aim(each)
    only = Text("比率最多 100%，只能是正好 100%", "a rate cannot exceed 100%, so it must be exactly 100%")
    never = Text("比率不会超过 100%", "a rate cannot exceed 100%")
    return _of_row(each, "rate_of_all", Text(f"指标值 {aim}", f"target {aim}"), never if is_more else only)


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


def points_not_100(total: Fraction, rows: Fraction, execution: Entry | None, *, is_sure: bool) -> Mistake:
    """Report weights that do not make 100."""
    weight = execution.text if execution is not None else ""
    shown = Text(
        f"各指标分值共 {number(rows)}，执行率分值 {weight or '没有印出'}",
        f"weights of the rows {number(rows)}, of execution {weight or 'not printed'}",
    )
    follows = Text(f"合计 {number(total)}，不是 100", f"they make {number(total)}, not 100")
    return Mistake("points_not_100", "", shown, follows, execution.spots if execution else (), is_sure)


def total_not_sum(total: Entry, found: Fraction, *, is_sure: bool) -> Mistake:
    """Report a total that is not the sum of the scores above it."""
    return _of_total("total_not_sum", total, found, is_sure=is_sure)


def total_rounded(total: Entry, found: Fraction, *, is_sure: bool) -> Mistake:
    """Report a total that is the sum without its decimals."""
    return _of_total("total_rounded", total, found, is_sure=is_sure)


def zero_total(total: Entry, found: Fraction, *, is_sure: bool) -> Mistake:
    """Report a total of 0 beside scores."""
    return _of_total("zero_total", total, found, is_sure=is_sure)


def _of_total(kind: MistakeKind, total: Entry, found: Fraction, *, is_sure: bool) -> Mistake:
    follows = Text(f"印出的各项得分合计 {number(found)}", f"the printed scores make {number(found)}")
    return Mistake(kind, "", Text(f"总分 {total.text}", f"total {total.text}"), follows, total.spots, is_sure)


def rate_not_quotient(line: MoneyLine, found: Fraction, *, is_sure: bool) -> Mistake:
    """Report a rate that is not spending over budget."""
    rate, budget, spent = (line.entries[name].text for name in ("rate", "full_year", "executed"))
    shown = Text(f"执行率 {rate}", f"rate {rate}")
    follows = Text(
        f"{spent} ÷ {budget} = {number(found * 100)}%", f"{spent} / {budget} = {number(found * 100)}%"
    )
    return Mistake("rate_not_quotient", line.label, shown, follows, line.entries["rate"].spots, is_sure)


def execution_points(line: MoneyLine, rate: Fraction, found: Fraction, *, is_sure: bool) -> Mistake:
    """Report points of the money part that are not rate × weight."""
    return _of_points("execution_points", line, rate, found, is_sure=is_sure)


def execution_rounded(line: MoneyLine, rate: Fraction, found: Fraction, *, is_sure: bool) -> Mistake:
    """Report points of the money part that are rate × weight without its decimals."""
    return _of_points("execution_rounded", line, rate, found, is_sure=is_sure)


def _of_points(
    kind: MistakeKind, line: MoneyLine, rate: Fraction, found: Fraction, *, is_sure: bool
) -> Mistake:
    score, weight, share = line.entries["score"], line.entries["weight"].text, f"{number(rate * 100)}%"
    shown = Text(
        f"执行率得分 {score.text}，分值 {weight}", f"points for execution {score.text}, weight {weight}"
    )
    follows = Text(f"{share} × {weight} = {number(found)}", f"{share} of {weight} is {number(found)}")
    return Mistake(kind, line.label, shown, follows, score.spots, is_sure)


def execution_above_all(line: MoneyLine, printed: Text, entry: Entry, *, is_sure: bool) -> Mistake:
    """Report spending above the budget."""
    follows = Text("执行超过全年预算", "spending is above the year's budget")
    return Mistake("execution_above_all", line.label, printed, follows, entry.spots, is_sure)


def money_parts(label: str, total: Entry, parts: Parts, *, is_sure: bool) -> Mistake:
    """Report a total of money that is not the sum of its parts."""
    column, found = parts.column, number(parts.total)
    shown = Text(f"{column.zh} {total.text}", f"{column.en} {total.text}")
    rest = Text("（其余空白）", " (others are blank)") if parts.has_blanks else Text("", "")
    follows = Text(f"印出的各部分合计 {found}{rest.zh}", f"its printed parts make {found}{rest.en}")
    return Mistake("money_parts", label, shown, follows, total.spots, is_sure)


def percent_over_money(header: Entry, last: Entry, *, is_sure: bool) -> Mistake:
    """Report a header of percent over amounts of money."""
    shown = shorten(header.text)
    follows = Text(
        f"最后一格 {last.text} 等于预算，下面是金额",
        f"the last is {last.text}, the budget: these are amounts",
    )
    return Mistake("percent_over_money", "", Text(shown, shown), follows, header.spots, is_sure)


def grade_thresholds(text: Entry, better: str, worse: str) -> Mistake:
    """Report grades whose thresholds do not fall from the best to the worst."""
    shown = shorten(text.text, 60)
    follows = Text(f"“{better}”的界限不高于“{worse}”的", f"{better} begins no higher than {worse}")
    return Mistake("grade_thresholds", "", Text(shown, shown), follows, text.spots)


def grade_not_total(given: GivenGrade, total: Entry, expected: str, by: Text) -> Mistake:
    """Report a grade that the printed total does not get."""
    shown = Text(f"等级 {given.grade}，总分 {total.text}", f"grade {given.grade}, total {total.text}")
    follows = Text(f"按{by.zh}是“{expected}”", f"by {by.en} it is {expected}")
    return Mistake("grade_not_total", "", shown, follows, given.entry.spots, total.is_sure)
