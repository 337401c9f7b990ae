"""The fixed words of differences, in both languages."""

from __future__ import annotations

from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.diff.difference import Kind, Sense
from perfdsl.report.paint import Style

SENSES: Final[dict[Sense, Text]] = {
    "loosened": Text("放宽", "loosened"),
    "tightened": Text("收紧", "tightened"),
    "changed": Text("改动", "changed"),
    "added": Text("新增", "added"),
    "removed": Text("删除", "removed"),
    "renamed": Text("改名", "renamed"),
    "moved": Text("移组", "moved"),
}
STYLES: Final[dict[Sense, Style]] = {
    "loosened": "missed",
    "tightened": "met",
    "changed": "pending",
    "added": "note",
    "removed": "missed",
    "renamed": "note",
    "moved": "note",
}
"""Colours; nothing is said by them alone."""

KINDS: Final[dict[Kind, Text]] = {
    "project": Text("项目", "project"),
    "indicator": Text("指标", "indicator"),
    "execution": Text("指标", "indicator"),
    "department": Text("部门", "department"),
    "rubric": Text("评分办法", "rubric"),
    "method": Text("方法", "method"),
    "rule": Text("规则", "rule"),
    "unit": Text("计量单位", "unit"),
    "monitoring": Text("监控办法", "monitoring scheme"),
    "amendment": Text("调整", "amendment"),
    "action": Text("整改", "action"),
    "block": Text("定义", "definition"),
}

ABOUT: Final[dict[str, Text]] = {
    "name": Text("名称", "name"),
    "code": Text("编码", "code"),
    "year": Text("年度", "year"),
    "belongs_to": Text("所属部门", "department"),
    "money_unit": Text("金额单位", "unit of amounts"),
    "budget": Text("预算", "budget"),
    "budget_part": Text("预算", "budget"),
    "plan": Text("支出计划", "payment plan"),
    "rubric": Text("评分办法", "rubric"),
    "purpose": Text("用途", "purpose"),
    "goal": Text("目标内容", "goal"),
    "overall": Text("总体目标", "overall goal"),
    "area": Text("分项目标", "goal of an area"),
    "safeguard": Text("措施", "safeguard"),
    "group": Text("分组", "group"),
    "target": Text("目标", "target"),
    "weight": Text("权重", "weight"),
    "points": Text("分值", "points"),
    "method": Text("评分方法", "method"),
    "formula": Text("计算", "formula"),
    "baseline": Text("基数", "baseline"),
    "about": Text("说明", "remark"),
    "basis": Text("依据", "basis"),
    "weights": Text("权重", "weight"),
    "absent": Text("缺项", "absent group"),
    "sharing": Text("分摊", "sharing"),
    "scoring": Text("评分", "method for"),
    "grades": Text("等级", "grades"),
    "grade": Text("等级", "grade"),
    "rounding": Text("舍入", "rounding"),
    "missing": Text("缺报", "missing facts"),
    "extends": Text("沿用", "extends"),
    "applies": Text("适用规则", "rules applied"),
    "allow": Text("允许", "allowance"),
    "cite": Text("引自", "source cited"),
    "parameter": Text("参数", "parameter"),
    "case": Text("情形", "case"),
    "level": Text("档次", "level"),
    "unit_definition": Text("定义", "definition"),
    "payment_plan": Text("支出计划", "payment plan"),
    "dropped": Text("撤销", "dropped"),
    "reporters": Text("填报单位", "reporting units"),
    "aggregated": Text("汇总", "aggregation"),
    "serves": Text("对应目标", "goal served"),
    "monitored_by": Text("监控办法", "monitoring scheme"),
    "rollup": Text("汇总", "roll-up"),
    "progress": Text("进度", "progress"),
    "light": Text("预警", "light"),
    "pace": Text("序时", "pace"),
    "worst": Text("取最差", "worst first"),
    "requirement": Text("要求", "requirement"),
    "owner": Text("责任人", "owner"),
    "due": Text("限期", "due"),
    "result": Text("结果", "result"),
    "reason": Text("原因", "reason"),
    "evidence": Text("佐证", "evidence"),
}
"""What a change may be about; for what is not listed the general word is said."""

OTHER: Final = Text("内容", "content")
NOTHING: Final = Text("（无）", "(none)")
LIKELY: Final = Text("可能改名", "likely renamed")
NO_DIFFERENCE: Final = Text("没有实质差别。", "No difference in meaning.")
IMPACT: Final = Text("对得分的影响", "Impact on scores")
NO_IMPACT: Final = Text(
    "在这些实绩下，得分和等级都不变。", "Under these facts no score and no grade changes."
)
ENDS: Final = {"low": Text("下限", "lower bound"), "high": Text("上限", "upper bound")}
ACTUAL: Final = Text("实绩", "actual")
ANY_ACTUAL: Final = Text("任何实绩", "any actual")
FINISHED: Final = {True: Text("已完成时", "when finished"), False: Text("未完成时", "when not finished")}
HIGHER: Final = Text("得分更高", "more points")
LOWER: Final = Text("得分更低", "fewer points")
NOWHERE_LOWER: Final = Text("处处不低于从前", "nowhere fewer than before")
NOWHERE_HIGHER: Final = Text("处处不高于从前", "nowhere more than before")
UNCLEAR: Final = Text("有的实绩比不出高低", "for some actuals it cannot be told")
FOR_EXAMPLE: Final = Text("如", "e.g.")
POINTS: Final = Text("分", " points")
DAYS: Final = Text("天", " days")
MONTHS: Final = Text("个月", " months")
TOTAL: Final = Text("总分", "total")
GRADE: Final = Text("等级", "grade")
NO_GRADE: Final = Text("无等级", "no grade")
NOT_SCORED: Final = Text("不评分", "not scored")
EXCLUDED: Final = Text("不计", "excluded")
UNDEFINED: Final = Text("算不出", "undefined")
