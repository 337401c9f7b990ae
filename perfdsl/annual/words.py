"""The fixed words of the report of a year, in both languages."""

from __future__ import annotations

from typing import Final, Literal

from perfdsl.diagnostic import Language, Text

TITLE: Final = Text("预算绩效年度报告", "Annual report on budget performance")
CONTENTS: Final = Text("目录", "Contents")
SKIP: Final = Text("跳到正文", "Skip to the report")
DEPARTMENTS: Final = Text("部门", "Departments")
ALL_PROJECTS: Final = Text("全部项目", "All projects")
NO_DEPARTMENT: Final = Text("不属任何部门的项目", "Projects of no department")
SUMMARY: Final = Text("总体情况", "Summary")
PROJECT: Final = Text("项目", "Project")
PROJECTS: Final = Text("项目", "Projects")
EXPLANATIONS: Final = Text("得分由来", "How the points came about")
YEAR: Final = Text("年度", "Year")
AS_OF: Final = Text("实绩截至", "Facts up to")
ALL_FACTS: Final = Text("不限日期", "any day")
MONITORED: Final = Text("监控日", "Monitored on")
RUBRIC: Final = Text("评分办法", "Rubric")
FILES: Final = Text("所据文件", "Made from")
UNIT: Final = Text("万元", "10⁴ yuan (万元)")

RANK: Final = Text("名次", "Rank")
NUMBER: Final = Text("序号", "No.")
CODE: Final = Text("项目编码", "Code")
NAME: Final = Text("项目名称", "Project")
BUDGET: Final = Text("全年预算数", "Budget")
SPENT: Final = Text("全年执行数", "Spent")
RATE: Final = Text("执行率", "Execution")
SCORE: Final = Text("得分", "Score")
TOTAL: Final = Text("总分", "Total")
MEAN: Final = Text("项目平均分", "Mean of projects")
GRADE: Final = Text("等级", "Grade")
LIGHT: Final = Text("监控灯", "Light")
GROUP: Final = Text("一级指标", "Group")
SUBGROUP: Final = Text("二级指标", "Subgroup")
INDICATOR: Final = Text("绩效指标", "Indicator")
TARGET: Final = Text("指标值", "Target")
ACTUAL: Final = Text("实际完成值", "Actual")
RATIO: Final = Text("完成率", "Ratio")
WEIGHT: Final = Text("分值", "Weight")
STATE: Final = Text("达标", "Attained")
WHY: Final = Text("得分缘由与偏差原因", "Why, and reasons of deviations")
REASON: Final = Text("偏差原因", "Reason")
SELF: Final = Text("自评", "Self")
REVIEW: Final = Text("核查", "Review")
DEDUCTED: Final = Text("扣分", "Deducted")
DIFFERENCE: Final = Text("核查与自评之差", "Difference")
JUDGED: Final = Text("自评与核查", "Self-scores and reviews")
MONEY: Final = Text("支出计划与执行", "Payment plan and spending")
PLAN: Final = Text("支出计划（累计）", "Planned (cumulative)")
DONE: Final = Text("执行数（累计）", "Spent (cumulative)")
MONTH: Final = Text("时点", "By")
GROUPS: Final = Text("各类指标完成情况", "Attainment by group")
GOALS: Final = Text("绩效目标", "Goals")
AMENDMENTS: Final = Text("年中调整", "Amendments in force")
ACTIONS: Final = Text("整改", "Actions required")
YEARS: Final = Text("年度比较", "Year against year")
GRADES: Final = Text("等级分布", "Grades")
ATTAINMENTS: Final = Text("指标达标情况", "Indicators attained")
LIGHTS: Final = Text("监控灯分布", "Lights")
SCORES: Final = Text("各项目得分", "Scores of projects")
RANKING: Final = Text("项目得分与排名", "Projects ranked")
URGENT: Final = Text("需要先处理的", "To act on first")
NOTICES: Final = Text("注意事项", "Notices")
FAULTS: Final = Text("规则不允许", "Not allowed by rules")
STATED: Final = Text("部门绩效目标", "What the department set out to do")
OWN: Final = Text("部门自身指标", "The department's own indicators")
COUNT: Final = Text("个数", "Count")
POINTS_RATE: Final = Text("得分率", "Points reached")
MET_OF: Final = Text("达标 / 指标数", "Attained / indicators")
BACK: Final = Text("回到表格", "Back to the table")
REQUIREMENT: Final = Text("整改要求", "Requirement")
OWNER: Final = Text("责任人", "Owner")
DUE: Final = Text("限期", "Due")
RESULT: Final = Text("结果", "Result")
EVIDENCE: Final = Text("佐证", "Evidence")
SOURCE: Final = Text("出处", "Where it stands")
STATUS: Final = Text("状态", "State")
DAY: Final = Text("日期", "Day")
CITES: Final = Text("依据", "Rests on")
CHANGES: Final = Text("调整内容", "Changes")
PURPOSE: Final = Text("资金用途", "Purpose")
FORECAST: Final = Text("预计全年", "Forecast")
MADE_OF: Final = Text("部门得分的构成", "What the score is made of")
AS_TABLE: Final = Text("图中数据", "The figures of this chart")
SHARE: Final = Text("权重", "Share")
PENDING_GRADE: Final = Text("待定", "pending")
NO_GRADE: Final = Text("没有等级", "no grade")
NAME_OF_SERIES: Final = Text("内容", "Series")
AMOUNT: Final = Text("金额", "Amount")
UNIT_LABEL: Final = Text("金额", "Money")
LINES: Final = Text("绩效指标完成情况", "Indicators")
PROJECTS_COUNT: Final = Text("项目数", "Projects")
ACTIONS_OPEN: Final = Text("未完成", "open")
ACTIONS_OVERDUE: Final = Text("其中逾期", "of these overdue")
NO_ACTIONS: Final = Text("无", "none")
SUM_OF_PROJECTS: Final = Text("各项目合计", "sum of projects")
DUE_BY_NOW: Final = Text("按计划应支出", "Due by now")
INVENTED: Final = Text("虚构", "invented")
VALUE: Final = Text("值", "Value")
SCORE_OF_LINE: Final = Text("得分（分）", "points")
POINTS: Final = Text("分", "points")
CURVE: Final = Text("评分曲线", "Score curve")
UNSCORED: Final = Text("没有得分（有错误）", "No score, since there are errors")
SCORE_OF_DEPARTMENT: Final = Text("部门得分", "Score of the department")
NO_SCORE: Final = Text(
    "评分办法没有规定部门得分怎样汇总，只列各项目",
    "The rubric does not say how a department is scored; its projects are listed",
)

