"""What an explanation says is what the engine did; and what would have given more, written down, gives it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import event, given
from hypothesis import strategies as st

from perfdsl.actuals.from_sheet import facts_in_sheets
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.run import score_project
from perfdsl.exact import round_to, show
from perfdsl.explain.explain_project import explain_project, in_hand
from perfdsl.explain.explanation import Explanation, LineExplanation
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from perfdsl.report import explanation_json, explanation_markdown, explanation_text
from perfdsl.report.cells import cells
from perfdsl.report.explanation_sentence import say_line
from perfdsl.report.options import Options
from tests.properties.random_sheets import RUBRICS, projects
from tests.properties.test_goal_seek import Case, few, missings, more_facts
from tests.properties.test_totals import ROUNDINGS, use
from tests.scoring import sources_of

RULES = [
    "",
    """规则 偏差须说明
  每项 当 得分 < 分值 且 未填 原因
  则 扣 1分 因为 "没有说明原因"
规则 封顶
  每项目 当 预算执行率 < 60%
  则 总分 至多 69
""",
    """规则 差得太远
  每项 当 完成比例 < 50%
  则 得分 至多 2分
规则 不考核
  每项 当 实际 >= 150次
  则 不计
""",
]
cases = st.builds(
    lambda rules, parent, rounding, missing, project, more: Case(
        rules + use(parent, rounding, missing), project, more
    ),
    st.sampled_from(RULES),
    st.sampled_from(RUBRICS),
    st.sampled_from(ROUNDINGS),
    missings,
    projects(),
    more_facts,
)


def explained(case: Case) -> Explanation:
    text = "\n".join([case.above, case.heading, *case.recorded.values()]) + "\n"
    told = Diagnostics()
    scheme, plan = prepare(sources_of(text if case.recorded else case.above), told, shipped, Request())
    actuals = bind_facts(scheme, plan, [], told, Request())
    (project,), (bound,) = plan.projects, actuals.projects
    hand = in_hand(scheme.projects[0], project, bound, score_project(project, bound), facts_in_sheets(scheme))
    return explain_project(hand)


@few
@given(cases)
def test_the_points_are_those_of_the_engine(case) -> None:
    told = explained(case)
    for line in told.lines:
        step = line.score.step
        assert (line.points.exact is not None) == (step is not None)
        if step is None:
            continue
        assert line.points.exact == step.exact
        if not line.method.cases[0].text.startswith("档次"):
            decided = line.method.decided
            assert decided is not None
            assert decided.text == step.case or line.points.branches
            assert (line.points.raw != line.points.exact) == step.clamped
        assert _rounded(line) == line.points.rounded.low


def _rounded(line: LineExplanation) -> Fraction:
    exact, step = line.points.exact, line.points.rounding
    assert exact is not None
    if step is None:
        return exact
    rounded = round_to(exact, step.places, step.mode)
    # The band of a level is not left upward, nor is the weight.
    return min(rounded, line.points.rounded.low)


@few
@given(cases)
def test_weights_and_the_total_add_up(case) -> None:
    told = explained(case)
    assert sum(line.score.weight for line in told.lines) == 100
    for line in told.lines:
        shared = line.weight.exact
        if line.weight.how == "shared":
            passed = sum((points for _, points in line.weight.passed), Fraction(0))
            assert line.weight.own + passed == line.weight.points
            assert (line.weight.points - line.weight.declared) / line.weight.members == shared
        assert abs(shared - line.score.weight) < Fraction(1, 10)
    total = told.total
    assert total.after == told.score.total
    counted = [line.score.points for line in told.lines if not line.score.excluded]
    assert total.added.low == sum((points.low for points in counted), Fraction(0))
    if total.open_rule:
        event("open rule")
        assert total.before[:2] == (0, 100)
    elif not total.excluded and total.rounding is None:
        assert total.before[:2] == total.added[:2]


@few
@given(cases)
def test_a_remedy_written_down_gives_what_it_promises(case) -> None:
    for line in explained(case).lines:
        remedy = line.remedy
        if remedy is None:
            continue
        event(remedy.how)
        name = {"spent": "执行数", "finished": "已完成"}.get(remedy.how, line.score.name)
        between = " " if remedy.how == "spent" else " = "
        changed = case.bound({name: f"  {name}{between}{remedy.text}"})
        (again,) = (each for each in score_project(*changed).indicators if each.name == line.score.name)
        assert again.score == remedy.points
        assert again.score > line.score.points.low
        assert remedy.full == (again.score == again.weight)


@few
@given(cases)
def test_nothing_nearer_gives_full_points(case) -> None:
    for line in explained(case).lines:
        remedy = line.remedy
        if remedy is None or remedy.how != "number" or not remedy.full or remedy.now is None:
            continue
        step = remedy.unit.factor / 100
        nearer = remedy.actual + (step if remedy.now > remedy.actual else -step)
        if abs(remedy.actual - remedy.now) <= step:
            continue
        event("nearer")
        text = f"  {line.score.name} = {show(nearer / remedy.unit.factor)}{remedy.unit.name}"
        (again,) = (
            each
            for each in score_project(*case.bound({line.score.name: text})).indicators
            if each.name == line.score.name
        )
        assert again.step is not None
        assert again.step.exact < again.weight


@few
@given(cases)
def test_nobody_is_left_without_a_sentence(case) -> None:
    for line in explained(case).lines:
        said = say_line(line, 2)
        full = line.score.points.settled and line.score.points.low == line.score.weight
        assert bool(said.zh) == bool(said.en) == (line.score.excluded or not full)


@few
@given(cases)
def test_every_form_can_be_written(case) -> None:
    told = explained(case)
    for at in (None, 0, len(told.lines) - 1):
        asked = told._replace(asked=at)
        for language in ("zh", "en"):
            text = explanation_text.render(asked, [], Options(language))
            assert max(map(cells, text.splitlines())) <= 80
            assert explanation_markdown.render(asked, [], Options(language))
            assert explanation_json.render(asked, [], Options(language))
