"""The stable JSON of answers to ``goal-seek``; all numbers are exact, as strings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.exact import show
from perfdsl.goal_seek.answer import Alternative, Answer, Change
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.goal_seek_words import say_verdict
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.report.say_move import say_change
from perfdsl.report.write_json import write_json
from perfdsl.scorecard import Interval, ProjectScore

SCHEMA_VERSION: Final = 1


def render(answers: Sequence[Answer], diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write answers with the diagnostics of the run."""
    language = options.language
    return write_json(
        {
            "schema_version": SCHEMA_VERSION,
            "projects": [answer_fields(answer, language) for answer in answers],
            "diagnostics": [diagnostic_to_dict(diagnostic, language) for diagnostic in diagnostics],
        }
    )


def answer_fields(answer: Answer, language: Language) -> dict[str, Json]:
    """Fields of one answer; ``what_if`` is one more of the same kind, or null."""
    verdict, places = say_verdict(answer), answer.present.places
    return {
        "code": answer.present.code,
        "name": answer.present.name,
        "rubric": answer.present.rubric,
        "goal": {"grade": answer.goal.grade or None, "total": _number(answer.least)},
        "verdict": answer.verdict,
        "holds": answer.holds,
        "why": "" if verdict is None else verdict.say(language),
        "present": _score_fields(answer.present),
        "best": _score_fields(answer.best),
        "open": [each.plan.name for each in answer.open],
        "lost": [{"name": each.name, "points": show(each.points, places)} for each in answer.lost],
        "unsettled": list(answer.waiting),
        "depends": [each._asdict() for each in answer.depends],
        "alternatives": [_way_fields(each, answer, language) for each in answer.alternatives],
        "needless": list(answer.needless),
        "unsure": list(answer.unsure),
        "cut_short": answer.cut_short,
        "what_if": None if answer.what_if is None else answer_fields(answer.what_if, language),
        "source": place_fields(answer.present.place),
    }


def _score_fields(score: ProjectScore) -> dict[str, Json]:
    return {
        "total": _range(score.total, score.places),
        "grade": score.grade,
        "possible_grades": list(score.possible_grades),
    }


def _way_fields(way: Alternative, answer: Answer, language: Language) -> dict[str, Json]:
    places = answer.present.places
    return {
        "way": way.way,
        "others": way.others,
        "share": _number(way.share),
        "total": _range(way.total, places),
        "grade": way.grade,
        "possible_grades": list(way.possible),
        "faults": [
            {"rule": flag.rule, "indicator": flag.indicator, "text": flag.text.say(language)}
            for flag in way.faults
        ],
        "changes": [_change_fields(each, places, language) for each in way.changes],
        "assumed": [_change_fields(each, places, language) for each in way.assumed],
    }


def _change_fields(change: Change, places: int, language: Language) -> dict[str, Json]:
    lever, unit = change.lever, change.unit
    is_number = lever.kind in {"number", "spent"} and lever.plan.aim.op != "is"
    now = None if lever.now is None else lever.now * lever.size / unit.factor
    return {
        "name": lever.plan.name,
        "kind": lever.kind,
        "actual": change.text,
        "value": _number(change.after * lever.size / unit.factor) if is_number else None,
        "before": _number(now) if is_number else None,
        "unit": unit.name,
        "computed": lever.computed,
        "score": None if change.points is None else _range(change.points, places),
        "text": say_change(change, places).say(language),
    }


def _range(points: Interval, places: int) -> list[Json]:
    return [show(points.low, places), show(points.high, places)]


def _number(value: Fraction | None) -> str | None:
    return None if value is None else show(value)
