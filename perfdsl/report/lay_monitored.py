"""Monitored → MonitorSheet: what comes first, how much is told of each project, and in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from perfdsl.diagnostic import Language, Text
from perfdsl.monitor.monitored import Monitored, MonitoredDepartment, MonitoredProject, Urgent, UrgentOwn
from perfdsl.report import monitor_words as words
from perfdsl.report.lay_project import lay_groups, lay_page, lay_row
from perfdsl.report.monitor_actions import in_order, lay_action, names_of
from perfdsl.report.monitor_sheet import DepartmentPages, Lit, MonitorSheet, ProjectRow
from perfdsl.report.show_money import show_money
from perfdsl.report.words import INDICATOR, PROJECT, called
from perfdsl.scheme.names import key

MOST_URGENT: Final = 8
"""What to act on first is no list of everything."""
MOST_PAGES: Final = 12
"""Projects that are all told in full; of more, those with a red or yellow light or an open action are."""

_LINE_HEADINGS: Final = (
    INDICATOR,
    words.YEAR_TARGET,
    words.SO_FAR,
    words.DUE,
    words.PROGRESS,
    words.YEAR_END,
)
_PROJECT_HEADINGS: Final = (
    PROJECT,
    words.RATE,
    words.MONEY_PROGRESS,
    words.GOAL_PROGRESS,
    words.GAP_IN_POINTS,
    words.LINES,
)
_RANKS: Final = ("red", "yellow", None, "blue", "green")


def lay_monitored(monitored: Monitored, language: Language) -> MonitorSheet:
    """Lay everything out; a long portfolio shows in full what needs a look, and the rest in the overview."""
    shown = _shown_in_full(monitored)
    departments = tuple(_lay_departments(monitored, shown, language))
    return MonitorSheet(
        title=_title(monitored).say(language),
        counts=_counts(monitored).say(language),
        urgent=tuple(_lay_urgent(each, monitored, language) for each in monitored.ranked[:MOST_URGENT]),
        more=_say_more(len(monitored.ranked) - MOST_URGENT).say(language),
        actions=tuple(_open_actions(monitored, language)),
        departments=departments,
        line_headings=tuple(text.say(language) for text in _LINE_HEADINGS),
        project_headings=tuple(text.say(language) for text in _PROJECT_HEADINGS),
        left_out=_say_left_out(len(monitored.projects) - len(shown)).say(language),
    )


def _title(monitored: Monitored) -> Text:
    months = _months(monitored)
    return Text(
        f"绩效监控 截至 {monitored.day}（{months.zh}） 监控办法: {monitored.scheme}",
        f"Monitoring as of {monitored.day} ({months.en}) Scheme: {monitored.scheme}",
    )


def _months(monitored: Monitored) -> Text:
    """Say how much of the year is over, and where the day is in none of the projects' years."""
    month, years, now = monitored.month, monitored.years, monitored.day.year
    if set(years) <= {now}:
        return Text(f"当年已过 {month} 个月", f"months of the year over: {month}")
    if len(years) == 1:
        return Text(
            f"这一天不在 {years[0]} 年度内，该年度已过 {month} 个月",
            f"the day is outside the year {years[0]}, of which {month} months are over",
        )
    zh, en = "、".join(map(str, years)), ", ".join(map(str, years))
    return Text(
        f"{now} 年已过 {month} 个月；项目的年度是 {zh}，各按自己的年度算",
        f"months of {now} over: {month}; projects are of {en}, each by its own year",
    )


def _counts(monitored: Monitored) -> Text:
    counted = Counter(project.light for project in monitored.projects)
    zh = [f"{words.LIGHTS[light].zh} {counted[light]}" for light in words.LIGHTS if counted[light]]
    en = [f"{counted[light]} {words.LIGHTS[light].en}" for light in words.LIGHTS if counted[light]]
    if counted[None]:
        zh.append(f"未知 {counted[None]}")
        en.append(f"{counted[None]} unknown")
    overdue = sum(each.overdue for each in monitored.actions)
    still = sum(not each.closed for each in monitored.actions)
    many = len(monitored.projects)
    told = Text(
        f"{many} 个项目：{'，'.join(zh)}", f"{many} project{'' if many == 1 else 's'}: {', '.join(en)}"
    )
    blank = _count_blank(monitored)
    if blank:
        told = Text(f"{told.zh}；{blank} 个指标还没有实绩", f"{told.en}; {blank} indicators without a fact")
    if not monitored.actions:
        return told
    return Text(
        f"{told.zh}；整改 {len(monitored.actions)} 项：未销号 {still}，其中逾期 {overdue}",
        f"{told.en}; {len(monitored.actions)} required actions: {still} open, {overdue} of them overdue",
    )


