"""Finds the lines that may still change: those without a fact, and those that were asked for by name."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.engines.exact.score_execution import NAME, execution_line
from perfdsl.goal_seek.lever import FINISHED_PLACE, Lever
from perfdsl.plan.grain import FINEST, TRUTHS, Grain, grain_of
from perfdsl.plan.invert_curve import NOT_NEGATIVE, Stretch, Stretches
from perfdsl.plan.plan import IndicatorPlan, LevelPlan, MethodPlan, ProjectPlan
from perfdsl.plan.plan_method import expressions_of
from perfdsl.scheme.known_units import BOOL
from perfdsl.scheme.names import indicator_term, key, scope_word, terms_used
from perfdsl.scheme.scheme import Aim
from perfdsl.scorecard import EXECUTION_RATE

PERCENT = Fraction(1, 100)
SHARES = Grain(PERCENT, 2, FINEST, Stretch((Fraction(0), 0), (Fraction(1), 1)))
"""Shares of a level's band, in hundredths of 1%."""

FINISHED = "已完成"


class Opened(NamedTuple):
    """Names of lines that may change although they have an actual; ``all``: every line may."""

    names: tuple[str, ...] = ()
    all: bool = False

    def has(self, name: str) -> bool:
        """Whether a line was opened by its name, or by one of those of the project's own facts."""
        return self.all or any(same_line(name, each) for each in self.names)


def same_line(name: str, called: str) -> bool:
    """Whether a line is called so; 执行数 and 预算执行率 are one line, in both languages."""
    return key(name) == key(called) or _own(name) == _own(called) != ""


def _own(name: str) -> str:
    word = "execution" if key(name) in map(key, EXECUTION_RATE) else scope_word(name)
    return {"spent": "execution", "execution": "execution", "finished": "finished"}.get(word, "")


def find_levers(project: ProjectPlan, facts: ProjectActuals, opened: Opened) -> list[Lever]:
    """List the open lines of a project in its order; the execution rate and 已完成 come last."""
    pairs = zip(project.indicators, facts.indicators, strict=True)
    levers = [
        _lever(at, plan, fact, whole=opened.has(plan.name))
        for at, (plan, fact) in enumerate(pairs)
        if _is_open(fact, plan, opened) and not follows(project, plan)
    ]
    return [*levers, *_spent(project, facts, opened), *_finished(project, facts, opened)]


def follows(project: ProjectPlan, plan: IndicatorPlan) -> bool:
    """Whether a line is computed from other lines of the project: it changes with them, and only so."""
    lines = {indicator_term(line.name) for line in project.indicators} | {"spent", "execution", "finished"}
    return not lines.isdisjoint(terms_used(plan.formula))


def _is_open(fact: BoundFact | None, plan: IndicatorPlan, opened: Opened) -> bool:
    return fact is None or fact.value is None or opened.has(plan.name)


def _lever(at: int, plan: IndicatorPlan, fact: BoundFact | None, *, whole: bool) -> Lever:
    now = None if fact is None else fact.value
    if plan.method.levels:
        given = fact.level if fact is not None and not whole else None
        return Lever(at, "level", plan, SHARES, _bands(plan.method.levels, given), now)
    grain = grain_of(plan.aim)
    return Lever(at, "number", plan, grain, (grain.within,), now, computed=plan.formula is not None)


def _bands(levels: tuple[LevelPlan, ...], given: int | None) -> Stretches:
    bands = [level for at, level in enumerate(levels) if given in {None, at}]
    return tuple(
        Stretch((band.low, 0), (band.high, 0 if band.high_open else 1))
        for band in sorted(bands, key=lambda band: band.low)
    )


def _spent(project: ProjectPlan, facts: ProjectActuals, opened: Opened) -> Iterator[Lever]:
    execution, budget, spent = project.execution, project.budget, facts.spent
    if execution is None or budget is None or (spent is not None and not opened.has(NAME)):
        return
    money = grain_of(Aim("=", budget.unit, budget.value, budget.value, "", ""))
    grain = Grain(money.unit / budget.value, money.places, money.most, NOT_NEGATIVE)
    now = None if spent is None or spent.value is None else spent.value / budget.value
    plan = execution_line(project, execution)
    yield Lever(len(project.indicators), "spent", plan, grain, (NOT_NEGATIVE,), now, budget.value)


def _finished(project: ProjectPlan, facts: ProjectActuals, opened: Opened) -> Iterator[Lever]:
    """已完成, where a method asks for it: it can become true."""
    is_open = facts.finished is None or (not facts.finished and opened.has(FINISHED))
    asked = any(map(asks_finished, _methods(project))) or "finished" in rule_terms(project)
    if not is_open or not asked:
        return
    aim = Aim("is", BOOL, Fraction(1), Fraction(1), "是", "是")
    method, place = MethodPlan(FINISHED), project.place
    plan = IndicatorPlan(FINISHED, (), aim, Fraction(0), method, None, None, place, place)
    now = None if facts.finished is None else Fraction(0)
    yield Lever(FINISHED_PLACE, "finished", plan, Grain(Fraction(1), 0, 0, TRUTHS), (TRUTHS,), now)


def _methods(project: ProjectPlan) -> Iterator[MethodPlan]:
    yield from (line.method for line in project.indicators)
    if project.execution is not None:
        yield project.execution.method


def rule_terms(project: ProjectPlan) -> set[str]:
    """Terms of all names in the conditions of a project's rules."""
    return terms_used(*(rule.condition for rule in project.rules))


def asks_finished(method: MethodPlan) -> bool:
    """Whether a method asks if the work is finished."""
    if any(state is not None for state, _ in method.curves):
        return True
    return (
        bool(method.refusal)
        and method.call is not None
        and "finished" in terms_used(*expressions_of(method.call))
    )
