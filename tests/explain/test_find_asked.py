"""What a person names is found: whole names before parts of names, and names may have strokes in them."""

from __future__ import annotations

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.explain.find_asked import EXECUTION, find_asked
from tests.scoring import check_texts

SHEET = """采用 国家自评2020
项目 人大会议经费
  编码 A1
  年度 2022
  预算 1万元
  产出指标 / 数量指标：
    会议次数 >= 1次
    培训 >= 1次
    "满意/知晓率" >= 90%
  产出指标 / 质量指标：
    培训 >= 90%
    培训合格率 >= 90%
  效益指标 / 社会效益指标：
    成效 >= 90%
项目 人大会议
  年度 2022
  预算 1万元
  产出指标 / 数量指标：
    场次 >= 1次
  效益指标 / 社会效益指标：
    成效 >= 90%
项目 "车辆/船舶购置"
  编码 A2
  年度 2022
  预算 1万元
  产出指标 / 数量指标：
    台数 >= 1台
  效益指标 / 社会效益指标：
    成效 >= 90%
"""
SCHEME, FOUND = check_texts(SHEET)


def ask(asked: str):
    told = Diagnostics()
    found = find_asked(asked, SCHEME.projects, told)
    return found, list(told)


@pytest.mark.parametrize(
    ("asked", "project", "line"),
    [
        ("人大会议", "人大会议", None),
        ("会议经费", "人大会议经费", None),
        ("A1", "人大会议经费", None),
        ("Ａ１", "人大会议经费", None),
        ("A1/会议次数", "人大会议经费", "会议次数"),
        ("人大会议/场", "人大会议", "场次"),
        ("经费/满意/知晓率", "人大会议经费", "满意/知晓率"),
        ("经费/知晓", "人大会议经费", "满意/知晓率"),
        ("A1/数量指标/培训", "人大会议经费", "培训"),
        ("A1/产出指标/质量指标/培训", "人大会议经费", "培训"),
        ("A1/合格", "人大会议经费", "培训合格率"),
        ("车辆/船舶", "车辆/船舶购置", None),
        ("车辆/船舶购置/台数", "车辆/船舶购置", "台数"),
        ("船舶／台", "车辆/船舶购置", "台数"),
    ],
)
def test_found(asked, project, line) -> None:
    found, told = ask(asked)
    assert told == []
    assert found is not None
    assert found.project.name == project
    if line is None:
        assert found.indicator is None
    else:
        assert found.project.indicators[found.indicator].name == line


@pytest.mark.parametrize("name", ["预算执行率", "执行率", "execution", "执行数", "spent"])
def test_the_execution_rate_is_a_line(name) -> None:
    found, told = ask(f"A1/{name}")
    assert told == []
    assert found is not None
    assert found.indicator == EXECUTION


@pytest.mark.parametrize(
    ("asked", "code", "hint"),
    [
        ("人大会仪", "P0891", "人大会议"),
        ("什么都不是的东西", "P0891", "人大会议经费"),
        ("", "P0891", "人大会议经费"),
        ("///", "P0893", "有的是"),
        ("没有/场次", "P0891", "有的是"),
        ("会议", "P0892", "A1"),
        ("A1/会议次教", "P0893", "会议次数"),
        ("A1/风马牛", "P0893", "有的是"),
        ("A1/培训", "P0894", "产出指标/质量指标/培训"),
    ],
)
def test_complaints_have_remedies(asked, code, hint) -> None:
    found, (told,) = ask(asked)
    assert found is None
    assert told.code == code
    assert hint in told.hints[0].zh
    assert told.hints[0].en


def test_long_names_are_cut() -> None:
    _, (told,) = ask("长" * 100_000)
    assert len(told.message.zh) < 100
