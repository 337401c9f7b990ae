"""The wording of complaints about points that people gave or took off (扣分, 自评, 核查)."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.exact import show_trimmed
from perfdsl.syntax import ast


def _told(code: str, fact: Fact, message: Text, at: Text, hint: Text) -> Diagnostic:
    return Diagnostic(code, message, (Label(fact.place, at),), (hint,))


def points_needed(fact: Fact, number: ast.Number) -> Diagnostic:
    """Complain of points, given or taken off, that are none."""
    return _told(
        "P0643", fact, Text(f"“{fact.indicator}”的扣分、自评或核查要写分数，不是“{number.text}”", f"points of “{fact.indicator}” are needed, not “{number.text}”"),
        Text("这条实绩后面写的", "written after this fact"), Text("写零或正数，例如 扣分 2分", "write zero or more, such as deducted 2分"),
    )  # fmt: skip


def points_of_no_line(fact: Fact) -> Diagnostic:
    """Complain of points, given or taken off, beside a fact that has no points of its own."""
    name = fact.indicator or fact.own
    return _told(
        "P0643", fact, Text(f"“{name}”不是指标，没有得分，不能写扣分、自评或核查", f"“{name}” is no indicator and has no points: none can be given or deducted"),
        Text("这条实绩后面写了分数", "points are written after this fact"), Text("把分数写在指标的那一行", "write them in the line of an indicator"),
    )  # fmt: skip


def points_without_actual(fact: Fact) -> Diagnostic:
    """Warn of points that stand beside a blank actual."""
    named = (
        (fact.deducted, "扣分", "deducted"),
        (fact.self_score, "自评", "self-score"),
        (fact.review_score, "核查", "reviewer"),
    )
    told = [(zh, en, number.text) for number, zh, en in named if number is not None]
    zh, en = (
        "、".join(f"{zh} {text}" for zh, _, text in told),
        ", ".join(f"{en} {text}" for _, en, text in told),
    )
    return _told(
        "P0651", fact, Text(f"“{fact.indicator}”没有填实绩，却有分数：{zh}", f"“{fact.indicator}” has no actual, but points: {en}"),
        Text("实绩是空的，分数没有用上", "the actual is blank; the points are not used"), Text("补填实绩；没有数据，就不要给分", "record the actual; without data there are no points to give"),
    )  # fmt: skip


def points_above(fact: Fact, number: ast.Number, weight: Fraction) -> Diagnostic:
    """Warn of points that people gave a line which is not worth so many."""
    most = show_trimmed(weight, 4)
    return _told(
        "P1308", fact, Text(f"“{fact.indicator}”只有 {most} 分，给了 {number.text}", f"“{fact.indicator}” is worth {most} points and was given {number.text}"),
        Text("自评或核查的得分高于分值", "points given above the weight"),
        Text("核对得分，或看分值是不是按目标的权重折算过；`perfdsl explain` 会说分值的由来", "check the points, or whether the weight was rescaled by the weights of goals; `perfdsl explain` tells where it comes from"),
    )  # fmt: skip
