"""Monitoring as CSV for spreadsheets: a row for each department, money, gap, indicator, goal and action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language, Text
from perfdsl.exact import show, show_trimmed
from perfdsl.monitor.monitored import (
    Forecast,
    Monitored,
    MonitoredDepartment,
    MonitoredLine,
    MonitoredMoney,
    MonitoredProject,
    RequiredAction,
    Shone,
)
from perfdsl.report import monitor_words as words
from perfdsl.report.monitor_actions import STATES, names_of, state_of
from perfdsl.report.options import Options
from perfdsl.report.words import DEPARTMENT, INDICATOR, PROJECT, WHY, called
from perfdsl.report.write_csv import Fields, write_csv
from perfdsl.scheme.names import key
from perfdsl.syntax.ast import Light

COLUMNS: Final[dict[str, Text]] = {
    "department": DEPARTMENT,
    "code": Text("项目编码", "Project code"),
    "project": PROJECT,
    "row": Text("行", "Row"),
    "group": Text("指标类别", "Group"),
    "name": Text("名称", "Name"),
    "light": words.LIGHT,
    "target": Text("目标或预算", "Target or budget"),
    "actual": Text("至今完成或支出", "So far"),
    "due": words.DUE,
    "progress": words.PROGRESS,
    "rate": Text("执行率或目标完成", "Rate of the year"),
    "gap": words.GAP_IN_POINTS,
    "forecast": Text("年末预计", "Forecast"),
    "method": Text("预计方法", "How it was forecast"),
    "foreseen": Text("填报人预计", "Expected by its author"),
    "prospect": Text("完成可能性", "Prospect"),
    "stake": Text("可争取的分", "Points at stake"),
    "cause": Text("原因类别", "Cause"),
    "reason": Text("原因说明", "Reason"),
    "why": WHY,
    "owner": Text("责任人", "Owner"),
    "raised": Text("提出日期", "Raised"),
    "due_day": Text("限期", "Due day"),
    "state": Text("整改状态", "State"),
    "result": Text("结果", "Result"),
    "evidence": Text("佐证资料", "Evidence"),
}
"""Fields of a row in their order, with their headings."""
_NUMBERS: Final = {"gap"}


def render(monitored: Monitored | None, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write monitoring as CSV; money in 元, shares in %, no cell is run as a formula."""
    rows = () if monitored is None else _rows(monitored, options.language)
    return write_csv(COLUMNS, rows, options, numbers=_NUMBERS)


def _rows(monitored: Monitored, language: Language) -> Iterator[Fields]:
    for department in monitored.departments:
        yield _department(department, language)
        shared = {"department": department.code or department.name}
        yield from ({**shared, **_own(line, language)} for line in department.lines)
    for project in monitored.projects:
        score = project.score
        shared = {"department": score.department, "code": score.code, "project": score.name}
        yield from ({**shared, **fields} for fields in _project(project, language))
    names = names_of(monitored)
    for action in monitored.actions:
        name = names.get(key(action.project), action.project)
        yield {"project": name, **_action(action, language)}


def _department(department: MonitoredDepartment, language: Language) -> Fields:
    return {
        "department": department.code or department.name,
        "row": DEPARTMENT.say(language),
        "name": department.name,
        "target": _money(department.budget),
        "actual": _money(department.spent),
        "due": _money(department.due),
        "progress": _share(department.progress, department.shone.bounds),
        "why": department.why.say(language),
        "light": _word(department.light, language, department.at_least),
    }


def _own(line: MonitoredLine, language: Language) -> Fields:
    return {"row": words.OWN_LINE.say(language), **_line(line, 2, language)}


def _project(project: MonitoredProject, language: Language) -> Iterator[Fields]:
    yield {
        "row": PROJECT.say(language),
        "name": project.score.name,
        "light": _word(project.light, language, project.at_least),
    }
    yield {"row": words.MONEY.say(language), **_money_fields(project.money, language)}
    yield {
        "row": words.GAP.say(language),
        "rate": _share(project.goal_progress),
        "gap": "" if project.gap is None else _gap(project),
        **_light(project.gap_shone, language),
    }
    for line in project.lines:
        yield {"row": INDICATOR.say(language), **_line(line, project.score.places, language)}
    for goal in project.goals:
        light = _word(goal.light, language)
        name = f"{goal.name} {goal.text}".strip()
        yield {
            "row": words.GOALS.say(language), "name": name, "light": light, "why": goal.why.say(language),
        }  # fmt: skip


def _gap(project: MonitoredProject) -> str:
    return words.show_points_apart(project.gap, project.gap_shone.bounds).removeprefix("+")


def _money_fields(money: MonitoredMoney, language: Language) -> Fields:
    return {
        "target": _money(money.budget),
        "actual": _money(money.spent),
        "due": _money(money.due),
        "progress": _share(money.progress, money.shone.bounds),
        "rate": _share(money.rate, money.shone.bounds),
        "reason": money.reason,
        "cause": "" if money.cause is None else words.CAUSES[money.cause].say(language),
        **_forecast(money.forecast, money.foreseen, language),
        **_light(money.shone, language),
    }


def _line(line: MonitoredLine, places: int, language: Language) -> Fields:
    return {
        "group": " / ".join(called(name, language) for name in line.score.group),
        "name": called(line.score.name, language),
        "target": line.score.target,
        "actual": line.score.actual,
        "due": line.due_text,
        "progress": _share(line.progress, line.shone.bounds),
        "prospect": words.PROSPECTS[line.prospect].say(language),
        "stake": show(line.stake, places),
        "reason": line.reason,
        "cause": "" if line.cause is None else words.CAUSES[line.cause].say(language),
        **_forecast(line.forecast, line.foreseen, language),
        **_light(line.shone, language),
    }


def _forecast(forecast: Forecast | None, foreseen: Forecast | None, language: Language) -> Fields:
    return {
        "forecast": forecast.text if forecast else "",
        "method": forecast.method.say(language) if forecast else "",
        "foreseen": foreseen.text if foreseen else "",
    }


def _light(shone: Shone, language: Language) -> Fields:
    return {"light": _word(shone.light, language), "why": shone.why.say(language)}


def _action(action: RequiredAction, language: Language) -> Fields:
    done = "" if action.result_day is None else f"{action.result_day} "
    return {
        "row": words.ACTIONS.say(language),
        "name": action.requirement,
        "owner": action.owner,
        "raised": "" if action.raised is None else str(action.raised),
        "due_day": "" if action.due is None else str(action.due),
        "state": STATES[state_of(action)].say(language),
        "result": f"{done}{action.result}".strip(),
        "evidence": action.evidence,
    }


def _money(amount: Fraction | None) -> str:
    return "" if amount is None else show_trimmed(amount, 2)


def _word(light: Light | None, language: Language, at_least: Light | None = None) -> str:
    return words.light_word(light, language, at_least) if light or at_least else ""


def _share(share: Fraction | None, bounds: words.Bounds = ()) -> str:
    return "" if share is None else words.show_share(share, bounds)
