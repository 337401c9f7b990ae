"""One sentence for each lost point, worked by hand; facts are invented."""

from __future__ import annotations

import pytest

from perfdsl.report.explanation_sentence import say_line
from tests.explain.explained import explain_one, explained, line_of, sentence, sheet_of

ISSUE = """采用 国家自评2020
项目 代表之家运行经费
  年度 2022
  预算 5万元
  产出指标 / 数量指标：
    集中活动的次数 >= 12次，权重 12.5
    其余的 >= 1次，权重 37.5
  效益指标 / 社会效益指标：
    成效 >= 1次
实绩 代表之家运行经费 2022-12-31
  集中活动的次数 = 11次
"""


def test_the_sentence_of_the_issue() -> None:
    line = line_of(explained(ISSUE), "集中活动的次数")
    assert sentence(line) == "扣 1.04 分：11次 ÷ 12次 = 91.67%；若再多 1 次得满分"
    assert say_line(line, 2).en == "1.04 points lost: 11次 ÷ 12次 = 91.67%; 1 次 more would give full points"


@pytest.mark.parametrize(
    ("target", "fact", "said"),
    [
        (">= 12次", "= 12次", ""),
        (">= 90%", "= 81%", "扣 9.00 分：81% ÷ 90% = 90%；若再提高 9 个百分点得满分"),
        ("<= 5万元", "= 6万元", "扣 15.00 分：5万元 ÷ 6万元 = 83.33%；若减少 1 万元得满分"),
        ("<= 23万元", "= 230000.01元", ""),
        ("= 0起", "= 1起", "扣 90.00 分：1次，0次 <= 0 -> 0%；若减少 1 次得满分"),
        ("in 90%..95%", "= 97%", "扣 1.86 分：95% ÷ 97% = 97.94%；若降低 2 个百分点得满分"),
        (
            "<= 10月份",
            "= 12月份",
            "扣 90.00 分：12月份（目标 ≤10月份），其他 -> 0%；若提前到 10月份得满分",
        ),
        (
            "<= 2022-11-30",
            "= 2022-12-09",
            "扣 90.00 分：2022-12-09（目标 ≤2022-11-30），其他 -> 0%；若提前到 2022-11-30 得满分",
        ),
        ("是 健全", "= 否", "扣 90.00 分：否（目标 健全），其他 -> 0%；若为“健全”得满分"),
        (
            "定性",
            "= 部分达成 70%",
            "扣 27.00 分：档次 部分达成，比例 70%；若评为“达成 100%”得满分",
        ),
        (
            "定性",
            "= 部分达成",
            "待定 [54.00, 72.00) 分：档次 部分达成：60%≤比例<80%，比例未定；若评为“达成 100%”得满分",
        ),
        (">= 12次", "", "待定 [0.00, 90.00] 分：未报实绩，待定；若达到 12次得满分"),
        ("<= 5万元", "", "待定 [0.00, 90.00] 分：未报实绩，待定；若不超过 5万元得满分"),
        ("<= 10月份", "", "待定 [0.00, 90.00] 分：未报实绩，待定；若不晚于 10月份得满分"),
    ],
)
def test_each_kind_of_target(target, fact, said) -> None:
    assert sentence(explain_one(target.replace("起", "次"), fact.replace("起", "次"))) == said


