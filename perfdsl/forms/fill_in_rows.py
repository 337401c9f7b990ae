"""The rows of a fill-in sheet as texts, whichever kind of file they go into."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Language
from perfdsl.forms import messages_fill_in as messages
from perfdsl.forms.wanted_fact import WantedFact

GIVEN = 7
"""Columns that are filled in beforehand; those after them are a person's."""


def headings(language: Language) -> list[str]:
    """Headings of the columns."""
    return [heading.say(language) for heading in messages.HEADINGS]


def given_cells(fact: WantedFact, language: Language) -> list[str]:
    """Texts of the first columns of a row, as many as ``GIVEN``."""
    level1 = fact.group[0] if fact.group else ""
    level2 = " / ".join(fact.group[1:])
    return [fact.code, fact.project, level1, level2, fact.name, _target(fact, language), fact.unit]


def _target(fact: WantedFact, language: Language) -> str:
    """Say what was aimed at: the target, the budget, the levels to choose from, or what needs the fact."""
    if fact.used_by:
        return messages.used_by(fact).say(language)
    if not fact.group and fact.target:
        return messages.budget(fact).say(language)
    if fact.choices:
        listed = messages.levels(fact).say(language)
        return f"{fact.target} {listed}".strip()
    return fact.target


def shared_project(facts: Sequence[WantedFact]) -> list[bool]:
    """For each row, whether the one above it is of the same project: a rule is drawn where it is not."""
    return [at > 0 and _owner(facts[at - 1]) == _owner(fact) for at, fact in enumerate(facts)]


def _owner(fact: WantedFact) -> tuple[str, str]:
    return fact.code, fact.project
