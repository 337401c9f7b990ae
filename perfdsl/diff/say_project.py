"""What a project and its indicators say besides targets: money, year, words, weights, formulas, baselines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.diff.meaning import meaning_of
from perfdsl.diff.say_block import Block, say_part, written
from perfdsl.diff.saying import Saying
from perfdsl.diff.sheets import Line
from perfdsl.scheme.known_units import POINTS
from perfdsl.scheme.names import group_key, key
from perfdsl.scheme.read_project import read_money
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.syntax import ast
from perfdsl.syntax.expand import formula_of
from perfdsl.units import Quantity


def say_project(project: ProjectScheme) -> Iterator[Saying]:
    """Give what the parts of a project say, groups left out."""
    block = Block(project.source, project.node, project.units)
    if project.rubric is not None:
        yield Saying("rubric", key(project.rubric.name), project.rubric.name, project.place)
    for part in project.node.parts:
        say = _PARTS.get(type(part))
        if say is not None:
            yield from say(project, part)
        elif not isinstance(part, ast.Group):
            yield say_part(block, part)


def say_indicator(project: ProjectScheme, line: Line) -> Iterator[Saying]:
    """Give what an indicator says besides its target and its method; nothing for the execution rate."""
    indicator = line.indicator
    if indicator is None:
        return
    block = Block(indicator.source, project.node, project.units)
    yield Saying("group", _path(indicator), " / ".join(indicator.group), indicator.place)
    for clause in indicator.node.clauses:
        match clause:
            case ast.Weight(points=points):
                size = Fraction(points.value)
                place = indicator.source.place(clause.span)
                yield Saying("weight", size, points.text, place, amount=Quantity(size, POINTS))
            case ast.Scored():
                pass
            case ast.Formula() | ast.Checklist() | ast.Either():
                meaning = meaning_of(formula_of(indicator.node), project.units)
                place = indicator.source.place(clause.span)
                yield Saying("formula", meaning, written(indicator.source, clause.span), place)
            case ast.Baseline(value=value):
                place = indicator.source.place(clause.span)
                meaning = meaning_of(value, project.units)
                yield Saying("baseline", meaning, value.text, place, amount=indicator.baseline)
            case _:
                yield say_part(block, clause)


def _path(indicator: IndicatorScheme) -> tuple[str, ...]:
    return tuple(map(group_key, indicator.group))


def _simple(project: ProjectScheme, part: ast.Code | ast.Year | ast.BelongsTo) -> Iterator[Saying]:
    text = (
        str(part.year)
        if isinstance(part, ast.Year)
        else part.text
        if isinstance(part, ast.Code)
        else part.code
    )
    yield Saying(part.kind, key(text), text, project.source.place(part.span))


def _money_unit(project: ProjectScheme, part: ast.MoneyUnit) -> Iterator[Saying]:
    """Of two units only their size matters: it is what bare amounts among the facts mean."""
    unit = project.money_unit
    if unit is not None:
        yield Saying("money_unit", unit.factor, part.unit, project.source.place(part.span))


def _budget(project: ProjectScheme, part: ast.Budget) -> Iterator[Saying]:
    yield _money(project, part.total, "budget", "")
    for each in part.parts:
        yield _money(project, each.amount, "budget_part", each.name)


def _payments(project: ProjectScheme, part: ast.PaymentPlan) -> Iterator[Saying]:
    for each in part.points:
        yield _money(project, each.amount, "plan", f"{each.month}月底")


def _money(project: ProjectScheme, number: ast.Number, about: str, name: str) -> Saying:
    amount = read_money(number, project.source, project.money_unit, project.units, Diagnostics())
    place = project.source.place(number.span)
    value = None if amount is None else amount.value
    return Saying(about, value, number.text, place, name, key(name), amount)


_PARTS: dict[type[ast.Node], Callable[[ProjectScheme, Any], Iterator[Saying]]] = {
    ast.Code: _simple,
    ast.Year: _simple,
    ast.BelongsTo: _simple,
    ast.MoneyUnit: _money_unit,
    ast.Budget: _budget,
    ast.PaymentPlan: _payments,
}
