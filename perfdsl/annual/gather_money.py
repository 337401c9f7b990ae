"""Gathers money over the year: what was planned by which month, and what had been spent by which day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from perfdsl.actuals.convert import Converter
from perfdsl.actuals.fact import SPENT, Fact
from perfdsl.annual.gather_line import light_of, say_forecast
from perfdsl.annual.line_part import Figure, MoneyPart, Planned, Spent
from perfdsl.annual.show_figures import money, percent
from perfdsl.diagnostic import Diagnostics, Language, Text
from perfdsl.monitor.monitored import MonitoredMoney
from perfdsl.plan.plan import ProjectPlan
from perfdsl.report.explanation_words import show_place
from perfdsl.scheme.known_units import YUAN
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast
from perfdsl.units import find_unit

MOST_POINTS = 400
"""Recorded amounts of one project that are shown: the last ones."""

_NO_PLAN = Text("没有支出计划", "There is no payment plan")
_NO_SUM = Text("（所以没有支出计划的合计）", " (so there is no sum of plans)")
_NO_SPENT = Text("没有填报执行数", "Nothing is recorded as spent")
_SO_FAR = Text("已报 ", "reported so far: ")
_ONCE = Text(
    "执行数只填报过一次，年中怎样支出没有记录",
    "Spending was recorded once; how it came about during the year is not known",
)


def gather_money(  # noqa: PLR0913, PLR0917 — a project in all its stages
    scheme: ProjectScheme | None,
    plan: ProjectPlan | None,
    facts: Sequence[Fact],
    spent: Fraction | None,
    monitored: MonitoredMoney | None,
    language: Language,
) -> MoneyPart:
    """Gather the money of a project. ``facts``: its own; ``spent``: what counts, in 元."""
    budget = plan.budget.value if plan and plan.budget else None
    planned, where = _planned(scheme, budget)
    by_day = _spent(facts, plan) if plan else []
    gaps = [] if planned else [_NO_PLAN]
    if spent is None:
        gaps.append(_NO_SPENT)
    elif len(by_day) == 1:
        gaps.append(_ONCE)
    return MoneyPart(
        budget=money(budget, language),
        spent=money(spent, language),
        rate=percent(spent / budget if spent is not None and budget else None),
        planned=tuple(Planned(month, money(amount, language)) for month, amount in planned),
        spent_by=tuple(Spent(day, money(amount, language), source) for day, amount, source in by_day),
        gaps=tuple(gap.say(language) for gap in gaps),
        plan_source=where,
        due=money(monitored.due, language) if monitored else Figure(),
        lit=light_of(monitored.shone, language) if monitored else None,
        forecast=say_forecast(monitored.forecast if monitored else None, language),
    )


def _planned(scheme: ProjectScheme | None, budget: Fraction | None) -> tuple[list[tuple[int, Fraction]], str]:
    """Read the payment plan, cumulative, in 元; a share is one of the budget."""
    parts = scheme.node.parts if scheme else ()
    plan = next((part for part in parts if isinstance(part, ast.PaymentPlan)), None)
    if plan is None or scheme is None:
        return [], ""
    found = []
    for point in plan.points:
        unit = find_unit(point.amount.unit, scheme.units) if point.amount.unit else scheme.money_unit or YUAN
        if unit is None:
            continue
        size = Fraction(point.amount.value) * unit.factor
        if unit.dimension == YUAN.dimension:
            found.append((point.month, size))
        elif unit.flavour == "ratio" and budget is not None:
            found.append((point.month, size * budget))
    return sorted(found), show_place(scheme.source.place(plan.span))


def _spent(facts: Iterable[Fact], plan: ProjectPlan) -> list[tuple[date, Fraction, str]]:
    """Give what had been spent by each day on which it was recorded; several units are added up."""
    converter = Converter(plan, Diagnostics())
    last: dict[str, Fraction] = {}
    by_day: dict[date, tuple[Fraction, str]] = {}
    told = [fact for fact in facts if fact.own == SPENT and fact.day is not None and fact.value is not None]
    for fact in sorted(told, key=lambda each: (each.day or date.min, each.entry)):
        bound = converter.money(fact)
        if bound is None or bound.value is None or fact.day is None:
            continue
        last[fact.reporter] = bound.value
        by_day[fact.day] = (sum(last.values(), Fraction(0)), show_place(fact.place))
    return [(day, *amount) for day, amount in by_day.items()][-MOST_POINTS:]


def add_money(parts: Sequence[tuple[str, MoneyPart]], language: Language) -> MoneyPart:
    """Add up the money of projects, by name; what one of them does not say is said as a gap."""
    held = [part for _, part in parts]
    unplanned = [name for name, part in parts if not part.planned]
    silent = [name for name, part in parts if part.spent.value is None]
    spent_by, partial = _add_spent(held, language)
    gaps = [*_unplanned(unplanned, len(parts), language), *_lacking(silent, _NO_SPENT, language)]
    budget = _sum([part.budget for _, part in parts])
    spent = _sum([part.spent for _, part in parts if part.spent.value is not None])
    shown = money(spent, language)
    if silent and spent is not None:
        shown = Figure(None, _SO_FAR.say(language) + shown.text)
    return MoneyPart(
        budget=money(budget, language),
        spent=shown,
        rate=percent(spent / budget if spent is not None and budget and not silent else None),
        planned=() if unplanned else _add_planned(held, language),
        spent_by=spent_by,
        gaps=(*gaps, *partial),
    )


def _unplanned(names: Sequence[str], of: int, language: Language) -> list[str]:
    """Say who has no plan; and that there is no sum, where others have one."""
    said = _lacking(names, _NO_PLAN, language)
    if not said or len(names) == of:
        return said
    return [f"{said[0]}{_NO_SUM.say(language)}"]


def _lacking(names: Sequence[str], what: Text, language: Language) -> list[str]:
    if not names:
        return []
    separator, between = ("：", "、") if language == "zh" else (": ", ", ")
    more = "…" if len(names) > 5 else ""  # noqa: PLR2004 — as many as one sentence holds
    return [f"{what.say(language)}{separator}{between.join(names[:5])}{more}"]


def _sum(figures: Sequence[Figure]) -> Fraction | None:
    values = [figure.value for figure in figures]
    if not values or any(value is None for value in values):
        return None
    return sum((value for value in values if value is not None), Fraction(0))


def _add_planned(parts: Sequence[MoneyPart], language: Language) -> tuple[Planned, ...]:
    """Add up what is planned by each month that any project names; one that names none then adds its last."""
    months = sorted({point.month for part in parts for point in part.planned})
    found = []
    for month in months:
        reached = [[p.amount.value for p in part.planned if p.month <= month] for part in parts]
        total = sum((values[-1] or Fraction(0) for values in reached if values), Fraction(0))
        found.append(Planned(month, money(total, language)))
    return tuple(found)


def _add_spent(parts: Sequence[MoneyPart], language: Language) -> tuple[tuple[Spent, ...], tuple[str, ...]]:
    """Add up what had been spent by each day on which any project recorded it, and say where that is no sum.

    A day by which one of them had recorded nothing yet has none: it would look like money that was not spent.
    """
    told = sorted(
        ((spent.day, at, spent.amount.value) for at, part in enumerate(parts) for spent in part.spent_by),
        key=lambda each: each[:2],
    )
    last: dict[int, Fraction] = {}
    by_day: dict[date, tuple[Fraction, int]] = {}
    total = Fraction(0)
    for day, at, value in told:
        if value is not None:
            total += value - last.get(at, Fraction(0))
            last[at] = value
            by_day[day] = (total, len(last))
    whole = [(day, amount) for day, (amount, many) in by_day.items() if many == len(parts)][-MOST_POINTS:]
    partial = [(day, many) for day, (_, many) in by_day.items() if many < len(parts)]
    said = [_say_partial(day, many, len(parts)).say(language) for day, many in partial[-1:]]
    return tuple(Spent(day, money(amount, language)) for day, amount in whole), tuple(said)


def _say_partial(day: date, many: int, of: int) -> Text:
    return Text(
        f"到 {day.isoformat()} 只有 {many}/{of} 个项目填报过执行数，所以没有合计",
        f"by {day.isoformat()} only {many} of {of} projects had recorded their spending: no sum is shown",
    )
