"""The sentences of a goal's answer, for each kind of change; all facts are invented."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.goal_seek.find_levers import Opened
from perfdsl.goal_seek.goal import Goal
from perfdsl.report import goal_seek_json, goal_seek_markdown, goal_seek_text
from perfdsl.report.cells import cells
from perfdsl.report.options import Options
from perfdsl.report.say_move import say_change
from tests.goal_seek.test_seek import CAPPED, COMPUTED, SHEET, SQUARE, ask, total, under

ZH, EN = Options("zh"), Options("en")


def only_change(goal: Goal, opened: Opened | None = None, **facts):
    (way,) = ask(goal, opened, **facts).alternatives
    (change,) = way.changes
    return change


SENTENCES = [
    (
        "98",
        (),
        {"集中活动的次数": None},
        "集中活动的次数：达到 11次即得 11.46分",
        "集中活动的次数: 11次 gives 11.46 points",
    ),
    (
        "98",
        ("集中活动的次数",),
        {"集中活动的次数": "9次"},
        "集中活动的次数：再完成 2次（达到 11次）即得 11.46分",
        "集中活动的次数: 2次 more (11次) gives 11.46 points",
    ),
    (
        "99.5",
        ("工作计划完成率",),
        {"工作计划完成率": "80%"},
        "工作计划完成率：再提高 6.37个百分点（达到 86.37%）即得 12.00分",
        "工作计划完成率: 6.37 percentage points more (86.37%) gives 12.00 points",
    ),
    (
        "99",
        (),
        {"项目成本": None},
        "项目成本：不超过 5.43万元即得 11.51分",
        "项目成本: 5.43万元 at most gives 11.51 points",
    ),
    (
        "99",
        ("项目成本",),
        {"项目成本": "6万元"},
        "项目成本：减少 0.57万元（降到 5.43万元）即得 11.51分",
        "项目成本: 0.57万元 less (5.43万元) gives 11.51 points",
    ),
    (
        "99",
        (),
        {"执行数": None},
        "预算执行率：支出 4.5万元（执行率 90%）即得 9.00分",
        "execution rate: 4.5万元 spent (90% of the budget) gives 9.00 points",
    ),
    (
        "99",
        ("执行数",),
        {"执行数": "4万元"},
        "预算执行率：再支出 0.5万元（达到 4.5万元，执行率 90%）即得 9.00分",
        "execution rate: 0.5万元 more spent (4.5万元 in all, 90%) gives 9.00 points",
    ),
    (
        "95",
        (),
        {"完成时间": None},
        "完成时间：不晚于 2022-11-30即得 12.50分",
        "完成时间: by 2022-11-30 gives 12.50 points",
    ),
    (
        "95",
        ("完成时间",),
        {"完成时间": "2022-12-20"},
        "完成时间：提前到 2022-11-30即得 12.50分",
        "完成时间: brought forward to 2022-11-30 gives 12.50 points",
    ),
    (
        "95",
        (),
        {"内控制度": None},
        "内控制度：做到“健全”即得 15.00分",
        "内控制度: 健全 gives 15.00 points",
    ),
    (
        "96",
        (),
        {"知晓度": None},
        "知晓度：评为 部分达成 73.3% 即得 11.00分",
        "知晓度: rated 部分达成 73.3% gives 11.00 points",
    ),
]


@pytest.mark.parametrize(("points", "opened", "facts", "zh", "en"), SENTENCES)
def test_sentences(points, opened, facts, zh, en) -> None:
    change = only_change(total(points), Opened(opened), **facts)
    assert say_change(change, 2) == (zh, en)


def test_finished_and_spending_less() -> None:
    change = only_change(total("100"), rubric="核心指标2021", 已完成=None, 执行数="4.9万元")
    assert say_change(change, 2).zh == "已完成：填报“已完成 是”"
    answer = ask(total("100"), Opened(("执行数",)), rubric="核心指标2021", 执行数="5.5万元")
    change = answer.alternatives[0].changes[0]
    assert say_change(change, 2).zh == "预算执行率：少支出 0.5万元（降到 5万元，执行率 100%）即得 10.00分"


def text(options: Options = ZH, **wishes) -> str:
    return goal_seek_text.render([ask(**wishes)], [], options)


def test_what_the_reader_is_told_besides() -> None:
    assert "压低总分的规则：测试" in text(goal=Goal("优"), sheet=CAPPED, 执行数="2万元", 使用者满意率=None)
    assert "要改的是它所用的数" in text(goal=total("98"), sheet=COMPUTED, 工作计划完成率=None, 计划项="10项")
    assert "方法画不成曲线" in text(goal=total("98"), sheet=SQUARE, 工作计划完成率=None)
    objecting = under('  每项 当 得分 < 分值 且 未填 原因\n  则 错误 "请说明偏差原因"')
    assert "规则“测试”仍要求：集中活动的次数：请说明偏差原因" in text(
        goal=total("95"), sheet=objecting, 集中活动的次数=None
    )
    asking = under("  每项目 当 安全事故起数 > 0起\n  则 总分 至多 0")
    assert "仍不定:   安全事故起数" in text(goal=Goal("优"), sheet=asking)
    facts = {"集中活动的次数": None, "工作计划完成率": None, "使用者满意率": None}
    assert "这些项各自得零分也够：使用者满意率" in text(goal=total("89"), **facts)


def test_why_the_most_may_lie_above_what_is_possible_now() -> None:
    facts = {"集中活动的次数": None, "知晓度": "部分达成"}
    beyond = under("  每项 当 未报 则 扣 2分")
    assert "“最多”高于“现在”" in text(goal=Goal("优"), sheet=beyond, **facts)
    assert "“最多”高于“现在”" not in text(goal=Goal("优"), **facts)


def test_search_cut_short(monkeypatch) -> None:
    monkeypatch.setattr("perfdsl.goal_seek.trial.MOST_LINES", 50)
    assert "试算到了上限" in text(
        goal=Goal("优"), 集中活动的次数=None, 工作计划完成率=None, 使用者满意率=None
    )


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_too_wide(width, language) -> None:
    facts = dict.fromkeys(["集中活动的次数", "工作计划完成率", "使用者满意率", "知晓度", "项目成本"])
    drawn = text(Options(language, width), goal=Goal("优"), **facts)
    assert max(map(cells, drawn.splitlines())) <= width
    assert "\x1b" not in drawn
    assert "\x1b" in text(Options(language, width, colour=True), goal=Goal("优"), **facts)


def test_no_project() -> None:
    assert goal_seek_text.render([], [], ZH) == "没有可以求解的项目。\n"
    assert goal_seek_markdown.render([], [], EN) == "There is no project to work on.\n"


def test_markup_of_others_is_shown_and_not_obeyed() -> None:
    sheet = SHEET.replace("项目 农村公路养护", '项目 "<b>*养护*</b>"').replace(
        "实绩 农村公路养护", '实绩 "<b>*养护*</b>"'
    )
    drawn = goal_seek_markdown.render([ask(Goal("优"), sheet=sheet)], [], ZH)
    assert "### &lt;b>\\*养护\\*&lt;/b>" in drawn


def test_what_if_in_json_is_an_answer_of_its_own() -> None:
    fields = goal_seek_json.answer_fields(ask(total("100"), 集中活动的次数="9次"), "zh")
    assert fields["verdict"] == "nothing_open"
    assert fields["what_if"]["verdict"] == "reachable"
    assert fields["what_if"]["alternatives"][0]["changes"][0]["before"] == "9"
    assert Fraction(fields["present"]["total"][0]) == Fraction("96.88")
