"""A rule held against itself, and against the rubric and the projects that it is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.scheme import messages, messages_rule
from perfdsl.scheme.check_method import is_slip
from perfdsl.scheme.definitions import Definitions, rules_of_sheet
from perfdsl.scheme.infer_units import UnitInference
from perfdsl.scheme.known_units import ANY, POINTS
from perfdsl.scheme.measure_size import MOST_NODES, too_large
from perfdsl.scheme.names import indicator_term, key
from perfdsl.scheme.rule_scope import FUNCTIONS, expressions_of, scope_with, values_used, words_of_rule
from perfdsl.scheme.scheme import GradeBand, ProjectScheme, RuleScheme
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in
from perfdsl.units import PURE, Unit

_FITS: dict[type[ast.Node], frozenset[str]] = {
    ast.Told: frozenset({"indicator", "project", "department"}),
    ast.Cap: frozenset({"indicator", "project"}),
    ast.Deduct: frozenset({"indicator", "project"}),
    ast.GradeCap: frozenset({"project"}),
    ast.Exclude: frozenset({"indicator"}),
}
"""Over what a rule may have each kind of effect."""


def check_rules(definitions: Definitions, diagnostics: Diagnostics, torn: frozenset[int]) -> None:
    """Check each rule of the user's own files, used or not."""
    for rule in definitions.rules.values():
        if id(rule.node) in torn:
            continue
        if not rule.cases:
            diagnostics.add(messages_rule.empty_rule(rule.place, rule.name))
        for complaint in check_rule(rule, {}):
            diagnostics.add(complaint)


def warn_of_unused(
    module: ast.Module, source: Source, definitions: Definitions, diagnostics: Diagnostics
) -> None:
    """Warn of rules of a file that stand under no rubric, beside no project, and are named by no rubric."""
    rules = rules_of_sheet(source, module, definitions)
    if not rules or any(isinstance(item, ast.Project) for item in module.items):
        return
    parts = [part for rubric in definitions.rubrics.values() for part in rubric.node.parts]
    named = {key(name) for part in parts if isinstance(part, ast.Applies) for name in part.rules}
    for rule in rules:
        if key(rule.name) not in named:
            diagnostics.add(messages_rule.rule_for_nobody(rule.place, rule.name))


def check_rule(rule: RuleScheme, known: Mapping[str, Unit]) -> list[Diagnostic]:
    """List what is wrong with a rule; ``known``: term → unit of the indicators of a project."""
    found: list[Diagnostic] = []
    for case in rule.cases:
        if too_large(*expressions_of(case)):
            found.append(messages.too_long(rule.source.place(case.span), MOST_NODES))
            continue
        names = [name for name in values_used(*expressions_of(case)) if not _is_slip(name, case)]
        scope = scope_with(words_of_rule(case.each), names, known)
        infer = UnitInference(rule.source, scope, rule.units, found.append, FUNCTIONS)
        if case.condition is not None:
            infer.expect_bool(case.condition)
        for effect in case.effects:
            found += _check_effect(effect, case, rule, infer)
    return found


def check_rules_of_project(
    project: ProjectScheme, rules: Sequence[RuleScheme], diagnostics: Diagnostics
) -> None:
    """Complain of rules over the whole project whose units do not fit its indicators, and of odd grades."""
    known = {indicator_term(each.name): each.aim.unit for each in project.indicators if each.aim is not None}
    own = len(project.rubric.rules) if project.rubric else 0
    for at, rule in enumerate(rules):
        if at >= own and project.rubric is not None:
            check_grades_of_rule(rule, project.rubric.grades, diagnostics)
        if not any(case.each == "project" for case in rule.cases) or check_rule(rule, {}):
            continue
        for complaint in check_rule(rule, known):
            diagnostics.add(complaint)


def check_grades_of_rule(rule: RuleScheme, grades: Iterable[GradeBand], diagnostics: Diagnostics) -> None:
    """Complain of a limit that is no grade of the rubric."""
    names = [grade.name for grade in grades]
    for case in rule.cases:
        for effect in case.effects:
            if isinstance(effect, ast.GradeCap) and effect.grade not in names:
                place = rule.source.place(effect.span)
                diagnostics.add(messages_rule.unknown_grade(place, effect.grade, names))


def _check_effect(
    effect: ast.Effect, case: ast.RuleCase, rule: RuleScheme, infer: UnitInference
) -> Iterable[Diagnostic]:
    place = rule.source.place(effect.span)
    if case.each not in _FITS[type(effect)]:
        yield messages_rule.effect_out_of_place(place, effect, case.each)
        return
    match effect:
        case ast.Cap(what=what, most=amount):
            if case.each == "indicator" and names_in("scope").get(key(what)) != "score":
                yield messages_rule.cap_of_line(place, what)
            yield from _check_amount(amount, rule, infer)
        case ast.Deduct(amount=amount):
            yield from _check_amount(amount, rule, infer)


def _check_amount(amount: ast.Expr, rule: RuleScheme, infer: UnitInference) -> Iterable[Diagnostic]:
    """An amount is points, or a bare number of them."""
    unit = infer.amount(amount)
    bare = unit.dimension == PURE.dimension and not unit.flavour
    if unit is not ANY and unit.dimension != POINTS.dimension and not bare:
        yield messages_rule.not_points(rule.source.place(amount.span), unit)


def _is_slip(name: str, case: ast.RuleCase) -> bool:
    words = [word for word, english in names_in("scope").items() if english in words_of_rule(case.each)]
    return is_slip(name.strip("“”"), words)
