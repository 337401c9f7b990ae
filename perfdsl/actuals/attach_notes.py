"""What stands beside no value: reasons and points of computed lines, and points beside a blank actual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from perfdsl.actuals import messages_points
from perfdsl.actuals.bound import ProjectActuals
from perfdsl.actuals.choose_facts import choose_facts
from perfdsl.actuals.convert import Converter
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.names import key

Notes = Mapping[int, Sequence[Fact]]
"""Index of a computed line → the facts without a value that are about it."""


def put_aside(
    project: ProjectPlan,
    places: Mapping[str, Sequence[int]],
    facts: Iterable[Fact],
    diagnostics: Diagnostics,
) -> tuple[list[Fact], Notes]:
    """Part the facts of a project into those to be bound and the notes of its computed lines.

    ``places``: key of a name → indices of its lines. Of a blank actual nothing is left; that points stand
    beside one is warned of.
    """
    told: list[Fact] = []
    notes: dict[int, list[Fact]] = {}
    for fact in facts:
        at = places.get(key(fact.indicator), ()) if fact.value is None and not fact.own else ()
        if len(at) == 1 and _takes_notes(project.indicators[at[0]], fact):
            notes.setdefault(at[0], []).append(fact)
        elif fact.value is not None or fact.affirms or (fact.has_points and len(at) != 1):
            told.append(fact)
        elif fact.has_points:
            diagnostics.add(messages_points.points_without_actual(fact))
    return told, notes


def attach_notes(
    actuals: ProjectActuals, notes: Notes, converter: Converter, as_of: date | None
) -> ProjectActuals:
    """Give computed lines the latest of their notes; those of a line that is still open wait with it."""
    lines = list(actuals.indicators)
    for at, facts in notes.items():
        sound = [fact for fact in facts if converter.points_are_sound(fact)]
        bound = lines[at]
        for fact in choose_facts(sound, as_of, converter.diagnostics):
            if bound is not None:
                lines[at] = converter.judged(fact, bound._replace(fact=_noted(bound.fact, fact)))
    return actuals._replace(indicators=tuple(lines))


def _takes_notes(line: IndicatorPlan, fact: Fact) -> bool:
    """Whether a line has no fact of its own to hold a note: it is computed, or made of several units'."""
    return line.formula is not None or (line.aggregated is not None and not fact.reporter)


def _noted(made: Fact | None, note: Fact) -> Fact:
    """Add a note on the whole to a fact that is made of several units'; a computed line has no other."""
    if made is None:
        return note
    reason = "；".join(filter(None, (made.reason, note.reason)))
    evidence = "；".join(filter(None, (made.evidence, note.evidence)))
    return made._replace(reason=reason, evidence=evidence)
