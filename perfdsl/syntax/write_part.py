"""Statements as text: the parts of departments, projects, rubrics and methods, each in its canonical form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from perfdsl.syntax import ast
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_expression import ExpressionWriter
from perfdsl.syntax.write_rule import list_applied, write_allow
from perfdsl.syntax.write_unsettled import write_unsettled
from perfdsl.syntax.write_words import (
    write_code,
    write_entry_name,
    write_method_name,
    write_name,
    write_number,
    write_operand,
    write_selector,
    write_text,
)
from perfdsl.syntax.write_year import OF_THE_YEAR, list_watched, write_own_weight


def write_list(part: ast.Node, say: Wording) -> tuple[str, list[tuple[int, str]], str, str] | None:
    """Give the head, the items (with offsets), the separator and the end of a list; None for another part."""
    match part:
        case ast.PaymentPlan(points=points):
            items: list[Any] = [
                (each, f"{each.month}月底 {write_number(each.amount, words=True)}") for each in points
            ]
            return say.head("plan"), _placed(items), say.comma, ""
        case ast.Weights(groups=groups, condition=condition):
            items = [(each, f"{_group(each.group, say)} {write_number(each.points)}") for each in groups]
            return say.head("weight"), _placed(items), say.comma, _condition(condition, say)
        case ast.Scoring(cases=cases):
            return (
                say.head("scored"),
                _placed([(each, _scoring_case(each, say)) for each in cases]),
                say.semicolon,
                "",
            )
        case ast.Grades(bands=bands):
            return say.head("grades"), _placed([(each, _band(each, say)) for each in bands]), say.comma, ""
        case ast.Applies():
            return list_applied(part, say)
        case ast.Lights() | ast.Pace() | ast.Worst() | ast.Rollup():
            return list_watched(part, say)
        case ast.Rounding(rules=rules):
            return (
                say.head("rounding"),
                _placed([(each, _rounding(each, say)) for each in rules]),
                say.comma,
                "",
            )
    return None


def write_part(part: Any, say: Wording) -> str:
    """Write a part that stands on one line."""
    return _PARTS[type(part)](part, say)


def write_arguments(arguments: tuple[ast.Argument, ...], say: Wording) -> str:
    """Write ``(低 = 60%, 90%)``; nothing where there are none."""
    writer = ExpressionWriter(say.language)
    if not arguments:
        return ""
    return f"({', '.join(_argument(each, writer) for each in arguments)})"


def _placed(items: list[tuple[Any, str]]) -> list[tuple[int, str]]:
    return [(node.span[0], text) for node, text in items]


def _argument(argument: ast.Argument, writer: ExpressionWriter) -> str:
    if not argument.name:
        return writer.write(argument.value)
    return f"{write_operand(argument.name, first=False)} = {writer.write_sum(argument.value)}"


def _budget(budget: ast.Budget, say: Wording) -> str:
    parts = [
        f"{write_name(part.name)} {write_number(part.amount, words=True)}".removeprefix('"" ')
        for part in budget.parts
    ]
    equals = f" = {' + '.join(parts)}" if parts else ""
    return f"{say.head('budget')} {write_number(budget.total, words=True)}{equals}"


def _goal(goal: ast.Goal, say: Wording) -> str:
    name = f"{write_name(goal.name)} " if goal.name else ""
    return f"{say.head(goal.role)} {name}{write_text(goal.text)}{write_own_weight(goal.weight, say)}"


def _belongs_to(belongs: ast.BelongsTo, say: Wording) -> str:
    return f"{say.head('department')} {belongs.code}{write_own_weight(belongs.weight, say)}"


def _unit(unit: ast.UnitDefinition, say: Wording) -> str:
    equals = f" = {write_number(unit.equals)}" if unit.equals is not None else ""
    return f"{say.head('unit')} {write_name(unit.name)}{equals}"


def _cite(cite: ast.Cite, say: Wording) -> str:
    unchecked = f" {say.word('unchecked')}" if cite.unchecked else ""
    return f"{say.head('cite')} {write_text(cite.text)}{unchecked}"


def _group(group: str, say: Wording) -> str:
    """Write a group in a list, which may begin a line."""
    return write_entry_name(say.translate(group, ("all",)))


def _condition(condition: ast.GroupCondition | None, say: Wording) -> str:
    if condition is None:
        return ""
    has = say.joint("has" if condition.has else "lacks")
    return f" {say.joint('when')} {has} {write_name(condition.group)}"


def _absent(absent: ast.Absent, say: Wording) -> str:
    heir = f"{say.joint('heir')} {write_name(absent.heir)}" if absent.heir else say.joint("prorata")
    return f"{say.head('absent')} {write_name(absent.group)} {heir}"


def _scoring_case(case: ast.ScoringCase, say: Wording) -> str:
    selectors = ", ".join(write_selector(each.text, say.language) for each in case.selectors)
    return f"{selectors} {write_method_name(case.method)}{write_arguments(case.arguments, say)}"


def _band(band: ast.GradeBand, say: Wording) -> str:
    if band.bound is None:
        return f"{write_entry_name(band.name)} {say.head('otherwise')}"
    if band.high is None:
        return f"{write_entry_name(band.name)} {band.op} {write_number(band.bound)}"
    until = say.joint("until_below" if band.high_open else "until")
    between = f" {until} " if say.language == "zh" else f"..{'<' if band.high_open else ''}"
    return f"{write_entry_name(band.name)} {write_number(band.bound)}{between}{write_number(band.high)}"


def _rounding(rule: ast.RoundingRule, say: Wording) -> str:
    places = f"{rule.places}位" if say.language == "zh" else str(rule.places)
    return f"{say.word(rule.what)} {places} {say.word(rule.mode)}"


def _level(level: ast.Level, say: Wording) -> str:
    open_end = "<" if level.high_open else ""
    share = f"{write_number(level.low)}..{open_end}{write_number(level.high)}"
    return f"{say.head('level')} {write_name(level.name)} {share}"


_PARTS: dict[type[ast.Node], Callable[[Any, Wording], str]] = {
    ast.Use: lambda use, say: f"{say.head('use')} {write_name(use.rubric)}",
    ast.UnitDefinition: _unit,
    ast.Code: lambda code, say: f"{say.head('code')} {write_code(code.text)}",
    ast.Year: lambda year, say: f"{say.head('year')} {year.year}",
    ast.Budget: _budget,
    ast.Purpose: lambda purpose, say: f"{say.head('purpose')} {write_text(purpose.text)}",
    ast.Goal: _goal,
    ast.MoneyUnit: lambda money, say: f"{say.head('amounts')} {write_name(money.unit)}",
    ast.BelongsTo: _belongs_to,
    ast.Cite: _cite,
    ast.Absent: _absent,
    ast.Sharing: lambda sharing, say: f"{say.head('sharing')} {say.word(sharing.how)}",
    ast.Missing: lambda missing, say: f"{say.head('missing')} {say.word(missing.how)}",
    ast.Level: _level,
    ast.Allow: write_allow,
    ast.MonitoredBy: lambda monitored, say: f"{say.head('monitored_by')} {write_name(monitored.scheme)}",
    **OF_THE_YEAR,
    ast.Unsettled: write_unsettled,
}
