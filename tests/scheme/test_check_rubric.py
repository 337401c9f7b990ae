"""A rubric held against itself (P04)."""

from __future__ import annotations

import pytest

from tests.invented_sheet import RUBRIC, worded_in_full
from tests.scoring import check_texts, labels_of, say_all


def told(rubric: str, *expected: tuple[str, ...]) -> list:
    found = check_texts(rubric)[1]
    assert [(each.code, *labels_of(each)) for each in found] == list(expected), say_all(found)
    for each in found:
        worded_in_full(each)
    return found


def test_a_sound_rubric() -> None:
    assert told(RUBRIC) == []


@pytest.mark.parametrize("part", ["评分", "等级", "舍入"])
def test_a_rubric_that_lacks_something(part: str) -> None:
    text = "".join(line + "\n" for line in RUBRIC.splitlines() if not line.strip().startswith(f"{part} "))
    codes = [each.code for each in check_texts(text)[1]]
    assert set(codes) == {"P0401"}
    for each in check_texts(text)[1]:
        worded_in_full(each)


def test_a_rubric_without_weights() -> None:
    text = "".join(line + "\n" for line in RUBRIC.splitlines() if not line.strip().startswith("权重"))
    (found,) = told(text, ("P0401", "自定"))
    assert "权重" in found.message.zh


def test_execution_needs_a_method() -> None:
    (found,) = told(RUBRIC.replace("；预算执行率 按执行率", ""), ("P0401", "自定"))
    assert "按执行率" in found.hints[0].zh


def test_weights_that_do_not_make_the_whole() -> None:
    (found,) = told(
        RUBRIC.replace("产出指标 50", "产出指标 49.5"),
        ("P0402", "权重 产出指标 49.5，效益指标 30，满意度指标 10，预算执行率 10"),
    )
    assert "99.5" in found.message.zh


def test_weights_below_zero_or_in_a_unit() -> None:
    weights = "权重 产出指标 -50，效益指标 130，满意度指标 10，预算执行率 10"
    told(
        RUBRIC.replace("权重 产出指标 50，效益指标 30，满意度指标 10，预算执行率 10", weights),
        ("P0321", weights),
    )
    assert told(RUBRIC.replace("产出指标 50", "产出指标 50%")) == []
    assert told(RUBRIC.replace("产出指标 50", "产出指标 50分")) == []
    told(RUBRIC.replace("产出指标 50", "产出指标 50次"), ("P0404", "50次"))
    told(RUBRIC.replace("优 >= 90", "优 >= 90元"), ("P0404", "90元"))


@pytest.mark.parametrize(
    "grades",
    [
        "优 >= 90，良 >= 80，差 其他", "差 < 60，中 < 80，良 < 90，优 其他", "满 = 100，好 >= 60，差 其他",
        "优 > 90，良 >= 90，差 其他", "优 >= 90，差 >= 0", "差 < 60，优 <= 100",
    ],
)  # fmt: skip
def test_grades_that_are_sound(grades: str) -> None:
    assert told(RUBRIC.replace("优 >= 90，良 >= 80，差 其他", grades)) == []


@pytest.mark.parametrize(
    ("grades", "never"),
    [
        ("优 >= 80，良 >= 90，差 其他", ["良"]),
        ("优 >= 90，良 > 90，差 其他", ["良"]),
        ("优 >= 90，良 >= 90，差 其他", ["良"]),
        ("差 < 60，中 < 50，优 其他", ["中"]),
        ("差 其他，优 >= 90", ["优"]),
        ("优 >= 120，差 其他", ["优"]),
        ("优 >= 0，良 >= -1，差 其他", ["良", "差"]),
    ],
)
def test_grades_that_can_never_be_given(grades: str, never: list[str]) -> None:
    found = told(RUBRIC.replace("优 >= 90，良 >= 80，差 其他", grades), *[("P0403", "自定")] * len(never))
    for each, name in zip(found, never, strict=True):
        assert f"“{name}”" in each.message.zh


@pytest.mark.parametrize("grades", ["优 >= 90，良 >= 80", "差 < 60，优 < 100", "满 = 100"])
def test_totals_without_a_grade(grades: str) -> None:
    told(RUBRIC.replace("优 >= 90，良 >= 80，差 其他", grades), ("P0403", "自定"))


def test_a_rubric_takes_over_what_it_does_not_say() -> None:
    child = "评分办法 子办法 沿用 自定\n  等级 高 >= 50，低 其他\n"
    scheme, found = check_texts(RUBRIC + child + "采用 子办法\n项目 甲\n  预算 1万元\n")
    assert {each.code for each in found} == {"P0411"}
    rubric = scheme.projects[0].rubric
    assert rubric is not None
    assert [grade.name for grade in rubric.grades] == ["高", "低"]
    assert rubric.each is not None
    assert len(rubric.nodes) == 2
    assert rubric.missing == "pending"
