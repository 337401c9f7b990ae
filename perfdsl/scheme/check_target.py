"""A target against what its name, its project's budget and its year lead one to expect."""

from __future__ import annotations

import re

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_sheet as messages
from perfdsl.scheme.judge_direction import against_sense
from perfdsl.scheme.names import group_key, key
from perfdsl.scheme.read_project import MONEY
from perfdsl.scheme.scheme import Aim, IndicatorScheme, ProjectScheme
from perfdsl.syntax import ast

_SHARES = ("率", "比率", "满意度", "比例", "覆盖面")
_GROWS = re.compile(r"增长|提高|上升|收益|利润")
_WHOLE_COST = frozenset({"项目成本", "项目总成本", "总成本", "cost"})
_YEARS = re.compile(r"(?<!\d)(20\d\d)年(?!度?以来)")


def check_target(
    project: ProjectScheme, indicator: IndicatorScheme, aim: Aim, diagnostics: Diagnostics
) -> None:
    """Complain of a target that cannot be meant."""
    place = indicator.target_place
    if asks_for_all(indicator.name, aim):
        diagnostics.add(messages.exactly_all(place, indicator.name))
    elif asks_for_more_than_all(indicator.name, aim):
        diagnostics.add(messages.above_all(place, indicator.name, aim.text))
    sense = against_sense(indicator.name, indicator.group, aim)
    if sense is not None:
        diagnostics.add(messages.against_sense(place, indicator.name, aim.text, sense))
    _check_cost(project, indicator, aim, diagnostics)
    if project.year is not None:
        _check_year(project.year, indicator, diagnostics)


def asks_for_all(name: str, aim: Aim) -> bool:
    """Whether a share is to be 100% or more, which only all of it is."""
    return aim.unit.flavour == "ratio" and aim.op == ">=" and aim.low == 1 and _is_rate(name)


def asks_for_more_than_all(name: str, aim: Aim) -> bool:
    """Whether a share is to exceed all of it."""
    if aim.unit.flavour != "ratio" or aim.low is None or not _is_rate(name):
        return False
    return aim.low > 1 or (aim.low == 1 and aim.op == ">")


def _is_rate(name: str) -> bool:
    """Whether a name is that of a share of a whole, which cannot exceed all of it (a growth rate can)."""
    return name.endswith(_SHARES) and not _GROWS.search(name)


def _check_cost(
    project: ProjectScheme, indicator: IndicatorScheme, aim: Aim, diagnostics: Diagnostics
) -> None:
    budget, allowed = project.budget, aim.high if aim.op == "in" else aim.target
    if budget is None or allowed is None or allowed <= budget.value or aim.unit.dimension != MONEY:
        return
    is_cost = any(group_key(level) == "cost" for level in indicator.group)
    if is_cost and key(indicator.name) in _WHOLE_COST:
        diagnostics.add(messages.cost_above_budget(indicator.target_place, aim.text, budget))


def _check_year(year: int, indicator: IndicatorScheme, diagnostics: Diagnostics) -> None:
    target = indicator.node.target
    if isinstance(target, ast.Deadline) and target.date.year != year:
        diagnostics.add(messages.other_year(indicator.target_place, indicator.name, target.date.year, year))
        return
    for clause in indicator.node.clauses:
        if isinstance(clause, ast.Remark) and clause.about == "about":
            years = {int(found) for found in _YEARS.findall(clause.text)} - {year}
            if years:
                place = indicator.source.place(clause.span)
                diagnostics.add(messages.other_year(place, indicator.name, min(years), year))
