"""Scorecards as JSON and back, exactly; one of another shape than this is taken for damaged."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from perfdsl.diagnostic import Text
from perfdsl.scorecard import (
    Applied,
    FactUsed,
    Flag,
    IndicatorScore,
    Interval,
    Judged,
    ProjectScore,
    Scorecard,
    Step,
)
from perfdsl.store.encode import Sources, decode_place, encode_place


def encode_scorecard(scorecard: Scorecard) -> list[Any]:
    """Give a scorecard as lists and texts."""
    flags = [_encode_flag(flag) for flag in scorecard.flags]
    return [scorecard.as_of, [_encode_project(project) for project in scorecard.projects], flags]


def decode_scorecard(kept: list[Any], sources: Sources) -> Scorecard:
    """Give the scorecard back."""
    as_of, projects, flags = kept
    return Scorecard(
        tuple(_decode_project(project, sources) for project in projects),
        as_of,
        tuple(_decode_flag(flag, sources) for flag in flags),
    )


def _encode_project(project: ProjectScore) -> list[Any]:
    return [
        [project.code, project.name, project.department, project.rubric],
        [_encode_line(line) for line in project.indicators],
        _encode_interval(project.total),
        [project.grade, list(project.possible_grades), list(project.grades)],
        [_encode_flag(flag) for flag in project.flags],
        project.places,
        encode_place(project.place),
        [_encode_before(project.before), [_encode_applied(each) for each in project.applied]],
    ]


def _decode_project(kept: list[Any], sources: Sources) -> ProjectScore:
    names, lines, total, (grade, possible, grades), flags, places, place, (before, applied) = kept
    code, name, department, rubric = names
    return ProjectScore(
        code=code,
        name=name,
        department=department,
        rubric=rubric,
        indicators=tuple(_decode_line(line, sources) for line in lines),
        total=_decode_interval(total),
        grade=grade,
        possible_grades=tuple(possible),
        flags=tuple(_decode_flag(flag, sources) for flag in flags),
        places=places,
        place=decode_place(place, sources),
        grades=tuple(grades),
        before=_decode_before(before),
        applied=tuple(_decode_applied(each, sources) for each in applied),
    )


def _encode_line(line: IndicatorScore) -> list[Any]:
    return [
        list(line.group),
        [line.name, line.target, line.actual, line.attainment, line.method],
        _encode_number(line.ratio),
        str(line.weight),
        _encode_interval(line.points),
        list(line.why),
        encode_place(line.place),
        None if line.fact is None else _encode_fact(line.fact),
        None if line.step is None else _encode_step(line.step),
        line.excluded,
        _encode_before(line.before),
        [_encode_applied(each) for each in line.applied],
        [_encode_number(number) for number in line.judged],
    ]


def _decode_line(kept: list[Any], sources: Sources) -> IndicatorScore:
    group, words, ratio, weight, points, why, place, fact, step, excluded, before, applied, judged = kept
    name, target, actual, attainment, method = words
    return IndicatorScore(
        group=tuple(group),
        name=name,
        target=target,
        actual=actual,
        attainment=attainment,
        ratio=_decode_number(ratio),
        weight=Fraction(weight),
        points=_decode_interval(points),
        method=method,
        why=Text(*why),
        place=decode_place(place, sources),
        fact=None if fact is None else _decode_fact(fact, sources),
        step=None if step is None else _decode_step(step, sources),
        excluded=excluded,
        before=_decode_before(before),
        applied=tuple(_decode_applied(each, sources) for each in applied),
        judged=Judged(*map(_decode_number, judged)),
    )


def _encode_fact(fact: FactUsed) -> list[Any]:
    return [fact.text, encode_place(fact.place), fact.date, fact.reason, fact.evidence]


def _decode_fact(kept: Sequence[Any], sources: Sources) -> FactUsed:
    text, place, date, reason, evidence = kept
    return FactUsed(text, decode_place(place, sources), date, reason, evidence)


def _encode_step(step: Step) -> list[Any]:
    place = encode_place(step.place)
    return [step.case, place, step.numbers, str(step.exact), str(step.rounded), step.clamped]


def _decode_step(kept: Sequence[Any], sources: Sources) -> Step:
    case, place, numbers, exact, rounded, clamped = kept
    return Step(case, decode_place(place, sources), numbers, Fraction(exact), Fraction(rounded), clamped)


def _encode_interval(interval: Interval) -> list[Any]:
    return [str(interval.low), str(interval.high), interval.high_open]


def _decode_interval(kept: list[Any]) -> Interval:
    low, high, high_open = kept
    return Interval(Fraction(low), Fraction(high), high_open)


def _encode_before(interval: Interval | None) -> list[Any] | None:
    return None if interval is None else _encode_interval(interval)


def _decode_before(kept: list[Any] | None) -> Interval | None:
    return None if kept is None else _decode_interval(kept)


def _encode_number(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _decode_number(kept: str | None) -> Fraction | None:
    return None if kept is None else Fraction(kept)


def _encode_applied(applied: Applied) -> list[Any]:
    place = encode_place(applied.place)
    return [applied.rule, place, list(applied.what), applied.because, applied.certain, applied.idle]


def _decode_applied(kept: Sequence[Any], sources: Sources) -> Applied:
    rule, place, what, because, certain, idle = kept
    return Applied(rule, decode_place(place, sources), Text(*what), because, certain, idle)


def _encode_flag(flag: Flag) -> list[Any]:
    place = None if flag.place is None else encode_place(flag.place)
    return [flag.code, flag.indicator, list(flag.text), place, flag.rule]


def _decode_flag(kept: Sequence[Any], sources: Sources) -> Flag:
    code, indicator, text, place, rule = kept
    return Flag(code, indicator, Text(*text), None if place is None else decode_place(place, sources), rule)
