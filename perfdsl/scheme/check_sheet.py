"""A sheet against itself: budget and parts, payment plan, cost against budget, years, and the sense of targets."""

from __future__ import annotations

import re
from fractions import Fraction

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_sheet as messages
from perfdsl.scheme.infer_units import ANY, UnitInference
from perfdsl.scheme.names import group_key, key
from perfdsl.scheme.read_aim import DATE, is_deadline
from perfdsl.scheme.read_project import MONEY, ProjectReader
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.syntax import ast
from perfdsl.units import Quantity, Unit

WHOLE_YEAR = 12
HUNDRED = Fraction(100)
_BAD_THINGS = re.compile(r"逾期|事故|投诉|差错|违规|违纪|流失|缺陷|失误|返工|空置|死亡|受害|成灾|超支")
_YEARS = re.compile(r"(?<!\d)(20\d\d)年(?!度?以来)")


def check_sheet(project: ProjectScheme, reader: ProjectReader, diagnostics: Diagnostics) -> None:
    """Complain of what cannot all be true at once."""
    for part in project.node.parts:
        match part:
            case ast.Budget():
                _check_budget(project, part, reader, diagnostics)
            case ast.PaymentPlan():
                _check_plan(project, part, reader, diagnostics)
    for indicator in project.indicators:
        _check_indicator(project, indicator, diagnostics)
        _check_formula(project, indicator, diagnostics)


def _check_budget(
    project: ProjectScheme, node: ast.Budget, reader: ProjectReader, diagnostics: Diagnostics
) -> None:
    if project.budget is None:
        return
    place = reader.source.place(node.span)
    if project.budget.value < 0:
        diagnostics.add(messages.negative_money(reader.source.place(node.total.span), node.total.text))
    amounts = [reader.money(part.amount, project.money_unit) for part in node.parts]
    if not amounts or any(amount is None for amount in amounts):
        return
    total = sum((amount.value for amount in amounts if amount), Fraction(0))
    if total != project.budget.value:
        diagnostics.add(messages.budget_parts(place, project.budget, Quantity(total, project.budget.unit)))


def _check_plan(
    project: ProjectScheme, node: ast.PaymentPlan, reader: ProjectReader, diagnostics: Diagnostics
) -> None:
    """Amounts end at the budget and percentages at 100; they are cumulative and never fall."""
    source = reader.source
    percent = all(point.amount.unit in {"%", "百分比"} for point in node.points)
    sizes = []
    for point in node.points:
        amount = Quantity(Fraction(point.amount.value), ANY) if percent else reader.money(point.amount, project.money_unit)
        if amount is None:
            return
        sizes.append(amount.value)
    for (before, after), (low, high) in zip(
        zip(node.points, node.points[1:], strict=False), zip(sizes, sizes[1:], strict=False), strict=True
    ):
        if after.month <= before.month:
            diagnostics.add(messages.plan_months(source.place(after.span), source.place(before.span)))
        elif high < low:
            diagnostics.add(messages.plan_falls(source.place(after.span), source.place(before.span)))
    if node.points:
        _check_plan_end(project, node, sizes[-1], reader, diagnostics, percent=percent)


def _check_plan_end(
    project: ProjectScheme,
    node: ast.PaymentPlan,
    last: Fraction,
    reader: ProjectReader,
    diagnostics: Diagnostics,
    *,
    percent: bool,
) -> None:
    end = node.points[-1]
    place = reader.source.place(end.span)
    if percent and last != HUNDRED:
        diagnostics.add(messages.plan_end_percent(place, end.amount.text))
    if not percent and project.budget is not None and last != project.budget.value:
        diagnostics.add(messages.plan_end(place, end.amount.text, project.budget))


def _check_indicator(project: ProjectScheme, indicator: IndicatorScheme, diagnostics: Diagnostics) -> None:
    aim = indicator.aim
    if aim is None:
        return
    place = indicator.target_place
    if aim.unit.flavour == "ratio" and aim.op == ">=" and aim.low == 1 and _is_rate(indicator.name):
        diagnostics.add(messages.exactly_all(place, indicator.name))
    if aim.unit.flavour == "ratio" and aim.op in {">=", ">", "="} and aim.low is not None and aim.low > 1 and _is_rate(indicator.name):
        diagnostics.add(messages.above_all(place, indicator.name, aim.text))
    if aim.op in {">=", ">"} and aim.low is not None and aim.low > 0 and _BAD_THINGS.search(indicator.name):
        diagnostics.add(messages.against_sense(place, indicator.name, aim.text))
    _check_cost(project, indicator, diagnostics)
    _check_year(project, indicator, diagnostics)


def _is_rate(name: str) -> bool:
    """Whether a name is that of a share of a whole, which cannot exceed all of it (a growth rate can)."""
    return name.endswith(("率", "比率", "满意度", "比例", "覆盖面")) and not re.search(r"增长|提高|上升|收益|利润", name)


def _check_cost(project: ProjectScheme, indicator: IndicatorScheme, diagnostics: Diagnostics) -> None:
    aim, budget = indicator.aim, project.budget
    if aim is None or budget is None or aim.unit.dimension != MONEY or aim.target is None:
        return
    is_cost = any(group_key(level) == "cost" for level in indicator.group)
    if is_cost and key(indicator.name) in {"项目成本", "项目总成本", "总成本", "cost"} and aim.target > budget.value:
        diagnostics.add(messages.cost_above_budget(indicator.target_place, aim.text, budget))


def _check_year(project: ProjectScheme, indicator: IndicatorScheme, diagnostics: Diagnostics) -> None:
    if project.year is None:
        return
    target = indicator.node.target
    if isinstance(target, ast.Deadline) and target.date.year != project.year:
        place = indicator.target_place
        diagnostics.add(messages.other_year(place, indicator.name, target.date.year, project.year))
        return
    for clause in indicator.node.clauses:
        if isinstance(clause, ast.Remark) and clause.about == "about":
            years = {int(year) for year in _YEARS.findall(clause.text)} - {project.year}
            if years:
                place = indicator.source.place(clause.span)
                diagnostics.add(messages.other_year(place, indicator.name, min(years), project.year))


def _check_formula(project: ProjectScheme, indicator: IndicatorScheme, diagnostics: Diagnostics) -> None:
    """Infer the unit of a computed actual; names of facts that are no indicators may have any unit."""
    if indicator.formula is None:
        return
    from perfdsl.scheme.check_cycles import names_used

    known = {key(each.name): each.aim.unit for each in project.indicators if each.aim is not None}
    scope: dict[str, Unit] = dict.fromkeys(names_used(indicator.formula), ANY)
    scope.update(known)
    found = UnitInference(indicator.source, scope, project.units, diagnostics.add).infer(indicator.formula)
    aim = indicator.aim
    if aim is None or found is ANY or is_deadline(found) or found.dimension == DATE.dimension:
        return
    if found.dimension != aim.unit.dimension:
        diagnostics.add(messages.formula_unit(indicator.source.place(indicator.formula.span), indicator.target_place, found, aim))
