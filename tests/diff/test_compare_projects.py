"""Projects and indicators: matched, renamed, moved, and what changed of their own data."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.diff.sides import SHEET, Seen, changed, diff_of, only, seen

PLAIN = SHEET.replace("采用 国家自评2020\n", "")
SCORED = SHEET.replace("项目成本 <= 23万元", "项目成本 <= 23万元，权重 20").replace(
    "召开县会议次数 >= 12次", "召开县会议次数 >= 12次，权重 30"
)


def test_a_code_is_surely_the_project() -> None:
    (pair,) = diff_of(PLAIN, PLAIN.replace("人大会议经费", "换届选举专项")).projects
    assert [(c.about, c.sense, c.likely) for c in pair.changes] == [("name", "renamed", False)]


def test_a_name_is_the_project_whatever_its_code() -> None:
    assert only("编码 A1", "编码 B2", PLAIN) == Seen("人大会议经费", "code", "changed")


def test_a_similar_name_is_likely_the_project() -> None:
    bare = PLAIN.replace("  编码 A1\n", "")
    (pair,) = diff_of(bare, bare.replace("人大会议经费", "人大会议的经费")).projects
    assert [(c.sense, c.likely) for c in pair.changes] == [("renamed", True)]


def test_two_codes_are_two_projects() -> None:
    other = PLAIN.replace("人大会议经费", "人大会议的经费").replace("A1", "B2")
    assert [each.sense for each in seen(diff_of(PLAIN, other))] == ["added", "removed"]


@pytest.mark.parametrize(
    ("old", "new", "about", "name", "by"),
    [
        ("年度 2022", "年度 2023", "year", "", ()),
        ("预算 23万元", "预算 25万元", "budget", "", (20000,)),
        ("预算 23万元", "预算 23万元 = 财政资金 23万元", "budget_part", "财政资金", ()),
        ("年度 2022\n", '年度 2022\n  目标 "开好会"\n', "goal", "", ()),
    ],
)
def test_own_data(old: str, new: str, about: str, name: str, by: tuple[int, ...]) -> None:
    assert only(old, new, PLAIN) == Seen("人大会议经费", about, "changed", name, tuple(map(Fraction, by)))


def test_payment_plan_by_month() -> None:
    text = PLAIN.replace("  产出指标 / 数量", "  支出计划 3月底 1万元，12月底 23万元\n  产出指标 / 数量")
    assert only("3月底 1万元", "3月底 20000元", text) == Seen(
        "人大会议经费", "plan", "changed", "3月底", (Fraction(10000),)
    )
    assert [each.name for each in changed("3月底 1万元", "6月底 1万元", text)] == ["6月底", "3月底"]


def test_unit_of_amounts() -> None:
    in_wan = PLAIN.replace("  预算 23万元", "  单位 万元\n  预算 23")
    assert seen(diff_of(PLAIN, in_wan)) == []
    in_yuan = PLAIN.replace("  预算 23万元", "  单位 元\n  预算 23万元")
    assert seen(diff_of(in_wan, in_yuan)) == [Seen("人大会议经费", "money_unit", "changed")]


def test_goals_in_another_order_are_the_same() -> None:
    one = PLAIN.replace("  年度 2022\n", '  年度 2022\n  目标 "甲"\n  目标 "乙"\n')
    other = PLAIN.replace("  年度 2022\n", '  年度 2022\n  目标 "乙"\n  目标 "甲"\n')
    assert seen(diff_of(one, other)) == []
    assert seen(diff_of(one, PLAIN)) == [Seen("人大会议经费", "goal", "changed")] * 2


def test_indicator_renamed_only_with_a_near_target() -> None:
    renamed = changed("召开县会议次数 >= 12次", "召开县的会议次数 >= 11次", PLAIN)
    assert [(each.about, each.sense) for each in renamed] == [("name", "renamed"), ("target", "loosened")]
    other = changed("召开县会议次数 >= 12次", "召开县的会议次数 >= 3次", PLAIN)
    assert sorted(each.sense for each in other) == ["added", "removed"]


def test_indicator_moved_to_another_group() -> None:
    moved = only("效益指标 / 社会效益指标：", "效益指标 / 可持续影响指标：", PLAIN)
    assert moved == Seen("会议成效", "group", "moved")


def test_groups_in_the_other_language_are_the_same() -> None:
    english = PLAIN.replace("满意度指标 / 服务对象", "satisfaction / 服务对象")
    assert seen(diff_of(PLAIN, english)) == []


def test_declared_weights_are_told_once() -> None:
    old = SCORED
    new = SCORED.replace("权重 20", "权重 25").replace("权重 30", "权重 25")
    assert seen(diff_of(old, new)) == [
        Seen("召开县会议次数", "weight", "changed", "", (Fraction(-5),)),
        Seen("项目成本", "weight", "changed", "", (Fraction(5),)),
    ]


def test_points_under_the_rubric_move_with_an_indicator_more() -> None:
    more = changed("    项目成本 <= 23万元\n", "    项目成本 <= 23万元\n    会议天数 <= 3天\n")
    assert [(each.of, each.about) for each in more] == [
        ("召开县会议次数", "points"),
        ("项目成本", "points"),
        ("会议天数", "itself"),
    ]
    assert more[0].by[0] < 0


def test_a_method_by_its_curve() -> None:
    harder = only("召开县会议次数 >= 12次", "召开县会议次数 >= 12次，评分 及格门槛")
    assert harder == Seen("召开县会议次数", "method", "tightened")
    assert changed("召开县会议次数 >= 12次", "召开县会议次数 >= 12次，评分 按完成比例") == []
    gate = SHEET.replace("召开县会议次数 >= 12次", "召开县会议次数 >= 12次，评分 及格门槛(门槛 = 60%)")
    assert only("门槛 = 60%", "门槛 = 50%", gate).sense == "loosened"
    assert changed("门槛 = 60%", "门槛 = 0.6", gate) == []


def test_a_method_for_another_target_only_differs() -> None:
    found = changed("召开县会议次数 >= 12次", "召开县会议次数 >= 10次，评分 及格门槛")
    assert [(each.about, each.sense) for each in found] == [("target", "loosened"), ("method", "changed")]


def test_formula_and_baseline() -> None:
    text = SHEET.replace("会议成效 >= 90%", "会议成效 >= 90%\n      计算 合格数 / 总数")
    assert only("合格数 / 总数", "合格数 / 应到数", text) == Seen("会议成效", "formula", "changed")
    assert changed("合格数 / 总数", "(合格数) / 总数", text) == []


def test_another_rubric() -> None:
    found = changed("采用 国家自评2020", "采用 okr")
    whole = {(each.of, each.about) for each in found}
    assert {("人大会议经费", "rubric"), ("人大会议经费", "grades"), ("人大会议经费", "rounding")} <= whole
    assert ("预算执行率", "itself") in whole


LEVELS = """评分办法 县级
  权重 全部 100
  分摊 平均
  评分 定性 三段；>= 按完成比例
  等级 优 >= 90，差 其他
  舍入 每项 2位 四舍五入
  缺报 待定

