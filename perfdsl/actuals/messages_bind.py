"""The wording of complaints about facts that do not fit the sheet (P064–P066, and units)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.exact import show_trimmed
from perfdsl.plan.plan import IndicatorPlan, LevelPlan, ProjectPlan
from perfdsl.scheme.did_you_mean import did_you_mean
from perfdsl.scheme.messages_units import unit_name
from perfdsl.units import Unit, near_units


def _fact(code: str, fact: Fact, message: Text, at: Text, *hints: Text) -> Diagnostic:
    return Diagnostic(code, message, (Label(fact.place, at),), hints)


def _with_target(
    code: str, fact: Fact, line: IndicatorPlan, message: Text, at: Text, *hints: Text
) -> Diagnostic:
    target = Label(line.target_place, Text(f"目标：{line.aim.text}", f"target: {line.aim.text}"))
    return Diagnostic(code, message, (Label(fact.place, at), target), hints)


def unknown_project(fact: Fact, known: Sequence[str]) -> Diagnostic:
    """Complain of a fact about a project that no sheet has."""
    near = did_you_mean(fact.project, known)
    hint = (
        Text(f"是不是“{near}”？", f"did you mean “{near}”?")
        if near
        else Text("用项目编码或项目名称", "use the project's code or name")
    )
    return Diagnostic(
        "P0640", Text(f"没有项目“{fact.project}”", f"there is no project “{fact.project}”"),
        (Label(fact.project_place, Text("不认识的项目", "unknown project")),), (hint,),
    )  # fmt: skip


def ambiguous_project(fact: Fact) -> Diagnostic:
    """Complain of a name that several projects share."""
    return Diagnostic(
        "P0640", Text(f"有几个项目都叫“{fact.project}”", f"several projects are called “{fact.project}”"),
        (Label(fact.project_place, Text("是哪一个？", "which one?")),), (Text("改用项目编码", "use the project's code"),),
    )  # fmt: skip


def unknown_indicator(fact: Fact, project: ProjectPlan, known: Sequence[str]) -> Diagnostic:
    """Complain of a fact about an indicator that the project does not have."""
    near = did_you_mean(fact.indicator, known)
    hint = Text(f"是不是“{near}”？", f"did you mean “{near}”?") if near else Text(
        "核对指标名称；名称要与目标表一致", "check the name; it must be the sheet's")  # fmt: skip
    return Diagnostic(
        "P0641", Text(f"项目“{project.name}”没有指标“{fact.indicator}”", f"the project “{project.name}” has no indicator “{fact.indicator}”"),
        (Label(fact.indicator_place, Text("不认识的指标", "unknown indicator")), Label(project.place, Text("这个项目", "this project"))), (hint,),
    )  # fmt: skip


def ambiguous_indicator(fact: Fact, lines: Sequence[IndicatorPlan]) -> Diagnostic:
    """Complain of a name that several indicators of a project share."""
    labels = [Label(line.place, Text(" / ".join(line.group), " / ".join(line.group))) for line in lines]
    return Diagnostic(
        "P0641", Text(f"有几个指标都叫“{fact.indicator}”", f"several indicators are called “{fact.indicator}”"),
        (Label(fact.indicator_place, Text("是哪一个？", "which one?")), *labels), (Text("在目标表里改名，使名字不重复", "rename them in the sheet"),),
    )  # fmt: skip


def same_day(fact: Fact, other: Fact) -> Diagnostic:
    """Complain of two facts about one thing of which neither is later."""
    when = "没有日期" if fact.day is None else fact.day.isoformat()
    return Diagnostic(
        "P0642", Text(f"“{fact.indicator}”有两条实绩，分不出先后（{when}）", f"two facts about “{fact.indicator}”, neither later than the other ({fact.day or 'no date'})"),
        (Label(fact.place, Text("又一条", "again")), Label(other.place, Text("先前一条", "first here"))),
        (Text("删去一条；若是更正，写上更晚的日期", "delete one; a correction needs a later date"),),
    )  # fmt: skip


def undated_as_of(fact: Fact, as_of: date) -> Diagnostic:
    """Complain of an undated fact when asked what was known on a day."""
    return _fact(
        "P0642", fact, Text(f"这条实绩没有日期，不知道 {as_of} 时是否已有", f"this fact has no date; it may not have been known on {as_of}"),
        Text("没有日期", "no date"), Text("写上日期，或不用 --as-of", "give it a date, or leave out --as-of"),
    )  # fmt: skip


def word_for_number(fact: Fact, line: IndicatorPlan, word: str) -> Diagnostic:
    """Complain of 完成 and the like where a number was aimed at."""
    example = line.aim.text.lstrip("≥≤<>=")
    return _with_target(
        "P0643", fact, line, Text(f"“{line.name}”的实绩是文字“{word}”，目标是数", f"the actual of “{line.name}” is the word “{word}”, the target a number"),
        Text("这里要一个数", "a number belongs here"), Text(f"写完成了多少，例如 {example}", f"write how much was done, such as {example}"),
    )  # fmt: skip


def no_actual(fact: Fact, line: IndicatorPlan) -> Diagnostic:
    """Complain of a name alone, which says yes, where a number or a level was aimed at."""
    names = [level.name for level in line.method.levels]
    example = names[0] if names else line.aim.text.lstrip("≥≤<>=")
    return _with_target(
        "P0643", fact, line, Text(f"“{line.name}”后面没有写实绩", f"no actual follows “{line.name}”"),
        Text("只有名字", "a name alone"),
        Text(f"写完成了多少，例如 {fact.indicator} = {example}；还没有数据，就删去这一行", f"write how much was done, such as {fact.indicator} = {example}; without data, delete this line"),
    )  # fmt: skip


def word_needed(fact: Fact, line: IndicatorPlan) -> Diagnostic:
    """Complain of a number where a state or a level belongs."""
    names = [level.name for level in line.method.levels] or [line.aim.word, "否"]
    return _with_target(
        "P0643", fact, line, Text(f"“{line.name}”的实绩要写文字，不是数", f"the actual of “{line.name}” is a word, not a number"),
        Text("这里要一个档次或状态", "a level or a state belongs here"), Text(f"可写：{'、'.join(names)}", f"one of: {', '.join(names)}"),
    )  # fmt: skip


def unknown_level(fact: Fact, word: str, levels: Sequence[LevelPlan]) -> Diagnostic:
    """Complain of a level that the method does not have."""
    names = [level.name for level in levels]
    near = did_you_mean(word, names)
    return _fact(
        "P0644", fact, Text(f"没有档次“{word}”", f"there is no level “{word}”"), Text("不认识的档次", "unknown level"),
        Text(f"是不是“{near}”？" if near else f"可写：{'、'.join(names)}", f"did you mean “{near}”?" if near else f"one of: {', '.join(names)}"),
    )  # fmt: skip


def share_outside(fact: Fact, share: str, level: LevelPlan) -> Diagnostic:
    """Complain of a share outside the band of its level."""
    low, high = show_trimmed(level.low * 100), show_trimmed(level.high * 100)
    mark = "<" if level.high_open else ""
    band = f"{low}%..{mark}{high}%"
    return Diagnostic(
        "P0644", Text(f"{share} 不在“{level.name}”的范围 {band} 内", f"{share} is outside the band {band} of “{level.name}”"),
        (Label(fact.place, Text("超出范围", "outside")), Label(level.place, Text("范围在此", "the band"))),
        (Text("改比例，或改档次", "change the share or the level"),),
    )  # fmt: skip


def units_differ(fact: Fact, line: IndicatorPlan, shown: str, unit: Unit) -> Diagnostic:
    """Complain of an actual in a unit that the target does not have; both places are shown."""
    got, wanted = unit_name(unit), unit_name(line.aim.unit)
    target = line.aim.text.lstrip("≥≤<>=")
    fixed = shown.removesuffix(unit.name) + line.aim.unit.name
    return Diagnostic(
        "P0302", Text(f"{shown} 不能与 {target} 比较：单位不同", f"{shown} cannot be compared with {target}: the units differ"),
        (Label(line.target_place, Text(f"目标以{wanted.zh}计", f"the target is in {wanted.en}")), Label(fact.place, Text(f"实绩以{got.zh}计", f"the actual is in {got.en}"))),
        (Text(f"若数值无误，改为 {fixed}", f"if the number is right, write {fixed}"),),
    )  # fmt: skip


def unknown_unit(fact: Fact, unit: str, known: Mapping[str, Unit]) -> Diagnostic:
    """Complain of an actual in a unit that nobody knows."""
    near = near_units(unit, known)
    hint = Text(f"是不是 {'、'.join(near)}？", f"did you mean {', '.join(near)}?") if near else Text(
        f"若确有此单位，在目标表里写一行：计量单位 {unit}", f"if it is a unit, define it in a sheet: unit {unit}")  # fmt: skip
    return _fact(
        "P0303",
        fact,
        Text(f"不认识计量单位“{unit}”", f"unknown unit “{unit}”"),
        Text("这个单位", "this unit"),
        hint,
    )


def bare_number(fact: Fact, shown: str, readings: Sequence[str]) -> Diagnostic:
    """Complain of a bare number that its target's unit leaves two readings."""
    zh, en = "，或 ".join(readings), " or as ".join(readings)
    return _fact(
        "P0306", fact, Text(f"{shown} 有两种读法：{zh}", f"{shown} can be read as {en}"),
        Text("没有写单位", "no unit"),
        Text(f"写成 {'，或 '.join(readings)}，或在计量单位一列写明", f"write {' or '.join(readings)}, or its unit in the unit column"),
    )  # fmt: skip


