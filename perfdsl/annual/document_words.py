"""Words that only the text document and the workbook of a report need, in both languages."""

from __future__ import annotations

from typing import Final

from perfdsl.diagnostic import Text

SUMMARY: Final = Text("汇总", "Summary")
PROJECTS: Final = Text("各项目", "Projects")
LINES: Final = Text("指标明细", "Indicators")
MONEY: Final = Text("资金进度", "Money")
MONITORING: Final = Text("监控", "Monitoring")
REASONS: Final = Text("缘由", "Reasons")

DEPARTMENT: Final = Text("部门", "Department")
BANDS: Final = Text("监控办法", "Monitoring scheme")
CAUSE: Final = Text("原因类别", "Kind of cause")
WHY_LIT: Final = Text("亮灯依据", "Why it shines")
WHY: Final = Text("得分缘由", "Why")
DUE_NOW: Final = Text("应支出", "Due by now")
RAISED: Final = Text("提出日期", "Raised")
BY_DAY: Final = Text("截至日期", "On")
MET: Final = Text("达标", "Met")
MISSED: Final = Text("未达标", "Missed")
PENDING: Final = Text("待定", "Pending")
EXCLUDED: Final = Text("不计", "Left out")
ITEM: Final = Text("栏目", "Item")
SAID: Final = Text("内容", "What is said")
MORE_POINTS: Final = Text("得分/分值", "Score/weight")
APPENDIX: Final = Text("附录　得分的由来", "Appendix: how the points came about")
IN_WAN: Final = Text("万元", "10⁴ yuan")
NO_MONITORING: Final = Text("没有做监控", "there was no monitoring")
NO_ACTIONS: Final = Text("没有整改事项", "nothing was required")
CHART: Final = Text("支出计划与实际支出的折线图", "A line chart of planned and actual spending")
PAGE: Final = (Text("第 ", "Page "), Text(" 页 共 ", " of "), Text(" 页", ""))
ORDINALS: Final = "一二三四五六七八九十"


def ordinal(number: int, language: str) -> str:
    """``一、`` of a heading, from 1; beyond ten in digits."""
    if language == "zh" and number <= len(ORDINALS):
        return f"{ORDINALS[number - 1]}、"
    return f"{number}. "
