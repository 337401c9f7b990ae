"""Recomputes the execution rate of a form and the points for it, and tells rounding apart from mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfdsl.audit import messages_form as messages
from perfdsl.audit.filled_form import Entry, FilledForm, MoneyLine
from perfdsl.audit.mistake import Mistake
from perfdsl.audit.published import Points
from perfdsl.audit.round_printed import is_rounded, lost_decimals
from perfdsl.diagnostic import Text
from perfdsl.exact import round_to
from perfdsl.importers.draft import MoneyName

_PERCENT = 100


def check_execution(form: FilledForm) -> Iterator[Mistake]:
    """Report, of each line of the money part, a rate that is not B/A, spending above A, and other points."""
    above = [mistake for line in form.money for mistake in _check_bound(line)]
    yield from above[:1]  # the line of totals comes first; its parts only say the same again
    for line in form.money:
        yield from _check_rate(line)
        yield from _check_points(line)


def quotient(line: MoneyLine) -> Fraction | None:
    """Spending over the year's budget (B/A); None where either is not printed, or the budget is 0."""
    budget, spent = line.number("full_year"), line.number("executed")
    return None if budget is None or spent is None or budget.value <= 0 else spent.value / budget.value


def points_for(line: MoneyLine, rate: Fraction) -> Fraction | None:
    """Points for a rate: at most the weight; None where no weight is printed."""
    weight = line.number("weight")
    return None if weight is None else max(Fraction(0), min(weight.value, weight.value * rate))


def printed_rates(line: MoneyLine) -> tuple[Fraction, ...]:
    """What a printed rate may mean: ``98.5%`` is 0.985; a bare 98.5 is that too, or the 98.5-fold."""
    entry, number = line.entries.get("rate"), line.number("rate")
    if entry is None or number is None:
        return ()
    share = number.value / _PERCENT
    return (share,) if entry.is_percent else (share, number.value)


def _check_rate(line: MoneyLine) -> Iterator[Mistake]:
    entry, number, exact = line.entries.get("rate"), line.number("rate"), quotient(line)
    if entry is None or number is None or exact is None:
        return
    readings = [exact * _PERCENT] if entry.is_percent else [exact * _PERCENT, exact]
    if not any(is_rounded(number, each) for each in readings):
        yield messages.rate_not_quotient(
            line, exact, is_sure=_are_sure(line, "rate", "full_year", "executed")
        )


def _check_bound(line: MoneyLine) -> Iterator[Mistake]:
    exact, rates = quotient(line), printed_rates(line)
    if exact is not None and exact > 1:
        budget, spent = line.entries["full_year"], line.entries["executed"]
        printed = Text(
            f"全年预算 {budget.text}，执行 {spent.text}", f"budget {budget.text}, spent {spent.text}"
        )
        sure = _are_sure(line, "full_year", "executed")
        yield messages.execution_above_all(line, printed, spent, is_sure=sure)
    elif exact is None and rates and min(rates) > 1:
        rate = line.entries["rate"]
        printed = Text(f"执行率 {rate.text}", f"rate {rate.text}")
        yield messages.execution_above_all(line, printed, rate, is_sure=rate.is_sure)


def _check_points(line: MoneyLine) -> Iterator[Mistake]:
    """Points that follow from the printed rate are let pass where that is off: it is reported already.

    Rounding to a whole is a custom to be looked at; where it makes full points of less, it is none.
    """
    score, exact, full = line.number("score"), quotient(line), line.number("weight")
    rates = [*([exact] if exact is not None else []), *printed_rates(line)]
    due = [points for rate in rates if (points := points_for(line, rate)) is not None]
    if score is None or not due or score.value in due:
        return
    sure = _are_sure(line, "score", "weight", "rate", "full_year", "executed")
    if not any(_is_given(score, points) for points in due):
        yield messages.execution_points(line, rates[0], due[0], is_sure=sure)
    elif lost_decimals(score, due[0]) and full is not None and due[0] < full.value == score.value:
        yield messages.execution_points(line, rates[0], due[0], is_sure=sure, is_rounded=True)
    elif lost_decimals(score, due[0]):
        yield messages.execution_rounded(line, rates[0], due[0], is_sure=sure)


def _is_given(score: Points, due: Fraction) -> bool:
    return is_rounded(score, due) or score.value == round_to(due, 0, "half_up")


def _are_sure(line: MoneyLine, *names: MoneyName) -> bool:
    entries: list[Entry] = [line.entries[name] for name in names if name in line.entries]
    return all(entry.is_sure for entry in entries)