def bare_money(fact: Fact, shown: str) -> Diagnostic:
    """Complain of an amount of money without a unit."""
    return _fact(
        "P0327", fact, Text(f"金额 {shown} 没有单位", f"the amount {shown} has no unit"), Text("元，还是万元？", "元 or 万元?"),
        Text(f"写成 {shown}元 或 {shown}万元；或在项目里写一行：单位 万元", f"write {shown}元 or {shown}万元, or a line in the project: amounts 万元"),
    )  # fmt: skip


def money_needed(fact: Fact, shown: str) -> Diagnostic:
    """Complain of spending that is no amount of money, bare, or below zero."""
    what = f"“{shown}”" if shown else "这个值"
    return _fact(
        "P0327", fact, Text(f"执行数要写金额，{what}不是", f"the amount spent must be money, {shown or 'this'} is not"), Text("这里要金额", "an amount of money belongs here"),
        Text("例如 执行数 4.80万元；不能小于零", "for example spent 4.80万元; never below zero"),
    )  # fmt: skip


def date_needed(fact: Fact, line: IndicatorPlan) -> Diagnostic:
    """Complain of a number where a date was aimed at."""
    return _with_target(
        "P0643", fact, line, Text(f"“{line.name}”的实绩要写日期", f"the actual of “{line.name}” must be a date"), Text("这里要一个日期", "a date belongs here"),
        Text("例如 2022-12-20", "for example 2022-12-20"),
    )  # fmt: skip