def _count_blank(monitored: Monitored) -> int:
    """Count the indicators of which nothing is recorded yet."""
    scores = (line.score for project in monitored.projects for line in project.lines)
    return sum(not score.actual and not score.excluded for score in scores)


def _say_more(number: int) -> Text:
    if number <= 0:
        return Text("", "")
    return Text(f"还有 {number} 条，见各项目", f"{number} more: see the projects")


def _say_left_out(number: int) -> Text:
    if not number:
        return Text("", "")
    return Text(
        f"另外 {number} 个项目没有红灯、黄灯，也没有未销号的整改，只列在一览里；加 --project 名称 可看细目",
        f"{number} more projects have no red or yellow light and no open action: they are in the overview "
        "alone; --project NAME shows them in full",
    )


def _shown_in_full(monitored: Monitored) -> set[int]:
    every = set(range(len(monitored.projects)))
    if len(every) <= MOST_PAGES:
        return every
    return {at for at in every if _needs_a_look(monitored.projects[at])}


def _needs_a_look(project: MonitoredProject) -> bool:
    return (project.light or project.at_least) in {"red", "yellow"} or any(
        not action.closed for action in project.actions
    )


def _lay_urgent(urgent: Urgent | UrgentOwn, monitored: Monitored, language: Language) -> Lit:
    why = urgent.why.say(language)
    what = " / ".join(called(name, language) for name in name_urgent(urgent, monitored, language))
    return Lit(urgent.light, words.light_word(urgent.light, language), what, (why,) if why else ())


def name_urgent(urgent: Urgent | UrgentOwn, monitored: Monitored, language: Language) -> tuple[str, str]:
    """Name the project or the department, and its indicator or its money."""
    if isinstance(urgent, UrgentOwn):
        department = monitored.departments[urgent.department]
        return department.name or department.code, department.lines[urgent.line].score.name
    project = monitored.projects[urgent.project]
    money = words.MONEY.say(language)
    return project.score.name, money if urgent.line is None else project.lines[urgent.line].score.name


def _open_actions(monitored: Monitored, language: Language) -> Iterator[Lit]:
    names = names_of(monitored)
    for action in in_order(monitored.actions):
        if not action.closed:
            name = names.get(key(action.project), action.project)
            yield lay_action(action, name, monitored.day, language)


def _lay_departments(monitored: Monitored, shown: set[int], language: Language) -> Iterator[DepartmentPages]:
    """Lay departments out in order, and behind them the projects of none."""
    housed = {at for department in monitored.departments for at in department.projects}
    for department in monitored.departments:
        summary = _lay_department(department, language)
        pages = _lay_projects(summary, department.projects, monitored, shown, language)
        yield pages._replace(own=lay_groups(department.lines, language))
    others = [at for at in range(len(monitored.projects)) if at not in housed]
    if others:
        heading = words.OTHERS.say(language) if monitored.departments else ""
        yield _lay_projects(Lit(None, "", heading), others, monitored, shown, language)


def _lay_projects(
    summary: Lit, places: Sequence[int], monitored: Monitored, shown: set[int], language: Language
) -> DepartmentPages:
    rows: list[ProjectRow] = [lay_row(monitored.projects[at], language) for at in places]
    rows.sort(key=lambda row: _RANKS.index(row.light))  # the worst that is known, where not all is
    pages = tuple(lay_page(monitored.projects[at], monitored, language) for at in places if at in shown)
    return DepartmentPages(summary, tuple(rows), pages)


def _lay_department(department: MonitoredDepartment, language: Language) -> Lit:
    amounts = [
        (Text("预算", "budget"), department.budget),
        (Text("已支出", "spent"), department.spent),
        (Text("至今应支出", "due by now"), department.due),
    ]
    known = [f"{label.say(language)} {show_money(amount)}" for label, amount in amounts if amount is not None]
    comma = "，" if language == "zh" else ", "
    said = (comma.join(known), department.why.say(language))
    what = f"{department.code} {department.name}".strip()
    word = words.light_word(department.light, language, department.at_least)
    return Lit(department.light or department.at_least, word, what, tuple(filter(None, said)))