UNLIT: Final = Text("待定", "unknown")

ACTION_STATES: Final[dict[Literal["closed", "open", "overdue"], Text]] = {
    "closed": Text("已完成", "closed"),
    "open": Text("未完成", "open"),
    "overdue": Text("逾期", "overdue"),
}

STATED_AS: Final[dict[str, Text]] = {
    "goal": Text("目标", "goal"),
    "overall": Text("总体目标", "overall goal"),
    "area": Text("分项目标", "goal of an area"),
    "safeguard": Text("工作保障措施", "safeguard"),
}


def month_end(month: int) -> Text:
    """``6月底``."""
    return Text(f"{month}月底", f"end of month {month}")


def other_projects(year: str, new: int, gone: int) -> Text:
    """Say that a year's score is over other projects."""
    return Text(
        f"与 {year} 年相比项目不同：新增 {new} 个，不再有 {gone} 个，两年的得分不完全可比。",
        f"The projects are not those of {year}: {new} are new, {gone} are gone; compare with care.",
    )


def more_urgent(count: int) -> Text:
    """Say how many more there are to act on."""
    return Text(f"其余 {count} 项", f"{count} more")


def left_out(count: int) -> Text:
    """Say how many projects are counted but not shown in full."""
    return Text(
        f"另有 {count} 个项目只计入部门的汇总和排名，没有逐项列出；可以用 --project 另行出具",
        f"{count} more projects are counted and ranked but not shown in full; ask for them with --project",
    )


def part_of(many: int, of: int) -> Text:
    """Say that only some projects of a department were asked for."""
    return Text(
        f"只列出所选的 {many} 个项目，该部门共有 {of} 个；部门的得分和资金是全部项目的，所以不在这里列出",
        f"Only {many} of the department's {of} projects were asked for; its score and its money are over all "
        f"of them, so they are not shown here",
    )


def invented(many: int, of: int) -> Text:
    """Say that facts are invented, as those who recorded them say."""
    if many == of:
        return Text(
            "本报告所据的实绩全部注明为虚构，不反映真实情况",
            "All facts in this report are invented, as their source says",
        )
    return Text(
        f"本报告所据的 {of} 条实绩中有 {many} 条注明为虚构，不反映真实情况",
        f"{many} of the {of} facts in this report are invented, as their source says",
    )


def undrawn(most: int) -> Text:
    """Say that only so many projects have charts."""
    return Text(
        f"只有前 {most} 个项目画了图，其余项目只有表格",
        f"only the first {most} projects have charts; the others have their tables",
    )


def comma(language: Language) -> str:
    """Between two things that are listed."""
    return "，" if language == "zh" else ", "


def between(language: Language) -> str:
    """Between names."""
    return "、" if language == "zh" else ", "
