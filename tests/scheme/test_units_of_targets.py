"""Complaints about targets and units that are defined (P03)."""

from __future__ import annotations

import pytest

from tests.invented_sheet import SHEET, spoilt, told
from tests.scoring import check_texts, line_named, score_one


def codes(text: str) -> list[str]:
    return [each.code for each in check_texts(text)[1]]


def with_target(target: str) -> str:
    return spoilt(("修路里程 >= 12公里", f"修路里程 {target}")).split("实绩")[0]


@pytest.mark.parametrize(
    ("target", "code", "places"),
    [
        (">= 12公理", "P0303", ("12公理",)),
        (">= -12公里", "P0321", ("-12公里",)),
        ("in 12公里..15次", "P0302", ("12公里", "15次")),
        ("in 15公里..12公里", "P0317", ("in 15公里..12公里",)),
        ("in 90%..100", "P0302", ("90%", "100")),
        ("in 0.9..100%", "P0306", ("0.9",)),
        ("in 12公里..15公理", "P0303", ("15公理",)),
    ],
)
def test_a_target_that_cannot_be_meant(target: str, code: str, places: tuple[str, ...]) -> None:
    told(with_target(target), (code, *places))


@pytest.mark.parametrize(
    "target", ["in 90..100%", "in 0..100%", "in 90%..100%", "介于 12公里 至 15公里", "<= 12月份"]
)
def test_a_target_that_is_sound(target: str) -> None:
    assert codes(with_target(target)) == []


def test_a_range_without_a_unit_at_its_low_end_takes_the_other_ends() -> None:
    text = with_target("in 90..100%") + "实绩 修路 2022-12-31\n  修路里程 = 89.9%\n"
    assert line_named(score_one(text), "修路里程").attainment == "missed"
    assert line_named(score_one(text.replace("89.9", "90")), "修路里程").attainment == "met"


def test_own_units() -> None:
    boxes = "计量单位 标箱\n计量单位 打 = 12个\n"
    text = boxes + with_target(">= 3打") + "实绩 修路 2022-12-31\n  修路里程 = 36个\n"
    assert line_named(score_one(text), "修路里程").attainment == "met"
    assert codes(boxes + with_target(">= 3标箱")) == []
    told(boxes + with_target(">= 3标箱") + "实绩 修路\n  修路里程 = 36个\n", ("P0302", ">= 3标箱", "36个"))


@pytest.mark.parametrize(
    ("definition", "place"),
    [
        ("计量单位 公里", "计量单位 公里"),
        ("计量单位 人 = 2次", "计量单位 人 = 2次"),
        ("计量单位 打 = 12个\n计量单位 打 = 13个", "计量单位 打 = 13个"),
        ("计量单位 打 = 0个", "计量单位 打 = 0个"),
    ],
)
def test_units_that_cannot_be_defined(definition: str, place: str) -> None:
    told(f"{definition}\n{SHEET}", ("P0325", place))


def test_a_unit_that_is_defined_by_an_unknown_one() -> None:
    told(f"计量单位 打 = 12箇箇\n{SHEET}", ("P0303", "12箇箇"))


def test_to_define_a_unit_again_as_it_is_does_no_harm() -> None:
    assert told(f"计量单位 标箱\n计量单位 标箱\n计量单位 打 = 12个\n计量单位 万元 = 10000元\n{SHEET}") == []


def test_the_money_unit_of_bare_amounts() -> None:
    bare = spoilt(
        ("预算 10万元 = 财政资金 8万元 + 其他资金 2万元", "预算 10"),
        ("支出计划 3月底 2万元，6月底 5万元，12月底 10万元\n", "\n"),
    )
    told(bare, ("P0327", "10"))
    assert told(bare.replace("  年度 2022\n", "  年度 2022\n  单位 万元\n")) == []
    told(bare.replace("  年度 2022\n", "  年度 2022\n  单位 公里\n"), ("P0327", "单位 公里"), ("P0327", "10"))
    told(bare.replace("预算 10", "预算 10公里"), ("P0327", "10公里"))
    told(bare.replace("预算 10", "预算 10万圆圆"), ("P0303", "10万圆圆"))
