"""The lines that sum an audit up: rows of each class, why others cannot be compared, and full scores."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from perfdsl.audit.difference import Audit, Difference
from perfdsl.diagnostic import Text
from perfdsl.exact import show
from perfdsl.report import audit_words as words


class Counted(NamedTuple):
    """A line of the summary: what is counted, how many rows, and whether it is part of the line above."""

    what: Text
    rows: int
    is_part: bool = False


def count_rows(audit: Audit) -> Iterator[Counted]:
    """Count the rows of each class that has any; below what cannot be compared stand its reasons."""
    for kind, rows in audit.counts.items():
        if rows:
            yield Counted(words.KINDS[kind], rows)
    for reason, rows in audit.reasons.items():
        yield Counted(words.REASONS[reason], rows, is_part=True)


def say_more(audit: Audit) -> Iterator[Text]:
    """Say how many scores are full, and how many targets print no operator or no unit."""
    scored = [each for each in audit.differences if each.row.awarded and each.row.weight]
    full = sum(map(_is_full, scored))
    if scored:
        share = show(Fraction(100 * full, len(scored)), 1)
        yield Text(
            f"有得分的 {len(scored)} 行中，满分 {full} 行（{share}%）",
            f"of {len(scored)} rows with a score, {full} have full points ({share}%)",
        )
    agreed = sum(is_read_in_several_ways(each) for each in audit.differences)
    if agreed:
        yield Text(
            f"{words.BARE} 没有印出运算符或单位的 {agreed} 行：每种读法各算一次，结论相同",
            f"{words.BARE} no operator or no unit is printed ({agreed}): all readings come to the same",
        )
    yield Text(
        "以上只列差异；已公布的得分一概照录，不作更正",
        "Differences are listed; published scores stand as printed, none is corrected",
    )


def is_read_in_several_ways(difference: Difference) -> bool:
    """Whether a row has several readings, which agree on its class."""
    return len(difference.readings) > 1 and difference.reason is None


def _is_full(difference: Difference) -> bool:
    weight, awarded = difference.row.weight, difference.row.awarded
    return weight is not None and awarded is not None and awarded.value >= weight.value > 0