def other_year(fact: Fact, other: int, year: int) -> Diagnostic:
    """Complain of a date of another year for a month of the sheet's year."""
    return _fact(
        "P0646", fact, Text(f"日期在 {other} 年，年度是 {year}", f"the date is in {other}, the sheet is of {year}"), Text("不在这个年度", "not of this year"),
        Text("核对年份；跨年的期限把目标写成日期", "check the year; write the target as a date if it runs into another year"),
    )  # fmt: skip


def no_such_month(fact: Fact, shown: str) -> Diagnostic:
    """Complain of a month that is none of the twelve."""
    return _fact(
        "P0310", fact, Text(f"没有 {shown}", f"there is no {shown}"), Text("月份是 1 至 12", "months are 1 to 12"), Text("写成 12月份 这样", "write it like 12月份"),
    )  # fmt: skip


def negative_actual(fact: Fact, shown: str, unit: Unit) -> Diagnostic:
    """Complain of an actual below zero for what cannot be."""
    return _fact(
        "P0321", fact, Text(f"以“{unit.name}”计的实绩不会是 {shown}", f"an actual in “{unit.name}” cannot be {shown}"), Text("低于零", "below zero"),
        Text("核对正负号", "check the sign"),
    )  # fmt: skip


def yes_or_no(fact: Fact) -> Diagnostic:
    """Complain of something that is neither yes nor no."""
    return _fact(
        "P0643", fact, Text("“已完成”只能写是或否", "“finished” is yes or no"), Text("是，还是否？", "yes or no?"), Text("写 是 或 否", "write 是 or 否"),
    )  # fmt: skip


