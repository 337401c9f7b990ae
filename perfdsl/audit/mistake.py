"""What does not fit in a filled form: what is printed, and what follows from the rest of what is printed."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Spot

MistakeKind = Literal[
    "blank_but_full",
    "blank_but_points",
    "missed_but_full",
    "above_weight",
    "negative_score",
    "missing_reason",
    "deducted_without_reason",
    "operator_in_actual",
    "word_for_number",
    "unit_against_value",
    "operator_against_sense",
    "rate_of_all",
    "target_equals_points",
    "other_year",
    "points_not_100",
    "total_not_sum",
    "total_rounded",
    "zero_total",
    "rate_not_quotient",
    "execution_points",
    "execution_rounded",
    "execution_above_all",
    "money_parts",
    "percent_over_money",
    "grade_thresholds",
    "grade_not_total",
]
"""All classes, in the order in which a report lists them. Several may hold of one row.

``blank_but_full``, ``blank_but_points``: no actual is printed, and full points, or some. ``missed_but_full``:
as in a ``Difference``. ``missing_reason``: fewer points than the weight, and the column of reasons is blank;
``deducted_without_reason``: the same although the target is met. ``word_for_number``: 完成 beside a number.
``unit_against_value``: the unit column, the target and the actual do not go together. ``rate_of_all``: a
share is to reach 100 % or more. ``execution_points``: the points of the money part are not rate × weight.
``total_rounded``, ``execution_rounded``: they are, rounded to a whole or cut off.
``percent_over_money``: a header says %, and below it stand amounts.
"""

Gravity = Literal["contradiction", "gap", "look"]
"""``contradiction``: two things that are printed cannot both be right. ``gap``: something is not filled in.
``look``: it may be meant so; a person looks. None of them says who is to blame."""

GRAVITIES: Final[dict[MistakeKind, Gravity]] = {
    "blank_but_full": "gap",
    "blank_but_points": "gap",
    "missed_but_full": "contradiction",
    "above_weight": "contradiction",
    "negative_score": "contradiction",
    "missing_reason": "gap",
    "deducted_without_reason": "gap",
    "operator_in_actual": "look",
    "word_for_number": "look",
    "unit_against_value": "contradiction",
    "operator_against_sense": "look",
    "rate_of_all": "look",
    "target_equals_points": "look",
    "other_year": "look",
    "points_not_100": "contradiction",
    "total_not_sum": "contradiction",
    "total_rounded": "look",
    "zero_total": "contradiction",
    "rate_not_quotient": "contradiction",
    "execution_points": "contradiction",
    "execution_rounded": "look",
    "execution_above_all": "look",
    "money_parts": "contradiction",
    "percent_over_money": "contradiction",
    "grade_thresholds": "contradiction",
    "grade_not_total": "contradiction",
}


class Mistake(NamedTuple):
    """One thing that does not fit. It is reported; nothing is corrected.

    ``subject``: the printed name of the row, or of the part of the form; empty for the form as a whole.
    ``printed``: what stands there. ``follows``: what follows from the other things that are printed, or why a
    person should look. ``is_sure``: False where a field that it rests on was not read surely.
    """

    kind: MistakeKind
    subject: str
    printed: Text
    follows: Text
    spots: tuple[Spot, ...] = ()
    is_sure: bool = True

    @property
    def gravity(self) -> Gravity:
        """How much there is to it, fixed by the kind."""
        return GRAVITIES[self.kind]
