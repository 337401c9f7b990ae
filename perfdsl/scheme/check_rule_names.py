"""Names in a rule that nothing of a project answers to, but that are near one that would."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Diagnostic
from perfdsl.scheme import messages_rule
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.scheme.names import EXECUTION, group_key, group_name, key, scope_word
from perfdsl.scheme.rubric_scheme import RuleScheme
from perfdsl.scheme.rule_scope import calls_in, expressions_of
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables


def check_rule_names(rule: RuleScheme, project: ProjectScheme) -> Iterator[Diagnostic]:
    """Warn of indicators and groups that a rule names where the project has only one of nearly that name.

    A rule of a library may speak of what only some projects have: a name that is near none is no mistake.
    """
    groups = {part: None for each in project.indicators for part in each.group}
    known = [*tables()["groups"], *(spelling for names in tables()["groups"].values() for spelling in names)]
    lines = [each.name for each in project.indicators]
    for name, span in _named(rule):
        there = {group_key(each) for each in [*groups, *known]} | {EXECUTION}
        if group_key(name) in there or any(key(name) == key(line) for line in lines):
            continue
        near = did_you_mean(name, [*lines, *groups, *map(group_name, tables()["groups"])])
        if near:
            yield messages_rule.near_name(rule.source.place(span), name, near)


def _named(rule: RuleScheme) -> Iterator[tuple[str, tuple[int, int]]]:
    """Names of indicators and groups in a rule, with their spans."""
    for case in rule.cases:
        for call in calls_in(*expressions_of(case)):
            if call.function in {"has", "lacks", "within", "score", "points", "ratio", "met", "unreported"}:
                yield from ((each.name, each.span) for each in call.arguments if isinstance(each, ast.Name))
        for effect in case.effects:
            if isinstance(effect, ast.Cap) and not scope_word(effect.what):
                yield effect.what, effect.span
