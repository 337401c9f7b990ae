"""What goal-seek answers, written into the sheet and scored again, has the goal; nothing less would do."""

from __future__ import annotations

import os
from fractions import Fraction

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.run import score_project
from perfdsl.goal_seek.answer import Alternative, Answer, Change
from perfdsl.goal_seek.find_levers import Opened
from perfdsl.goal_seek.goal import Goal, is_reached
from perfdsl.goal_seek.put_actual import put
from perfdsl.goal_seek.seek import seek
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from tests.properties.random_sheets import RUBRICS, Project, amounts, facts, projects, sheet
from tests.properties.test_totals import ROUNDINGS, use
from tests.scoring import say_all, sources_of

MANY = int(os.environ.get("PERFDSL_EXAMPLES", "40"))
few = settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))
goals = st.one_of(
    st.sampled_from([Goal("优"), Goal("良"), Goal("中")]),
    st.integers(0, 10000).map(lambda n: Goal(score=Fraction(n, 100))),
)
MORE = """  产出指标 / 时效指标：
    完成时间 <= 2022-11-30
    制度建设 是 健全
  效益指标 / 可持续影响指标：
    知晓度 定性 "显著提升"
"""
SAID = {
    "完成时间": ["2022-11-30", "2022-12-09"],
    "制度建设": ["健全", "否"],
    "知晓度": ["达成", "部分达成", "未达成", "部分达成 60%", "达成 100%"],
}
more_facts = st.fixed_dictionaries({name: st.sampled_from([None, *texts]) for name, texts in SAID.items()})
high_goals = st.integers(8500, 10000).map(lambda n: Goal(score=Fraction(n, 100)))
missings = st.sampled_from(["待定", "零分", "不计"])
RULES = [
    "",
    "规则 封顶\n  每项目 当 预算执行率 < 60%\n  则 总分 至多 69\n",
    "规则 扣分\n  每项 当 完成比例 < 60%\n  则 扣 2分\n",
    "规则 等级\n  每项目 当 总分 < 95分 且 预算执行率 < 80%\n  则 等级 至多 良\n",
]


class Case:
    """An invented project, bound, and its texts, to which changed facts can be added."""

    def __init__(self, head: str, project: Project, more: dict[str, str | None]) -> None:
        self.above = head + sheet(project) + MORE
        recorded = [
            *facts(project).splitlines()[1:],
            *(f"  {name} = {text}" for name, text in more.items() if text),
        ]
        self.recorded = {_name(line): line for line in recorded}
        self.heading = f"实绩 {project.code} 2022-12-31"
        self.plan, self.facts = self.bound({})

    def bound(self, changed: dict[str, str]):
        told = Diagnostics()
        below = (
            "\n".join([self.heading, *{**self.recorded, **changed}.values()])
            if self.recorded or changed
            else ""
        )
        scheme, plan = prepare(sources_of(self.above + below + "\n"), told, shipped, Request())
        actuals = bind_facts(scheme, plan, [], told, Request())
        assert not told.has_errors, say_all(told)
        return plan.projects[0], actuals.projects[0]

    def rescored(self, way: Alternative):
        """Score the sheet with the changes written into it."""
        lines = [_line(change) for change in [*way.assumed, *way.changes]]
        return score_project(*self.bound({_name(line): line for line in lines}))


def _name(line: str) -> str:
    return line.split(maxsplit=1)[0]


def _line(change: Change) -> str:
    if change.lever.kind == "spent":
        return f"  执行数 {change.text}"
    return f"  {change.lever.plan.name} = {change.text}"


cases = st.builds(
    lambda parent, rounding, missing, rule, project, more: Case(
        use(parent, rounding, missing) + rule, project, more
    ),
    st.sampled_from(RUBRICS),
    st.sampled_from(ROUNDINGS),
    missings,
    st.sampled_from(RULES),
    projects(),
    more_facts,
)


def opened_of(case: Case, choice: int) -> Opened:
    names = [line.name for line in case.plan.indicators]
    return [Opened(), Opened(all=True), Opened((names[0], "执行数"))][choice]


@few
@given(cases, goals, st.integers(0, 2))
def test_each_answer_fed_back_has_the_goal(case, goal, choice) -> None:
    answer = seek(case.plan, case.facts, goal, opened_of(case, choice))
    event(answer.verdict)
    assert (answer.verdict == "already") == is_reached(goal, answer.present, case.plan.grades)
    assert (answer.verdict == "reachable") == bool(answer.alternatives)
    for each in (answer, answer.what_if):
        for way in each.alternatives if each else ():
            event(f"{way.way} {way.others}")
            assert is_reached(goal, score_project(case.plan, way.facts), case.plan.grades)
            again = case.rescored(way)
            assert (again.total, again.grade) == (way.total, way.grade)
            assert is_reached(goal, again, case.plan.grades)


@few
@given(cases, goals, st.integers(0, 2))
def test_nothing_less_of_one_line_would_do(case, goal, choice) -> None:
    answer = seek(case.plan, case.facts, goal, opened_of(case, choice))
    for way in answer.alternatives:
        if way.way != "single" or way.changes[0].lever.kind not in {"number", "spent"}:
            continue
        (change,) = way.changes
        nearer = one_step_less(change)
        if nearer is not None:
            event("one step less")
            less = put(way.facts, change.lever, nearer, case.plan)
            assert not is_reached(goal, score_project(case.plan, less), case.plan.grades)


def one_step_less(change: Change) -> Fraction | None:
    """One step back to where the line came from: its present actual, zero, or as much as one likes."""
    lever, aim = change.lever, change.lever.plan.aim
    step = lever.grain.unit / 10**lever.grain.places
    if aim.op == "is" or (change.after / step).denominator != 1:
        return None
    if lever.now is not None:
        back = step if change.after < lever.now else -step
        return change.after + back if abs(change.after - lever.now) > step else None
    if aim.low is None:
        return change.after + step
    return change.after - step if change.after >= step else None


@few
@given(cases, high_goals, st.data())
def test_out_of_reach_means_that_no_completion_has_it(case, goal, data) -> None:
    answer = seek(case.plan, case.facts, goal)
    if answer.verdict != "out_of_reach":
        return
    facts = case.facts
    for lever in answer.open:
        actual = data.draw(amounts) * lever.grain.unit
        if lever.kind in {"number", "spent"} and lever.grain.within.holds(actual):
            facts = put(facts, lever, actual, case.plan)
    score = score_project(case.plan, facts)
    event("completed")
    assert not is_reached(goal, score, case.plan.grades)
    assert score.total.low <= answer.best.total.high


@few
@given(cases, goals)
def test_lost_points_and_the_best_total_add_up(case, goal) -> None:
    answer: Answer = seek(case.plan, case.facts, goal)
    best = answer.best
    if answer.waiting or any(line.excluded for line in best.indicators) or case.plan.total is not None:
        return
    if best.before is not None:
        return
    event("added up")
    assert best.total.settled
    assert best.total.low + sum(each.points for each in answer.lost) == 100


@few
@given(cases, goals)
def test_the_most_lies_within_what_is_possible_now(case, goal) -> None:
    answer = seek(case.plan, case.facts, goal)
    if case.plan.missing != "pending" or any(line.excluded for line in answer.present.indicators):
        return
    event("compared")
    assert answer.best.total.low <= answer.present.total.high
    assert answer.best.total.high <= answer.present.total.high
    assert set(answer.best.possible_grades) <= set(answer.present.possible_grades)
