"""The fixed words of monitoring, in both languages, and how it writes shares."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show
from perfdsl.monitor.monitored import Prospect
from perfdsl.monitor.show_share import places_apart
from perfdsl.syntax.ast import DeviationCause, Light

Bounds = tuple[Fraction, ...]
"""Shares at which lights change."""

LIGHTS: Final[dict[Light, Text]] = {
    "red": Text("红", "red"),
    "yellow": Text("黄", "yellow"),
    "blue": Text("蓝", "blue"),
    "green": Text("绿", "green"),
}
"""Lights with their words, the worst first as a reader looks at them."""
NO_LIGHT: Final = Text("－", "-")

PROSPECTS: Final[dict[Prospect, Text]] = {
    "certain": Text("确定能", "certain"),
    "possible": Text("有可能", "possible"),
    "impossible": Text("不可能", "impossible"),
    "unknown": Text("未知", "unknown"),
}
CAUSES: Final[dict[DeviationCause, Text]] = {
    "funding": Text("经费保障", "funding"),
    "rules": Text("制度保障", "rules"),
    "staff": Text("人员保障", "staff"),
    "equipment": Text("硬件条件保障", "equipment"),
    "other": Text("其他", "other"),
}

LIGHT: Final = Text("灯", "Light")
MONEY: Final = Text("资金", "Money")
GAP: Final = Text("差距", "Gap")
GAP_IN_POINTS: Final = Text("差距(百分点)", "Gap (points)")
GOALS: Final = Text("目标", "Goals")
OWN_LINE: Final = Text("部门自身指标", "Own indicator")
ACTIONS: Final = Text("整改", "Required actions")
FIRST: Final = Text("先办什么", "What to act on first")
OVERVIEW: Final = Text("各项目一览", "The projects")
OTHERS: Final = Text("不属任何部门的项目", "Projects of no department")
NOTHING_FIRST: Final = Text("没有要先办的事。", "Nothing calls for action.")

SO_FAR: Final = Text("至今完成", "So far")
YEAR_TARGET: Final = Text("年度目标", "Target")
DUE: Final = Text("至今应完成", "Due by now")
PROGRESS: Final = Text("进度", "Progress")
YEAR_END: Final = Text("全年", "Year")
RATE: Final = Text("执行率", "Spent")
MONEY_PROGRESS: Final = Text("资金进度", "Money")
GOAL_PROGRESS: Final = Text("目标完成", "Goals")
LINES: Final = Text("各指标的灯", "Lights of lines")


def light_word(light: Light | None, language: Language, at_least: Light | None = None) -> str:
    """``红`` · ``red``; ``黄?`` where it is yellow or worse; a dash where nobody can say yet."""
    if light is None and at_least is not None:
        return LIGHTS[at_least].say(language) + "?"
    return (NO_LIGHT if light is None else LIGHTS[light]).say(language)


def show_share(share: Fraction | None, bounds: Bounds = ()) -> str:
    """``68.57%``, with more digits where two would touch a bound; a dash where it is not known."""
    return "-" if share is None else f"{show(100 * share, places_apart(share, bounds))}%"


def show_points_apart(gap: Fraction | None, bounds: Bounds = ()) -> str:
    """``+12.50``: by how many percentage points goals are ahead of money; a dash where it is not known."""
    if gap is None:
        return "-"
    return ("+" if gap > 0 else "") + show(100 * gap, places_apart(abs(gap), bounds))


def show_gap(gap: Fraction, language: Language, bounds: Bounds = ()) -> str:
    """``+12.50 个百分点``."""
    return f"{show_points_apart(gap, bounds)} {'个百分点' if language == 'zh' else 'percentage points'}"


def say_reason(reason: str, cause: DeviationCause | None) -> Text:
    """``原因（人员保障）：…``; empty where nobody gave one."""
    if not reason and cause is None:
        return Text("", "")
    zh, en = ("", "") if cause is None else (f"（{CAUSES[cause].zh}）", f" ({CAUSES[cause].en})")
    return Text(f"原因{zh}：{reason}".rstrip("："), f"reason{en}: {reason}".rstrip(": "))
