"""The wording of complaints about the units of expressions (P03 and P0203)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.scheme.messages import unknown_unit
from perfdsl.source import Place, Source
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from perfdsl.unit_names import MEASURES
from perfdsl.units import Unit

__all__ = ["unknown_unit"]

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def unit_name(unit: Unit) -> Text:
    """Name a unit, or its dimension where it comes from a computation."""
    if unit.name:
        return Text(f"“{unit.name}”", f"“{unit.name}”")
    if not unit.dimension.powers:
        return Text("纯数（比例）", "a pure number (a share)")
    if unit.dimension.powers == (("date", 1),):
        return Text("日期", "a date")
    powers = unit.dimension.powers
    zh = "·".join(_base_units().get(base, base) + _raised(power) for base, power in powers)
    en = "·".join(base if power == 1 else f"{base}^{power}" for base, power in powers)
    return Text(f"“{zh}”", f"“{en}”")


@cache
def _base_units() -> dict[str, str]:
    """Give the unit of size 1 of each measure: 分 of ``point``, 元 of ``money``."""
    lines = (line.split() for line in MEASURES.strip().splitlines())
    return {kind: names[0] for kind, size, *names in reversed(list(lines)) if size == "1"}


def _raised(power: int) -> str:
    """``²`` · ``⁻¹``; nothing for 1."""
    return "" if power == 1 else str(power).translate(_SUPERSCRIPT)


def units_differ(source: Source, one: tuple[ast.Expr, Unit], other: tuple[ast.Expr, Unit]) -> Diagnostic:
    """Complain of two sides that cannot be added or compared; both places are shown."""
    (left, of_left), (right, of_right) = one, other
    a, b = unit_name(of_left), unit_name(of_right)
    return Diagnostic(
        "P0302", Text(f"{a.zh} 不能与 {b.zh} 相加或比较：单位不同", f"{a.en} cannot be added to or compared with {b.en}: the units differ"),
        (Label(source.place(left.span), Text(f"以{a.zh}计", f"in {a.en}")), Label(source.place(right.span), Text(f"以{b.zh}计", f"in {b.en}"))),
        (Text("两边换成同一种量；比例写 %，相差写 个百分点", "bring both sides to one kind; ratios in %, differences of ratios in 个百分点"),),
    )  # fmt: skip


def unknown_name(place: Place, name: str, scope: Mapping[str, Unit]) -> Diagnostic:
    """Complain of a name that stands for nothing here."""
    words = [spellings[0] for spellings in tables()["scope"].values()]
    english = [spellings[-1] for spellings in tables()["scope"].values()]
    near = did_you_mean(
        name, [*words, *english, *(term.strip("“”") for term in scope if term.startswith("“"))]
    )
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        f"可用的名字：{'、'.join(words)}", f"names: {', '.join(english)}")  # fmt: skip
    return complaint(
        "P0203", place, Text(f"这里没有“{name}”", f"“{name}” stands for nothing here"), Text("不认识的名字", "unknown name"), hint,
    )  # fmt: skip


def no_such_value(place: Place, name: str) -> Diagnostic:
    """Complain of a word of methods that this kind of target has no value for."""
    return complaint(
        "P0212", place, Text(f"这种指标没有“{name}”", f"this kind of target has no “{name}”"), Text("没有值", "no value"),
        Text("区间用 下限 和 上限；“是”类指标只有 达标；基数要在指标下写一行 基数",
             "a range has lower and upper, a state only met, and a baseline must be given on the indicator"),
    )  # fmt: skip


def no_such_word(place: Place, name: str, scope: Mapping[str, Unit]) -> Diagnostic:
    """Complain of a word that a rule or a formula has no value for, and show those that it has."""
    spellings = [tables()["scope"][word] for word in scope if word in tables()["scope"]]
    zh, en = "、".join(each[0] for each in spellings), ", ".join(each[-1] for each in spellings)
    return complaint(
        "P0212", place, Text(f"这里没有“{name}”", f"there is no “{name}” here"), Text("没有值", "no value"),
        Text(f"这里可以用：{zh}", f"here there are: {en}"),
    )  # fmt: skip


def not_condition(place: Place, unit: Unit) -> Diagnostic:
    """Complain of a number where a condition is needed."""
    name = unit_name(unit)
    return complaint(
        "P0328", place, Text("这里要一个条件", "a condition belongs here"), Text(f"这是{name.zh}", f"this is {name.en}"),
        Text("例如 实际 >= 90%、达标、已完成", "for example actual >= 90%, met, finished"),
    )  # fmt: skip


def condition_as_number(place: Place) -> Diagnostic:
    """Complain of a condition where a number is needed."""
    return complaint(
        "P0328", place, Text("条件不能当数来算", "a condition is not a number"), Text("这是一个条件", "this is a condition"),
        Text("分成两个情形来写", "write two cases instead"),
    )  # fmt: skip


def bare_score(place: Place, text: str) -> Diagnostic:
    """Complain of a bare number above one as a result: points are meant, or a percentage."""
    return complaint(
        "P0329", place, Text(f"得分 {text} 是权重的 {text} 倍", f"a score of {text} is {text} times the weight"), Text("分，还是百分比？", "points, or a percentage?"),
        Text(f"写成 {text}分 或 {text}%", f"write {text}分 or {text}%"),
    )  # fmt: skip


def not_score(place: Place, unit: Unit) -> Diagnostic:
    """Complain of a result that is neither a share nor points."""
    name = unit_name(unit)
    return complaint(
        "P0329", place, Text("得分要写成权重的比例，或分", "a score is a share of the weight, or points"), Text(f"这是{name.zh}", f"this is {name.en}"),
        Text("例如 实际 / 目标值、80%、5分、满分 - 0.5分", "for example actual / target, 80%, 5分, full_points - 0.5分"),
    )  # fmt: skip


def date_arithmetic(place: Place, op: str) -> Diagnostic:
    """Complain of arithmetic that points in time do not have."""
    return complaint(
        "P0330", place, Text(f"日期和月份不能用 {op} 来算", f"dates and months of the year cannot be used with {op}"),
        Text("它们是时点，不是数量", "they are points in time, not amounts"),
        Text("比较先后，或相减得到天数；期限类指标用“是否达标”一类的方法", "compare them, or subtract them to get days; score deadlines by met or not"),
    )  # fmt: skip


def argument_count(place: Place, function: str, least: int, most: int) -> Diagnostic:
    """Complain of too few or too many arguments."""
    wanted = str(least) if least == most else f"{least}–{most}"
    return complaint(
        "P0331", place, Text(f"{function} 要 {wanted} 个参数", f"{function} takes {wanted} arguments"), Text("参数个数不对", "wrong number"),
        Text(f"例如 {function}({', '.join('ab'[:max(least, 1)])})", f"for example {function}({', '.join('ab'[:max(least, 1)])})"),
    )  # fmt: skip


def rounding_needs_number(place: Place, function: str, unit: Unit) -> Diagnostic:
    """Complain of a whole part that would depend on the unit."""
    name = unit_name(unit)
    return complaint(
        "P0331", place, Text(f"{function} 只能用于纯数或分", f"{function} is for pure numbers and points"),
        Text(f"这是{name.zh}：取整结果会随单位而变", f"this is {name.en}: the result would depend on the unit"),
        Text("先除以一个单位，例如 floor(超出 / 1次)", "divide by a unit first, such as floor(excess / 1次)"),
    )  # fmt: skip


def places_needed(place: Place) -> Diagnostic:
    """Complain of decimal places that are not a small whole number."""
    return complaint(
        "P0331", place, Text("round 的第二个参数是 0 至 6 的整数", "the second argument of round is a whole number from 0 to 6"), Text("小数位数", "decimal places"),
        Text("例如 round(x, 2)", "for example round(x, 2)"),
    )  # fmt: skip


def part_of_step(place: Place) -> Diagnostic:
    """Complain of a deduction that does not say what the part of a step costs."""
    return complaint(
        "P0332", place, Text("没有说明不足一步怎么算", "it does not say what the part of a step counts"), Text("同样的文字，可得三种分数", "three scores can come of these words"),
        Text("在后面写明：按比例、每满（不足不计）或 不足也计", "add prorata, full (a part counts nothing) or begun (a part counts as a whole)"),
    )  # fmt: skip


def step_not_positive(place: Place) -> Diagnostic:
    """Complain of a step of nothing."""
    return complaint(
        "P0332", place, Text("每一步必须大于零", "a step must be above zero"), Text("这一步", "this step"), Text("例如 每 1个百分点", "for example per 1个百分点"),
    )  # fmt: skip


def only_in_rules(place: Place, function: str) -> Diagnostic:
    """Complain of a function that only rules have."""
    zh, en = function_name(function)
    if function == "count":
        return complaint(
            "P0331", place, Text(f"“{zh}”只能用在规则和 计算 里", f"“{en}” belongs in rules and formulas only"), Text("这里不能用", "not here"),
            Text("把它写在指标的 计算 里，方法再用 实际", "write it in the indicator's formula; the method then uses the actual"),
        )  # fmt: skip
    return complaint(
        "P0331", place, Text(f"“{zh}”只能用在规则里", f"“{en}” belongs in rules only"), Text("这里不能用", "not here"),
        Text("方法和 计算 只看一个指标的数；要看得分和别的指标，写一段 规则", "methods and formulas see the numbers of one line; what looks at scores and other lines is a rule"),
    )  # fmt: skip


def name_needed(place: Place, function: str) -> Diagnostic:
    """Complain of a function that takes the name of an indicator and was given something else."""
    zh, en = function_name(function)
    return complaint(
        "P0331", place, Text(f"“{zh}”后面要写一个指标的名称", f"“{en}” takes the name of one indicator"), Text("不是名称", "no name"),
        Text(f"例如：{zh}(集中活动的次数) < 10分", f"for example: {en}(meetings) < 10分"),
    )  # fmt: skip


def function_name(function: str) -> tuple[str, str]:
    """Name of a function in both languages."""
    spellings = tables()["functions"].get(function) or tables()["joints"][function]
    return spellings[0], next(word for word in spellings if word.isascii())
