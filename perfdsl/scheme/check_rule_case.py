"""One case of a rule: its condition and amounts in units that fit, its effects where they mean something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from perfdsl.diagnostic import Diagnostic
from perfdsl.scheme import messages_rule
from perfdsl.scheme.infer_units import UnitInference
from perfdsl.scheme.known_units import ANY, POINTS
from perfdsl.scheme.names import key
from perfdsl.scheme.rule_scope import (
    NOTES,
    calls_in,
    expressions_in,
    functions_of_rule,
    scope_with,
    values_used,
)
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in
from perfdsl.units import PURE, Unit

_FITS: dict[type[ast.Node], frozenset[str]] = {
    ast.Told: frozenset({"indicator", "project", "department"}),
    ast.Cap: frozenset({"indicator", "project", "department"}),
    ast.Deduct: frozenset({"indicator", "project", "department"}),
    ast.GradeCap: frozenset({"project", "department"}),
    ast.Exclude: frozenset({"indicator"}),
}
"""Over what a rule may have each kind of effect."""


class Case(Protocol):
    """A case of a rule, in any stage of its life."""

    @property
    def each(self) -> str:
        """Over what: indicator, project or department."""

    @property
    def condition(self) -> ast.Expr | None:
        """When it applies; always, where there is none."""

    @property
    def effects(self) -> tuple[ast.Effect, ...]:
        """What follows."""


def check_units(
    case: Case, source: Source, units: Mapping[str, Unit], scope: Mapping[str, Unit]
) -> list[Diagnostic]:
    """List the mistakes of units in a case; ``scope``: units of all words and names, by term."""
    found: list[Diagnostic] = []
    infer = UnitInference(source, scope, units, found.append, functions_of_rule(case.each))
    if case.condition is not None:
        infer.expect_bool(case.condition)
    for effect in case.effects:
        if isinstance(effect, ast.Cap | ast.Deduct):
            amount = effect.most if isinstance(effect, ast.Cap) else effect.amount
            found += _check_amount(amount, source, infer)
    return found


def check_effects(case: Case, source: Source) -> Iterable[Diagnostic]:
    """Complain of effects that a rule cannot have over what it speaks of, and of notes of a whole project."""
    for call in calls_in(*expressions_in(case.condition, case.effects)) if case.each != "indicator" else ():
        noted = [each for each in call.arguments if isinstance(each, ast.Name) and each.name in NOTES]
        if call.function in {"filled", "unfilled"} and noted:
            yield messages_rule.note_of_line(source.place(call.span))
    for effect in case.effects:
        place = source.place(effect.span)
        if case.each not in _FITS[type(effect)]:
            yield messages_rule.effect_out_of_place(place, effect, case.each)
        elif isinstance(effect, ast.Cap):
            word = names_in("scope").get(key(effect.what))
            if case.each == "indicator" and word != "score":
                yield messages_rule.cap_of_line(place, effect.what)
            elif case.each == "project" and word == "score":
                yield messages_rule.cap_of_project(place)
            elif case.each == "department" and word != "total":
                yield messages_rule.cap_of_department(place, effect.what)


def scope_of_case(case: Case, words: Mapping[str, Unit], known: Mapping[str, Unit]) -> dict[str, Unit]:
    """Give the scope of a case: words with their units, and the names that it uses, of those known."""
    return scope_with(words, values_used(*expressions_in(case.condition, case.effects)), known)


def _check_amount(amount: ast.Expr, source: Source, infer: UnitInference) -> Iterable[Diagnostic]:
    """An amount is points, or a bare number of them."""
    unit = infer.amount(amount)
    bare = unit.dimension == PURE.dimension and not unit.flavour
    if unit is not ANY and unit.dimension != POINTS.dimension and not bare:
        yield messages_rule.not_points(source.place(amount.span), unit)
