"""Which of several facts about one thing counts: the latest that was known on the day asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from perfdsl.actuals import messages_bind as messages
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme.names import key


def choose_facts(facts: Iterable[Fact], as_of: date | None, diagnostics: Diagnostics) -> list[Fact]:
    """Keep one fact for each indicator of a project, or for each unit that reports it.

    A later one supersedes; two of one day are an error.
    """
    by_subject: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        subject = fact.own or key(fact.indicator), key(fact.reporter)
        by_subject.setdefault(subject, []).append(fact)
    chosen = []
    for about in by_subject.values():
        latest = _latest(about, as_of, diagnostics)
        if latest is not None:
            chosen.append(latest)
    return chosen


def _latest(facts: list[Fact], as_of: date | None, diagnostics: Diagnostics) -> Fact | None:
    undated = [fact for fact in facts if fact.day is None]
    if undated and as_of is not None:
        diagnostics.add(messages.undated_as_of(undated[0], as_of))
        return None
    if undated and len(facts) > 1:
        other = next(fact for fact in facts if fact is not undated[0])
        diagnostics.add(messages.same_day(undated[0], other))
        return None
    known = [fact for fact in facts if fact.day is None or as_of is None or fact.day <= as_of]
    if not known:
        return None
    last = max(known, key=lambda fact: fact.day or date.min)
    again = _recorded_last([fact for fact in known if fact.day == last.day])
    for other in again[1:]:
        diagnostics.add(messages.same_day(other, again[0]))
    return again[0] if len(again) == 1 else None


def _recorded_last(facts: list[Fact]) -> list[Fact]:
    """Of facts of one day in one journal, keep those of the entry recorded last: it corrects the others."""
    if len({fact.place.file for fact in facts}) > 1 or not all(fact.entry for fact in facts):
        return facts
    last = max(fact.entry for fact in facts)
    return [fact for fact in facts if fact.entry == last]
