"""The published self-scores, row by row: each class below was looked at by hand, beside the printed row."""

from __future__ import annotations

from pathlib import Path

import pytest

from perfdsl.audit.difference import Audit
from tests.audit.tables import audit_text

PUBLISHED = Path(__file__).parents[1] / "data" / "published" / "selfeval.csv"

COUNTS = {
    "equal": 31,
    "rounded": 0,
    "truncated": 1,
    "above": 0,
    "below": 1,
    "met_but_deducted": 3,
    "missed_but_full": 0,
    "blank_but_full": 6,
    "not_comparable": 30,
}
REASONS = {
    "no_score": 8,
    "operator_in_actual": 10,
    "qualitative": 4,
    "unreadable_target": 3,
    "readings": 5,
}
DIFFERENT = {
    4: ("met_but_deducted", "≧100%", "100%", "7/10"),
    7: ("truncated", "═100%", "98%", "9/10"),
    37: ("blank_but_full", "", "", "10/10"),
    38: ("blank_but_full", "", "", "10/10"),
    39: ("blank_but_full", "", "", "10/10"),
    40: ("blank_but_full", "", "", "10/10"),
    41: ("blank_but_full", "", "", "10/10"),
    42: ("blank_but_full", "", "", "10/10"),
    58: ("below", "8755", "8676", "13/15"),
    62: ("met_but_deducted", "95%", "95%", "27/30"),
    63: ("met_but_deducted", "95%", "95%", "9/10"),
}
"""Line of the file → the class and what is printed: target, actual, score and weight."""
UNCOMPARED = {
    "no_score": range(50, 58),
    "operator_in_actual": [11, 12, 14, 15, 17, 19, 66, 69, 70, 71],
    "qualitative": [6, 18, 68, 73],
    "unreadable_target": [26, 27, 67],
    "readings": [45, 46, 47, 48, 49],
}


@pytest.fixture(scope="module")
def replay() -> Audit:
    return audit_text(PUBLISHED.read_text(encoding="utf-8"))


def test_the_counts(replay: Audit) -> None:
    assert replay.counts == COUNTS
    assert replay.reasons == REASONS
    assert sum(COUNTS.values()) == len(replay.differences) == 72
    assert sum(REASONS.values()) == COUNTS["not_comparable"]


def test_every_row_that_differs(replay: Audit) -> None:
    found = {
        each.row.place.row: (
            each.kind,
            each.row.target,
            each.row.actual,
            f"{each.row.score_text}/{each.row.weight_text}",
        )
        for each in replay.differences
        if each.differs
    }
    assert found == DIFFERENT


@pytest.mark.parametrize("reason", UNCOMPARED)
def test_every_row_that_cannot_be_compared(replay: Audit, reason: str) -> None:
    assert [each.row.place.row for each in replay.differences if each.reason == reason] == list(
        UNCOMPARED[reason]
    )


def test_full_scores(replay: Audit) -> None:
    scored = [each.row for each in replay.differences if each.row.awarded]
    full = [row for row in scored if row.weight and row.awarded and row.awarded.value == row.weight.value]
    assert (len(full), len(scored)) == (58, 64)


def test_bare_targets_are_read_in_both_ways_and_agree(replay: Audit) -> None:
    """No operator is printed: 95% against 100% is full points as ≥95% and as =95%, and neither is guessed."""
    (line,) = [each for each in replay.differences if each.row.place.row == 32]
    assert [(reading.target, reading.kind) for reading in line.readings] == [
        ("≥95%", "equal"),
        ("=95%", "equal"),
    ]


def test_a_rate_of_damage_is_never_read_as_at_least(replay: Audit) -> None:
    (line,) = [each for each in replay.differences if each.row.place.row == 48]
    assert [(reading.target, reading.actual, reading.kind) for reading in line.readings] == [
        ("≤0.9%", "0%", "equal"),
        ("=0.9%", "0%", "missed_but_full"),
    ]


def test_rows_stand_as_printed(replay: Audit) -> None:
    """Nothing of a published row is corrected: target, actual, weight and score are those of the file."""
    import csv

    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        printed = list(csv.DictReader(file))
    assert [
        (row["project"], row["level3"], row["target_raw"], row["actual_raw"], row["weight"], row["score"])
        for row in printed
    ] == [
        (
            each.row.project,
            each.row.indicator,
            each.row.target,
            each.row.actual,
            each.row.weight_text,
            each.row.score_text,
        )
        for each in replay.differences
    ]
