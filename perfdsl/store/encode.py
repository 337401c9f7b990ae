"""Scorecards and diagnostics as JSON and back, exactly; places point into texts that the reader has."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from perfdsl.codes import CODES
from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.scorecard import FactUsed, Flag, IndicatorScore, Interval, ProjectScore, Scorecard, Step
from perfdsl.source import CellPlace, Place, Source, TextPlace

Sources = Mapping[str, Source]


class LostError(ValueError):
    """What was kept does not fit the texts at hand, or is damaged: it is worked out anew."""


DAMAGED = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError)
"""What the decoding of anything that was not encoded here may raise."""


def write(values: object) -> str:
    """Write encoded values as ASCII: a name with half a surrogate pair must not stop the store."""
    return json.dumps(values, separators=(",", ":"))


def read(text: str) -> Any:  # noqa: ANN401 — JSON
    """Read encoded values again."""
    return json.loads(text, parse_float=Decimal)


def encode_diagnostic(diagnostic: Diagnostic) -> list[Any]:
    """Give a diagnostic as lists and texts."""
    labels = [[encode_place(label.place), list(label.text)] for label in diagnostic.labels]
    return [diagnostic.code, list(diagnostic.message), labels, [list(hint) for hint in diagnostic.hints]]


def decode_diagnostic(kept: list[Any], sources: Sources) -> Diagnostic:
    """Give the diagnostic back."""
    code, message, labels, hints = kept
    if code not in CODES:
        raise LostError(code)
    made = tuple(Label(decode_place(place, sources), Text(*text)) for place, text in labels)
    return Diagnostic(code, Text(*message), made, tuple(Text(*hint) for hint in hints))


def encode_place(place: Place) -> list[Any]:
    """Give a place: a source's name and a span, or a cell with its row's text."""
    if isinstance(place, TextPlace):
        return [place.source.name, place.start, place.end]
    return [place.file, place.row, place.column, place.column_number, place.text, place.line, place.sheet]


def decode_place(kept: list[Any], sources: Sources) -> Place:
    """Give the place back; its source must be there."""
    if len(kept) == 3:  # noqa: PLR2004 — a name and a span
        name, start, end = kept
        try:
            source = sources[name]
        except KeyError:
            raise LostError(name) from None
        if not 0 <= start <= end <= len(source.text) + 1:
            raise LostError(name)
        return TextPlace(source, start, end)
    return CellPlace(*kept)


def encode_scorecard(scorecard: Scorecard) -> list[Any]:
    """Give a scorecard as lists and texts."""
    return [scorecard.as_of, [_encode_project(project) for project in scorecard.projects]]


def decode_scorecard(kept: list[Any], sources: Sources) -> Scorecard:
    """Give the scorecard back."""
    as_of, projects = kept
    return Scorecard(tuple(_decode_project(project, sources) for project in projects), as_of)


def _encode_project(project: ProjectScore) -> list[Any]:
    return [
        [project.code, project.name, project.department, project.rubric],
        [_encode_line(line) for line in project.indicators],
        _encode_interval(project.total),
        [project.grade, list(project.possible_grades), list(project.grades)],
        [[flag.code, flag.indicator, list(flag.text)] for flag in project.flags],
        project.places,
        encode_place(project.place),
    ]


def _decode_project(kept: list[Any], sources: Sources) -> ProjectScore:
    names, lines, total, (grade, possible, grades), flags, places, place = kept
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
        flags=tuple(Flag(code, indicator, Text(*text)) for code, indicator, text in flags),
        places=places,
        place=decode_place(place, sources),
        grades=tuple(grades),
    )


def _encode_line(line: IndicatorScore) -> list[Any]:
    return [
        list(line.group),
        [line.name, line.target, line.actual, line.attainment, line.method],
        None if line.ratio is None else str(line.ratio),
        str(line.weight),
        _encode_interval(line.points),
        list(line.why),
        encode_place(line.place),
        None if line.fact is None else _encode_fact(line.fact),
        None if line.step is None else _encode_step(line.step),
        line.excluded,
    ]


def _decode_line(kept: list[Any], sources: Sources) -> IndicatorScore:
    group, words, ratio, weight, points, why, place, fact, step, excluded = kept
    name, target, actual, attainment, method = words
    return IndicatorScore(
        group=tuple(group),
        name=name,
        target=target,
        actual=actual,
        attainment=attainment,
        ratio=None if ratio is None else Fraction(ratio),
        weight=Fraction(weight),
        points=_decode_interval(points),
        method=method,
        why=Text(*why),
        place=decode_place(place, sources),
        fact=None if fact is None else _decode_fact(fact, sources),
        step=None if step is None else _decode_step(step, sources),
        excluded=excluded,
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
