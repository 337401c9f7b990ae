"""Complaints about rules: their names, words, units, amounts, grades, and the place of their effects."""

from __future__ import annotations

import pytest

from tests.invented_sheet import RUBRIC, SHEET, spoilt, told
from tests.scoring import check_texts, labels_of, say_all, score_one

ELSE = '评分办法 乙办法 沿用 国家自评2020\n  引自 "测试用"\n'


def rule(*cases: str, name: str = "试行") -> str:
    return f"规则 {name}\n" + "".join(f"  {case}\n" for case in cases)


def found_in(text: str) -> list[tuple[str, ...]]:
    found = check_texts(text)[1]
    return [(each.code, *labels_of(each)) for each in found]


# ---------------------------------------------------------------- names


@pytest.mark.parametrize("line", ["规则 偏差须说明", "规则 执行率封顶", "规则 一票否决", "规则 超额须说明"])
def test_words_of_rules_open_blocks(line: str) -> None:
    told(f"{SHEET}{line}\n", ("P0417", line.split()[1]))
    assert score_one(f'{line}\n  每项目 则 提示 "有"\n{SHEET}').flags[0].rule == line.split()[1]


def test_what_a_rubric_applies_must_be_there() -> None:
    (found,) = told(ELSE + "  适用 偏差需说明\n" + SHEET, ("P0213", "适用 偏差需说明"))
    assert found.hints[0].zh == "是不是“偏差须说明”？"
    (found,) = told(ELSE + "  适用 完全两样的\n" + SHEET, ("P0213", "适用 完全两样的"))
    assert "执行率封顶" in found.hints[0].zh


def test_what_is_wrong_in_a_rubric_is_not_told_again_of_those_that_extend_it() -> None:
    rubric = RUBRIC.replace("自定", "甲").replace("\n  权重", "\n  适用 没有的\n  权重", 1)
    found = check_texts(f"{rubric}\n评分办法 乙 沿用 甲\n  缺报 待定\n\n评分办法 丙 沿用 乙\n  缺报 待定\n")[
        1
    ]
    assert [each.code for each in found] == ["P0213"]


def test_a_shipped_rule_may_be_written_anew() -> None:
    anew = rule("每项目 则 扣 5分", name="偏差须说明")
    assert score_one(anew + SHEET).total.low == 95


def test_one_name_for_two_rules() -> None:
    twice = rule("每项目 则 扣 5分") * 2
    told(twice + SHEET, ("P0204", "试行", "试行"))
    assert found_in(ELSE + twice) == [("P0204", "试行", "试行")]
    assert found_in(rule("每项目 则 扣 5分") + RUBRIC + rule("每项目 则 扣 4分"))[0][0] == "P0204"
    child = "评分办法 子办法 沿用 自定\n" + rule("每项目 则 扣 4分")
    assert found_in(RUBRIC + rule("每项目 则 扣 5分") + child) == []
    assert found_in(RUBRIC + rule("每项目 则 扣 5分") + child + rule("每项目 则 扣 3分")) == [
        ("P0204", "试行", "试行")
    ]


def test_each_of_two_rules_of_one_name_is_checked() -> None:
    child = "评分办法 子办法 沿用 自定\n" + rule("每项目 则 不计")
    assert found_in(RUBRIC + rule("每项目 则 扣 5分") + child) == [("P0418", "不计")]


def test_a_rule_for_nobody() -> None:
    text = rule('每项 则 提示 "有"')
    assert found_in(text + ELSE) == [("P0421", "试行")]
    assert found_in(text + ELSE + "  适用 试行\n") == []
    assert found_in(ELSE + text) == []
    assert found_in(text) == []
    assert found_in(text + SHEET) == []


# ---------------------------------------------------------------- words and units


