"""What the tests of facts have in common: complaints as short text, and tables out of text."""

from __future__ import annotations

from perfdsl.actuals.fact import Fact
from perfdsl.actuals.from_table import facts_of
from perfdsl.actuals.readers import read_csv
from perfdsl.diagnostic import Diagnostics


def codes(diagnostics: Diagnostics) -> list[str]:
    return [found.code for found in diagnostics]


def places(diagnostics: Diagnostics) -> list[str]:
    """Code, row and column of each complaint's main place."""
    return [f"{d.code} {d.labels[0].place.position.line}:{d.labels[0].place.column}" for d in diagnostics]


def hints(diagnostics: Diagnostics) -> list[str]:
    return [hint.zh for found in diagnostics for hint in found.hints]


def facts_in(text: str) -> tuple[list[Fact], Diagnostics]:
    diagnostics = Diagnostics()
    facts = [
        f
        for table in read_csv.read("a.csv", text.encode(), diagnostics)
        for f in facts_of(table, diagnostics)
    ]
    return facts, diagnostics


def points(fact: Fact) -> list[str | None]:
    """What people took off and gave, as written."""
    return [None if number is None else number.text for number in fact.points]


def shown(fact: Fact) -> str:
    """A fact on one line."""
    value = fact.value
    if value is None:
        return f"{fact.project}|{fact.indicator}|nothing||{fact.day or ''}"
    text = (
        value.word + (f" {value.share.text}" if value.share else "") if value.kind == "word" else value.text
    )
    return f"{fact.project}|{fact.own or fact.indicator}|{value.kind}|{text}|{fact.day or ''}"
