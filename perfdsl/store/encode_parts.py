"""Parts of scorecards as JSON and back, exactly: numbers, intervals, facts, steps, flags, effects."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from perfdsl.diagnostic import Text
from perfdsl.scorecard import AmendedBy, Applied, FactUsed, Flag, Interval, Step
from perfdsl.store.encode import Sources, decode_place, encode_place


def encode_amended(amended: AmendedBy) -> list[Any]:
    """Give an amendment as lists and texts."""
    return [amended.day, amended.cites, encode_place(amended.place), amended.was]


def decode_amended(kept: Sequence[Any], sources: Sources) -> AmendedBy:
    """Give it back."""
    day, cites, place, was = kept
    return AmendedBy(day, cites, decode_place(place, sources), was)


def encode_fact(fact: FactUsed) -> list[Any]:
    """Give a fact as lists and texts."""
    return [fact.text, encode_place(fact.place), fact.date, fact.reason, fact.evidence]


def decode_fact(kept: Sequence[Any], sources: Sources) -> FactUsed:
    """Give it back."""
    text, place, date, reason, evidence = kept
    return FactUsed(text, decode_place(place, sources), date, reason, evidence)


def encode_step(step: Step) -> list[Any]:
    """Give the case that decided as lists and texts."""
    place = encode_place(step.place)
    return [step.case, place, step.numbers, str(step.exact), str(step.rounded), step.clamped]


def decode_step(kept: Sequence[Any], sources: Sources) -> Step:
    """Give it back."""
    case, place, numbers, exact, rounded, clamped = kept
    return Step(case, decode_place(place, sources), numbers, Fraction(exact), Fraction(rounded), clamped)


def encode_interval(interval: Interval) -> list[Any]:
    """Give an interval as lists and texts."""
    return [str(interval.low), str(interval.high), interval.high_open]


def decode_interval(kept: list[Any]) -> Interval:
    """Give it back."""
    low, high, high_open = kept
    return Interval(Fraction(low), Fraction(high), high_open)


def encode_interval_or_none(interval: Interval | None) -> list[Any] | None:
    """Give an interval, or None where there is none."""
    return None if interval is None else encode_interval(interval)


def decode_interval_or_none(kept: list[Any] | None) -> Interval | None:
    """Give it back."""
    return None if kept is None else decode_interval(kept)


def encode_number(number: Fraction | None) -> str | None:
    """Give a number as a text, or None where there is none."""
    return None if number is None else str(number)


def decode_number(kept: str | None) -> Fraction | None:
    """Give it back."""
    return None if kept is None else Fraction(kept)


def encode_applied(applied: Applied) -> list[Any]:
    """Give what a rule did as lists and texts."""
    place = encode_place(applied.place)
    return [applied.rule, place, list(applied.what), applied.because, applied.certain, applied.idle]


def decode_applied(kept: Sequence[Any], sources: Sources) -> Applied:
    """Give it back."""
    rule, place, what, because, certain, idle = kept
    return Applied(rule, decode_place(place, sources), Text(*what), because, certain, idle)


def encode_flag(flag: Flag) -> list[Any]:
    """Give a flag as lists and texts."""
    place = None if flag.place is None else encode_place(flag.place)
    return [flag.code, flag.indicator, list(flag.text), place, flag.rule]


def decode_flag(kept: Sequence[Any], sources: Sources) -> Flag:
    """Give it back."""
    code, indicator, text, place, rule = kept
    return Flag(code, indicator, Text(*text), None if place is None else decode_place(place, sources), rule)
