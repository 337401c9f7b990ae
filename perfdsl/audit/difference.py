"""How a published score differs from what a rubric gives: exactly one class for each row."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from perfdsl.audit.published import PublishedRow
from perfdsl.diagnostic import Text
from perfdsl.scorecard import Attainment

Comparable = Literal[
    "equal", "rounded", "truncated", "above", "below", "met_but_deducted", "missed_but_full"
]  # fmt: skip
"""Classes of a row whose target and actual can both be read; ``classify`` defines each."""

Kind = Literal[Comparable, "blank_but_full", "not_comparable"]
"""All classes. ``blank_but_full``: no actual is printed, and no less than the weight was awarded.
``not_comparable``: the rubric gives no one number of points for what is printed; a ``Reason`` says why."""

Reason = Literal[
    "unsure",
    "no_score",
    "unreadable_score",
    "unreadable_weight",
    "no_weight",
    "no_actual",
    "operator_in_actual",
    "no_target",
    "qualitative",
    "unreadable_target",
    "unreadable_actual",
    "no_method",
    "word_for_number",
    "unit_differs",
    "open",
    "readings",
]
"""Why a row cannot be compared; of several, the one that is looked for first.

``unsure``: a field of a filled form may have been misread.
``no_score``, ``no_weight``: blank (a weight of zero counts as none). ``unreadable_score``,
``unreadable_weight``: no number of points. ``no_actual``: blank, and less than full points.
``operator_in_actual``: ``≥266米`` says a bound, not what happened. ``no_target``: blank.
``qualitative``: a target in words, to be judged by levels or by yes and no.
``unreadable_target``: several values, a date without year, words around a number.
``unreadable_actual``: neither number, date nor word. ``no_method``: the rubric has none for such a target.
``word_for_number``: 完成 beside a number. ``unit_differs``: 人 beside 人次.
``open``: the method asks for more than target and actual.
``readings``: no operator, or no unit, is printed, and the readings that are left differ in their class, or
an operator that nobody would expect is the one that explains what was awarded.
"""

KINDS: tuple[Kind, ...] = get_args(Kind)
REASONS: tuple[Reason, ...] = get_args(Reason)


class Reading(NamedTuple):
    """One way to read a row, and what the rubric then gives.

    ``exact``: points before any rounding; ``points``: after the rubric's own rounding of each line.
    ``target`` and ``actual`` are as read (``≥95%``, ``8亩``); ``why`` is the engine's own reason.
    """

    target: str
    actual: str
    attainment: Attainment
    exact: Fraction
    points: Fraction
    method: str
    why: Text
    kind: Comparable


class Difference(NamedTuple):
    """A published row with its class. ``readings`` is empty where nothing could be scored.

    More than one reading: no operator or no unit is printed. They agree on ``kind``, or the row is not
    comparable for that very reason.
    """

    row: PublishedRow
    kind: Kind
    reason: Reason | None = None
    readings: tuple[Reading, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether what was awarded is not what the rubric gives."""
        return self.kind not in {"equal", "not_comparable"}


class Audit(NamedTuple):
    """A published table held against a rubric: one difference for each row, in its order."""

    file: str
    rubric: str
    differences: tuple[Difference, ...]

    @property
    def counts(self) -> dict[Kind, int]:
        """Rows of each class, in the order of ``KINDS``; every class is there."""
        found = Counter(each.kind for each in self.differences)
        return {kind: found[kind] for kind in KINDS}

    @property
    def reasons(self) -> dict[Reason, int]:
        """Rows for each reason why they cannot be compared, in the order of ``REASONS``."""
        found = Counter(each.reason for each in self.differences)
        return {reason: found[reason] for reason in REASONS if found[reason]}
