"""A rule held against itself, and against the rubric and the projects that it is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.scheme import messages, messages_rule
from perfdsl.scheme.check_method import is_slip
from perfdsl.scheme.check_rule_case import check_effects, check_units
from perfdsl.scheme.check_rule_names import check_rule_names
from perfdsl.scheme.definitions import Definitions
from perfdsl.scheme.measure_size import MOST_NODES, too_large
from perfdsl.scheme.names import indicator_term, key
from perfdsl.scheme.rubric_scheme import GradeBand, RuleScheme
from perfdsl.scheme.rule_scope import (
    expressions_of,
    scope_with,
    values_used,
    words_of_rule,
)
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.near_keywords import MEASURES
from perfdsl.units import Unit


class RuleChecker:
    """Checks rules: each against itself once, however many projects are held to it."""

    __slots__ = ("_checked",)

    def __init__(self) -> None:
        """Start with nothing remembered."""
        # What is remembered holds its rule, so that the ids cannot come to mean others.
        self._checked: dict[int, tuple[RuleScheme, list[Diagnostic]]] = {}

    def complaints(self, rule: RuleScheme) -> list[Diagnostic]:
        """List what is wrong with a rule whatever project it is for."""
        found = self._checked.get(id(rule.node))
        if found is None:
            found = self._checked[id(rule.node)] = rule, check_rule(rule, {})
        return found[1]

    def check_rules(self, definitions: Definitions, diagnostics: Diagnostics, torn: frozenset[int]) -> None:
        """Complain of each rule of the user's own files, used or not."""
        for rule in definitions.all_rules():
            if id(rule.node) in torn:
                continue
            if not rule.cases:
                diagnostics.add(messages_rule.empty_rule(rule.place, rule.name))
            for complaint in self.complaints(rule):
                diagnostics.add(complaint)

    def check_project(
        self, project: ProjectScheme, rules: Sequence[RuleScheme], diagnostics: Diagnostics
    ) -> None:
        """Complain of rules over a whole project whose units do not fit its indicators, and of odd grades."""
        aims = ((each.name, each.aim) for each in project.indicators)
        known = {indicator_term(name): aim.unit for name, aim in aims if aim is not None}
        own = len(project.rubric.rules) if project.rubric else 0
        for at, rule in enumerate(rules):
            if at >= own and project.rubric is not None:
                check_grades_of_rule(rule, project.rubric.grades, diagnostics)
            for warning in check_rule_names(rule, project):
                diagnostics.add(warning)
            if not any(case.each == "project" for case in rule.cases) or self.complaints(rule):
                continue
            for complaint in check_rule(rule, known):
                diagnostics.add(complaint)


def warn_of_unused(
    module: ast.Module, rules: Sequence[RuleScheme], definitions: Definitions, diagnostics: Diagnostics
) -> None:
    """Warn of rules that stand above the rubrics of their file, beside no project, and are named by none.

    ``rules``: those of the file above which no rubric stands.
    """
    kinds = {type(item) for item in module.items} if rules else set()
    if ast.Rubric not in kinds or ast.Project in kinds:
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
        found += check_units(case, rule.source, rule.units, scope)
        found += check_effects(case, rule.source)
    return found


def check_grades_of_rule(rule: RuleScheme, grades: Iterable[GradeBand], diagnostics: Diagnostics) -> None:
    """Complain of a limit that is no grade of the rubric."""
    names = [grade.name for grade in grades]
    for case in rule.cases:
        for effect in case.effects:
            if isinstance(effect, ast.GradeCap) and effect.grade not in names:
                place = rule.source.place(effect.span)
                diagnostics.add(messages_rule.unknown_grade(place, effect.grade, names))


def _is_slip(name: str, case: ast.RuleCase) -> bool:
    if name.strip("“”").endswith(MEASURES):
        return False
    words = [word for word, english in names_in("scope").items() if english in words_of_rule(case.each)]
    return is_slip(name.strip("“”"), words)
