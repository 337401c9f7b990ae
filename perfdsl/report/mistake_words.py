"""The words for what does not fit in a filled form, in both languages; they name it and judge nobody."""

from __future__ import annotations

from typing import Final

from perfdsl.audit.form_audit import FormAudit
from perfdsl.audit.mistake import Gravity, Mistake, MistakeKind
from perfdsl.diagnostic import Text
from perfdsl.documents.document import Spot
from perfdsl.exact import show_trimmed

TITLES: Final[dict[MistakeKind, Text]] = {
    "blank_but_full": Text("空白满分", "blank, full points"),
    "blank_but_points": Text("空白有分", "blank, with points"),
    "none_but_full": Text("写“无”满分", "“none”, full points"),
    "missed_but_full": Text("未达标满分", "missed, full points"),
    "above_weight": Text("得分超过分值", "score above its weight"),
    "negative_score": Text("得分小于零", "score below zero"),
    "missing_reason": Text("扣分没有写原因", "points taken off, no reason"),
    "deducted_without_reason": Text("达标扣分，没有写原因", "met, points taken off, no reason"),
    "operator_in_actual": Text("实绩里写了比较", "a comparison in the actual"),
    "word_for_number": Text("数写成了文字", "a word for a number"),
    "unit_against_value": Text("单位对不上", "units that do not fit"),
    "other_unit": Text("单位不同，换算不了", "another unit"),
    "operator_against_sense": Text("方向与意思相反", "against the sense of its name"),
    "rate_of_all": Text("比率要求达到或超过 100%", "a rate of 100 % or more"),
    "rate_above_all": Text("比率超过 100%", "a rate above 100 %"),
    "target_equals_points": Text("指标值等于分值", "target equal to its points"),
    "other_year": Text("写的是别的年度", "another year"),
    "points_not_100": Text("分值合计不是 100", "weights that do not make 100"),
    "points_not_sum": Text("分值合计不是各项之和", "sum of weights that is not theirs"),
    "total_not_sum": Text("总分不是各项之和", "total that is not the sum"),
    "total_rounded": Text("总分取了整数", "total rounded to a whole"),
    "zero_total": Text("总分是 0，各项有分", "total of 0 beside scores"),
    "rate_not_quotient": Text("执行率不是执行数÷预算数", "rate that is not spending / budget"),
    "execution_points": Text("执行率得分不是执行率×分值", "points that are not rate × weight"),
    "execution_rounded": Text("执行率得分取了整数", "points for execution rounded to a whole"),
    "execution_above_all": Text("执行超过 100%", "execution above 100 %"),
    "money_parts": Text("资金各部分与合计不符", "parts of money that do not make the total"),
    "money_parts_blank": Text("资金各部分凑不成合计", "parts of money below the total"),
    "percent_over_money": Text("表头是 %，下面是金额", "a header of % over amounts"),
    "grade_thresholds": Text("等级界限次序不对", "grade thresholds out of order"),
    "grade_not_total": Text("等级与总分不符", "grade that does not fit the total"),
}

GRAVITIES: Final[dict[Gravity, Text]] = {
    "contradiction": Text("对不上", "do not agree"),
    "gap": Text("没有填", "not filled in"),
    "look": Text("请看一眼", "worth a look"),
}
SIGNS: Final[dict[Gravity, str]] = {"contradiction": "≠", "gap": "□", "look": "?"}

MISTAKES: Final = Text("表内核对", "The form against itself")
UNSURE: Final = Text("没有读准，不作比较", "Not read surely, and not compared")
DOUBTS: Final = Text("读表时的疑问", "Doubts about how the form was read")
UNSURE_MARK: Final = Text("所依据的栏没有读准", "it rests on a field that was not read surely")
UNREAD: Final = Text("没有认出的格，没有核对", "Cells that could not be told, and were not looked at")
NONE_READ: Final = Text("读到的部分没有对不上的地方", "nothing that does not fit in what was read")
NONE: Final = Text("没有对不上的地方", "nothing that does not fit")
NO_NAME: Final = Text("（没有写项目）", "(no project is named)")

COLUMNS: Final[dict[str, Text]] = {
    "title": Text("标题", "title"),
    "name": Text("名称", "name"),
    "code": Text("项目编码", "code"),
    "year": Text("年度", "year"),
    "budget": Text("预算数", "budget"),
    "fiscal": Text("财政资金", "fiscal funds"),
    "other": Text("其他资金", "other funds"),
    "money_unit": Text("金额单位", "unit of money"),
    "department": Text("主管部门", "department"),
    "implementer": Text("实施单位", "implementer"),
    "plan_header": Text("支出计划", "payment plan"),
    "expected_goal": Text("预期目标", "expected goal"),
    "actual_goal": Text("目标完成情况", "goal reached"),
    "total": Text("总分", "total"),
    "level1": Text("一级指标", "level 1"),
    "level2": Text("二级指标", "level 2"),
    "target": Text("指标值", "target"),
    "operator": Text("指标性质", "operator"),
    "unit": Text("度量单位", "unit"),
    "weight": Text("分值", "weight"),
    "actual": Text("实绩", "actual"),
    "score": Text("得分", "score"),
    "reason": Text("偏差原因", "reason"),
    "initial": Text("年初预算数", "initial budget"),
    "full_year": Text("全年预算数", "full-year budget"),
    "executed": Text("全年执行数", "spending"),
    "rate": Text("执行率", "rate"),
}
"""Names of fields, as a form's columns have them; others are called by their own word."""


def say_none(audited: FormAudit) -> Text:
    """Say that nothing was found: of the form, or of the part of it that was read."""
    return NONE_READ if audited.form.unread else NONE


def name_column(column: str) -> Text:
    """Name a field of a form."""
    return COLUMNS.get(column, Text(column, column))


def say_spots(spots: tuple[Spot, ...]) -> Text:
    """Tell where something stands: each place once."""
    said = dict.fromkeys(spot.say() for spot in spots)
    return Text("、".join(each.zh for each in said), ", ".join(each.en for each in said))


def say_mistake(mistake: Mistake) -> Text:
    """Say what is printed and what follows."""
    doubt = Text("", "") if mistake.is_sure else Text(f"（{UNSURE_MARK.zh}）", f" ({UNSURE_MARK.en})")
    printed, follows = mistake.printed, mistake.follows
    return Text(f"{printed.zh}；{follows.zh}{doubt.zh}", f"{printed.en}; {follows.en}{doubt.en}")


def say_recomputed(audited: FormAudit) -> list[Text]:
    """Say what the rubric gives in all, and what execution gives, each beside what is printed."""
    found, said = audited.recomputed, list[Text]()
    of = len(audited.form.rows)
    if found.rows:
        given, awarded = show_trimmed(found.given), show_trimmed(found.awarded)
        said.append(
            Text(
                f"按办法能算的 {found.rows} 行（共 {of} 行）得 {given} 分，自评 {awarded} 分",
                f"{found.rows} of {of} rows can be scored: {given} points by the rubric, {awarded} awarded",
            )
        )
    if found.execution is not None:
        printed = found.printed_execution
        own, due = (printed.text if printed else "") or "-", show_trimmed(found.execution)
        said.append(
            Text(
                f"执行率×分值得 {due} 分，自评 {own} 分", f"execution: rate × weight is {due}, awarded {own}"
            )
        )
    return said
