"""The wording of complaints about published tables of self-scores (P085)."""

from __future__ import annotations

from perfdsl.audit.headings import SYNONYMS, Meaning
from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place

_MOST_NAMES = 3


def missing_column(place: Place, meaning: Meaning) -> Diagnostic:
    """Complain of a column without which nothing can be compared."""
    names = SYNONYMS[meaning].split()
    chinese = [name for name in names if not name.isascii()][:_MOST_NAMES]
    english = [name for name in names if name.isascii()][:_MOST_NAMES]
    return complaint(
        "P0851", place, Text(f"自评表缺少“{chinese[0]}”一列", f"the table of self-scores has no column “{english[0]}”"),
        Text("表头里没有它", "the header does not have it"),
        Text(f"加一列，表头写 {'、'.join(chinese)} 之一", f"add a column headed {' or '.join(english)}"),
    )  # fmt: skip


def not_points(place: Place, text: str, *, is_weight: bool) -> Diagnostic:
    """Warn of a weight or a score that is no number of points: its row is not compared."""
    shown = text if len(text) <= 30 else text[:29] + "…"  # noqa: PLR2004 — enough to find it
    what = Text("分值", "weight") if is_weight else Text("得分", "score")
    return complaint(
        "P0852", place, Text(f"{what.zh}“{shown}”不是分数，这一行不比较", f"the {what.en} “{shown}” is no number of points; the row is not compared"),
        Text("应是一个不小于零的数", "a number not below zero stands here"),
        Text("与原件核对；原件如此，就照样留着", "compare it with the original; if it is printed so, leave it"),
    )  # fmt: skip


def no_rows(place: Place) -> Diagnostic:
    """Complain of a table that holds nothing to compare."""
    return complaint(
        "P0853", place, Text("没有可以核对的行", "there is no row to compare"),
        Text("只有表头，或是空的", "only a header, or nothing"),
        Text("给出有表头、每个指标一行的 CSV", "give a CSV with a header and one row for each indicator"),
    )  # fmt: skip
