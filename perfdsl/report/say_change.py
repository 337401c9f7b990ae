"""A change as a sentence: what it is, from what to what, and by how much."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Language
from perfdsl.diff.difference import ITSELF, Change, Shift, Side
from perfdsl.exact import show_trimmed
from perfdsl.report import diff_words as words
from perfdsl.report.say_curve import say_curve
from perfdsl.scheme.known_units import DATE, POINTS, is_calendar_month, is_deadline
from perfdsl.source import TextPlace

LONGEST = 48
"""Characters of a text that are quoted; of two longer ones the part where they come apart is."""

_AROUND = 8
_STEPS_OF_RATIO = {"%": "个百分点", "‰": "个千分点"}
_STEPS_IN_ENGLISH = {"%": " percentage points", "‰": " per mille points"}


def say_change(change: Change, language: Language) -> str:
    """Say it in one line: ``目标 ≥12次 → ≥10次，放宽 2次（16.67%）``."""
    if change.about == ITSELF:
        return (change.new or change.old or Side("")).text + _say_amended(change, language)
    head = words.ABOUT.get(change.about, words.OTHER).say(language)
    named = f"{head} {change.name}" if change.name else head
    if change.likely:
        named = words.LIKELY.say(language)
    old, new = _sides(change, language)
    comma = "，" if language == "zh" else ", "
    more = [_say_shift(shift, change, language) for shift in change.by]
    more += [say_curve(change.curve, language)] if change.curve else []
    said = comma.join([f"{named}{'：' if language == 'zh' else ': '}{old} → {new}", *more])
    return said + _say_amended(change, language)


def say_places(change: Change) -> str:
    """``old.perf:14 → new.perf:14``; one of them where the thing stands on one side only."""
    places = [side.place for side in (change.old, change.new) if side is not None]
    return " → ".join(
        f"{place.file}:{place.position.line}" for place in places if isinstance(place, TextPlace)
    )


def _say_amended(change: Change, language: Language) -> str:
    """``（2022-08-15 调整，引自 财预〔2022〕33号）``."""
    if change.amended is None:
        return ""
    day, cites = change.amended.day, change.amended.cites
    if language == "zh":
        return f"（{day} 调整，引自 {cites}）" if cites else f"（{day} 调整）"
    return f" (amended {day} by {cites})" if cites else f" (amended {day})"


def _sides(change: Change, language: Language) -> tuple[str, str]:
    old, new = (None if side is None else side.text for side in (change.old, change.new))
    if old is not None and new is not None:
        return _around_difference(old, new)
    nothing = words.NOTHING.say(language)
    return (nothing if old is None else _cut(old)), (nothing if new is None else _cut(new))


def _around_difference(old: str, new: str) -> tuple[str, str]:
    """Cut two long texts so that what differs is seen."""
    if max(len(old), len(new)) <= LONGEST:
        return old, new
    same = next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    start = max(same - _AROUND, 0)
    lead = "…" if start else ""
    return lead + _cut(old[start:]), lead + _cut(new[start:])


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _say_shift(shift: Shift, change: Change, language: Language) -> str:
    """Say by how much: without a sign where the sense says which way."""
    said = change.sense in {"loosened", "tightened"} and not shift.end
    sign = "" if said else "+" if shift.amount > 0 else "−"
    end = f"{words.ENDS[shift.end].say(language)} " if shift.end else ""
    sense = f"{words.SENSES[change.sense].say(language)} " if said else ""
    if said and language == "en":
        sense = "by "
    return f"{end}{sense}{sign}{_amount(shift, language)}{_share(shift, language)}"


def _amount(shift: Shift, language: Language) -> str:
    number = show_trimmed(abs(shift.amount) / shift.unit.factor)
    if shift.unit.dimension == DATE.dimension:
        return _counted(number, words.DAYS.say(language))
    if is_calendar_month(shift.unit):
        return _counted(number, words.MONTHS.say(language))
    if shift.unit.dimension == POINTS.dimension:
        return _counted(number, words.POINTS.say(language))
    steps = _STEPS_OF_RATIO if language == "zh" else _STEPS_IN_ENGLISH
    name = steps.get(shift.unit.name, shift.unit.name) if shift.unit.flavour == "ratio" else shift.unit.name
    return f"{number}{name}"


def _counted(number: str, word: str) -> str:
    return number + (word.removesuffix("s") if number == "1" else word)


def _share(shift: Shift, language: Language) -> str:
    if not shift.of or is_deadline(shift.unit):
        return ""
    share = show_trimmed(abs(Fraction(100) * shift.amount / shift.of), 2)
    return f"（{share}%）" if language == "zh" else f" ({share}%)"
