"""The wording of complaints about published tables of self-scores and filled forms (P085)."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.actuals.table import whole_file
from perfdsl.audit.headings import SYNONYMS, Meaning
from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.importers.draft import FormKind
from perfdsl.source import Place, Source

_MOST_NAMES = 3
_FORMS: dict[FormKind, Text] = {
    "targets": Text("绩效目标表", "a table of targets"),
    "declaration": Text("绩效目标申报表", "a declaration of targets"),
    "self_evaluation": Text("绩效自评表", "a self-evaluation"),
    "monitoring": Text("绩效监控表", "a monitoring table"),
}


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


def no_form(file: str) -> Diagnostic:
    """Complain of a document in which no form was recognised."""
    return complaint(
        "P0854", whole_file(file), Text("没有认出绩效自评表", "no self-evaluation was recognised"),
        Text("没有带“三级指标、年度指标值、实际完成值、得分”的表", "no table is headed 三级指标, 年度指标值, 实际完成值, 得分"),
        Text("给出填好的自评表；CSV 汇总表用 `perfdsl audit --csv`", "give a filled form; a CSV of many is for `perfdsl audit --csv`"),
    )  # fmt: skip


def other_form(file: str, kind: FormKind) -> Diagnostic:
    """Complain of a document that holds forms, and none that was filled in with scores."""
    form = _FORMS[kind]
    return complaint(
        "P0855", whole_file(file), Text(f"这是{form.zh}，不是自评表", f"this is {form.en}, and no self-evaluation"),
        Text("没有实际完成值和得分可以核对", "it has no actuals and scores to be looked at"),
        Text("给出填好的自评表；目标表用 `perfdsl import`", "give a filled self-evaluation; targets are for `perfdsl import`"),
    )  # fmt: skip


def others_passed_over(file: str, count: int) -> Diagnostic:
    """Tell that a document also holds forms of other kinds."""
    return complaint(
        "P0856", whole_file(file), Text(f"另有 {count} 张不是自评表，没有核对", f"forms that are no self-evaluations, and not audited: {count}"),
        Text("只核对自评表", "only self-evaluations are"),
    )  # fmt: skip


def empty_form(file: str) -> Diagnostic:
    """Complain of a form without a row of indicators."""
    return complaint(
        "P0857", whole_file(file), Text("自评表里没有读到指标", "no indicator was read in the form"),
        Text("只有表头", "only its headers"),
        Text("与原件核对；用 `perfdsl import` 看读到了什么", "compare it with the original; `perfdsl import` shows what was read"),
    )  # fmt: skip


def not_one_rubric(source: Source, names: Sequence[str]) -> Diagnostic:
    """Complain of a file given as a rubric that defines none, or several."""
    count = len(names)
    return complaint(
        "P0858", source.place((0, 0)), Text(f"这个文件定义了 {count} 个评分办法", f"this file defines {count} rubrics"),
        Text("要正好一个", "one is needed"),
        Text("把要用的一个单独放在一个文件里", "put the one to be used into a file of its own"),
    )  # fmt: skip
