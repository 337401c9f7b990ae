"""Scores departments over their projects: what they have of their own, and the mean of the projects' totals.

A department's score is over all its projects, whichever of them are shown. A project that has no score,
since an error stands in the way, may have any: it widens the mean. Totals are blended as they are given,
rounded; the blend is rounded as the rubric's 总分. Rules over departments are judged on this total, and their
effects follow in the order that holds for projects: points off, limit of the total, limit of the grade.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.actuals.bind_departments import Spent, spent_by_project, sum_spent
from perfdsl.actuals.bound import Actuals
from perfdsl.diagnostic import Text
from perfdsl.engines.exact.apply_effects import changed, grades_after, on_total
from perfdsl.engines.exact.fire_rules import Fired, fire_on_department
from perfdsl.engines.exact.mark_idle import told_of
from perfdsl.engines.exact.round_points import round_interval
from perfdsl.engines.exact.total import WHOLE, possible_grades
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import DepartmentPlan, Plan, RulePlan
from perfdsl.scheme.names import key
from perfdsl.scheme.read_department import budget_of
from perfdsl.scheme.scheme import MemberScheme
from perfdsl.scorecard import Applied, DepartmentScore, Flag, Interval, ProjectScore, Unshown
from perfdsl.source import Place
from perfdsl.syntax import ast

ANYTHING = Interval(Fraction(0), WHOLE)
"""The total of a project that has no score."""

DEFAULT_PLACES = 2
How = Literal["", "equal", "by_budget", "by_weight"]


def score_departments(
    plan: Plan, actuals: Actuals, scores: Sequence[ProjectScore], own: Sequence[ProjectScore | None]
) -> tuple[DepartmentScore, ...]:
    """Score all departments of a plan in its order; those whose own facts are not sound are left out.

    ``scores``: of the projects, as the scorecard has them; ``own``: of the departments, scored like projects.
    """
    totals = {each.place: each.total for each in scores}
    places = {each.place: at for at, each in enumerate(scores)}
    spent = spent_by_project(plan, actuals.projects, actuals.broken)
    rules = _rules_of_projects(plan)
    return tuple(
        _Department(each, rules.get(key(each.code), ()), totals, places, spent).score(own[at])
        for at, each in enumerate(plan.departments)
        if at not in actuals.broken_departments
    )


def _rules_of_projects(plan: Plan) -> dict[str, tuple[RulePlan, ...]]:
    """Give the rules over departments that projects are held to, by the key of their department."""
    found: dict[str, dict[int, RulePlan]] = {}
    for project in plan.projects:
        for rule in project.rules:
            if rule.each == "department" and project.department:
                found.setdefault(key(project.department), {}).setdefault(id(rule.effects), rule)
    return {department: tuple(rules.values()) for department, rules in found.items()}


class _Department(NamedTuple):
    """A department with what is known of its projects."""

    plan: DepartmentPlan
    rules_of_projects: tuple[RulePlan, ...]
    totals: Mapping[Place, Interval]
    places: Mapping[Place, int]
    spent: Spent

    def score(self, own: ProjectScore | None) -> DepartmentScore:
        """Score it; no total where the rubric does not say how to make one, and nothing is its own."""
        plan = self.plan
        mean, how = self._mean()
        own_share = None if own is None and mean is None else self._own_share(own)
        before = self._blend(own, mean, own_share)
        fired = [] if before is None else self._fire(before)
        total = None if before is None else _after(plan, before, fired)
        possible = (
            () if total is None else grades_after(possible_grades(total, plan.grades), plan.grades, fired)
        )
        steps = [step.places for step in (plan.each, plan.total) if step is not None]
        return DepartmentScore(
            code=plan.code,
            name=plan.name,
            rubric=plan.rubric,
            members=tuple(
                sorted(self.places[each.place] for each in plan.members if each.place in self.places)
            ),
            own=own,
            mean=mean,
            mean_by=how,
            own_share=own_share if total is not None else None,
            total=total,
            grade=possible[0] if len(possible) == 1 else "",
            possible_grades=possible,
            budget=budget_of(plan.members),
            spent=sum_spent(plan.members, self.spent),
            places=max(steps, default=DEFAULT_PLACES),
            place=plan.place,
            flags=tuple(self._flags()),
            before=before if before != total else None,
            applied=() if before is None else tuple(self._applied(before, fired)),
            unshown=tuple(
                Unshown(each.name, ANYTHING, scored=False)
                for each in plan.members
                if each.place not in self.places
            ),
        )

    def _own_share(self, own: ProjectScore | None) -> Fraction | None:
        if self.plan.rollup is not None:
            return self.plan.rollup.own
        return None if own is None else Fraction(1)

    def _mean(self) -> tuple[Interval | None, How]:
        """Give the mean of the projects' totals, where the rubric asks for one and there is any to take."""
        rollup = self.plan.rollup
        if rollup is None or not rollup.how:
            return None, ""
        totals = [self.totals.get(each.place, ANYTHING) for each in self.plan.members]
        weights = [_weight(each, rollup.how) for each in self.plan.members]
        return mean_of(list(zip(totals, weights, strict=True))), rollup.how

    def _blend(
        self, own: ProjectScore | None, mean: Interval | None, own_share: Fraction | None
    ) -> Interval | None:
        """Blend the own total and the mean of the projects; None where a part that counts is missing."""
        if own_share is None or (own_share and own is None) or (own_share < 1 and mean is None):
            return None
        if own_share == 1 and own is not None:
            return own.total
        shares = ((None if own is None else own.total, own_share), (mean, 1 - own_share))
        blended = mean_of([(part, share) for part, share in shares if part is not None])
        return None if blended is None else round_interval(blended, self.plan.total or self.plan.each)

    def _fire(self, total: Interval) -> list[Fired]:
        rules = {id(rule.effects): rule for rule in (*self.rules_of_projects, *self.plan.rules)}
        return fire_on_department(list(rules.values()), self._scope(), total)

    def _scope(self) -> dict[str, Known]:
        """Give the words of rules over a department; what a project has not reported is not known of all."""
        return words_of_department(self.plan.members, self.spent)

    def _applied(self, before: Interval, fired: Sequence[Fired]) -> Iterator[Applied]:
        plan = self.plan
        graded = possible_grades(before, plan.grades)

        def changes(alone: Fired) -> bool:
            lowered = grades_after(graded, plan.grades, [alone])
            return _after(plan, before, [alone]) != before or lowered != graded

        for each in fired:
            if not isinstance(each.effect, ast.Told):
                yield told_of(each, changes)

    def _flags(self) -> Iterator[Flag]:
        missing = [each.name for each in self.plan.members if each.place not in self.places]
        rollup = self.plan.rollup
        for name in missing if rollup is not None and rollup.how else ():
            text = Text(
                f"项目“{name}”没有得分，平均时按 0 至 100 之间计",
                f"the project “{name}” has no score: it may have any",
            )
            yield Flag("P1325", "", text)


