"""Which effects of a project's rules take place, judged on what was scored before any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.engines.exact.rule_values import RuleValues, amount_of
from perfdsl.engines.exact.tell_effect import tell_effect
from perfdsl.plan.interpret import Known, shortfall_of
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan, RulePlan
from perfdsl.scorecard import Applied, IndicatorScore, Interval
from perfdsl.syntax import ast


class Fired(NamedTuple):
    """An effect that takes place, or may (not ``certain``). ``amount``: of points, where it has one."""

    rule: RulePlan
    effect: ast.Effect
    certain: bool
    amount: Interval | None = None

    @property
    def applied(self) -> Applied:
        """What a reader is told."""
        because = getattr(self.effect, "because", "")
        place = self.rule.source.place(self.effect.span)
        return Applied(self.rule.name, place, tell_effect(self.effect, self.amount), because, self.certain)


def fire_on_line(
    project: ProjectPlan,
    at: int,
    lines: Sequence[IndicatorScore],
    values: Mapping[str, Known],
    actual: Fraction | None,
) -> list[Fired]:
    """List the effects of rules over each indicator on the line at an index, whose actual is given."""
    rules = [rule for rule in project.rules if rule.each == "indicator" and at in rule.lines]
    if not rules:
        return []
    line = lines[at]
    scope = {**_words_of_project(project, values), **_words_of_line(project.indicators[at], line, actual)}
    return list(_fired(rules, scope, lines, line, {"score": line.points}))


def fire_on_project(
    project: ProjectPlan, lines: Sequence[IndicatorScore], total: Interval, values: Mapping[str, Known]
) -> list[Fired]:
    """List the effects of rules over the whole project."""
    rules = [rule for rule in project.rules if rule.each == "project"]
    scope = _words_of_project(project, values)
    if total.settled:
        scope["total"] = total.low
    return list(_fired(rules, scope, lines, None, {"total": total}))


def fire_on_department(rules: Sequence[RulePlan], scope: Mapping[str, Known], total: Interval) -> list[Fired]:
    """List the effects of rules over a department; ``scope``: its words, the total aside."""
    known = {**scope, "total": total.low} if total.settled else scope
    return list(_fired(rules, known, (), None, {"total": total}))


def _fired(
    rules: Sequence[RulePlan],
    scope: Mapping[str, Known],
    lines: Sequence[IndicatorScore],
    line: IndicatorScore | None,
    within: Mapping[str, Interval],
) -> Iterator[Fired]:
    whole = Fraction(100) if line is None else line.weight
    for rule in rules:
        values = RuleValues(scope, rule.units, lines, line, within)
        truth = values.holds(rule.condition)
        if truth in {"no", "undefined"}:
            continue
        for effect in rule.effects:
            match effect:
                case ast.Cap(most=amount) | ast.Deduct(amount=amount):
                    yield Fired(rule, effect, truth == "yes", amount_of(values, amount, whole))
                case _:
                    yield Fired(rule, effect, truth == "yes")


def _words_of_project(project: ProjectPlan, values: Mapping[str, Known]) -> dict[str, Known]:
    """Give all that was recorded; without a budget, or over one of zero, there is no execution rate."""
    if project.budget is None:
        return {**values, "budget": None, "execution": None}
    return {**values, "execution": None} if not project.budget.value else dict(values)


def _words_of_line(plan: IndicatorPlan, line: IndicatorScore, actual: Fraction | None) -> dict[str, Known]:
    """Give the words of one line; what is not known yet is left out, what it does not have is None."""
    aim, judged = plan.aim, line.judged
    found: dict[str, Known] = {
        "points": line.weight, "full": line.weight, "lower": aim.low, "upper": aim.high, "target": aim.target,
        "upward": aim.op in {">=", ">"}, "downward": aim.op in {"<=", "<"},
        "unreported": line.attainment == "pending", "self": judged.self_score, "review": judged.review_score,
        "baseline": None if plan.baseline is None else plan.baseline.value,
    }  # fmt: skip
    if line.score is not None:
        found["score"] = line.score
    if line.attainment == "pending":
        return found
    found |= {"met": line.attainment == "met", "actual": actual}
    if line.ratio is not None or line.score is not None:  # a bare level may yet get its share
        found["ratio"] = line.ratio
    found["shortfall"] = None if actual is None else shortfall_of(aim, actual)
    return found
