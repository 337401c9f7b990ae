"""Arranges what people and rules did to points, and the documents that these rest on."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show_trimmed
from perfdsl.explain.explanation import LineExplanation
from perfdsl.explain.told import Cited, EffectTold
from perfdsl.report import explanation_words as words
from perfdsl.report.explanation_item import Item
from perfdsl.report.points import show_points


def outline_judged(line: LineExplanation, language: Language) -> Iterator[Item]:
    """Arrange what people gave a line or took off it."""
    judged = line.score.judged
    given = ((words.SELF, judged.self_score), (words.REVIEW, judged.review_score))
    for label, points in given:
        if points is not None:
            yield Item(f"{label.say(language)} {show_trimmed(points)}")
    for effect in line.effects:
        if not effect.words:
            yield from say_effect(effect, language)


def say_effect(effect: EffectTold, language: Language) -> Iterator[Item]:
    """Say what a rule did, in whose words, and why."""
    by = f"{effect.rule}{words.colon(language)}" if effect.words else ""
    doubt = "" if effect.certain else words.bracketed(words.UNCERTAIN.say(language), language)
    doubt += words.bracketed(words.IDLE.say(language) if effect.idle else "", language)
    because = words.bracketed(effect.because, language)
    yield Item(f"{by}{effect.what.say(language)}{because}{doubt}", words.show_place(effect.place))
    if effect.words:
        yield Item(effect.words, depth=1)
    for cited in effect.cites:
        yield Item(say_cited(cited, language), depth=1)


def say_cited(cited: Cited, language: Language) -> str:
    """``国家自评2020 引自 财预〔2020〕10号…（未核对原文）``."""
    doubt = words.bracketed(words.UNCHECKED.say(language), language) if cited.unchecked else ""
    return f"{cited.by} {words.CITES.say(language)} {cited.text}{doubt}"


def say_after(line: LineExplanation, places: int) -> Text:
    """Say what the points were before people and rules changed them, and after."""
    before = show_points(line.points.rounded, places)
    after = show_points(line.score.points, places)
    return Text(f"{before} 分，改为 {after} 分", f"{before} points become {after}")