def mean_of(weighed: Sequence[tuple[Interval, Fraction]]) -> Interval | None:
    """Give the weighted mean of intervals, end by end; None where nothing weighs anything."""
    counted = [(points, weight) for points, weight in weighed if weight]
    whole = sum((weight for _, weight in counted), Fraction(0))
    if not whole:
        return None
    low = sum((points.low * weight for points, weight in counted), Fraction(0)) / whole
    high = sum((points.high * weight for points, weight in counted), Fraction(0)) / whole
    return Interval(low, high, any(points.high_open for points, _ in counted))


def _weight(member: MemberScheme, how: How) -> Fraction:
    match how:
        case "by_budget":
            return member.budget or Fraction(0)
        case "by_weight":
            return member.weight or Fraction(0)
        case _:
            return Fraction(1)


def _after(plan: DepartmentPlan, before: Interval, fired: Sequence[Fired]) -> Interval:
    """Give the total after the effects of rules on it; it is rounded once more where there are any."""
    changing = [each for each in fired if isinstance(each.effect, ast.Cap | ast.Deduct)]
    if not changing:
        return before
    return round_interval(changed(before, on_total(changing)), plan.total or plan.each)


def words_of_department(members: Sequence[MemberScheme], spent: Spent) -> dict[str, Known]:
    """Sum money over the projects; what one of them has not reported yet is not known of all."""
    scope: dict[str, Known] = {"projects": Fraction(len(members))}
    budget, total = budget_of(members), sum_spent(members, spent)
    if budget is not None:
        scope["budget"] = budget
    if total is None:
        return scope
    return {**scope, "spent": total, "execution": total / budget if budget else None}