def test_cost_is_spent_less() -> None:
    line = line_of(
        explained(sheet_of("    项目成本 <= 5万元", "  项目成本 = 6万元\n  执行数 10万元")), "项目成本"
    )
    assert sentence(line).endswith("；若少花 1 万元得满分")


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("达标 -> 100%\n  其他 -> 50%", "扣 45.00 分：11次（目标 ≥12次），其他 -> 50%；若再多 1 次得满分"),
        (
            "实际 / 目标值 >= 95% -> 100%\n  实际 / 目标值 >= 90% -> 80%\n  其他 -> 0%",
            "扣 18.00 分：11次 ÷ 12次 >= 90% -> 80%；若再多 1 次得满分",
        ),
        (
            "其他 -> 满分 - 100分 每 1次 超出 每满",
            "扣 90.00 分：90分 - 100分 × floor(1次 ÷ 1次) = -10分；若再多 1 次得满分",
        ),
        ("其他 -> 40%", "扣 54.00 分：11次（目标 ≥12次），其他 -> 40%"),
        (
            "实际 > 20次 -> 80%\n  其他 -> 40%",
            "扣 54.00 分：11次（目标 ≥12次），其他 -> 40%；若再多 10 次得 72.00 分",
        ),
        ("其他 -> 实际 / (目标值 - 目标值)", "待定 [0.00, 90.00] 分：除数为零，算不出得分"),
        (
            "达标 -> 100%\n  其他 -> 实际 * 实际 / (目标值 * 目标值)",
            "扣 14.37 分：11次 × 11次 ÷ (12次 × 12次) = 84.03%；若再多 1 次得满分",
        ),
        (
            "已完成 -> 100%\n  其他 -> 50%",
            "待定 [45.00, 90.00] 分：没有填报是否已完成：完成了得 90 分，没有完成得 45 分；若已完成得满分",
        ),
        ("其他 -> min(1, 参加人数 / 10人)", "待定 [0.00, 90.00] 分：还缺 参加人数"),
    ],
)
def test_each_kind_of_method(method, said) -> None:
    above = f"方法 自定\n  {method}"
    lines = "    活动 >= 12次，评分 自定"
    facts = "  活动 = 11次\n  执行数 10万元"
    if "参加人数" in method:
        lines += "，权重 80\n    参加人数 >= 5人，权重 10"
        said = said.replace("90.00", "80.00")
    assert sentence(line_of(explained(sheet_of(lines, facts, above=above)), "活动")) == said


def test_spending_and_finishing() -> None:
    above = """方法 分档
  已完成 且 实际 <= 100% -> 100%
  实际 >= 80% -> 70%
  其他 -> 0%
评分办法 另用 沿用 试用
  评分 预算执行率 分档"""
    text = sheet_of("    活动 >= 12次", "  活动 = 12次\n  执行数 9.6万元\n  已完成 否", above=above)
    line = line_of(explained(text, rubric="另用"), "预算执行率")
    assert sentence(line) == "扣 3.00 分：9.6万元 ÷ 10万元 = 96%；96% >= 80% -> 70%；若已完成得满分"
    plain = line_of(explained(text), "预算执行率")
    assert sentence(plain) == "扣 0.40 分：9.6万元 ÷ 10万元 = 96%；若再支出 0.4 万元得满分"


def test_computed_actuals() -> None:
    lines = "    比率 >= 80%\n      计算 已建档数 / 代表总数"
    text = sheet_of(lines, "  已建档数 = 38人\n  代表总数 = 50人\n  执行数 10万元")
    assert (
        sentence(line_of(explained(text), "比率"))
        == "扣 4.50 分：38人 ÷ 50人 = 76%；76% ÷ 80% = 95%；若算得 80% 得满分"
    )
    less = sheet_of(lines, "  已建档数 = 38人\n  执行数 10万元")
    assert (
        sentence(line_of(explained(less), "比率"))
        == "待定 [0.00, 90.00] 分：还缺 代表总数；若算得 80% 得满分"
    )


def test_a_line_left_out_by_a_rule() -> None:
    above = '规则 不考核\n  每项 当 实际 >= 9次\n  则 不计 因为 "期限之外"'
    line = line_of(
        explained(sheet_of("    活动 >= 12次", "  活动 = 11次\n  执行数 10万元", above=above)), "活动"
    )
    assert sentence(line) == "不计：规则“不考核”不计（期限之外）"


def test_people_and_rules() -> None:
    above = '规则 说明\n  每项 当 得分 < 分值 且 未填 原因\n  则 扣 2分 因为 "没有说明"'
    text = sheet_of("    活动 >= 12次", "  活动 = 11次，扣分 1分\n  执行数 10万元", above=above)
    assert (
        sentence(line_of(explained(text), "活动"))
        == "扣 10.50 分：11次 ÷ 12次 = 91.67%；扣 1 分；规则“说明”扣 2 分（没有说明）；若再多 1 次得 87.00 分"
    )


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("零分", "扣 90.00 分：未报实绩，按办法记零分；若达到 12次得满分"),
        ("不计", "不计：未报实绩，按办法不计入，其余折算"),
    ],
)
def test_missing_facts(missing, said) -> None:
    text = sheet_of("    活动 >= 12次", "  执行数 10万元").replace(
        "\n  权重 ", f"\n  缺报 {missing}\n  权重 ", 1
    )
    assert sentence(line_of(explained(text), "活动")) == said
