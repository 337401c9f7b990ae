"""An answer to ``goal-seek`` as headed lists, which text and Markdown each write in their own way."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show
from perfdsl.goal_seek.answer import Alternative, Answer
from perfdsl.report import goal_seek_words as say
from perfdsl.report.points import show_weight
from perfdsl.report.say_move import say_change
from perfdsl.report.words import RUBRIC, called

MOST_FAULTS = 5


class Section(NamedTuple):
    """A heading and what stands below it."""

    heading: str
    items: tuple[str, ...]


class Outline(NamedTuple):
    """A project: its name, labelled facts, the verdict (may be empty), the ways, and remarks."""

    title: str
    facts: tuple[tuple[str, str], ...]
    verdict: str
    sections: tuple[Section, ...]
    remarks: tuple[str, ...]


def outline(answer: Answer, language: Language) -> Outline:
    """Arrange an answer for people."""
    shown = answer.what_if or answer
    verdict = say.say_verdict(answer)
    remarks = [say.say_needless(shown.needless)] if shown.needless else []
    remarks += [say.say_unsure(shown.unsure)] if shown.unsure else []
    faults = [say.say_fault(flag) for way in shown.alternatives for flag in way.faults]
    remarks += list(dict.fromkeys(faults))[:MOST_FAULTS]
    remarks += [say.BEYOND] if _lies_beyond(answer) else []
    remarks += [say.CUT_SHORT] if shown.cut_short else []
    remarks += [say.REOPEN] if answer.verdict == "out_of_reach" and answer.lost else []
    more = say.say_verdict(answer.what_if) if answer.what_if else None
    return Outline(
        title=f"{answer.present.code} {answer.present.name}".strip(),
        facts=tuple((label.say(language), what) for label, what in _facts(answer, language)),
        verdict=" ".join(each.say(language) for each in (verdict, more) if each is not None),
        sections=tuple(_sections(shown, language)),
        remarks=tuple(each.say(language) for each in remarks),
    )


def _lies_beyond(answer: Answer) -> bool:
    """Whether recording what is missing gives more than is possible while it is missing."""
    now, most = answer.present.total, answer.best.total
    unrecorded = all(lever.now is None for lever in answer.open)
    return answer.verdict != "already" and unrecorded and not now.settled and most.high > now.high


def _facts(answer: Answer, language: Language) -> Iterator[tuple[Text, str]]:
    places, between = answer.present.places, "、" if language == "zh" else ", "
    yield RUBRIC, answer.present.rubric
    yield say.GOAL, say.say_goal(answer).say(language)
    yield say.NOW, say.say_score(answer.present).say(language)
    if answer.verdict == "already":
        return
    if answer.open:
        yield say.MOST, say.say_score(answer.best).say(language)
    named = [
        f"{called(each.plan.name, language)} {show_weight(each.plan.weight, places)}".removesuffix(" 0.00")
        for each in answer.open
    ]
    yield say.OPEN, between.join(named) or say.NONE.say(language)
    lost = [f"{called(each.name, language)} {show(each.points, places)}" for each in answer.lost]
    if lost:
        total = show(sum((each.points for each in answer.lost), Fraction(0)), places)
        summed = Text(f"（共 {total}，不能再得）", f" ({total} in all, gone for good)").say(language)
        yield say.LOST, between.join(lost) + summed
    if answer.waiting:
        yield say.WAITING, between.join(called(name, language) for name in answer.waiting)


def _sections(answer: Answer, language: Language) -> Iterator[Section]:
    """Ways of one line that assume the same stand under one heading."""
    for (way, _), found in groupby(answer.alternatives, key=lambda each: (each.way, each.others)):
        if way == "single":
            together = list(found)
            heading = say.say_way(together[0], answer).say(language)
            yield Section(heading, tuple(_single(each, answer, language) for each in together))
        else:
            yield from (_several(each, answer, language) for each in found)


def _single(way: Alternative, answer: Answer, language: Language) -> str:
    change = say_change(way.changes[0], answer.present.places).say(language)
    return f"{change}{_gap(language)}{_total(way, answer, language)}"


def _several(way: Alternative, answer: Answer, language: Language) -> Section:
    heading = say.say_way(way, answer).say(language)
    items = tuple(say_change(each, answer.present.places).say(language) for each in way.changes)
    return Section(f"{heading}{_gap(language)}{_total(way, answer, language)}", items)


def _gap(language: Language) -> str:
    return "，" if language == "zh" else "; "


def _total(way: Alternative, answer: Answer, language: Language) -> str:
    return say.say_total(way.total, way.grade, way.possible, answer.present.places).say(language)
