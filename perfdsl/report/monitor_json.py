"""The stable JSON of monitoring, described by ``perfdsl.report.monitor_schema``; numbers are strings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.exact import show, show_trimmed
from perfdsl.monitor.monitored import (
    Forecast,
    Monitored,
    MonitoredDepartment,
    MonitoredLine,
    MonitoredMoney,
    MonitoredProject,
    Point,
    RequiredAction,
    Shone,
    Urgent,
    UrgentOwn,
)
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.monitor_actions import names_of, state_of
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.report.write_json import write_json
from perfdsl.scheme.names import key

SCHEMA_VERSION: Final = 1
_PLACES: Final = 6
_POINT_PLACES: Final = 2


def render(monitored: Monitored | None, diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write monitoring with the diagnostics of the run; money in 元, shares of 1, up to six decimals."""
    found = monitored_fields(monitored, options.language)
    told = [diagnostic_to_dict(diagnostic, options.language) for diagnostic in diagnostics]
    return write_json({**found, "diagnostics": told})


def monitored_fields(monitored: Monitored | None, language: Language) -> dict[str, Json]:
    """Give the fields of all but the diagnostics; ``as_of`` is null where an error stood in the way."""
    if monitored is None:
        empty: dict[str, Json] = {name: [] for name in ("departments", "projects", "urgent", "actions")}
        return {
            "schema_version": SCHEMA_VERSION,
            "as_of": None,
            "month": 0,
            "years": [],
            "scheme": "",
            **empty,
        }
    names = names_of(monitored)
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": str(monitored.day),
        "month": monitored.month,
        "years": list(monitored.years),
        "scheme": monitored.scheme,
        "departments": [_department(each, language) for each in monitored.departments],
        "projects": [_project(each, language) for each in monitored.projects],
        "urgent": [_urgent(each, monitored, language) for each in monitored.ranked],
        "actions": [_action(each, names.get(key(each.project), each.project)) for each in monitored.actions],
    }


def _department(department: MonitoredDepartment, language: Language) -> dict[str, Json]:
    return {
        "code": department.code,
        "name": department.name,
        "light": department.light,
        "at_least": department.light or department.at_least,
        "why": department.why.say(language),
        "budget": _number(department.budget),
        "spent": _number(department.spent),
        "due": _number(department.due),
        "progress": _number(department.progress),
        "projects": list(department.projects),
        "money_light": _light(department.shone, language),
        "indicators": [_line(line, _POINT_PLACES, language) for line in department.lines],
    }


def _project(project: MonitoredProject, language: Language) -> dict[str, Json]:
    score = project.score
    return {
        "code": score.code,
        "name": score.name,
        "department": score.department,
        "scheme": project.scheme,
        "light": project.light,
        "at_least": project.light or project.at_least,
        "money": _money(project.money, language),
        "goal_progress": _number(project.goal_progress),
        "goal_range": None if project.goal_range is None else [_exact(end) for end in project.goal_range],
        "gap": _number(project.gap),
        "gap_light": _light(project.gap_shone, language),
        "indicators": [_line(line, score.places, language) for line in project.lines],
        "goals": [
            {
                "name": goal.name,
                "text": goal.text,
                "light": goal.light,
                "why": goal.why.say(language),
                "indicators": list(goal.lines),
            }
            for goal in project.goals
        ],
        "source": place_fields(score.place),
    }


def _money(money: MonitoredMoney, language: Language) -> dict[str, Json]:
    planned: list[Json] = [{"month": month, "amount": _exact(amount)} for month, amount in money.planned]
    return {
        "budget": _number(money.budget),
        "spent": _number(money.spent),
        "due": _number(money.due),
        "rate": _number(money.rate),
        "progress": _number(money.progress),
        "by_plan": money.by_plan,
        **_light(money.shone, language),
        "forecast": _forecast(money.forecast, language),
        "foreseen": _forecast(money.foreseen, language),
        "reason": money.reason,
        "cause": money.cause,
        "planned": planned,
        "points": _points(money.points),
    }


def _line(line: MonitoredLine, places: int, language: Language) -> dict[str, Json]:
    score = line.score
    return {
        "group": list(score.group),
        "name": score.name,
        "target": score.target,
        "actual": score.actual,
        "excluded": score.excluded,
        "due": _number(line.due),
        "due_text": line.due_text,
        "progress": _number(line.progress),
        **_light(line.shone, language),
        "forecast": _forecast(line.forecast, language),
        "foreseen": _forecast(line.foreseen, language),
        "prospect": line.prospect,
        "stake": show(line.stake, places),
        "reason": line.reason,
        "cause": line.cause,
        "points": _points(line.points),
        "source": place_fields(score.place),
    }


def _light(shone: Shone, language: Language) -> dict[str, Json]:
    """A light, what lit it, and the rule that did."""
    return {
        "light": shone.light,
        "why": shone.why.say(language),
        "counts": shone.counts,
        "rule": None if shone.place is None else place_fields(shone.place),
    }


def _forecast(forecast: Forecast | None, language: Language) -> dict[str, Json] | None:
    """A forecast; an end that the facts do not bound is null."""
    if forecast is None:
        return None
    return {
        "value": _exact(forecast.value),
        "low": None if forecast.low_open else _exact(forecast.low),
        "high": None if forecast.high_open else _exact(forecast.high),
        "text": forecast.text,
        "method": forecast.method.say(language),
    }


def _points(points: Iterable[Point]) -> list[Json]:
    return [{"date": str(point.day), "value": _exact(point.value)} for point in points]


def _urgent(urgent: Urgent | UrgentOwn, monitored: Monitored, language: Language) -> dict[str, Json]:
    if isinstance(urgent, UrgentOwn):
        return _urgent_own(urgent, monitored, language)
    project = monitored.projects[urgent.project]
    return {
        "department": None,
        "project": urgent.project,
        "code": project.score.code,
        "name": project.score.name,
        "indicator": None if urgent.line is None else project.lines[urgent.line].score.name,
        "light": urgent.light,
        "why": urgent.why.say(language),
        "stake": show(urgent.stake, project.score.places),
    }


def _urgent_own(urgent: UrgentOwn, monitored: Monitored, language: Language) -> dict[str, Json]:
    department = monitored.departments[urgent.department]
    return {
        "department": urgent.department,
        "project": None,
        "code": department.code,
        "name": department.name,
        "indicator": department.lines[urgent.line].score.name,
        "light": urgent.light,
        "why": urgent.why.say(language),
        "stake": show(urgent.stake, _POINT_PLACES),
    }


def _action(action: RequiredAction, name: str) -> dict[str, Json]:
    return {
        "project": action.project,
        "name": name,
        "requirement": action.requirement,
        "owner": action.owner,
        "raised": _day(action.raised),
        "due": _day(action.due),
        "result": action.result,
        "result_date": _day(action.result_day),
        "evidence": action.evidence,
        "state": state_of(action),
        "source": place_fields(action.place),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else str(day)


def _number(number: Fraction | None) -> str | None:
    return None if number is None else _exact(number)


def _exact(number: Fraction) -> str:
    return show_trimmed(number, _PLACES)
