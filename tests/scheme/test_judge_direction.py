"""Names of what is bad or good, with targets that go against them; what is only about them is let pass."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme.judge_direction import against_sense, counts_what_is_bad, counts_what_is_good
from perfdsl.scheme.read_aim import read_aim
from perfdsl.scheme.scheme import Aim
from perfdsl.source import Source
from perfdsl.syntax.read_target import read_target

OUTPUT, COST = ("产出指标", "质量指标"), ("成本指标", "经济成本指标")


def aim(text: str) -> Aim:
    target = read_target(text).target
    assert target is not None
    found = read_aim(target, Source("-", text), {}, Diagnostics())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("投诉率", "≥5%"), ("差错率", ">1%"),
        ("事故发生数", "≥2起"), ("安全事故", "≥1起"), ("返贫人口", "≥3人"),
        ("延误次数", ">2次"), ("逾期发放率", "≥100%"),
        ("逾期完工率", "≥100%"), ("逾期贷款率（五级分类）", "≥3%"),
        ("孕产妇死亡率", "≥3%"), ("逾期归还率", "≥100%"),
        ("拖欠工资人数", "≥1人"), ("水土流失面积", "≥3公顷"),
    ],
)  # fmt: skip
def test_more_of_what_is_bad(name: str, target: str) -> None:
    assert against_sense(name, OUTPUT, aim(target)) == "more"
    assert against_sense(name, OUTPUT, aim(target.replace("≥", "≤").replace(">", "<"))) is None


@pytest.mark.parametrize(
    "name",
    [
        "投诉处理率", "逾期贷款回收率", "违规行为查处率",
        "事故处理及时率", "投诉率下降比例", "失业人员再就业率",
        "病死畜禽无害化处理率", "隐患整改率", "信访办结率",
        "污染物减排率", "安全事故零发生", "无安全事故率",
        "零投诉率", "未逾期率", "救助受害人数",
        "防止返贫人口", "返贫人口帮扶人数", "监测返贫人口", "减少事故起数",
        "投诉热线接通率", "违规建筑拆除面积", "事故应急演练次数", "水土流失治理面积", "空置房屋盘活率", "",
    ],
)  # fmt: skip
def test_what_is_done_about_it_is_no_bad_thing(name: str) -> None:
    assert not counts_what_is_bad(name)
    assert against_sense(name, OUTPUT, aim("≥90%")) is None


@pytest.mark.parametrize(
    "name", ["群众满意度", "验收合格率", "覆盖率", "垃圾清运覆盖率", "拨付及时率", "知晓率（问卷）"]
)
def test_less_of_what_is_good(name: str) -> None:
    assert against_sense(name, OUTPUT, aim("≤90%")) == "less"
    assert against_sense(name, OUTPUT, aim("≥90%")) is None
    assert against_sense(name, OUTPUT, aim("=90%")) is None


@pytest.mark.parametrize(
    "name",
    [
        "不合格率",
        "未覆盖率",
        "病虫害覆盖率",
        "建筑覆盖率",
        "预算执行率",
        "投诉及时率",
        "裸土覆盖率",
        "完成率",
        "满意度差距",
    ],
)
def test_less_of_what_is_not_surely_good(name: str) -> None:
    assert against_sense(name, OUTPUT, aim("≤90%")) is None


def test_all_of_what_is_bad() -> None:
    assert against_sense("逾期发放率", OUTPUT, aim("=100%")) == "all"
    assert against_sense("逾期发放率", OUTPUT, aim("=5%")) is None
    assert against_sense("发放率", OUTPUT, aim("=100%")) is None


@pytest.mark.parametrize(
    ("name", "group", "target", "sense"),
    [
        ("单位成本", COST, "≥4万元", "more"), ("人均培训费用", COST, "≥400元/人", "more"),
        ("单位成本", COST, "≤4万元", None),
        ("单位成本", OUTPUT, "≥4万元", None), ("成本节约额", COST, "≥4万元", None),
        ("补助标准", COST, "≥500元/人", None),
        ("成本利润", COST, "≥4万元", None), ("成本节约率", COST, "≥5%", None),
        ("成本控制率", COST, "≥5%", None),
    ],
)  # fmt: skip
def test_costs(name: str, group: tuple[str, ...], target: str, sense: str | None) -> None:
    assert against_sense(name, group, aim(target)) == sense


@settings(max_examples=100)
@given(st.text("逾期事故投诉率人次数款项面积比例不处理", max_size=200))
def test_no_name_is_too_much(name: str) -> None:
    assert not (counts_what_is_bad(name) and counts_what_is_good(name))
