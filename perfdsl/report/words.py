"""The fixed words of reports, in both languages."""

from __future__ import annotations

from typing import Final, Literal

from perfdsl.diagnostic import Language, Severity, Text
from perfdsl.scorecard import EXECUTION_RATE, IndicatorScore

State = Literal["met", "missed", "pending", "excluded"]

SEVERITIES: Final[dict[Severity, Text]] = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "note": Text("提示", "note"),
}
HELP: Final = Text("建议", "help")

STATES: Final[dict[State, Text]] = {
    "met": Text("达标", "met"),
    "missed": Text("未达标", "missed"),
    "pending": Text("待定", "pending"),
    "excluded": Text("不计", "excluded"),
}
SIGNS: Final[dict[State, str]] = {"met": "✓", "missed": "✗", "pending": "?", "excluded": "-"}

INDICATOR: Final = Text("指标", "Indicator")
TARGET: Final = Text("目标", "Target")
ACTUAL: Final = Text("实绩", "Actual")
ATTAINMENT: Final = Text("达标", "Attained")
SCORE_OF_WEIGHT: Final = Text("得分/分值", "Score/weight")
WHY: Final = Text("缘由", "Why")

PROJECT: Final = Text("项目", "Project")
DEPARTMENT: Final = Text("部门", "Department")
RUBRIC: Final = Text("评分办法", "Rubric")
TOTAL: Final = Text("总分", "Total")
GRADE: Final = Text("等级", "Grade")
GOAL: Final = Text("目标", "Goal")
FLAG: Final = Text("注意", "Notice")
FAULT: Final = Text("错误", "Error")
AS_OF: Final = Text("截至", "As of")
FINDINGS: Final = Text("诊断", "Diagnostics")
SEMICOLON: Final = Text("；", "; ")
"""Between the things said of one line."""
NO_PROJECT: Final = Text("没有可评分的项目。", "There is no project to score.")


def state_of(indicator: IndicatorScore) -> State:
    """Attainment of an indicator, or that it does not count."""
    return "excluded" if indicator.excluded else indicator.attainment


def called(name: str, language: Language) -> str:
    """Name of a line, or of its group: that of the execution rate is not in the sheet's words but in ours."""
    return EXECUTION_RATE.say(language) if name == EXECUTION_RATE.zh else name


def percentage_points(number: str) -> str:
    """``10 percentage points``: how far rates are apart, in English."""
    return f"{number} percentage point{'' if number == '1' else 's'}"


def open_grade(possible: tuple[str, ...]) -> Text:
    """Name the grades that a total may still come to."""
    either = "/".join(possible)
    if not either:
        return Text("待定", "pending")
    return Text(f"待定（可能 {either}）", f"pending (possibly {either})")


def with_reason(why: Text, reason: str) -> Text:
    """Add the reason that a person recorded with the fact."""
    if not reason:
        return why
    return Text(f"{why.zh}；原因：{reason}", f"{why.en}; reason: {reason}")


def with_page(hints: tuple[Text, ...], code: str) -> tuple[Text, ...]:
    """Add the command that shows a code's page to the last hint, or as the only one."""
    page = f"`perfdsl explain {code}`"
    if not hints:
        return (Text(page, page),)
    last = hints[-1]
    asks = last.zh.endswith("？")
    return (
        *hints[:-1],
        Text(f"{last.zh}{'' if asks else '；'}{page}", f"{last.en}{' ' if asks else '; '}{page}"),
    )


def count(severities: list[Severity], omitted: int) -> Text:
    """``3 个错误，1 个警告，还有 2 条未列出``."""
    units = {"error": "个", "warning": "个", "note": "条"}
    zh, en = [], []
    for severity, word in SEVERITIES.items():
        number = severities.count(severity)
        if number:
            zh.append(f"{number} {units[severity]}{word.zh}")
            en.append(f"{number} {word.en}{'s' if number > 1 else ''}")
    return _with_omitted(Text("，".join(zh), ", ".join(en)), omitted)


def _with_omitted(counted: Text, omitted: int) -> Text:
    if not omitted:
        return counted
    zh, en = f"还有 {omitted} 条未列出", f"{omitted} more not listed"
    return Text(f"{counted.zh}，{zh}", f"{counted.en}, {en}") if counted.zh else Text(zh, en)
