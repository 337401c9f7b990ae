"""Which units report facts of a project, and which of its facts are one unit's among several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.actuals import messages_reporting as messages
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scheme.names import key


class ReportingUnits(NamedTuple):
    """The units of a project by the keys of their names, in the order of the sheet, or of their names."""

    names: Mapping[str, str]
    declared: bool

    @property
    def several(self) -> bool:
        """Whether what one of them says is not said of the whole."""
        return len(self.names) > 1


NO_UNITS = ReportingUnits({}, declared=False)


def reporting_units(project: ProjectPlan, facts: Sequence[Fact], as_of: date | None) -> ReportingUnits:
    """Give the units that the sheet declares, else all that have reported anything by a day."""
    if project.reporters:
        return ReportingUnits({key(name): name for name in project.reporters}, declared=True)
    known = [each for each in facts if each.reporter and _is_known(each, as_of)]
    found = {key(each.reporter): each.reporter for each in sorted(known, key=lambda each: each.reporter)}
    return ReportingUnits(dict(sorted(found.items())), declared=False)


def said_by_units(units: ReportingUnits, facts: Sequence[Fact], diagnostics: Diagnostics) -> list[Fact]:
    """Leave out facts of undeclared units, after a complaint; the only unit speaks for the whole."""
    if not any(fact.reporter for fact in facts):
        return list(facts)
    kept = []
    for fact in facts:
        if units.declared and fact.reporter and key(fact.reporter) not in units.names:
            diagnostics.add(messages.undeclared_unit(fact, list(units.names.values())))
        else:
            kept.append(fact if units.several else fact._replace(reporter=""))
    return kept


def settle_whole(chosen: Sequence[Fact], diagnostics: Diagnostics) -> list[Fact]:
    """Of facts about one thing with and without a unit: units that all reported later supersede the whole.

    Any other mixture is complained of, and none of it counts. ``chosen``: the latest of each unit.
    """
    if not any(fact.reporter for fact in chosen):
        return list(chosen)
    by_subject: dict[str, list[Fact]] = {}
    for fact in chosen:
        by_subject.setdefault(fact.own or key(fact.indicator), []).append(fact)
    kept = []
    for about in by_subject.values():
        whole = [fact for fact in about if not fact.reporter and _says_something(fact)]
        parts = [fact for fact in about if fact.reporter]
        if not whole or not parts:
            kept += about
        elif all(_is_later(fact, whole[0]) for fact in parts):
            kept += [fact for fact in about if fact is not whole[0]]
        else:
            diagnostics.add(messages.whole_beside_units(whole[0], parts[0]))
    return kept


def _says_something(fact: Fact) -> bool:
    return fact.value is not None or fact.affirms


def _is_later(one: Fact, other: Fact) -> bool:
    return one.day is not None and other.day is not None and one.day > other.day


def _is_known(fact: Fact, as_of: date | None) -> bool:
    return as_of is None or fact.day is None or fact.day <= as_of
