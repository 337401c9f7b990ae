"""The wording of what does not fit in the sums, the money and the grade of a filled form: what is printed, and what follows from the rest of it.

A sentence names numbers and texts that stand in the form, and judges nobody.
"""

from __future__ import annotations

from fractions import Fraction

from perfdsl.audit.filled_form import Entry, GivenGrade, MoneyLine, Parts
from perfdsl.audit.mistake import Mistake, MistakeKind
from perfdsl.audit.read_entry import shorten
from perfdsl.diagnostic import Text
from perfdsl.exact import decimals_needed, show_trimmed

_PLACES = 4


def number(x: Fraction) -> str:
    """Write a number for people; ``≈`` where four decimals do not show it exactly."""
    needed = decimals_needed(x)
    near = "" if needed is not None and needed <= _PLACES else "≈"
    return near + show_trimmed(x, _PLACES)


def points_not_100(total: Fraction, rows: Fraction, execution: Entry | None, *, is_sure: bool) -> Mistake:
    """Report weights that do not make 100."""
    weight = execution.text if execution is not None else ""
    shown = Text(
        f"各指标分值共 {number(rows)}，执行率分值 {weight or '没有印出'}",
        f"weights of the rows {number(rows)}, of execution {weight or 'not printed'}",
    )
    follows = Text(f"合计 {number(total)}，不是 100", f"they make {number(total)}, not 100")
    return Mistake("points_not_100", "", shown, follows, execution.spots if execution else (), is_sure)


def points_not_sum(total: Entry, found: Fraction, *, is_sure: bool) -> Mistake:
    """Report a printed sum of weights that is not theirs."""
    follows = Text(f"印出的各项分值合计 {number(found)}", f"the printed weights make {number(found)}")
    shown = Text(f"分值合计 {total.text}", f"sum of the weights {total.text}")
    return Mistake("points_not_sum", "", shown, follows, total.spots, is_sure)


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


def execution_points(
    line: MoneyLine, rate: Fraction, found: Fraction, *, is_sure: bool, is_rounded: bool = False
) -> Mistake:
    """Report points of the money part that are not rate × weight; ``is_rounded``: rounded up to full points."""
    said = _of_points("execution_points", line, rate, found, is_sure=is_sure)
    if not is_rounded:
        return said
    due = number(found)
    return said._replace(
        follows=Text(
            f"{said.follows.zh}，取整成了满分；没有执行完，应为 {due}",
            f"{said.follows.en}, rounded to full points; not all was spent, so it should be {due}",
        )
    )


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


def money_parts(label: str, total: Entry, parts: Parts, *, is_sure: bool, is_less: bool = False) -> Mistake:
    """Report a total of money that is not the sum of its parts; ``is_less``: blank ones may be the rest."""
    column, found = parts.column, number(parts.total)
    shown = Text(f"{column.zh} {total.text}", f"{column.en} {total.text}")
    rest = (
        Text("（其余空白或没有列出）", " (others are blank or not listed)")
        if parts.has_blanks
        else Text("", "")
    )
    follows = Text(f"印出的各部分合计 {found}{rest.zh}", f"its printed parts make {found}{rest.en}")
    kind: MistakeKind = "money_parts_blank" if is_less else "money_parts"
    return Mistake(kind, label, shown, follows, total.spots, is_sure)


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
