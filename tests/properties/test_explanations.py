"""What an explanation says is what the engine did; and what would have given more, written down, gives it."""

from __future__ import annotations

import json
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
from perfdsl.report.explanation_losses import say_loss
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
    """规则 执行率封顶
  每项目 当 预算执行率 < 60% 则 总分 至多 69
  每项目 当 预算执行率 < 90% 则 总分 至多 89
规则 一票否决
  每项目 当 已填 重大问题 且 重大问题 则 总分 至多 0 因为 "重大问题"
规则 另扣
  每项目 当 得分(产出指标) < 45分 则 扣 2.505分
  每项目 当 总分 < 95 则 扣 1分，产出指标 至多 40分
规则 不考核
  每项 当 完成比例 < 40% 则 不计
规则 差得远
  每项 当 得分 < 分值 / 2 则 扣 1.005分
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
@given(cases, st.sampled_from([None, "是", "否"]))
def test_losses_make_up_what_is_missing(case, vetoed) -> None:
    if vetoed is not None and "重大问题" in case.above:
        case.recorded["重大问题"] = f"  重大问题 {vetoed}"
    told = explained(case)
    rules = [loss for loss in told.total.losses if loss.effect is not None]
    assert all(loss.points > 0 for loss in rules)
    if told.total.open_rule and not told.score.total.settled:
        return
    event("settled" if told.score.total.settled else "open", len(rules))
    assert told.lost == 100 - told.score.total.high
    for loss in told.total.losses:
        said = say_loss(loss, 2)
        assert said.zh
        assert said.en
    shown = json.loads(explanation_json.render(told, [], Options("zh")))["project"]
    assert sum(Fraction(each["points"]) for each in shown["by_points_lost"]) == told.lost
    assert all(each["text"] for each in shown["by_points_lost"])


@few
@given(cases)
def test_with_the_spending_that_is_told_a_rule_takes_nothing(case) -> None:
    for loss in explained(case).total.losses:
        if loss.lift is None or loss.effect is None:
            continue
        event("lift")
        changed = case.bound({"执行数": f"  执行数 {loss.lift.text}"})
        again = score_project(*changed)
        assert again.total.high == loss.lift.points
        case.recorded["执行数"] = f"  执行数 {loss.lift.text}"
        after = explained(case).total.losses
        assert all(each.effect is None or each.effect.rule != loss.effect.rule for each in after)
        return


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
