"""Scores a project as an example has it: bound, scored and held to its rules as ``eval`` does."""

from __future__ import annotations

from datetime import date

from perfdsl.actuals.bind import bind
from perfdsl.actuals.bound import Actuals
from perfdsl.actuals.compute import known_values
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.run import run
from perfdsl.examples.bench import Bench
from perfdsl.examples.example import Posed, Worked
from perfdsl.examples.read_given import GivenReader
from perfdsl.examples.touch import touched_by_lines, touched_by_rules
from perfdsl.plan.plan import Plan, ProjectPlan

_SOME_YEAR = 2000
_SOME_DAY = 15


def score_project(posed: Posed, bench: Bench, diagnostics: Diagnostics) -> Worked | None:
    """Give the project's score on the given facts alone; None after a complaint, or where it is unsound."""
    scheme = bench.project(posed, diagnostics)
    if scheme is None:
        return None
    plan = bench.plan(scheme)
    actuals = _bound(posed, bench, plan, diagnostics)
    if diagnostics.has_errors:
        return None
    whole = Plan((plan,), ())
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
    )


def _bound(posed: Posed, bench: Bench, plan: ProjectPlan, diagnostics: Diagnostics) -> Actuals:
    """Bind the given facts; those of an example that names a month are of that month."""
    reader = GivenReader(posed, bench.checker.definitions.units, diagnostics)
    given = reader.sort(("month",))
    day = None
    if "month" in given.words:
        month = reader.month(given.words["month"])
        day = date(plan.year or _SOME_YEAR, month.__floor__(), _SOME_DAY)
    facts = [fact for each in given.names if (fact := reader.fact(each)) is not None]
    dated = [fact._replace(project=plan.code or plan.name, day=day) for fact in facts]
    return bind(Plan((plan,), ()), dated, diagnostics, day)
