"""Rubrics, methods and other blocks: what they say, in any order and any writing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.diff.sides import Seen, changed, diff_of, only, seen

RUBRIC = """评分办法 县级
  引自 "虚构的办法"
  权重 产出指标 50，效益指标 30，满意度指标 10，预算执行率 10
  缺项 满意度指标 归 效益指标
  分摊 平均
  评分 >=, > 按完成比例；<=, < 按反向比例；= 相等；预算执行率 按执行率
  等级 优 >= 90，良 >= 80，中 >= 60，差 其他
  舍入 每项 2位 四舍五入
  缺报 待定

方法 县级门槛(门槛 = 60%)
  达标 -> 100%
  实际 / 目标值 < 门槛 -> 0%
  其他 -> 实际 / 目标值

方法 县级三档
  档次 好 80%..100%
  档次 中 60%..<80%
  档次 差 0%..<60%

计量单位 打 = 12个

部门 县人大
  编码 101
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("优 >= 90", "优 >= 85", ("县级", "grade", "loosened", "优")),
        ("优 >= 90", "优 > 90", ("县级", "grade", "tightened", "优")),
        ("良 >= 80", "良 >= 82", ("县级", "grade", "tightened", "良")),
        ("每项 2位 四舍五入", "每项 1位 四舍五入", ("县级", "rounding", "changed", "")),
        ("每项 2位 四舍五入", "每项 2位 截断", ("县级", "rounding", "changed", "")),
        ("缺报 待定", "缺报 零分", ("县级", "missing", "changed", "")),
        ("归 效益指标", "归 产出指标", ("县级", "absent", "changed", "满意度指标")),
        ("<=, < 按反向比例", "<=, < 线性超支", ("县级", "scoring", "changed", "<=")),
        ("虚构的办法", "另一个虚构的办法", ("县级", "cite", "changed", "")),
        ("县级门槛(门槛 = 60%)", "县级门槛(门槛 = 50%)", ("县级门槛", "parameter", "changed", "门槛")),
        ("< 门槛 -> 0%", "<= 门槛 -> 0%", ("县级门槛", "case", "changed", "2")),
        ("档次 差 0%..<60%", "档次 差 10%..<60%", ("县级三档", "level", "loosened", "差")),
        ("档次 好 80%..100%", "档次 好 80%..<100%", ("县级三档", "level", "tightened", "好")),
        ("打 = 12个", "打 = 13个", ("打", "unit_definition", "changed", "")),
        ("编码 101", "编码 102", ("县人大", "code", "changed", "")),
        ("部门 县人大", "部门 县人大常委会办公室", ("县人大常委会办公室", "name", "renamed", "")),
    ],
)
def test_each_thing_said(old: str, new: str, said: tuple[str, str, str, str]) -> None:
    of, about, sense, name = said
    found = changed(old, new, RUBRIC)
    assert Seen(of, about, sense, name) in [each._replace(by=()) for each in found]
    assert {each.of for each in found} == {of}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("产出指标 50，效益指标 30", "效益指标 30，产出指标 50分"),
        ("权重 产出指标 50", "权重 产出 50"),
        (">=, > 按完成比例；<=, < 按反向比例", "<= 按反向比例；< 按反向比例；>, >= 按完成比例"),
        ("优 >= 90", "优 >= 90.0"),
        ("门槛 = 60%", "门槛 = 0.6"),
        ("达标 -> 100%", "met -> 1"),
        ("打 = 12个", "打 = 12.0个"),
        ("方法 县级三档", "# 一个注释\n方法   县级三档"),
    ],
)
def test_what_means_the_same(old: str, new: str) -> None:
    assert changed(old, new, RUBRIC) == []


def test_points_of_groups_move() -> None:
    new = RUBRIC.replace("产出指标 50，效益指标 30", "产出指标 45，效益指标 35")
    assert seen(diff_of(RUBRIC, new)) == [
        Seen("县级", "weights", "changed", "产出指标", (Fraction(-5),)),
        Seen("县级", "weights", "changed", "效益指标", (Fraction(5),)),
    ]


def test_weights_with_a_condition_are_apart() -> None:
    with_cost = RUBRIC.replace("预算执行率 10\n", "预算执行率 10 当 无 成本指标\n", 1)
    found = changed("10 当 无 成本指标", "10 当 有 成本指标", with_cost)
    assert {each.about for each in found} == {"weights"}
    assert len(found) == 8


def test_a_grade_more_is_told_once() -> None:
    assert only("良 >= 80，", "良 >= 80，可 >= 70，", RUBRIC) == Seen("县级", "grade", "changed", "可")


def test_cases_around_a_new_one_are_not_told() -> None:
    found = changed("  达标 -> 100%\n", "  达标 -> 100%\n  目标值 <= 0 -> 0%\n", RUBRIC)
    assert found == [Seen("县级门槛", "case", "changed", "2")]


def test_short_words_mean_what_they_stand_for() -> None:
    plain = """方法 分三段
  实际 >= 90% -> 100%
  实际 >= 80% -> 80%
  其他 -> 0%

方法 每超
  达标 -> 满分
  其他 -> max(0, 满分 - 1分 每 1次 超出 每满)
"""
    short = """方法 分三段
  分段 实际：>= 90% -> 100%，>= 80% -> 80%，其他 -> 0%

方法 每超
  达标 -> 满分
  其他 -> 扣 1分 每 1次 超出 每满，扣完为止
"""
    assert seen(diff_of(plain, short)) == []
    assert only(">= 80% -> 80%", ">= 80% -> 70%", short) == Seen("分三段", "case", "changed", "2")


def test_extends() -> None:
    text = RUBRIC + "\n评分办法 乡级 沿用 县级\n  缺报 零分\n"
    assert only("沿用 县级", "沿用 国家自评2020", text) == Seen("乡级", "extends", "changed")


def test_added_removed_and_renamed() -> None:
    more = RUBRIC + "\n方法 全给\n  其他 -> 100%\n"
    assert seen(diff_of(RUBRIC, more)) == [Seen("全给", "itself", "added")]
    assert seen(diff_of(more, RUBRIC)) == [Seen("全给", "itself", "removed")]
    assert seen(diff_of(more, more.replace("全给", "全部给"))) == [Seen("全部给", "name", "renamed")]
    other = more.replace("全给", "全部给").replace("其他 -> 100%", "其他 -> 90%")
    assert sorted(each.sense for each in seen(diff_of(more, other))) == ["added", "removed"]


RULE = """规则 执行率封顶
  引自 "虚构的办法"
  每项目 当 预算执行率 < 60%
  则 总分 至多 69 因为 "执行率过低"
"""


def test_rules() -> None:
    assert changed("< 60%", "< 0.6", RULE) == []
    assert only("69", "59", RULE) == Seen("执行率封顶", "case", "changed", "1")
    assert only("虚构的办法", "另一个办法", RULE) == Seen("执行率封顶", "cite", "changed")
    assert seen(diff_of(RUBRIC, RUBRIC + RULE)) == [Seen("执行率封顶", "itself", "added")]
