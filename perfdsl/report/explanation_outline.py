"""Arranges the explanation of a project: the total, what was lost, what is open, and how it adds up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from perfdsl.diagnostic import Language
from perfdsl.explain.explanation import Explanation, LineExplanation
from perfdsl.explain.told import LossTold
from perfdsl.report import explanation_words as words
from perfdsl.report.department_words import say_whole
from perfdsl.report.explanation_effects import say_cited
from perfdsl.report.explanation_faults import outline_faults
from perfdsl.report.explanation_item import Item, Row
from perfdsl.report.explanation_lines import LineOutline, outline_line
from perfdsl.report.explanation_losses import by_points_lost, say_loss, say_lost
from perfdsl.report.explanation_sentence import say_line
from perfdsl.report.explanation_total import outline_total, say_open, say_total
from perfdsl.report.points import show_points
from perfdsl.report.words import AS_OF, RUBRIC, called


class Section(NamedTuple):
    """A heading, and the lines or things said below it."""

    heading: str
    items: tuple[Item, ...]


class Outline(NamedTuple):
    """A project for people. ``lines``: those that are shown in full."""

    title: str
    facts: tuple[Row, ...]
    sections: tuple[Section, ...]
    lines: tuple[LineOutline, ...]


def outline(told: Explanation, language: Language, *, full: bool) -> Outline:
    """Arrange an explanation; ``full``: with every line of a project in full, else the asked one alone."""
    score = told.score
    shown = told.lines if full else ()
    if told.asked is not None:
        shown = told.lines[told.asked : told.asked + 1]
    return Outline(
        title=f"{score.code} {score.name}".strip(),
        facts=tuple(_facts(told, language)),
        sections=tuple(_sections(told, language)) if told.asked is None else (),
        lines=tuple(_outlined(line, told, language) for line in shown),
    )


def _facts(told: Explanation, language: Language) -> Iterator[Row]:
    between = "，沿用 " if language == "zh" else ", which extends "
    yield Row(RUBRIC.say(language), (Item(between.join(told.rubrics), words.show_place(told.rubric_place)),))
    if told.as_of:
        yield Row(AS_OF.say(language), (Item(told.as_of),))
    whole = told.department
    head = words.TOTAL if whole is None else words.OWN
    yield Row(head.say(language), (Item(say_total(told).say(language)),))
    if whole is not None and not told.withheld:
        items = tuple(Item(each) for each in say_whole(whole, language))
        yield Row(words.OF_DEPARTMENT.say(language), items)
    if told.faults:
        yield Row(words.FAULTS.say(language), tuple(outline_faults(told, language)))


def _outlined(line: LineExplanation, told: Explanation, language: Language) -> LineOutline:
    """Arrange a line; where it stands alone, the documents of the rubric come with it."""
    documents = told.cites if told.asked is not None else ()
    return outline_line(line._replace(cites=(*documents, *line.cites)), told.line_places, language)


def _sections(told: Explanation, language: Language) -> Iterator[Section]:
    lost = [each for each in by_points_lost(told) if isinstance(each, LossTold) or not each.is_open]
    opened = [line for line in told.lines if line.is_open]
    excluded = [line for line in told.lines if line.score.excluded]
    if lost:
        heading = f"{words.LOST.say(language)}{words.colon(language)}{say_lost(told, language)}"
        yield Section(heading, tuple(item for each in lost for item in _loss(each, told, language)))
    for head, lines in ((say_open(told), opened), (words.EXCLUDED, excluded)):
        if lines:
            items = (item for line in lines for item in _lost(line, told, language))
            yield Section(head.say(language), tuple(items))
    met = [line for line in told.lines if not line.lost and not line.is_open and not line.score.excluded]
    if met:
        between = "、" if language == "zh" else ", "
        named = [_full(line, told, language) for line in met]
        yield Section(words.FULL.say(language), (Item(between.join(named)),))
    added = words.ADDED if told.department is None else words.OWN_ADDED
    yield Section(added.say(language), tuple(outline_total(told, language)))
    if told.notices:
        yield Section(words.NOTICE.say(language), tuple(Item(each.say(language)) for each in told.notices))
    documents = _documents(told, language)
    if documents:
        yield Section(words.RESTS_ON.say(language), documents)


def _full(line: LineExplanation, told: Explanation, language: Language) -> str:
    refused = words.bracketed(words.REFUSED.say(language) if line.faults else "", language)
    return f"{called(line.score.name, language)} {show_points(line.score.points, told.line_places)}{refused}"


def _loss(each: LineExplanation | LossTold, told: Explanation, language: Language) -> Iterator[Item]:
    if isinstance(each, LineExplanation):
        yield from _lost(each, told, language)
        return
    place = None if each.effect is None else each.effect.place
    yield Item(say_loss(each, told.score.places).say(language), words.show_place(place))


def _lost(line: LineExplanation, told: Explanation, language: Language) -> Iterator[Item]:
    sentence = say_line(line, told.line_places).say(language)
    yield Item(called(line.score.name, language))
    yield Item(sentence, depth=1)
    decided = line.method.decided
    if decided is not None:
        shown = f"{line.method.name}{words.colon(language)}{decided.text}"
        yield Item(shown, words.show_place(decided.place), depth=1)


def _documents(told: Explanation, language: Language) -> tuple[Item, ...]:
    return tuple(Item(say_cited(cited, language)) for cited in told.cites)
