"""Letters for digits, units that nobody knows, units written twice; invented content (虚构)."""

from __future__ import annotations

import pytest

from perfdsl.documents.document import Cell
from perfdsl.importers.grids.body_rows import Entry
from perfdsl.importers.grids.read_figures import actual_field
from perfdsl.importers.read_fields import target_field
from tests.importers.read_files import form_in_page, table


def actual(text: str, unit: str = ""):
    return actual_field(Entry((Cell(0, 0, 1, 1, text, ()),)), unit)


@pytest.mark.parametrize("text", ["9O%", "l00%", "l‰", "3O", "O", "1OO%", "5O人", "36怪", "100%合格"])
def test_what_may_be_no_number_is_to_be_checked(text):
    assert actual(text).status == "check"


@pytest.mark.parametrize(
    "text", ["90%", "完成", "较好（90%）", "CO2达标", "PM2.5达标", "2023年11月20日", "36台（套）"]
)
def test_sound_actuals(text):
    assert actual(text).status == "ok"


@pytest.mark.parametrize(("text", "unit"), [("36", "台（套）"), ("=36台（套）", ""), ("36", "台(套)")])
def test_a_unit_written_twice_is_read_once_and_noted(text, unit):
    field = target_field(text, (), operator="" if text[0] == "=" else "≥", unit=unit)
    assert (field.status, field.value.value.value) == ("ok", 36)
    assert "台" in field.notes[0].zh


@pytest.mark.parametrize("unit", ["人（次）", "场(怪)", "公里(里)"])
def test_brackets_that_may_mean_another_unit_are_not_guessed(unit):
    field = target_field("36", (), operator="≥", unit=unit)
    assert (field.status, field.value) == ("check", None)
    assert "不认识计量单位" in field.reasons[0].zh


def test_a_description_over_two_rows_is_noted():
    rows = [
        "一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值",
        "产出指标 | 数量指标 | 虚构里程 | 反映里程_2 | ≥30公里",
        "产出指标 | 质量指标 | 虚构比例 | ≥95%",
        "效益指标 | 社会效益 | 虚构人口 | 反映人数 | ≥3人",
    ]
    form = form_in_page("<p>项目支出绩效目标表</p>" + table("项目名称 | 虚构养护^4", *rows))
    assert [bool(row.fields["description"].notes) for row in form.rows] == [True, True, False]
    assert [row.fields["description"].status for row in form.rows] == ["ok"] * 3
