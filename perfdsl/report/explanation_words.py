"""The fixed words of explanations, in both languages."""

from __future__ import annotations

from typing import Final

from perfdsl.diagnostic import Language, Text
from perfdsl.exact import RoundingMode
from perfdsl.explain.told import Verdict
from perfdsl.report.cells import one_line
from perfdsl.report.name_place import name_place
from perfdsl.source import Place, TextPlace

TARGET: Final = Text("目标", "Target")
ACTUAL: Final = Text("实绩", "Actual")
COMPUTED: Final = Text("计算", "Formula")
CHECK: Final = Text("达标", "Attained")
WEIGHT: Final = Text("分值", "Weight")
METHOD: Final = Text("方法", "Method")
POINTS: Final = Text("得分", "Points")
RULES: Final = Text("规则", "Rules")
AFTER: Final = Text("之后", "After")
JUDGED: Final = Text("评分", "Judged")
FAULTS: Final = Text("不允许", "Refused")
REFUSED: Final = Text("不允许", "refused")
NOTICE: Final = Text("注意", "Notice")
DOCUMENT: Final = Text("文件", "Document")
TOTAL: Final = Text("总分", "Total")
OWN: Final = Text("自身得分", "Own score")
OF_DEPARTMENT: Final = Text("部门总分", "Total of the department")
OWN_ADDED: Final = Text("自身得分怎样来的", "How the own score came about")
GRADE: Final = Text("等级", "Grade")

LOST: Final = Text("扣分", "Points lost")
OPEN: Final = Text("待定", "Pending")
FULL: Final = Text("满分", "Full points")
EXCLUDED: Final = Text("不计", "Left out")
ADDED: Final = Text("总分怎样来的", "How the total came about")
MORE: Final = Text("逐项细看", "Line by line")
RESTS_ON: Final = Text("依据文件", "Documents")

ABOUT: Final = Text("说明", "about")
BASIS: Final = Text("依据", "basis")
REASON: Final = Text("原因", "reason")
EVIDENCE: Final = Text("佐证", "evidence")
SELF: Final = Text("自评", "self-score")
REVIEW: Final = Text("核查", "reviewer's score")
UNCHECKED: Final = Text("未核对原文", "its text was not seen")
CITES: Final = Text("引自", "rests on")
BY_FORMULA: Final = Text("（由计算得出）", " (computed)")
DEFAULT: Final = Text("（方法自带）", " (the method's own)")
NO_VALUE: Final = Text("，没有值（除数为零）", ", no value (a division by zero)")
NO_ACTUAL: Final = Text("没有填报", "none is recorded")
UNCERTAIN: Final = Text("是否适用还不能定", "not certain yet")
IDLE: Final = Text("这里没有作用", "of no effect here")
NOTHING: Final = Text("没有可以解释的项目。", "There is no project to explain.")

FACTS: Final[dict[str, Text]] = {"执行数": Text("执行数", "spent"), "预算": Text("预算", "budget")}
"""What the execution rate is computed from, as no sheet words it."""

MARKS: Final[dict[Verdict, str]] = {
    "decides": "✓", "passed": "✗", "not_asked": "·", "undefined": "!", "open": "?",
}  # fmt: skip
MODES: Final[dict[RoundingMode, Text]] = {
    "half_up": Text("四舍五入", "half up"),
    "half_even": Text("银行家舍入", "half to even"),
    "truncate": Text("截断", "truncated"),
}


def colon(language: Language) -> str:
    """Between a label and what it labels."""
    return "：" if language == "zh" else ": "


def bracketed(text: str, language: Language) -> str:
    """``（text）``; nothing for nothing."""
    if not text:
        return ""
    return f"（{text}）" if language == "zh" else f" ({text})"


def show_place(place: Place | None) -> str:
    """``specs/meetings.perf:14`` · ``actuals.csv:3, 实际完成值``; empty for no place."""
    if place is None:
        return ""
    if isinstance(place, TextPlace):
        return f"{one_line(place.file)}:{place.position.line}"
    return name_place(place)
