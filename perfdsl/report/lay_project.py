"""A monitored project as a reader sees it: its row in the overview, and its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show
from perfdsl.monitor.monitored import (
    Forecast,
    Monitored,
    MonitoredGoal,
    MonitoredLine,
    MonitoredMoney,
    MonitoredProject,
)
from perfdsl.monitor.show_share import show_wan
from perfdsl.report import monitor_words as words
from perfdsl.report.monitor_actions import in_order, lay_action
from perfdsl.report.monitor_sheet import LineGroup, LineRow, Lit, ProjectPage, ProjectRow
from perfdsl.report.words import called

Said = Sequence[Text | None]


def lay_row(project: MonitoredProject, language: Language) -> ProjectRow:
    """Lay a project out as a row of the overview."""
    counted = Counter(line.shone.light for line in project.lines if not line.score.excluded)
    lights = [(light, words.LIGHTS[light].say(language)) for light in words.LIGHTS]
    gap = "" if language == "zh" else " "
    told = [f"{word}{gap}{counted[light]}" for light, word in lights if counted[light]]
    if counted[None]:
        told.append(f"{Text('未知', 'unknown').say(language)}{gap}{counted[None]}")
    return ProjectRow(
        project.light or project.at_least,
        words.light_word(project.light, language, project.at_least),
        (
            project.score.name,
            words.show_share(project.money.rate, project.money.shone.bounds),
            words.show_share(project.money.progress, project.money.shone.bounds),
            say_goals(project),
            words.show_points_apart(project.gap, project.gap_shone.bounds),
            " ".join(told) or "-",
        ),
    )


def lay_page(project: MonitoredProject, monitored: Monitored, language: Language) -> ProjectPage:
    """Lay all of a project out."""
    return ProjectPage(
        title=f"{project.score.code} {project.score.name}".strip(),
        light=project.light or project.at_least,
        word=words.light_word(project.light, language, project.at_least),
        money=(_lay_money(project.money, language), _lay_gap(project, language)),
        groups=lay_groups(project.lines, language),
        goals=tuple(_lay_goal(goal, language) for goal in project.goals),
        actions=tuple(
            lay_action(action, "", monitored.day, language) for action in in_order(project.actions)
        ),
    )


def lay_groups(lines: Sequence[MonitoredLine], language: Language) -> tuple[LineGroup, ...]:
    """Lay indicators out under the headings that they stand under."""
    grouped = groupby(lines, key=lambda line: line.score.group)
    return tuple(
        LineGroup(
            " / ".join(called(name, language) for name in path),
            tuple(_lay_line(line, language) for line in found),
        )
        for path, found in grouped
    )


def _lay_money(money: MonitoredMoney, language: Language) -> Lit:
    comma, colon = ("，", "：") if language == "zh" else (", ", ": ")
    said = [
        money.shone.why,
        *_foreseen(money.forecast, money.foreseen),
        words.say_reason(money.reason, money.cause),
    ]
    return Lit(
        money.shone.light,
        words.light_word(money.shone.light, language),
        words.MONEY.say(language) + colon + comma.join(_money_facts(money, language)),
        _spoken(said, language),
    )


def _money_facts(money: MonitoredMoney, language: Language) -> Iterator[str]:
    """Give what is known; the reason of the light goes on with what is due and how far that is reached."""
    by = Text("按支出计划", "by the payment plan") if money.by_plan else Text("按月份", "by months")
    due = money.due if money.progress is None else None
    for label, amount in (
        (Text("预算", "budget"), money.budget),
        (Text("已支出", "spent"), money.spent),
        (Text(f"{by.zh}应支出", f"due {by.en}"), due),
    ):
        if amount is not None:
            yield f"{label.say(language)} {show_wan(amount)}"
    if money.rate is not None:
        rate = words.show_share(money.rate, money.shone.bounds)
        yield f"{Text('执行率', 'spent of the budget').say(language)} {rate}"


def _lay_gap(project: MonitoredProject, language: Language) -> Lit:
    told = "" if project.gap is None else words.show_gap(project.gap, language, project.gap_shone.bounds)
    light, colon = project.gap_shone.light, "：" if language == "zh" else ": "
    return Lit(
        light,
        words.light_word(light, language),
        words.GAP.say(language) + (colon + told if told else ""),
        _spoken([project.gap_shone.why], language),
    )


def _lay_line(line: MonitoredLine, language: Language) -> LineRow:
    score, light = line.score, line.shone.light
    prospect = words.PROSPECTS[line.prospect].say(language)
    cells = (
        called(score.name, language),
        score.target or "-",
        score.actual or "-",
        line.due_text or "-",
        words.show_share(line.progress, line.shone.bounds),
        "-" if score.excluded else prospect,
    )
    said = [
        line.shone.why if line.shone.why.zh else score.why,
        *_foreseen(line.forecast, line.foreseen),
        words.say_reason(line.reason, line.cause),
    ]
    return LineRow(light, words.light_word(light, language), cells, _spoken(said, language))


def _foreseen(forecast: Forecast | None, foreseen: Forecast | None) -> Said:
    """Say what the year's end may bring, and what the author of the facts expects."""
    told: list[Text] = []
    if forecast is not None:
        told.append(
            Text(
                f"年末预计 {forecast.text}：{forecast.method.zh}",
                f"by the year's end {forecast.text}: {forecast.method.en}",
            )
        )
    if foreseen is not None:
        told.append(Text(f"填报人预计 {foreseen.text}", f"expected by its author: {foreseen.text}"))
    return told


def _lay_goal(goal: MonitoredGoal, language: Language) -> Lit:
    what = f"{goal.name} {goal.text}".strip()
    return Lit(goal.light, words.light_word(goal.light, language), what, _spoken([goal.why], language))


def say_goals(project: MonitoredProject) -> str:
    """How much of the goals is reached: ``62.50%``, or ``50–80%`` while a line is not known."""
    if project.goal_progress is None and project.goal_range is not None:
        low, high = (show(100 * end, 0) for end in project.goal_range)
        return f"{low}–{high}%"
    return words.show_share(project.goal_progress)


def _spoken(said: Said, language: Language) -> tuple[str, ...]:
    return tuple(text.say(language) for text in said if text is not None and text.zh)
