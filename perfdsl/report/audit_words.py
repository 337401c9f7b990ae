"""The words of an audit in both languages: classes, reasons, and the sentence that explains a row.

They name differences and judge nobody: a published score is never called a mistake.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from perfdsl.actuals.read_value import is_blank
from perfdsl.audit.difference import Difference, Kind, Reading, Reason
from perfdsl.audit.published import PublishedRow
from perfdsl.diagnostic import Text
from perfdsl.exact import decimals_needed, show_trimmed

KINDS: Final[dict[Kind, Text]] = {
    "equal": Text("一致", "equal"),
    "rounded": Text("四舍五入", "rounded"),
    "truncated": Text("截去小数", "truncated"),
    "above": Text("高于办法", "above"),
    "below": Text("低于办法", "below"),
    "met_but_deducted": Text("达标扣分", "met, deducted"),
    "missed_but_full": Text("未达标满分", "missed, full"),
    "blank_but_full": Text("空白满分", "blank, full"),
    "not_comparable": Text("不可比", "not compared"),
}
SIGNS: Final = {True: "≠", False: "=", None: "?"}
"""What a row is marked with: it differs, it agrees, it cannot be compared."""

REASONS: Final[dict[Reason, Text]] = {
    "unsure": Text("没有读准，先与原件核对", "it was not read surely: compare it with the original"),
    "no_score": Text("没有印出得分", "no score is printed"),
    "unreadable_score": Text("得分不是分数", "the score is no number of points"),
    "unreadable_weight": Text("分值不是分数", "the weight is no number of points"),
    "no_weight": Text("没有印出分值", "no weight is printed"),
    "no_actual": Text("实绩空白，没有给满分", "no actual is printed, and not full points"),
    "operator_in_actual": Text(
        "实绩里写了比较，没有说实际是多少", "the actual is a comparison: it says not how much was done"
    ),
    "no_target": Text("没有印出指标值", "no target is printed"),
    "qualitative": Text("指标值是文字，由评价人定档次", "the target is in words: people judge it by levels"),
    "unreadable_target": Text("指标值读不成一个目标", "the target cannot be read as one aim"),
    "unreadable_actual": Text("实绩读不成一个数", "the actual cannot be read as one value"),
    "no_method": Text("评分办法没有适用的方法", "the rubric has no method for it"),
    "word_for_number": Text("指标值是数，实绩是文字", "the actual is a word, the target a number"),
    "unit_differs": Text("实绩与指标值单位不同", "actual and target differ in unit"),
    "open": Text("办法还要看别的事实", "the method asks for further facts"),
    "readings": Text(
        "没有印出运算符或单位，读法不同，结论就不同",
        "no operator or no unit is printed, and it depends on the reading",
    ),
}

INDICATOR: Final = Text("指标", "Indicator")
TARGET: Final = Text("指标值", "Target")
ACTUAL: Final = Text("实绩", "Actual")
GIVEN: Final = Text("按办法", "Rubric")
AWARDED: Final = Text("自评", "Awarded")
KIND: Final = Text("比较", "Compared")
WHY: Final = Text("说明", "Explanation")
NO_PROJECT: Final = Text("（没有写项目）", "(no project is named)")
RUBRIC: Final = Text("评分办法", "Rubric")
BARE: Final = "°"
"""Stands behind a target or an actual that was read in several ways with one result."""


def sign_of(difference: Difference) -> str:
    """Give the sign that a row is marked with."""
    return SIGNS[None if difference.kind == "not_comparable" else difference.differs]


def show_exact(points: Fraction) -> str:
    """Write points before rounding; ``≈`` where four decimals do not show them exactly."""
    needed = decimals_needed(points)
    near = "" if needed is not None and needed <= 4 else "≈"  # noqa: PLR2004 — as show_trimmed has
    return near + show_trimmed(points)


def show_given(difference: Difference) -> str:
    """Write what the rubric gives, before rounding; of several readings each number once."""
    return " / ".join(dict.fromkeys(show_exact(each.exact) for each in difference.readings)) or "-"


def show_aim(row: PublishedRow) -> str:
    """Write a target with what its columns of operators and units say beside it: ``≥ 90 %``."""
    beside = [each for each in (row.operator, row.target, row.unit) if not is_blank(each)]
    return " ".join(beside) if row.target else ""


def explain(difference: Difference) -> Text:
    """Say in a sentence how a row differs, or why it cannot be compared; empty for one that agrees."""
    reason = difference.reason
    if reason == "readings":
        return _join(REASONS[reason], *map(_say_reading, difference.readings))
    if reason is not None:
        return REASONS[reason]
    return _explain_kind(difference)


def _explain_kind(difference: Difference) -> Text:
    given, by = show_given(difference), _gap(difference)
    why = difference.readings[0].why if difference.readings else Text("", "")
    match difference.kind:
        case "rounded":
            return _join(why, Text(f"得 {given}，自评四舍五入", f"{given}, awarded after rounding"))
        case "truncated":
            return _join(why, Text(f"得 {given}，自评截去小数", f"{given}, awarded without its decimals"))
        case "above":
            return _join(why, Text(f"得 {given}，自评多 {by}", f"{given}, {by} more was awarded"))
        case "below":
            return _join(why, Text(f"得 {given}，自评少 {by}", f"{given}, {by} less was awarded"))
        case "met_but_deducted":
            return _join(why, Text(f"自评少 {by}", f"{by} less was awarded"))
        case "missed_but_full":
            return _join(why, Text(f"得 {given}，自评给满分", f"{given}, full points were awarded"))
        case "blank_but_full":
            return Text("实绩空白，自评给满分", "no actual is printed, full points were awarded")
        case _:
            return Text("", "")


def _gap(difference: Difference) -> str:
    """How far the award is from what the rubric gives, in points; each number once."""
    awarded = difference.row.awarded
    value = Fraction(0) if awarded is None else awarded.value
    gaps = (show_exact(abs(each.exact - value)) for each in difference.readings)
    return " / ".join(dict.fromkeys(gaps))


def _say_reading(reading: Reading) -> Text:
    given, kind = show_exact(reading.exact), KINDS[reading.kind]
    what = f"{reading.target}, {reading.actual}"
    return Text(
        f"{reading.target}、{reading.actual}：得 {given}（{kind.zh}）", f"{what}: {given} ({kind.en})"
    )


def _join(*parts: Text) -> Text:
    said = [part for part in parts if part.zh]
    return Text("；".join(part.zh for part in said), "; ".join(part.en for part in said))


def say_below(difference: Difference) -> Text:
    """Explain a row, with what the table itself prints as a reason or a remark; empty where it agrees."""
    note = difference.row.note if sign_of(difference) != "=" else ""
    said = explain(difference)
    return _join(said, Text(f"表中说明：{note}", f"its own note: {note}")) if note else said