def computed_and_recorded(fact: Fact, line: IndicatorPlan) -> Diagnostic:
    """Complain of a fact for an indicator that is computed from others."""
    return Diagnostic(
        "P0648", Text(f"“{line.name}”由计算得出，不能再直接填报", f"“{line.name}” is computed and cannot be recorded as well"),
        (Label(fact.place, Text("直接填报", "recorded here")), Label(line.place, Text("这里写了计算", "computed here"))),
        (Text("删去这个数，只留名字和原因、佐证、扣分；或删去“计算”", "delete the number and keep the name with its reason, evidence or points; or delete the formula"),),
    )  # fmt: skip


def _line(code: str, line: IndicatorPlan, message: Text, at: Text, *hints: Text) -> Diagnostic:
    return Diagnostic(code, message, (Label(line.place, at),), hints)


def undefined_formula(line: IndicatorPlan) -> Diagnostic:
    """Complain of a division by zero in a formula."""
    return _line(
        "P0649", line, Text(f"“{line.name}”算不出：除数是零", f"“{line.name}” cannot be computed: a division by zero"), Text("这个指标", "this indicator"),
        Text("核对作除数的实绩", "check the fact that divides"),
    )  # fmt: skip


def formula_unit(line: IndicatorPlan, unit: Unit) -> Diagnostic:
    """Complain of a computed actual in another unit than its target's."""
    got, wanted = unit_name(unit), unit_name(line.aim.unit)
    return Diagnostic(
        "P0302", Text(f"“{line.name}”计算得到{got.zh}，目标以{wanted.zh}计", f"“{line.name}” is computed in {got.en}, its target is in {wanted.en}"),
        (Label(line.place, Text(f"得到{got.zh}", f"gives {got.en}")), Label(line.target_place, Text(f"以{wanted.zh}计", f"in {wanted.en}"))),
        (Text("比率的两个实绩要用同一单位", "the two facts of a rate need one unit"),),
    )  # fmt: skip


def negative_formula(line: IndicatorPlan) -> Diagnostic:
    """Complain of a computed actual below zero."""
    return _line(
        "P0649", line, Text(f"“{line.name}”算不出：结果小于零", f"“{line.name}” cannot be computed: the result is below zero"), Text("这个指标", "this indicator"),
        Text("核对所用的实绩", "check the facts it uses"),
    )  # fmt: skip


def word_in_formula(fact: Fact, word: str) -> Diagnostic:
    """Complain of a word where a formula needs a number."""
    return _fact(
        "P0643", fact, Text(f"“{fact.indicator}”用于计算，要写数，不是“{word}”", f"“{fact.indicator}” is used in a formula and must be a number, not “{word}”"),
        Text("这里要一个数", "a number belongs here"), Text("写数值和单位", "write a number with its unit"),
    )  # fmt: skip


def missing_fact(line: IndicatorPlan, project: ProjectPlan) -> Diagnostic:
    """Complain of a missing fact under a rubric that does not allow one."""
    return _line(
        "P0650", line, Text(f"“{line.name}”没有实绩，评分办法“{project.rubric}”不允许缺报", f"“{line.name}” has no actual, which the rubric “{project.rubric}” does not allow"),
        Text("缺报", "missing"), Text("填报实绩", "record what happened"),
    )  # fmt: skip


def missing_spent(project: ProjectPlan) -> Diagnostic:
    """Complain of unrecorded spending under a rubric that does not allow missing facts."""
    return Diagnostic(
        "P0650", Text(f"“{project.name}”没有执行数，评分办法“{project.rubric}”不允许缺报", f"“{project.name}” has no amount spent, which the rubric “{project.rubric}” does not allow"),
        (Label(project.place, Text("缺报", "missing")),), (Text("填报执行数，例如 执行数 4.80万元", "record what was spent, such as spent 4.80万元"),),
    )  # fmt: skip
