"""Published rows as forms: what is reported of them was looked at one by one, and nothing else is.

The rows come from ``tests/data/published``; a table there has no money part and no total.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import groupby

from perfdsl.audit.mistake import Mistake
from perfdsl.importers.draft import FormDraft
from perfdsl.importers.read_fields import text_field
from tests.audit.forms import draft_of, mistakes
from tests.cli.run import ROOT

COLLECTOR = "[collector]"

REPORTED = {
    "operator_in_actual": 10,  # all comparisons, such as ≥266米
    "blank_but_full": 6,  # of the one table whose cells are blank
    "deducted_without_reason": 3,  # 资金到位及时率 100% for 7 of 10, and two rows of 95% for 95%
    "missing_reason": 1,  # 政策知晓率 98% for =100%, 9 of 10
    "rate_of_all": 2,  # ≧100% of a 覆盖率 and of a 及时率
    "other_year": 1,  # 2021年11月30日前, in a form of 2022
    "points_not_100": 5,  # tables of which not all rows were copied: 60, 80, 60, 60 and 80 points
}


def published() -> list[FormDraft]:
    """Each table as a form of the year that stands behind its name."""
    with (ROOT / "tests/data/published/selfeval.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    drafts = []
    for name, of_form in groupby(rows, key=lambda row: row["project"]):
        cells = [
            {
                "name": row["level3"],
                "target": row["target_raw"],
                "actual": row["actual_raw"],
                "weight": row["weight"],
                "score": row["score"],
                "reason": row["deviation_note"].split(COLLECTOR)[0].strip(),
            }
            for row in of_form
        ]
        year = re.search(r"20[0-9]{2}", name)
        head = {"name": text_field(name, ())} | ({"year": text_field(year[0], ())} if year else {})
        drafts.append(draft_of(cells, {})._replace(head=head))  # type: ignore[arg-type]
    return drafts


def reported() -> list[Mistake]:
    return [mistake for draft in published() for mistake in mistakes(draft)]


def test_nothing_else_is_reported() -> None:
    assert Counter(each.kind for each in reported()) == REPORTED


def test_full_marks_alone_are_never_reported() -> None:
    full = {
        (row.text("name"), row.text("actual"))
        for draft in published()
        for row in draft.rows
        if row.text("score") == row.text("weight") != ""
    }
    assert len(full) == 58
    of_full = {each.kind for each in reported() if each.subject in {name for name, _ in full}}
    assert of_full == {"operator_in_actual", "blank_but_full", "rate_of_all", "other_year"}


def test_each_comparison_is_one() -> None:
    said = [each.printed.zh for each in reported() if each.kind == "operator_in_actual"]
    assert all(re.fullmatch(r"实绩 ≥[0-9]+(?:米|厘米|人|%)", text) for text in said)
