"""Statements that parse and hold a value that cannot be: the complaint, and what is kept of the rest."""

from __future__ import annotations

from typing import Any

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax.parse import parse


def read(text: str) -> tuple[list[str], Any]:
    diagnostics = Diagnostics()
    module = parse(Source("x.perf", text), diagnostics)
    return [d.code for d in diagnostics], module


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2022-13-45 + 1 -> 1", "P0310"),
        ("非 2022-13-45 -> 1", "P0310"),
        ("1 每 2022-13-45 1 -> 1", "P0310"),
        ("max(2022-13-45) -> 1", "P0310"),
        ("达标 -> 最小值(1)", "P0110"),
        ("1 < 2022-13-45 < 3 -> 1", "P0310"),
        ("档次 甲 2022-01-01..80%", "P0301"),
    ],
)
def test_a_broken_operand_breaks_its_case_alone(line: str, code: str) -> None:
    codes, module = read(f"方法 甲\n{line}\n其他 -> 1\n")
    assert codes == [code]
    assert len(module.items[0].parts) == 1


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("权重 甲 2022-01-01，乙 3", "P0301"),
        ("等级 优 >= 2022-01-01，差 其他", "P0301"),
        ("舍入 每次 2位 截断，总分 2位 截断", "P0110"),
    ],
)
def test_a_broken_item_breaks_no_other(line: str, code: str) -> None:
    codes, module = read(f"评分办法 甲\n{line}\n")
    assert codes == [code]
    part = module.items[0].parts[0]
    assert [len(items) for name, items in part.__dict__.items() if name in {"groups", "bands", "rules"}] == [
        1
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("次数 介于 1 至 2022-01-01", "P0301"),
        ("次数 >= 1，评分 甲(2022-13-45)", "P0310"),
        ("次数 >= 1，权重 2022-01-01", "P0301"),
        ("次数 >= 1，计算 2022-13-45", "P0310"),
        ("次数 >= 1，基数 约1", "P0307"),
        ("次数 >= 12月", "P0306"),
    ],
)
def test_an_indicator_is_kept_without_what_is_broken(line: str, code: str) -> None:
    codes, module = read(f"项目 甲\n产出：\n{line}\n")
    assert codes == [code]
    assert module.items[0].parts[0].indicators[0].name == "次数"


def test_parts_that_are_broken_are_left_out() -> None:
    codes, module = read(
        "项目 甲\n预算 约5\n支出计划 3月底 约1，6月底 2\n支出计划 半年 1\n计量单位 打 = 约12\n"
    )
    assert len(codes) == 4
    assert [(part.kind, len(part.points)) for part in module.items[0].parts] == [("payment_plan", 1)]


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ("次数 = 12月", "P0306"),
        ("次数 >= 12次", "P0620"),
        ("次数 = 甲 约1%", "P0101"),
        ("次数 = 近百人", "P0307"),
    ],
)
def test_a_fact_that_is_broken_is_no_fact(fact: str, code: str) -> None:
    codes, module = read(f"实绩 甲\n{fact}\n")
    assert codes == [code]
    assert module.items[0].facts == ()


def test_joined_names() -> None:
    codes, module = read("项目 甲\n产出：\n次数不少于二十三次\n满意度90%\n统一战线工作\n全国2022年培训\n")
    assert codes == ["P0319", "P0304", "P0319", "P0319"]
    assert {each.target for each in module.items[0].parts[0].indicators} == {None}


def test_a_keyword_as_a_group_needs_quotes() -> None:
    codes, module = read('项目 甲\n"说明"：\n次数 >= 1\n')
    assert codes == []
    assert module.items[0].parts[0].path == ("说明",)
