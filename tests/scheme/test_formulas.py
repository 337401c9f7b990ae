"""Computed indicators: their units, their circles, and what they may name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.scheme.check_cycles import find_cycles
from tests.invented_sheet import spoilt, told
from tests.scoring import check_texts


def with_formula(formula: str, target: str = ">= 80%") -> str:
    text = spoilt((">= 80%", f"{target}\n      计算 {formula}"), ("  知晓率 = 80%\n", ""))
    return text.split("实绩")[0]


@pytest.mark.parametrize(
    ("formula", "target"),
    [
        ("已建档代表数 / 代表总数", ">= 80%"),
        ("修路里程 / 20公里", ">= 80%"),
        ("修路里程 * 2", ">= 8公里"),
        ("执行数 / 预算", ">= 80%"),
        ("预算执行率", ">= 80%"),
        ("项目成本 / 修路里程", "<= 1万元/公里"),
        ("开工日期 + 30天", "<= 2022-12-31"),
    ],
)
def test_formulas_that_make_sense(formula: str, target: str) -> None:
    assert told(with_formula(formula, target)) == []


@pytest.mark.parametrize(
    ("formula", "target", "code", "places"),
    [
        ("修路里程 * 2", ">= 80%", "P0302", ("修路里程 * 2", ">= 80%")),
        ("修路里程 + 3次", ">= 80%", "P0302", ("修路里程", "3次")),
        ("预算 + 代表总数 > 3次", ">= 80%", "P0328", ("预算 + 代表总数 > 3次",)),
        ("预算", "是 健全", "P0302", ("预算", "是 健全")),
        ("满分 / 2", ">= 80%", "P0212", ("满分",)),
        ("实际 / 2", ">= 80%", "P0212", ("实际",)),
        ("没有 + 3箇箇", ">= 80%", "P0303", ("3箇箇",)),
    ],
)
def test_formulas_that_make_none(formula: str, target: str, code: str, places: tuple[str, ...]) -> None:
    told(with_formula(formula, target), (code, *places))


def test_a_formula_that_is_too_long() -> None:
    tree = "代表总数"
    for _ in range(9):
        tree = f"({tree} + {tree})"
    found = check_texts(with_formula(f"{tree} + {tree}"))[1]
    assert [each.code for each in found] == ["P0108"]


def test_circles() -> None:
    one = spoilt(
        (">= 12公里", ">= 12公里\n      计算 知晓率 * 1公里"),
        (">= 80%", ">= 80%\n      计算 修路里程 / 20公里"),
    )
    (found,) = told(one.split("实绩")[0], ("P0211", "修路里程", "知晓率"))
    assert "修路里程 → 知晓率 → 修路里程" in found.message.zh
    told(with_formula("知晓率 / 2"), ("P0211", "知晓率"))
    # The word comes first: an indicator that is called like it does not compute itself.
    assert told(with_formula("预算执行率").replace("知晓率", "预算执行率")) == []


def test_a_long_circle_is_not_shown_whole() -> None:
    chain = "\n".join(f"    丙{n} >= 1次\n      计算 丙{(n + 1) % 20} + 1次" for n in range(20))
    text = spoilt(("    修路里程 >= 12公里", chain)).split("实绩")[0]
    (found,) = told(text, ("P0211", *(f"丙{n}" for n in range(8))))
    assert found.message.zh.endswith("丙7 → … → 丙0")


graphs = st.integers(1, 7).flatmap(
    lambda many: st.fixed_dictionaries(
        {str(n): st.lists(st.integers(0, many - 1).map(str), max_size=3, unique=True) for n in range(many)}
    )
)


@given(graphs)
def test_found_circles_are_circles_and_no_graph_with_one_passes(uses: dict[str, list[str]]) -> None:
    """Where one circle crosses another, one of them is enough to tell."""
    cycles = find_cycles(uses)
    for way in cycles:
        for step, following in zip(way, [*way[1:], way[0]], strict=True):
            assert following in uses[step]
    on_cycles = {step for way in cycles for step in way}
    assert len(on_cycles) == sum(len(way) for way in cycles)
    rest = {step: set(after) for step, after in uses.items()}
    while True:
        free = {step for step, after in rest.items() if not after & rest.keys()}
        if not free:
            break
        rest = {step: after for step, after in rest.items() if step not in free}
    assert bool(rest) == bool(cycles)
