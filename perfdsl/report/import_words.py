"""What the fields of a form, and what was found of them, are called in reports; in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Kind, Spot
from perfdsl.importers.draft import FormKind, HeadName, MoneyName, RowName, Status

STATUSES: Final[dict[Status, Text]] = {
    "ok": Text("读出", "read"),
    "check": Text("待查", "check"),
    "missing": Text("空白", "blank"),
    "conflict": Text("矛盾", "conflict"),
}
FORMS: Final[dict[FormKind, Text]] = {
    "targets": Text("绩效目标表", "targets"),
    "declaration": Text("目标申报表", "declaration"),
    "self_evaluation": Text("自评表", "self-evaluation"),
    "monitoring": Text("监控表", "monitoring"),
}
DEPARTMENT: Final = Text("部门整体绩效目标", "Department's overall goals")
KINDS: Final[dict[Kind, str]] = {
    "pdf": "PDF", "docx": "Word (docx)", "html": "HTML", "xlsx": "Excel (xlsx)", "xls": "Excel (xls)",
    "csv": "CSV", "text": "TXT",
}  # fmt: skip

HEAD: Final[dict[HeadName, Text]] = {
    "title": Text("标题", "Title"),
    "seq": Text("序号", "Number"),
    "code": Text("项目编码", "Project code"),
    "name": Text("项目名称", "Project"),
    "unit_code": Text("单位编码", "Unit code"),
    "department": Text("主管部门", "Department"),
    "implementer": Text("实施单位", "Implementing unit"),
    "money_unit": Text("金额单位", "Unit of money"),
    "year": Text("年度", "Year"),
    "budget": Text("预算数", "Budget"),
    "fiscal": Text("财政资金", "Fiscal funds"),
    "other": Text("其他资金", "Other funds"),
    "purpose": Text("资金用途", "Purpose"),
    "plan_header": Text("支出计划表头", "Heading of the plan"),
    "expected_goal": Text("预期目标", "Expected goal"),
    "actual_goal": Text("目标实际完成情况", "Goal as attained"),
    "total": Text("总分", "Total score"),
    "period": Text("监控期间", "Period"),
    "period_goal": Text("实施期目标", "Goal of the whole period"),
    "period_budget": Text("实施期资金总额", "Budget of the whole period"),
}
ROW: Final[dict[RowName, Text]] = {
    "level1": Text("一级指标", "Level 1"),
    "level2": Text("二级指标", "Level 2"),
    "name": Text("三级指标", "Indicator"),
    "description": Text("指标说明", "Description"),
    "target": Text("指标值", "Target"),
    "operator": Text("运算符", "Operator"),
    "unit": Text("计量单位", "Unit"),
    "weight": Text("权重", "Weight"),
    "direction": Text("指标方向", "Direction"),
    "basis": Text("依据", "Basis"),
    "actual": Text("实际完成值", "Actual"),
    "score": Text("得分", "Score"),
    "reason": Text("偏差原因", "Reason"),
    "forecast": Text("全年预计完成情况", "Forecast"),
    "likelihood": Text("完成目标可能性", "Likelihood"),
    "period_target": Text("实施期指标值", "Target of the period"),
    "cause_money": Text("经费保障", "Cause: money"),
    "cause_rules": Text("制度保障", "Cause: rules"),
    "cause_people": Text("人员保障", "Cause: people"),
    "cause_equipment": Text("硬件条件保障", "Cause: equipment"),
    "cause_other": Text("其他原因", "Cause: other"),
}
MONEY: Final[dict[MoneyName, Text]] = {
    "initial": Text("年初预算数", "Initial budget"),
    "full_year": Text("全年预算数", "Budget of the year"),
    "executed": Text("全年执行数", "Executed"),
    "weight": Text("分值", "Weight"),
    "rate": Text("执行率", "Rate"),
    "score": Text("得分", "Score"),
    "forecast": Text("全年预计执行数", "Forecast"),
}
FUNDS: Final = {
    "total": Text("资金总额", "All funds"),
    "fiscal": Text("财政拨款", "Fiscal funds"),
    "carried": Text("上年结转资金", "Carried over"),
    "other": Text("其他资金", "Other funds"),
}
LABEL: Final = Text("（标签）", " (label)")
GOAL: Final = Text("绩效目标", "Goal")
INTRO: Final = Text("总体绩效目标", "Overall goal")
ITEM: Final = Text("总体目标", "Overall goal")
AREA: Final = Text("分项绩效目标", "Goal of an area")
SAFEGUARD: Final = Text("工作保障措施", "Safeguard")
POSSIBLE: Final = Text("可以这样：", "possible: ")
LIST: Final = Text("、", ", ")
UNNAMED: Final = Text("（没有读出名称）", "(no name was read)")
NO_FORMS: Final = Text("没有认出任何一张表。", "No form was recognised.")

COLUMNS: Final = (
    Text("表", "Form"),
    Text("行", "Rows"),
    Text("权重合计", "Weights"),
    Text("预算", "Budget"),
    Text("单元格", "Cells"),
    Text("待看", "Look at"),
)
"""Headings of the table of counts, behind the number of the form."""
TOTAL: Final = Text("合计", "Total")
COMPARE: Final = Text(
    "请与原件对照每张表的行数、权重合计和金额：整行漏掉时，表内看不出来，只有数一数才知道。",
    "Compare the rows, the sum of weights and the money of each form with the paper: a row that was lost "
    "leaves no trace inside its table, counting is the only way to see it.",
)


def row_label(number: int) -> Text:
    """``第 3 行``: rows of indicators count from 1."""
    return Text(f"第 {number} 行", f"row {number}")


def month_label(month: int) -> Text:
    """``支出计划 3 月底``."""
    return Text(f"支出计划 {month} 月底", f"Plan, end of month {month}")


def beside(left: Text, right: Text, zh: str = " ", en: str = ", ") -> Text:
    """Put two texts beside each other."""
    return Text(f"{left.zh}{zh}{right.zh}", f"{left.en}{en}{right.en}")


def places(spots: tuple[Spot, ...]) -> Text:
    """Say where a field stands, each place once; empty where it has none."""
    said = list(dict.fromkeys(spot.say() for spot in spots))
    return Text("、".join(text.zh for text in said), ", ".join(text.en for text in said))


def things(number: int, zh: str, one: str, many: str = "") -> Text:
    """``3 张表`` · ``3 forms``."""
    return Text(f"{number} {zh}", f"{number} {one if number == 1 else many or one + 's'}")


def count_fields(statuses: Mapping[Status, int]) -> Text:
    """``栏目 285：读出 280、待查 3、空白 2、矛盾 0``."""
    total = sum(statuses.values())
    return Text(
        f"栏目 {total}：" + "、".join(f"{STATUSES[name].zh} {count}" for name, count in statuses.items()),
        f"{total} fields: " + ", ".join(f"{count} {STATUSES[name].en}" for name, count in statuses.items()),
    )


def files_written(number: int) -> Text:
    """``写出 2 个文件：``."""
    return Text(f"写出 {number} 个文件：", f"{number} file{'' if number == 1 else 's'} written:")