@pytest.mark.parametrize(
    ("case", "code", "places"),
    [
        ("每项 当 完成比列 < 60% 则 扣 1分", "P0203", ("完成比列",)),
        ("每项目 当 预算执行绿 < 60% 则 扣 1分", "P0203", ("预算执行绿",)),
        ("每项 当 得分 则 扣 1分", "P0328", ("得分",)),
        ("每项目 当 达标 则 扣 1分", "P0212", ("达标",)),
        ("每项目 当 预算执行率 < 5分 则 扣 1分", "P0302", ("预算执行率", "5分")),
        ("每项目 当 执行数 < 60% 则 扣 1分", "P0302", ("执行数", "60%")),
        ("每项 当 得分 < 5 则 扣 1分", "", ()),
        ("每项 当 得分 < 5% 则 扣 1分", "P0302", ("得分", "5%")),
        ("每项 当 实际 + 得分 > 1分 则 扣 1分", "", ()),
        ("每项 则 扣 20%", "P0419", ("20%",)),
        ("每项 则 得分 至多 3万元", "P0419", ("3万元",)),
        ("每项目 则 总分 至多 预算", "P0419", ("预算",)),
        ("每项 则 扣 分值 * 20%", "", ()),
        ("每项 则 扣 2", "", ()),
        ("每项目 则 总分 至多 69", "", ()),
        ("每项目 则 等级 至多 甲等", "P0420", ("等级 至多 甲等",)),
        ("每项 则 总分 至多 60", "P0418", ("总分 至多 60",)),
        ("每项 则 等级 至多 良", "P0418", ("等级 至多 良",)),
        ("每项 则 产出指标 至多 40分", "P0418", ("产出指标 至多 40分",)),
        ("每项目 则 不计", "P0418", ("不计",)),
        ("每部门 则 扣 5分", "", ()),
        ("每部门 当 总分 < 60分 则 总分 至多 69", "", ()),
        ("每部门 则 等级 至多 差", "", ()),
        ("每部门 则 得分 至多 69", "P0418", ("得分 至多 69",)),
        ("每部门 则 不计", "P0418", ("不计",)),
        ('每部门 当 预算执行率 < 60% 则 提示 "低"', "", ()),
    ],
)
@pytest.mark.parametrize("under", ["sheet", "rubric"])
def test_what_is_wrong_with_a_rule(case: str, code: str, places: tuple[str, ...], under: str) -> None:
    text = rule(case) + SHEET if under == "sheet" else RUBRIC + rule(case) + spoilt(("国家自评2020", "自定"))
    found = [each for each in check_texts(text)[1] if each.code != "P0402"]
    assert [(each.code, *labels_of(each)) for each in found] == ([(code, *places)] if code else []), say_all(
        found
    )


def test_slips_are_told_with_the_word_that_was_meant() -> None:
    (found,) = told(rule("每项 当 完成比列 < 60% 则 扣 1分") + SHEET, ("P0203", "完成比列"))
    assert "完成比例" in found.hints[0].zh


def test_a_word_that_a_rule_of_the_project_does_not_have() -> None:
    (found,) = check_texts(rule("每项 当 总分 < 60分 则 扣 1分"))[1]
    assert (found.code, labels_of(found)) == ("P0212", ["总分"])


def test_a_rule_over_the_project_fits_the_units_of_its_indicators() -> None:
    told(rule("每项目 当 修路里程 < 5人 则 扣 1分") + SHEET, ("P0302", "修路里程", "5人"))
    assert score_one(rule("每项目 当 修路里程 < 50公里 则 扣 1分") + SHEET).total.low == 99


def test_grades_of_a_shared_rule_are_those_of_each_rubric() -> None:
    files = {
        "规则.perf": rule("每项目 则 等级 至多 中"),
        "甲.perf": RUBRIC + "  适用 试行\n",
        "乙.perf": ELSE + "  适用 试行\n",
    }
    found = check_texts(files)[1]
    assert [(each.code, *labels_of(each)) for each in found] == [("P0420", "等级 至多 中")]
    assert found[0].hints[0].zh == "可以写：优、良、差"


def test_a_condition_that_is_too_long() -> None:
    text = rule(f"每项 当 {' 且 '.join(['得分 < 分值'] * 400)} 则 扣 1分")
    assert {each.code for each in check_texts(text + SHEET)[1]} == {"P0108"}
