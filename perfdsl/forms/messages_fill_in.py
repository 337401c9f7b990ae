"""The wording of fill-in sheets: headings, instructions, and complaints about what no table can tell apart."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.forms.wanted_fact import Kind, WantedFact
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan

TITLE = Text("实绩填报表", "Actuals to be filled in")
SHEET = Text("实绩", "actuals")
HELP = Text(
    "只填黄色的格子。没有数据就空着：空着是“待定”，不是零。日期写数据截至哪一天；没有达标的，写偏差原因。",
    "Fill in the yellow cells only. Leave blank what is not known: blank means open, not zero. The date is the"
    " day up to which the figure counts; give a reason where a target was missed.",
)
HEADINGS = (
    Text("项目编码", "project_code"),
    Text("项目", "project"),
    Text("一级指标", "level1"),
    Text("二级指标", "level2"),
    Text("指标", "indicator"),
    Text("指标值", "target"),
    Text("计量单位", "unit"),
    Text("实际完成值", "actual"),
    Text("日期", "date"),
    Text("偏差原因", "reason"),
    Text("佐证资料", "evidence"),
)
"""Headings of the columns, which ``perfdsl.actuals.headers`` reads."""

YES_OR_NO = (Text("是", "yes"), Text("否", "no"))
REMARK = Text("备注", "remark")
DAY = Text("填年月日：这个数截至哪一天", "a day: up to which the figure counts")
MISTAKE = Text("这一格填不了这个", "this cannot be filled in here")

_ASKED: dict[Kind, Text] = {
    "number": Text("填一个数，不小于 0；不要写 ≥、“以上”", "a number, not below zero, without ≥"),
    "any_number": Text("填一个数；不要写 ≥、“以上”", "a number, without ≥"),
    "rate": Text("填百分数，例如 92%", "a percentage, such as 92%"),
    "date": Text("填年月日，例如 2022-12-20", "a day, such as 2022-12-20"),
    "month": Text("填几月份（1 至 12），或完成的日期", "the month (1 to 12), or the day it was done"),
    "level": Text("选一个档次；可以在后面写比例，例如", "choose a level; a share may follow, such as"),
    "yes_or_no": Text("填 是 或 否", "yes or no"),
    "open": Text("填数和单位，例如 35件；或 是、否", "a number with its unit, such as 35件, or yes or no"),
}


def asked(fact: WantedFact) -> Text:
    """Say what is to be typed, as is shown when a cell is chosen."""
    said = _ASKED[fact.kind]
    if fact.kind == "level" and fact.choices:
        example = f"{fact.choices[0]} 90%"
        said = Text(f"{said.zh} {example}", f"{said.en} {example}")
        said = Text(f"{said.zh}\n{'、'.join(fact.choices)}", f"{said.en}\n{', '.join(fact.choices)}")
    if fact.unit and fact.kind != "rate":
        said = Text(f"{said.zh}。单位：{fact.unit}", f"{said.en}; in {fact.unit}")
    if fact.used_by:
        said = Text(f"{said.zh}。用于：{fact.used_by}", f"{said.en}; used by: {fact.used_by}")
    return said


def used_by(fact: WantedFact) -> Text:
    """Say in the column of targets what a fact is for that is no indicator."""
    return Text(f"用于 {fact.used_by}", f"used by {fact.used_by}")


def budget(fact: WantedFact) -> Text:
    """Say in the column of targets what spending is held against."""
    return Text(f"预算 {fact.target}", f"budget {fact.target}")


def levels(fact: WantedFact) -> Text:
    """List in the column of targets the levels to choose from."""
    return Text(f"（档次：{'、'.join(fact.choices)}）", f"(levels: {', '.join(fact.choices)})")


def project_not_told_apart(project: ProjectPlan) -> Diagnostic:
    """Warn of a project whose facts no table can give: another has its name, and it has no code."""
    return complaint(
        "P1059", project.place,
        Text(f"“{project.name}”不止一个，又没有编码：填报表里没有它", f"there are several “{project.name}”, this one without a code: it is not in the sheet"),
        Text("分不出是哪一个", "cannot be told apart"),
        Text("给它写一行 编码", "give it a code"),
    )  # fmt: skip


def line_not_told_apart(line: IndicatorPlan, project: ProjectPlan, *, again: bool) -> Diagnostic:
    """Warn of an indicator whose name is another's, or means something else in a table."""
    why = Text("同一项目里还有同名的指标", "another indicator of the project is called so") if again else Text(
        "这个名字在实绩表里另有意思", "in a table of actuals this name means something else")  # fmt: skip
    return Diagnostic(
        "P1059",
        Text(f"“{line.name}”的实绩不能用表格填报：{why.zh}", f"“{line.name}” cannot be filled in: {why.en}"),
        (Label(line.place, Text("填报表里没有它", "not in the sheet")), Label(project.place, Text("这个项目", "this project"))),
        (Text("在目标表里改名，使名字不重复", "rename it in the sheet of targets"),),
    )  # fmt: skip
