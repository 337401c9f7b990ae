"""Gathers what was required to be put right (整改), and whether it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from perfdsl.annual import words
from perfdsl.annual.annual import ActionPart, UrgentPart
from perfdsl.annual.line_part import Lit
from perfdsl.diagnostic import Language
from perfdsl.monitor.monitored import RequiredAction
from perfdsl.report.explanation_words import show_place
from perfdsl.scheme.names import key

State = Literal["closed", "open", "overdue"]


def gather_actions(
    actions: Iterable[RequiredAction], named: Mapping[str, tuple[str, str]], language: Language
) -> tuple[ActionPart, ...]:
    """Gather actions: overdue ones first, then open ones, then those that are done; by their days.

    ``named``: key of a project's name or code → where it stands in the report, and its name.
    """
    parts = [_part(action, named, language) for action in actions]
    order = ("overdue", "open", "closed")
    return tuple(sorted(parts, key=lambda part: (order.index(part.state), part.due or "9", part.raised)))


def urgent_actions(parts: Iterable[ActionPart], language: Language) -> Iterator[UrgentPart]:
    """Give the overdue ones as what to act on first, whatever lights their projects have."""
    for part in parts:
        if part.state == "overdue":
            said = [(words.OWNER, part.owner), (words.DUE, part.due)]
            named = [f"{label.say(language)} {text}" for label, text in said if text]
            why = words.comma(language).join([part.requirement, *named])
            lit = Lit(None, part.state_text, why)
            yield UrgentPart(part.anchor, part.project, words.ACTIONS.say(language), lit)


def _part(action: RequiredAction, named: Mapping[str, tuple[str, str]], language: Language) -> ActionPart:
    state: State = "closed" if action.closed else "overdue" if action.overdue else "open"
    anchor, name = named.get(key(action.project), ("", action.project))
    return ActionPart(
        project=name,
        anchor=anchor,
        requirement=action.requirement,
        owner=action.owner,
        raised=_day(action.raised),
        due=_day(action.due),
        result=" ".join(filter(None, (action.result, _day(action.result_day)))),
        evidence=action.evidence,
        state=state,
        state_text=words.ACTION_STATES[state].say(language),
        source=show_place(action.place),
    )


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
