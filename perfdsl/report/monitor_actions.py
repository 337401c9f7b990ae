"""Required actions (整改) as sentences: what, of whom, by when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from perfdsl.diagnostic import Language, Text
from perfdsl.monitor.monitored import Monitored, RequiredAction
from perfdsl.report.monitor_sheet import Lit
from perfdsl.scheme.names import key

STATES = {
    "overdue": Text("逾期", "overdue"),
    "open": Text("待办", "open"),
    "closed": Text("已销号", "closed"),
}
_ORDER = ("overdue", "open", "closed")


def state_of(action: RequiredAction) -> str:
    """``overdue``, ``open`` or ``closed``: a key of ``STATES``."""
    return "closed" if action.closed else "overdue" if action.overdue else "open"


def in_order(actions: Iterable[RequiredAction]) -> list[RequiredAction]:
    """Put what is overdue first, then what is open, then what is closed; each by the day it is due."""
    return sorted(actions, key=lambda each: (_ORDER.index(state_of(each)), each.due or date.max))


def lay_action(action: RequiredAction, project: str, day: date, language: Language) -> Lit:
    """Lay an action out; an empty ``project`` is not named."""
    state = state_of(action)
    light = {"overdue": "red", "open": "yellow", "closed": "green"}[state]
    about = f"{project}：" if language == "zh" else f"{project}: "
    return Lit(
        light,  # type: ignore[arg-type]
        STATES[state].say(language),
        (about if project else "") + action.requirement,
        tuple(text.say(language) for text in _said(action, day)),
    )


def _said(action: RequiredAction, day: date) -> Iterator[Text]:
    facts = []
    if action.raised:
        facts.append(Text(f"{action.raised} 提出", f"raised {action.raised}"))
    if action.owner:
        facts.append(Text(f"责任人 {action.owner}", f"owner {action.owner}"))
    if action.due:
        facts.append(Text(f"限期 {action.due}", f"due {action.due}"))
    if action.overdue and action.due:
        late = (day - action.due).days
        facts.append(Text(f"已逾期 {late} 天", f"{late} day{'' if late == 1 else 's'} late"))
    if facts:
        yield Text("，".join(each.zh for each in facts), ", ".join(each.en for each in facts))
    if action.result:
        when = f" {action.result_day}" if action.result_day else ""
        zh, en = (
            (f"，佐证 {action.evidence}", f", evidence {action.evidence}")
            if action.evidence
            else ("，没有佐证，不能销号", ", no evidence: it stays open")
        )
        yield Text(f"结果{when}：{action.result}{zh}", f"result{when}: {action.result}{en}")


def names_of(monitored: Monitored) -> Mapping[str, str]:
    """Names of projects by the keys of their codes and names."""
    found: dict[str, str] = {}
    for project in monitored.projects:
        for called in (project.score.name, project.score.code):
            if called:
                found[key(called)] = project.score.name
    return found