方法 三段
  档次 好 80%..100%
  档次 中 60%..<80%
  档次 差 0%..<60%

采用 县级

项目 甲
  产出指标 / 数量指标：
    知晓度 定性
    客流增长 >= 10人，基数 100人
"""


@pytest.mark.parametrize(
    ("old", "new", "sense"),
    [
        ("档次 差 0%", "档次 差 10%", "loosened"),
        ("80%..100%", "80%..<100%", "tightened"),
        ("档次 中", "档次 一般", "changed"),
    ],
)
def test_levels_of_an_indicator(old: str, new: str, sense: str) -> None:
    assert Seen("知晓度", "method", sense) in changed(old, new, LEVELS)


def test_baseline() -> None:
    assert only("基数 100人", "基数 120人", LEVELS) == Seen(
        "客流增长", "baseline", "changed", "", (Fraction(20),)
    )
    assert changed("基数 100人", "基数 0.01万人", LEVELS) == []


def test_other_clauses_by_their_words() -> None:
    text = LEVELS.replace("，基数 100人", '\n      说明 "甲"')
    assert only('说明 "甲"', '说明 "乙"', text) == Seen("客流增长", "about", "changed")
    listed = LEVELS.replace("客流增长 >= 10人，基数 100人", "台账 >= 2项\n      清单 甲、乙")
    assert only("甲、乙", "甲、丙", listed) == Seen("台账", "formula", "changed")
