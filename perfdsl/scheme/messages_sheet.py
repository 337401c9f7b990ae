"""The wording of complaints about a sheet that contradicts itself (P05)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.scheme.judge_direction import Sense
from perfdsl.scheme.messages_units import unit_name
from perfdsl.scheme.scheme import Aim
from perfdsl.source import Place
from perfdsl.units import Quantity, Unit, show_quantity


def budget_parts(place: Place, total: Quantity, parts: Quantity) -> Diagnostic:
    """Complain of a budget that is not the sum of its parts."""
    whole, made = show_quantity(total), show_quantity(parts)
    return complaint(
        "P0501", place, Text(f"预算 {whole} 不等于各部分之和 {made}", f"the budget {whole} is not the sum of its parts, {made}"),
        Text(f"各部分合计 {made}", f"the parts make {made}"), Text("改预算数，或改其中一部分", "change the total or one of the parts"),
    )  # fmt: skip


def plan_months(place: Place, before: Place) -> Diagnostic:
    """Complain of a payment plan whose months do not go forward."""
    return Diagnostic(
        "P0502", Text("支出计划的月份没有向后排", "the months of the plan do not go forward"),
        (Label(place, Text("不在后面", "not later")), Label(before, Text("前一段", "the point before"))),
        (Text("按月份从早到晚写", "write them from the earliest to the latest"),),
    )  # fmt: skip


def plan_falls(place: Place, before: Place) -> Diagnostic:
    """Complain of a cumulative amount that falls."""
    return Diagnostic(
        "P0502", Text("支出计划是累计数，不会减少", "a plan is cumulative and cannot fall"),
        (Label(place, Text("比前一段少", "less than before")), Label(before, Text("前一段", "the point before"))),
        (Text("每一段写到那时为止的累计金额", "write what will have been spent by then, in all"),),
    )  # fmt: skip


def plan_end(place: Place, text: str, budget: Quantity) -> Diagnostic:
    """Complain of a plan that does not end at the budget."""
    whole = show_quantity(budget)
    return complaint(
        "P0503", place, Text(f"支出计划最后是 {text}，预算是 {whole}", f"the plan ends at {text}, the budget is {whole}"),
        Text("应等于预算", "it ought to be the budget"), Text(f"最后一段改为 {whole}", f"change the last point to {whole}"),
    )  # fmt: skip


def plan_end_percent(place: Place, text: str) -> Diagnostic:
    """Complain of a plan in percent that does not end at 100."""
    return complaint(
        "P0503", place, Text(f"按百分比的支出计划最后是 {text}，不是 100%", f"the plan in percent ends at {text}, not at 100%"),
        Text("应为 100%", "it ought to be 100%"), Text("最后一段改为 100%；若写的是金额，单位改为 万元", "change it to 100%, or give amounts their unit"),
    )  # fmt: skip


def cost_above_budget(place: Place, text: str, budget: Quantity) -> Diagnostic:
    """Complain of a cost target that allows more than the budget."""
    whole = show_quantity(budget)
    return complaint(
        "P0504", place, Text(f"成本指标值 {text} 超过预算 {whole}", f"the cost target {text} is above the budget {whole}"),
        Text("允许花的比预算多", "it allows more than there is"), Text(f"改为 <= {whole}，或核对预算", f"change it to <= {whole}, or check the budget"),
    )  # fmt: skip


def exactly_all(place: Place, name: str) -> Diagnostic:
    """Warn of a rate that must be at least the whole: only the whole itself will do."""
    return complaint(
        "P0505", place, Text(f"“{name}”>= 100%：比率最多 100%，等于要求正好 100%", f"“{name}” >= 100%: a rate cannot be more, so it must be exactly 100%"),
        Text("差一点也不达标", "anything less is missed"), Text("若本意如此，写成 = 100%", "if that is meant, write = 100%"),
    )  # fmt: skip


def above_all(place: Place, name: str, text: str) -> Diagnostic:
    """Complain of a rate above the whole."""
    return complaint(
        "P0505", place, Text(f"“{name}”{text}：比率不会超过 100%", f"“{name}” {text}: a rate cannot exceed 100%"), Text("不可能达到", "it cannot be reached"),
        Text("核对数值；增长率一类的名字不受此限", "check the number; growth rates are not concerned"),
    )  # fmt: skip


_SENSES: dict[Sense, tuple[Text, Text]] = {
    "more": (Text("越多越好", "more would be better"), Text("改为 <= 或 =", "change it to <= or =")),
    "all": (Text("要求全部如此", "all of it is to be so"), Text("核对指标值和名称", "look at the target and the name")),
    "less": (Text("越少越好", "less would be better"), Text("改为 >= 或 =", "change it to >= or =")),
}  # fmt: skip


def against_sense(place: Place, name: str, text: str, sense: Sense) -> Diagnostic:
    """Warn of a target that asks for more of what is bad, or for less of what is good."""
    said, remedy = _SENSES[sense]
    return complaint(
        "P0506", place, Text(f"“{name}”{text}：{said.zh}，与名字的意思相反", f"“{name}” {text}: {said.en}, against what the name says"),
        Text("方向可能反了", "the direction may be wrong"), remedy,
    )  # fmt: skip


def other_year(place: Place, name: str, other: int, year: int) -> Diagnostic:
    """Warn of a year that is not the sheet's."""
    return complaint(
        "P0507", place, Text(f"“{name}”写的是 {other} 年，年度是 {year}", f"“{name}” speaks of {other}, the sheet is of {year}"),
        Text(f"{other} 年", f"{other}"), Text("核对是不是上年的表抄来的", "check whether it was copied from another year"),
    )  # fmt: skip


def formula_unit(place: Place, target: Place, found: Unit, aim: Aim) -> Diagnostic:
    """Complain of a computed actual whose unit is not that of the target."""
    got, wanted = unit_name(found), unit_name(aim.unit)
    return Diagnostic(
        "P0302", Text(f"计算得到{got.zh}，指标值以{wanted.zh}计", f"the formula gives {got.en}, the target is in {wanted.en}"),
        (Label(place, Text(f"得到{got.zh}", f"gives {got.en}")), Label(target, Text(f"以{wanted.zh}计", f"in {wanted.en}"))),
        (Text("比率是两个同单位的量相除", "a rate is the quotient of two amounts of one unit"),),
    )  # fmt: skip
