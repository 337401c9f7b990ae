"""Holds the rows of a published table against a rubric, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from perfdsl.actuals.read_value import is_blank
from perfdsl.audit.classify import Given, classify
from perfdsl.audit.difference import Audit, Difference, Reading, Reason
from perfdsl.audit.published import Points, Published, PublishedRow
from perfdsl.audit.read_actuals import Value, ratio_unit, read_actual, readings_for, share_within
from perfdsl.audit.read_targets import read_targets
from perfdsl.audit.score_line import Aimed, LineScorer, aim_at
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.scorecard import IndicatorScore
from perfdsl.syntax import ast

ROWS_PER_SCORER = 1000
"""After so many rows the curves of earlier targets are let go, so that memory stays bounded."""

Progress = Callable[[int, int], None]


def audit(published: Published, rubric: RubricScheme, progress: Progress | None = None) -> Audit:
    """Compare every row with what a rubric gives, in their order; time is linear in the rows."""
    return Audit(published.file, rubric.name, tuple(_compare_all(published.rows, rubric, progress)))


def _compare_all(
    rows: tuple[PublishedRow, ...], rubric: RubricScheme, progress: Progress | None
) -> Iterator[Difference]:
    for start in range(0, len(rows), ROWS_PER_SCORER):
        scorer = LineScorer(rubric)
        if progress is not None:
            progress(start, len(rows))
        yield from (compare(row, scorer) for row in rows[start : start + ROWS_PER_SCORER])


class Judged(NamedTuple):
    """A row that has a weight and a score, whatever its target and actual are."""

    row: PublishedRow
    weight: Points
    awarded: Points


def compare(row: PublishedRow, scorer: LineScorer) -> Difference:
    """Give the one class of a row.

    What may have been misread is not compared. Without a score or a weight nothing can be; a blank actual
    comes next, whatever the target is;
    then what cannot be read; then what the rubric gives for each reading that is left (``classify``).
    """
    judged: Judged | Reason = "unsure" if row.doubts else _judged(row)
    if isinstance(judged, str):
        return Difference(row, "not_comparable", judged)
    if is_blank(row.actual):
        full = judged.awarded.value >= judged.weight.value
        return Difference(row, "blank_but_full") if full else Difference(row, "not_comparable", "no_actual")
    readings = _readings(judged, scorer)
    if isinstance(readings, str):
        return Difference(row, "not_comparable", readings)
    first, *others = {reading.kind for reading in readings}
    if others:
        return Difference(row, "not_comparable", "readings", readings)
    return Difference(row, first, None, readings)


def _judged(row: PublishedRow) -> Judged | Reason:
    weight, awarded = row.weight, row.awarded
    if awarded is None:
        return "no_score" if is_blank(row.score_text) else "unreadable_score"
    if weight is None and not is_blank(row.weight_text):
        return "unreadable_weight"
    return "no_weight" if weight is None or weight.value == 0 else Judged(row, weight, awarded)


def _readings(judged: Judged, scorer: LineScorer) -> tuple[Reading, ...] | Reason:
    """Score each reading of target and actual; one that cannot be scored leaves nothing to compare.

    A bare number is read with its likely operators, and in the unit of its column. Only where none of these
    gives what was awarded, others are tried as well (0.95 beside a column of % as 95%), and count if they do.
    """
    actual = read_actual(judged.row)
    if actual == "operator_in_actual":
        return actual
    targets = read_targets(judged.row, "" if isinstance(actual, str) else ratio_unit(actual))
    if isinstance(targets, str):
        return targets
    if isinstance(actual, str):
        return actual
    found = _score_all(judged, targets.likely, actual, scorer)
    if isinstance(found, str) or any(reading.kind == "equal" for reading in found):
        return found
    # No difference is named where another operator or unit, however unlikely, would explain what was awarded.
    share = share_within(judged.row, actual)
    tried = [_score_all(judged, targets.others, actual, scorer)]
    tried += [] if share is None else [_score_all(judged, targets.likely, share, scorer)]
    others = (each for readings in tried if not isinstance(readings, str) for each in readings)
    return (*found, *(each for each in others if each.kind == "equal"))


def _score_all(
    judged: Judged, targets: Iterable[ast.Target], actual: Value, scorer: LineScorer
) -> tuple[Reading, ...] | Reason:
    found: list[Reading] = []
    for target in targets:
        aimed = aim_at(judged.row, target)
        readings = _score(judged, aimed, actual, scorer) if aimed is not None else "unreadable_target"
        if isinstance(readings, str):
            return readings
        found += readings
    return tuple(found)


def _score(judged: Judged, aimed: Aimed, actual: Value, scorer: LineScorer) -> list[Reading] | Reason:
    found: list[Reading] = []
    for value, text in readings_for(actual, aimed.aim):
        score = scorer.score(aimed, value, judged.weight.value)
        if isinstance(score, str):
            return score
        found.append(_reading(score, text, judged.awarded))
    return found


def _reading(score: IndicatorScore, actual: str, awarded: Points) -> Reading:
    assert score.step is not None  # noqa: S101 — a LineScorer gives settled scores only
    given = Given(score.step.exact, score.step.rounded, score.attainment == "met")
    return Reading(
        target=score.target,
        actual=actual,
        attainment=score.attainment,
        exact=given.exact,
        points=given.points,
        method=score.method,
        why=score.why,
        kind=classify(given, awarded, score.weight),
    )
