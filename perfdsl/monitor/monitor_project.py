"""Monitors one project: its money, its indicators, its goals, and the gap between goals and money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.diagnostic import Text
from perfdsl.monitor.choose_light import at_least, worst_of
from perfdsl.monitor.find_due import planned_money
from perfdsl.monitor.gather_history import History
from perfdsl.monitor.list_points import PointLister, bound_on
from perfdsl.monitor.monitor_line import Lit, monitor_line
from perfdsl.monitor.monitor_money import Purse, monitor_money
from perfdsl.monitor.monitored import MonitoredGoal, MonitoredLine, MonitoredProject, RequiredAction
from perfdsl.monitor.watch import Watch
from perfdsl.monitor.weigh_goals import light_gap, weigh_goals
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scheme.names import key
from perfdsl.scheme.read_goals import TO_BE_SERVED, goals_in
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scorecard import ProjectScore

_NONE_SERVES = Text(
    "没有指标写明对应这个目标，所以它没有灯", "no indicator says that it serves this goal: it has no light"
)
_NO_LINE_NAMES = Text(
    "这张表的指标都没有写“对应”，目标没有自己的灯，看整个项目的",
    "no indicator of this sheet says which goal it serves: goals have no lights of their own",
)


def monitor_project(  # noqa: PLR0913, PLR0917 — each is a noun of the story
    scheme: ProjectScheme,
    plan: ProjectPlan,
    score: ProjectScore,
    history: History,
    watch: Watch,
    actions: Sequence[RequiredAction] = (),
) -> MonitoredProject:
    """Give a project as it stands on the day. ``score``: as of that day, with the same lines as the plan."""
    lister = PointLister(plan, history, watch.day)
    actuals = bound_on(plan, history, watch.day)
    lines = _lines(plan, score, actuals, watch, lister)
    money = monitor_money(_purse(scheme, plan, actuals), actuals.spent, watch, lister, _stake(score, plan))
    progress = weigh_goals(lines, watch.month)
    gap, gap_shone = light_gap(progress, money, watch)
    shone = [*(line.shone for line in lines), money.shone, gap_shone]
    return MonitoredProject(
        score=score,
        light=worst_of(shone, watch.scheme.worst),
        money=money,
        lines=lines,
        goals=tuple(_goals(scheme, plan, lines, watch)),
        goal_progress=None if progress is None else progress.value,
        gap=gap,
        gap_shone=gap_shone,
        actions=tuple(actions),
        month=watch.month,
        scheme=watch.scheme.name,
        goal_range=None if progress is None else (progress.low, progress.high),
        at_least=at_least((each.light for each in shone if each.counts), watch.scheme.worst),
    )


def own_lines(
    plan: ProjectPlan, score: ProjectScore, history: History, watch: Watch
) -> tuple[MonitoredLine, ...]:
    """Give the indicators of a department of its own; ``plan`` and ``score``: it as a project."""
    lister = PointLister(plan, history, watch.day)
    return _lines(plan, score, bound_on(plan, history, watch.day), watch, lister)


def _lines(
    plan: ProjectPlan, score: ProjectScore, actuals: ProjectActuals, watch: Watch, lister: PointLister
) -> tuple[MonitoredLine, ...]:
    return tuple(
        monitor_line(Lit(line, at, actuals.indicators[at], score.indicators[at]), watch, lister)
        for at, line in enumerate(plan.indicators)
    )


def _purse(scheme: ProjectScheme, plan: ProjectPlan, actuals: ProjectActuals) -> Purse:
    budget = None if plan.budget is None or plan.budget.value <= 0 else plan.budget.value
    spent = None if actuals.spent is None else actuals.spent.value
    return Purse(budget, spent, planned_money(scheme) if budget is not None else ())


def _stake(score: ProjectScore, plan: ProjectPlan) -> Fraction:
    """Points of the execution rate that are still to be won."""
    rest = score.indicators[len(plan.indicators) :]
    return sum((line.weight - line.points.low for line in rest if not line.excluded), Fraction(0))


def _goals(
    scheme: ProjectScheme, plan: ProjectPlan, lines: Sequence[MonitoredLine], watch: Watch
) -> Iterator[MonitoredGoal]:
    """Give all goals in order, named ones with the worst of the lines that serve them."""
    serving = {key(goal.name): goal.lines for goal in plan.goals if goal.name}
    some_serve = any(serving.values())
    for goal in goals_in(scheme.node):
        if goal.role in TO_BE_SERVED:
            at = serving.get(key(goal.name), ()) if goal.name else ()
            light = worst_of([lines[each].shone for each in at], watch.scheme.worst)
            why = Text("", "") if at else _NONE_SERVES if some_serve else _NO_LINE_NAMES
            yield MonitoredGoal(goal.name, goal.text, at, light, why)
