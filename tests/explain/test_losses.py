"""What a total lost is told to the last point, each with a sentence; facts and rules are invented."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from perfdsl.report import explanation_json, explanation_markdown, explanation_text
from perfdsl.report.explanation_losses import by_points_lost, say_loss
from perfdsl.report.options import Options
from tests.explain.explained import explained, line_of, sentence, sheet_of

LINES = "    活动 >= 12次\n    培训 >= 10次"
FACTS = "  活动 = 6次\n  培训 = 10次\n  执行数 {spent}万元"
CAPPED = """规则 执行率封顶
  每项目 当 预算执行率 < 80% 则 总分 至多 60 因为 "执行率低"
规则 一票否决
  每项目 当 已填 重大问题 且 重大问题 则 总分 至多 0 因为 "有重大问题"
"""


def losses(above: str, spent: str = "7", more: str = "", lines: str = LINES):
    told = explained(sheet_of(lines, FACTS.format(spent=spent) + more, above=above))
    assert told.lost == 100 - told.score.total.high
    return told, [say_loss(each, 2).zh for each in told.total.losses]


def test_a_limit_of_the_total_and_the_spending_that_would_lift_it() -> None:
    told, said = losses(CAPPED)
    # 22.50 + 45.00 + 7.00 = 74.50 points, of which 60 are left.
    assert said == ["规则“执行率封顶”：扣 14.50 分（总分 至多 60 分；执行率低）；若再支出 1 万元不再封顶"]
    assert said[0] == say_loss(told.total.losses[0], 2).zh
    assert say_loss(told.total.losses[0], 2).en == (
        "Rule “执行率封顶”: 14.50 points lost (total at most 60; 执行率低); "
        "spending 1 万元 more would lift the limit"
    )


def test_of_two_limits_the_tightest_takes_all() -> None:
    told, said = losses(CAPPED, more="\n  重大问题 是")
    assert said == ["规则“一票否决”：扣 74.50 分（总分 至多 0 分；有重大问题）"]
    assert told.lost == 100
    assert [getattr(each, "how", "") for each in by_points_lost(told)] == ["limit", "", ""]


@pytest.mark.parametrize(
    ("above", "said"),
    [
        ("规则 扣\n  每项目 当 得分(产出指标) < 80分 则 扣 5分 因为 “低”", ["规则“扣”：扣 5.00 分（低）"]),
        ("规则 扣\n  每项目 当 预算执行率 < 75% 则 扣 5分", [
            "规则“扣”：扣 5.00 分；若再支出 0.5 万元不再扣分",
        ]),
        ("规则 扣\n  每项目 则 扣 90分", ["规则“扣”：扣 74.50 分（扣 90 分）"]),
        ("规则 限\n  每项目 则 培训 至多 40分，产出指标 至多 60分", [
            "规则“限”：扣 5.00 分（培训 至多 40 分）", "规则“限”：扣 2.50 分（产出指标 至多 60 分）",
        ]),
        ("规则 限\n  每项目 当 预算执行率 >= 60% 则 总分 至多 60", [
            "规则“限”：扣 14.50 分（总分 至多 60 分）；若少支出 1.01 万元不再封顶",
        ]),
        ("规则 限\n  每项目 当 总分 < 90 则 总分 至多 60", ["规则“限”：扣 14.50 分（总分 至多 60 分）"]),
        ("规则 限\n  每项目 则 总分 至多 80", []),
    ],
)  # fmt: skip
def test_each_kind_of_effect(above, said) -> None:
    assert losses(above)[1] == said


def test_where_a_rule_still_limits_at_the_next_step_both_are_tried() -> None:
    cases = [f"  每项目 当 预算执行率 < {rate}% 则 总分 至多 {most}" for rate, most in ((72, 60), (80, 70))]
    steps = "\n".join(["规则 封顶", *cases])
    assert losses(steps)[1] == ["规则“封顶”：扣 14.50 分（总分 至多 60 分）；若再支出 1 万元不再封顶"]


def test_lines_that_count_are_rescaled() -> None:
    above = "规则 不考核\n  每项 当 完成比例 < 60% 则 不计"
    told, said = losses(above, spent="9")
    # 55 of the 100 points count: 45 + 9 of them make 98.18.
    assert told.score.total.low == Fraction("98.18")
    rate = line_of(told, "预算执行率")
    assert sentence(rate) == "扣 1.00 分（折算后 1.82 分）：9万元 ÷ 10万元 = 90%；若再支出 1 万元得满分"
    assert said == ["总分舍入：扣 0.0018 分"]


def test_what_is_open_is_counted_by_what_is_lost_for_certain() -> None:
    lines = LINES + '\n    成效 定性 "好"'
    told, _ = losses("", more="\n  成效 = 部分达成", lines=lines)
    text = explanation_text.render(told, [], Options("zh"))
    assert "扣分：共 24.00 分，其中还待定的至少 6.00 分" in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_form_tells_them(language) -> None:
    told, _ = losses(CAPPED, more="\n  重大问题 是")
    said = say_loss(told.total.losses[0], 2).say(language)
    options = Options(language)
    assert said in explanation_text.render(told, [], options).replace("\n  ", "")
    assert said in explanation_markdown.render(told, [], options)
    found = json.loads(explanation_json.render(told, [], options))["project"]
    assert found["lost"] == "100"
    first, *_ = found["by_points_lost"]
    assert first == {"of": "rule", "name": "一票否决", "points": "74.5", "text": said}
    assert [each["of"] for each in found["by_points_lost"]] == ["rule", "line", "line"]


def test_an_idle_effect_is_no_reason() -> None:
    told, _ = losses("规则 宽\n  每项 则 得分 至多 90分")
    assert "宽" not in sentence(line_of(told, "活动"))
    at = next(at for at, line in enumerate(told.lines) if line.score.name == "活动")
    text = explanation_text.render(told._replace(asked=at), [], Options("zh"))
    assert "宽：得分 至多 90 分（这里没有作用）" in text


FAULT = '规则 须说明\n  每项 当 得分 < 分值 且 未填 原因 则 错误 "请说明原因"'


@pytest.mark.parametrize("withheld", ["faults", ""])
def test_faults_are_told_first(withheld) -> None:
    told, _ = losses(FAULT, spent="10")
    told = told._replace(withheld=withheld)
    text = explanation_text.render(told, [], Options("zh")).splitlines()
    assert ("不给分：有规则不允许的；照算" in text[2]) == bool(withheld)
    assert text[3].startswith("不允许    ✗ 活动")
    assert "请说明原因（规则“须说明”）" in text[3]
    found = json.loads(explanation_json.render(told, [], Options("zh")))["project"]
    assert found["withheld"] == withheld
    assert found["faults"] == [{"indicator": "活动", "rule": "须说明", "text": "请说明原因"}]
    assert [bool(line["faults"]) for line in found["lines"]] == [True, False, False]
    assert "不允许" in explanation_markdown.render(told, [], Options("zh"))


def test_a_faulted_line_with_full_points_is_marked() -> None:
    told, _ = losses('规则 须佐证\n  每项 当 未填 佐证 则 错误 "请附佐证"', spent="10")
    text = explanation_text.render(told, [], Options("zh"))
    assert "培训 45.00（不允许）、预算执行率 10.00" in text
    other = explanation_text.render(told._replace(asked=2), [], Options("zh"))
    assert "✗ 别的指标：活动、培训" in other
