"""What does not fit in a filled form: what is printed, and what follows from the rest of what is printed."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Spot

MistakeKind = Literal[
    "blank_but_full",
    "blank_but_points",
    "none_but_full",
    "missed_but_full",
    "above_weight",
    "negative_score",
    "missing_reason",
    "deducted_without_reason",
    "operator_in_actual",
    "word_for_number",
    "unit_against_value",
    "other_unit",
    "operator_against_sense",
    "rate_of_all",
    "rate_above_all",
    "target_equals_points",
    "other_year",
    "points_not_100",
    "points_not_sum",
    "total_not_sum",
    "total_rounded",
    "zero_total",
    "rate_not_quotient",
    "execution_points",
    "execution_rounded",
    "execution_above_all",
    "money_parts",
    "money_parts_blank",
    "percent_over_money",
    "grade_thresholds",
    "grade_not_total",
]
"""All classes, in the order in which a report lists them. Several may hold of one row.

``blank_but_full``, ``blank_but_points``: no actual is printed, and full points, or some.
``none_but_full``: 无 beside a number to be reached.
``missed_but_full``: as in a ``Difference``.
``missing_reason``: fewer points than the weight, and the column of reasons is blank;
``deducted_without_reason``: the same although the target is met.
``word_for_number``: 完成 beside a number.
``unit_against_value``: the unit column, the target and the actual do not go together;
``other_unit``: they count in units that cannot be converted (户 and 家, 天 and 个月).
``rate_of_all``: a share is to reach 100 % or more; ``rate_above_all``: it did exceed it.
``points_not_sum``: the printed sum of the weights is not theirs.
``execution_points``: the points of the money part are not rate × weight.
``total_rounded``, ``execution_rounded``: they are, rounded to a whole or cut off.
``money_parts_blank``: the parts that are printed make less than the total, and others are blank.
``percent_over_money``: a header says %, and below it stand amounts.
"""

Gravity = Literal["contradiction", "gap", "look"]
"""``contradiction``: two things that are printed cannot both be right. ``gap``: something is not filled in.
``look``: it may be meant so; a person looks. None of them says who is to blame."""

GRAVITIES: Final[dict[MistakeKind, Gravity]] = {
    "blank_but_full": "gap",
    "blank_but_points": "gap",
    "none_but_full": "gap",
    "missed_but_full": "contradiction",
    "above_weight": "contradiction",
    "negative_score": "contradiction",
    "missing_reason": "gap",
    "deducted_without_reason": "gap",
    "operator_in_actual": "look",
    "word_for_number": "look",
    "unit_against_value": "contradiction",
    "other_unit": "look",
    "operator_against_sense": "look",
    "rate_of_all": "look",
    "rate_above_all": "look",
    "target_equals_points": "look",
    "other_year": "look",
    "points_not_100": "contradiction",
    "points_not_sum": "contradiction",
    "total_not_sum": "contradiction",
    "total_rounded": "look",
    "zero_total": "contradiction",
    "rate_not_quotient": "contradiction",
    "execution_points": "contradiction",
    "execution_rounded": "look",
    "execution_above_all": "look",
    "money_parts": "contradiction",
    "money_parts_blank": "look",
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
