"""Arranges the explanation of a line as labelled rows, for text and Markdown alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from perfdsl.diagnostic import Language, Text
from perfdsl.explain.explanation import LineExplanation
from perfdsl.explain.told import ComputedTold
from perfdsl.report import explanation_words as words
from perfdsl.report.explanation_effects import outline_judged, say_after, say_cited, say_effect
from perfdsl.report.explanation_item import Item, Row
from perfdsl.report.explanation_method import outline_method, outline_points, say_reckoned
from perfdsl.report.explanation_sentence import say_line
from perfdsl.report.explanation_weight import say_weight
from perfdsl.report.points import show_points, show_weight
from perfdsl.report.say_amended import say_amended
from perfdsl.report.words import STATES, State, called, state_of


class LineOutline(NamedTuple):
    """A line for people: its group and name, its points of its weight, its sentence, and rows."""

    group: str
    name: str
    points: str
    state: State
    attainment: str
    sentence: str
    rows: tuple[Row, ...]


def outline_line(line: LineExplanation, places: int, language: Language) -> LineOutline:
    """Arrange a line."""
    score, state = line.score, state_of(line.score)
    points = "-" if score.excluded else show_points(score.points, places)
    rows = ((label.say(language), tuple(items)) for label, items in _rows(line, places, language))
    return LineOutline(
        group=" / ".join(called(name, language) for name in score.group),
        name=called(score.name, language),
        points=f"{points}/{show_weight(score.weight, min(places, 2))}",
        state=state,
        attainment=STATES[state].say(language),
        sentence=say_line(line, places).say(language),
        rows=tuple(Row(label, items) for label, items in rows if items),
    )


def _rows(line: LineExplanation, places: int, language: Language) -> Iterator[tuple[Text, Iterable[Item]]]:
    yield words.TARGET, _target(line, language)
    yield words.ACTUAL, _actual(line, language)
    if line.computed is not None:
        yield words.COMPUTED, _computed(line.computed, language)
    yield (
        words.CHECK,
        [
            Item(
                f"{STATES[line.score.attainment].say(language)}{words.colon(language)}{line.check.say(language)}"
            )
        ],
    )
    yield (
        words.WEIGHT,
        [Item(say_weight(line, places).say(language), words.show_place(line.weight.told.place))],
    )
    yield words.METHOD, outline_method(line.method, language)
    yield words.POINTS, outline_points(line, places, language)
    yield words.JUDGED, outline_judged(line, language)
    rules = [effect for effect in line.effects if effect.words]
    yield words.RULES, [item for effect in rules for item in say_effect(effect, language)]
    if line.effects and line.points.rounded != line.score.points:
        yield words.AFTER, [Item(say_after(line, places).say(language))]
    yield words.NOTICE, [Item(notice.say(language)) for notice in line.notices]
    yield words.DOCUMENT, [Item(say_cited(cited, language)) for cited in line.cites]


def _target(line: LineExplanation, language: Language) -> Iterator[Item]:
    yield Item(line.target.text, words.show_place(line.target.place))
    amended = line.score.amended_by
    if amended is not None:
        yield Item(say_amended(amended).say(language), words.show_place(amended.place))
    labels = {"about": words.ABOUT, "basis": words.BASIS}
    for about, text in line.remarks:
        yield Item(f"{labels[about].say(language)}{words.colon(language)}{text}")


def _actual(line: LineExplanation, language: Language) -> Iterator[Item]:
    fact = line.score.fact
    if fact is None:
        if line.computed is None or not line.score.actual:
            yield Item(words.NO_ACTUAL.say(language))
        else:
            yield Item(line.score.actual + words.BY_FORMULA.say(language))
        return
    day = words.bracketed(fact.date, language)
    yield Item(f"{fact.text}{day}", words.show_place(fact.place))
    for label, text in ((words.REASON, fact.reason), (words.EVIDENCE, fact.evidence)):
        if text:
            yield Item(f"{label.say(language)}{words.colon(language)}{text}")
    for part in line.parts:
        shown = f"{part.name} {part.text.say(language)}{words.bracketed(part.day, language)}"
        yield Item(shown, words.show_place(part.place))


def _computed(computed: ComputedTold, language: Language) -> Iterator[Item]:
    if computed.told.text:
        yield Item(computed.told.text, words.show_place(computed.told.place))
    yield Item(say_reckoned(computed.reckoned, language))
    for fact in computed.facts:
        if fact.place is not None:
            name = fact.name if computed.told.text else words.FACTS[fact.name].say(language)
            shown = f"{name} {fact.text.say(language)}{words.bracketed(fact.day, language)}"
            yield Item(shown, words.show_place(fact.place))
