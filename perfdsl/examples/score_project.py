"""Scores a project as an example has it: bound, scored and held to its rules as ``eval`` does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from perfdsl.actuals.bind import bind
from perfdsl.actuals.compute import known_values
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.run import run
from perfdsl.examples.bench import Bench
from perfdsl.examples.example import Posed, Worked
from perfdsl.examples.monitor_example import asks_for_lights, monitor_example
from perfdsl.examples.read_given import LAST_MONTH, GivenReader
from perfdsl.examples.touch import touched_by_lines, touched_by_rules
from perfdsl.examples.watched import Watched
from perfdsl.monitor.count_months import last_day
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scorecard import ProjectScore

_SOME_YEAR = 2000


def score_project(posed: Posed, bench: Bench, diagnostics: Diagnostics) -> Worked | None:
    """Give the project's score on the given facts alone; None after a complaint, or where it is unsound."""
    scheme = bench.project(posed, diagnostics)
    if scheme is None:
        return None
    plan = bench.plan(scheme)
    told, day = _told(posed, bench, plan, diagnostics)
    whole = Plan((plan,), ())
    actuals = bind(whole, told, diagnostics, day)
    if diagnostics.has_errors:
        return None
    scorecard = run(whole, actuals)
    (score,), flags = scorecard.projects, scorecard.flags
    said = (*score.flags, *flags)
    facts = actuals.projects[0]
    methods = touched_by_lines(plan, facts, score.indicators)
    before = score.before or score.total
    rules = touched_by_rules(plan, score.indicators, before, known_values(plan, facts), said)
    return Worked(
        lines=score.indicators,
        total=score.total,
        possible=score.possible_grades,
        grades=score.grades,
        rules=frozenset(rule.name for rule in plan.rules),
        flags=said,
        applied=score.applied,
        touched=methods | rules,
        watched=_watched(posed, scheme, plan, score, told, day),
    )


def _watched(  # noqa: PLR0913, PLR0917 — each is a noun of the story
    posed: Posed,
    scheme: ProjectScheme,
    plan: ProjectPlan,
    score: ProjectScore,
    told: Sequence[Fact],
    day: date | None,
) -> Watched | None:
    """Monitor the project where the example asks for lights: at the year's end where it names no month."""
    if not asks_for_lights(posed):
        return None
    then = day or last_day(plan.year or _SOME_YEAR, LAST_MONTH)
    return monitor_example(scheme, plan, score, [fact._replace(day=then) for fact in told], then)


def _told(
    posed: Posed, bench: Bench, plan: ProjectPlan, diagnostics: Diagnostics
) -> tuple[list[Fact], date | None]:
    """Read the given facts; those of an example that names a month are of that month's last day."""
    reader = GivenReader(posed, bench.checker.definitions.units, diagnostics)
    given = reader.sort(("month",))
    day = None
    if "month" in given.words:
        month = reader.month(given.words["month"])
        day = last_day(plan.year or _SOME_YEAR, month.__floor__())
    facts = [fact for each in given.names if (fact := reader.fact(each)) is not None]
    return [fact._replace(project=plan.code or plan.name, day=day) for fact in facts], day
