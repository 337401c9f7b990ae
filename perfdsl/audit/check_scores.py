"""Looks at the score of each row: beside its weight, its actual, its target, and the reason given for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from perfdsl.actuals.read_value import is_blank
from perfdsl.audit import messages_row as messages
from perfdsl.audit.difference import Difference
from perfdsl.audit.filled_form import FilledForm, FilledRow
from perfdsl.audit.messages_form import number
from perfdsl.audit.mistake import Mistake
from perfdsl.audit.read_actuals import NOTHING
from perfdsl.audit.read_entry import read_number
from perfdsl.audit.read_targets import read_targets
from perfdsl.audit.score_line import aim_at
from perfdsl.scheme.known_units import DATE
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax.normalise import normalise

_NO_REASONS: Final = frozenset({"无", "没有", "none"})


def check_scores(form: FilledForm, differences: tuple[Difference, ...]) -> Iterator[Mistake]:
    """Report scores that do not fit; ``differences`` are of the form's rows, in their order.

    Rows that were not read surely are let be: they are listed as such.
    """
    for each, difference in zip(form.rows, differences, strict=True):
        if not each.is_sure:
            continue
        yield from _beside_weight(each)
        yield from _beside_actual(each, difference)
        yield from _beside_reason(each, difference)
        if _repeats_weight(each):
            yield messages.target_equals_points(each)


def _beside_weight(each: FilledRow) -> Iterator[Mistake]:
    score, weight = each.score.number, each.weight.number
    if score is not None and score.value < 0:
        yield messages.negative_score(each)
    if score is not None and weight is not None and score.value > weight.value:
        yield messages.above_weight(each)


def _beside_actual(each: FilledRow, difference: Difference) -> Iterator[Mistake]:
    score, weight = each.row.awarded, each.row.weight
    if difference.kind == "missed_but_full":
        given = dict.fromkeys(number(reading.exact) for reading in difference.readings)
        yield messages.missed_but_full(each, " / ".join(given))
    if score is None or weight is None or weight.value == 0:
        return
    is_full = score.value >= weight.value
    if not is_blank(each.row.actual):
        if is_full and _says_nothing(each):
            yield messages.none_but_full(each)
    elif is_full:
        yield messages.blank_but_full(each)
    elif score.value > 0:
        yield messages.blank_but_points(each)


def _says_nothing(each: FilledRow) -> bool:
    """Whether the actual is 无, which is 0 or nothing at all, and more than 0 was aimed at, or a day."""
    said = normalise(each.row.actual).strip("。. ")
    targets = read_targets(each.row)
    if said not in NOTHING or isinstance(targets, str):
        return False
    aims = [aimed.aim for target in targets.likely if (aimed := aim_at(each.row, target)) is not None]
    return bool(aims) and all(_is_to_be_reached(aim) for aim in aims)


def _is_to_be_reached(aim: Aim) -> bool:
    return aim.unit.dimension == DATE.dimension or (aim.low is not None and aim.low > 0)


def _beside_reason(each: FilledRow, difference: Difference) -> Iterator[Mistake]:
    """Points taken off want a reason, where the form has a column for it."""
    score, weight = each.row.awarded, each.row.weight
    if score is None or weight is None or score.value >= weight.value or not each.has_reason_column:
        return
    if "reason" in each.unsure:
        return
    if not is_blank(each.row.note) and normalise(each.row.note).strip("。. ").lower() not in _NO_REASONS:
        return
    is_met = bool(difference.readings) and all(read.attainment == "met" for read in difference.readings)
    yield messages.deducted_without_reason(each) if is_met else messages.missing_reason(each)


def _repeats_weight(each: FilledRow) -> bool:
    """Whether the target is a bare number, or one of points, that is the weight again."""
    row, weight = each.row, each.weight.number
    target = normalise(row.target).strip()
    if weight is None or row.operator or (row.unit and row.unit != "分"):
        return False
    if not target.removesuffix("分").replace(".", "", 1).isdecimal():
        return False
    found = read_number(target)
    return found is not None and found.value == weight.value
