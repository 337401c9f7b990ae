"""What rules, and people in the column 扣分, did to a line or a total; rules in the words of their case."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.explain.told import Cited, EffectTold
from perfdsl.explain.trace_cites import cites_of
from perfdsl.plan.plan import RulePlan
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scorecard import Applied
from perfdsl.source import Place, TextPlace

MOST_CHARACTERS = 400
"""Characters of a rule's case that are shown."""


def trace_effects(
    applied: Iterable[Applied], rules: Iterable[RulePlan], project: ProjectScheme
) -> tuple[EffectTold, ...]:
    """Tell each effect with the case of the rule that it stands in."""
    cases = tuple(rules)
    return tuple(_told(each, cases, project) for each in applied)


def _told(applied: Applied, cases: tuple[RulePlan, ...], project: ProjectScheme) -> EffectTold:
    words = next((_words(case.place) for case in cases if _holds(case.place, applied.place)), "")
    return EffectTold(
        applied.rule,
        words,
        applied.place,
        applied.what,
        applied.because,
        applied.certain,
        _cites(applied, project) if words else (),
        applied.idle,
    )


def _cites(applied: Applied, project: ProjectScheme) -> tuple[Cited, ...]:
    rule = next((rule for rule in project.rules if rule.name == applied.rule), None)
    return () if rule is None else cites_of(rule.name, rule.node.parts)


def _holds(case: Place, effect: Place) -> bool:
    return (
        isinstance(case, TextPlace)
        and isinstance(effect, TextPlace)
        and case.source is effect.source
        and case.start <= effect.start
        and effect.end <= case.end
    )


def _words(place: Place) -> str:
    if not isinstance(place, TextPlace):
        return ""
    return " ".join(place.source.text[place.start : min(place.end, place.start + MOST_CHARACTERS)].split())
