"""Who gets how many points: declared weights, equal shares, and the points of groups that a sheet lacks."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.scheme.round_weights import round_shares
from tests.invented_sheet import RUBRIC, told
from tests.scoring import Texts, check_texts

HEAD = "采用 自定\n项目 甲\n  预算 1万元\n"
OUTPUT, BENEFIT, SATISFACTION = "产出指标", "效益指标", "满意度指标"


def sheet(*groups: tuple[str, list[str]], rubric: str = RUBRIC) -> str:
    lines = []
    for group, indicators in groups:
        lines.append(f"  {group}：")
        for at, weight in enumerate(indicators):
            clause = f"，权重 {weight}" if weight else ""
            lines.append(f"    {group[:2]}{at} >= 1次{clause}")
    return rubric + HEAD + "\n".join(lines) + "\n"


def weights(texts: Texts) -> list[Fraction]:
    scheme, found = check_texts(texts)
    assert not [each for each in found if each.severity == "error"], found
    scoring = scheme.projects[0].scoring
    assert scoring is not None
    return [*scoring.weights, scoring.execution_weight]


def test_equal_shares_of_each_group() -> None:
    groups = sheet((OUTPUT, ["", "", "", ""]), (BENEFIT, ["", ""]), (SATISFACTION, [""]))
    assert weights(groups) == [Fraction("12.5")] * 4 + [15, 15, 10, 10]


def test_shares_are_whole_hundredths_and_make_the_whole() -> None:
    groups = sheet((OUTPUT, [""] * 3), (BENEFIT, [""] * 7), (SATISFACTION, [""]))
    found = weights(groups)
    assert sorted(found[:3]) == [Fraction("16.66"), Fraction("16.67"), Fraction("16.67")]
    assert sum(found[3:10]) == 30
    assert sum(found) == 100


def test_some_declare_a_weight_and_the_rest_share_what_is_left() -> None:
    groups = sheet((OUTPUT, ["20", "", ""]), (BENEFIT, [""]), (SATISFACTION, [""]))
    assert weights(groups) == [20, 15, 15, 30, 10, 10]
    finer = sheet((OUTPUT, ["20.005", "", ""]), (BENEFIT, [""]), (SATISFACTION, [""]))
    assert sum(weights(finer)) == 100


@pytest.mark.parametrize(
    ("declared", "place"),
    [(["50", ""], "产出0"), (["51", ""], "产出0"), (["20", "20"], "产出0")],
)
def test_declared_weights_of_a_group_that_do_not_come_out(declared: list[str], place: str) -> None:
    told(sheet((OUTPUT, declared), (BENEFIT, [""]), (SATISFACTION, [""])), ("P0409", place))


def test_a_sheet_that_declares_every_weight_has_its_way() -> None:
    (found,) = told(
        sheet((OUTPUT, ["30", "30"]), (BENEFIT, ["20"]), (SATISFACTION, ["10"])),
        ("P0410", "甲"),
        ("P0410", "甲"),
    )[:1]
    assert found.severity == "warning"
    assert weights(sheet((OUTPUT, ["30", "30"]), (BENEFIT, ["20"]), (SATISFACTION, ["10"]))) == [
        30,
        30,
        20,
        10,
        10,
    ]
    assert told(sheet((OUTPUT, ["30", "20"]), (BENEFIT, ["30"]), (SATISFACTION, ["10"]))) == []
    all_alike = RUBRIC.replace("产出指标 50，效益指标 30，满意度指标 10", "全部 90")
    assert told(sheet((OUTPUT, ["30", "30"]), (BENEFIT, ["30"]), rubric=all_alike)) == []


def test_declared_weights_that_do_not_make_the_whole() -> None:
    (found,) = told(sheet((OUTPUT, ["30"]), (BENEFIT, ["30"]), (SATISFACTION, ["10"])), ("P0409", "甲"))
    assert "80" in found.message.zh
    assert "90" in found.hints[0].zh


def test_a_weight_that_is_no_number_of_points() -> None:
    told(sheet((OUTPUT, ["50次"]), (BENEFIT, [""]), (SATISFACTION, [""])), ("P0404", "50次"))
    told(sheet((OUTPUT, ["50分"]), (BENEFIT, [""]), (SATISFACTION, [""])))


@pytest.mark.parametrize(
    ("absent", "expected"),
    [
        ("缺项 满意度指标 归 效益指标", [50, 40, 10]),
        ("缺项 满意度 归 产出", [60, 30, 10]),
        ("缺项 满意度指标 归 成本指标\n  缺项 成本指标 归 产出指标", [60, 30, 10]),
        ("缺项 满意度指标 按比例", [Fraction("56.25"), Fraction("33.75"), 10]),
    ],
)
def test_points_of_a_missing_group_go_where_the_rubric_says(absent: str, expected: list[object]) -> None:
    rubric = RUBRIC + f"  {absent}\n"
    assert weights(sheet((OUTPUT, [""]), (BENEFIT, [""]), rubric=rubric)) == expected


@pytest.mark.parametrize(
    "absent",
    ["", "缺项 满意度 归 成本", "缺项 满意度 归 成本\n  缺项 成本 归 满意度", "缺项 满意度 归 满意度"],
)
def test_points_of_a_missing_group_with_nowhere_to_go(absent: str) -> None:
    rubric = RUBRIC + (f"  {absent}\n" if absent else "")
    (found,) = told(sheet((OUTPUT, [""]), (BENEFIT, [""]), rubric=rubric), ("P0411", "甲"))
    assert "满意度指标" in found.message.zh


def test_a_project_without_indicators() -> None:
    for rubric in (RUBRIC, RUBRIC + "  缺项 产出 按比例\n  缺项 效益 按比例\n  缺项 满意度 按比例\n"):
        found = check_texts(rubric + HEAD)[1]
        assert [each.code for each in found] == ["P0411"] * 3


def test_points_for_all_need_indicators_that_have_no_group_of_their_own() -> None:
    rubric = RUBRIC.replace("产出指标 50，效益指标 30，满意度指标 10", "全部 80，产出指标 10")
    assert weights(sheet((OUTPUT, [""]), (BENEFIT, ["", ""]), rubric=rubric)) == [10, 40, 40, 10]
    (found,) = told(sheet((OUTPUT, [""]), rubric=rubric), ("P0411", "甲"))
    assert "全部" in found.message.zh
    passed_on = rubric + "  缺项 全部 归 产出\n"
    assert weights(sheet((OUTPUT, [""]), rubric=passed_on)) == [90, 10]


def test_a_group_without_points() -> None:
    told(sheet((OUTPUT, [""]), (BENEFIT, [""]), (SATISFACTION, [""]), ("其他组", [""])), ("P0412", "其他0"))


def test_a_rubric_that_does_not_share_points_out() -> None:
    rubric = RUBRIC.replace("  分摊 平均\n", "")
    told(
        sheet((OUTPUT, ["", "50"]), (BENEFIT, ["30"]), (SATISFACTION, ["10"]), rubric=rubric),
        ("P0409", "产出0"),
    )
    told(
        sheet((OUTPUT, ["", "40"]), (BENEFIT, ["30"]), (SATISFACTION, ["10"]), rubric=rubric),
        ("P0401", "产出0"),
    )
    assert told(sheet((OUTPUT, ["50"]), (BENEFIT, ["30"]), (SATISFACTION, ["10"]), rubric=rubric)) == []


CONDITIONAL = RUBRIC.replace(
    "权重 产出指标 50，效益指标 30，满意度指标 10，预算执行率 10",
    "权重 成本指标 20，产出指标 70，预算执行率 10 当 有 成本指标\n"
    "  权重 产出指标 90，预算执行率 10 当 无 成本",
)


def test_weights_that_depend_on_a_group() -> None:
    assert weights(sheet(("成本指标", [""]), (OUTPUT, [""]), rubric=CONDITIONAL)) == [20, 70, 10]
    assert weights(sheet((OUTPUT, [""]), rubric=CONDITIONAL)) == [90, 10]


def test_no_weights_for_a_sheet() -> None:
    rubric = "\n".join(line for line in CONDITIONAL.splitlines() if "当 无" not in line) + "\n"
    told(sheet((OUTPUT, [""]), rubric=rubric), ("P0408", "甲"))


def test_execution_needs_a_budget() -> None:
    text = sheet((OUTPUT, [""]), (BENEFIT, [""]), (SATISFACTION, [""]))
    told(text.replace("  预算 1万元\n", ""), ("P0413", "甲"))
    told(text.replace("  预算 1万元\n", "  预算 0万元\n"), ("P0413", "甲"))
    told(text.replace("  预算 1万元\n", "  预算 1公里\n"), ("P0327", "1公里"))


@given(
    st.lists(st.fractions(min_value=0, max_value=50, max_denominator=60), min_size=1, max_size=9),
    st.integers(0, 3),
)
def test_rounded_shares_keep_their_sum(shares: list[Fraction], places: int) -> None:
    class Named:
        def __init__(self, name: str) -> None:
            self.name, self.group = name, ("组",)

    total = Fraction(int(sum(shares)) + 1)
    shares = [*shares, total - sum(shares)]
    rounded = list(shares)
    indicators = [Named(str(at)) for at in range(len(shares))]
    round_shares(rounded, range(len(shares)), indicators, places)
    assert sum(rounded) == total
    for before, after in zip(shares, rounded, strict=True):
        assert 10**places % after.denominator == 0
        assert abs(before - after) < Fraction(1, 10**places)
