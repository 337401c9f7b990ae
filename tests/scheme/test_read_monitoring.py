"""Monitoring schemes: what is read of them, and what is wrong with them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.invented_sheet import RUBRIC, SHEET, told, worded_in_full
from tests.scoring import check_texts, labels_of, say_all

FOUR = """监控办法 四色
  引自 "测试用"
  进度 按节点
  预警 资金 红 < 60%，黄 < 80%，绿 其他
  预警 正向 红 < 60%，黄 < 80%，绿 < 120%，蓝 其他
  预警 反向 绿 达标，红 其他
  预警 定性 红 < 60%，黄 < 80%，绿 其他
  预警 差距 黄 > 10个百分点，绿 其他
  序时 黄 4月底 25%，6月底 0.4
  取最差 红，黄，蓝，绿
"""


def codes_of(text: str) -> list[tuple[str, ...]]:
    _, found = check_texts(text)
    for each in found:
        worded_in_full(each)
    return [(each.code, *labels_of(each)) for each in found]


def test_a_scheme_is_read() -> None:
    scheme, found = check_texts(FOUR)
    assert not found, say_all(found)
    read = scheme.monitorings["四色"]
    assert [(r.light, r.op, r.bound) for r in read.lights["money"]] == [
        ("red", "<", Fraction(3, 5)), ("yellow", "<", Fraction(4, 5)), ("green", None, 0),
    ]  # fmt: skip
    assert read.lights["gap"][0].bound == Fraction(1, 10)
    assert [(r.light, r.met) for r in read.lights["downward"]] == [("green", True), ("red", False)]
    assert read.pace == ((4, Fraction(1, 4)), (6, Fraction(2, 5)))
    assert (read.pace_light, read.progress, read.cites) == ("yellow", "by_node", ("测试用",))


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("  预警 反向 绿 达标，红 其他\n", "", ("P1201", "四色")),
        (
            "  取最差",
            "  预警 差距 红 其他\n  取最差",
            ("P1202", "预警 差距 红 其他", "预警 差距 黄 > 10个百分点，绿 其他"),
        ),
        ("资金 红 < 60%，黄 < 80%", "资金 黄 < 80%，红 < 60%", ("P1203", "红 < 60%", "黄 < 80%")),
        ("资金 红 < 60%，黄 < 80%，绿 其他", "资金 绿 其他，黄 < 80%", ("P1203", "黄 < 80%", "绿 其他")),
        ("差距 黄 > 10个百分点", "差距 黄 > 10%，红 > 20%", ("P1203", "红 > 20%", "黄 > 10%")),
        ("反向 绿 达标，红 其他", "反向 绿 达标", ("P1204", "预警 反向 绿 达标")),
        (
            "定性 红 < 60%，黄 < 80%，绿 其他",
            "定性 红 < 60%，绿 > 60%",
            ("P1204", "预警 定性 红 < 60%，绿 > 60%"),
        ),
        ("资金 红 < 60%，黄 < 80%", "资金 红 < 60%，红 < 80%", ("P1205", "红 < 80%", "红 < 60%")),
        ("资金 红 < 60%", "资金 红 < 60", ("P1206", "60")),
        ("资金 红 < 60%", "资金 红 < 6个百分点", ("P1206", "6个百分点")),
        ("4月底 25%", "4月底 25万元", ("P1206", "25万元")),
        ("资金 红 < 60%，黄 < 80%，绿 其他", "资金 绿 达标，红 其他", ("P1207", "绿 达标")),
        ("反向 绿 达标，红 其他", "反向 绿 < 100%，红 其他", ("P1207", "绿 < 100%")),
        ("4月底 25%，6月底 0.4", "6月底 40%，4月底 25%", ("P1208", "4月底 25%", "6月底 40%")),
        ("4月底 25%，6月底 0.4", "4月底 40%，6月底 25%", ("P1208", "6月底 25%", "4月底 40%")),
        ("红，黄，蓝，绿", "红，黄，绿", ("P1209", "取最差 红，黄，绿")),
        ("红，黄，蓝，绿", "红，黄，黄，绿", ("P1209", "取最差 红，黄，黄，绿")),
        ("  取最差", "  进度 按比例\n  取最差", ("P0207", "进度 按比例", "进度 按节点")),
    ],
)
def test_each_mistake(old, new, complaint) -> None:
    assert old in FOUR
    assert codes_of(FOUR.replace(old, new, 1)) == [complaint]


def test_a_light_may_come_again_further_off() -> None:
    assert codes_of(FOUR.replace("绿 < 120%，蓝 其他", "绿 <= 120%，黄 其他")) == []


def test_a_pace_stands_for_the_lights_of_money_and_a_gap_need_not_be_watched() -> None:
    text = FOUR.replace("  预警 资金 红 < 60%，黄 < 80%，绿 其他\n", "")
    assert codes_of(text.replace("  预警 差距 黄 > 10个百分点，绿 其他\n", "")) == []


def test_two_schemes_of_one_name() -> None:
    assert codes_of(FOUR + FOUR) == [("P0204", "四色", "四色")]


def test_a_line_that_cannot_be_read_is_no_lacking_light() -> None:
    assert [each[0] for each in codes_of(FOUR.replace("反向 绿 达标，红 其他", "反向 绿 ，，"))] == ["P0101"]


def test_a_rubric_names_its_scheme() -> None:
    scheme, found = check_texts(RUBRIC + "  监控 四色\n" + FOUR + SHEET.replace("国家自评2020", "自定"))
    assert not found, say_all(found)
    rubric = scheme.projects[0].rubric
    assert rubric is not None
    assert rubric.monitoring is not None
    assert rubric.monitoring.name == "四色"


def test_a_shipped_scheme_is_loaded_for_a_rubric_of_ones_own() -> None:
    scheme, found = check_texts(RUBRIC + "  监控 序时预警\n" + SHEET.replace("国家自评2020", "自定"))
    assert not found, say_all(found)
    assert scheme.projects[0].rubric.monitoring.pace[0] == (4, Fraction(1, 4))


def test_a_scheme_is_inherited_and_may_be_another_one() -> None:
    child = "评分办法 子办法 沿用 国家自评2020\n"
    for more, name in (("", "四色灯"), ("  监控 四色\n", "四色")):
        text = child + more + (FOUR if more else "") + SHEET.replace("国家自评2020", "子办法")
        scheme, found = check_texts(text)
        assert not found, say_all(found)
        assert scheme.projects[0].rubric.monitoring.name == name


def test_ones_own_scheme_comes_before_a_shipped_one_of_its_name() -> None:
    own = FOUR.replace("监控办法 四色", "监控办法 四色灯").replace("资金 红 < 60%", "资金 红 < 50%")
    scheme, _ = check_texts(RUBRIC + "  监控 四色灯\n" + own + SHEET.replace("国家自评2020", "自定"))
    assert scheme.projects[0].rubric.monitoring.lights["money"][0].bound == Fraction(1, 2)


def test_an_unknown_scheme_and_one_that_is_named_twice() -> None:
    sheet = SHEET.replace("国家自评2020", "自定")
    (found,) = told(RUBRIC + "  监控 四色登\n" + FOUR + sheet, ("P1210", "监控 四色登"))
    assert "四色" in found.hints[0].zh
    told(RUBRIC + "  监控 四色\n  监控 四色\n" + FOUR + sheet, ("P0207", "监控 四色", "监控 四色"))
