"""Headings with notes, in two lines without merged cells, swapped, of many projects; invented content (虚构)."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

import pytest

from perfdsl.importers.labels import column_name
from tests.importers.read_files import doubts, form_in_page, forms_in, printed, table


@pytest.mark.parametrize("text", ["指标¹性质", "指标性质²", "指标性质*", "指标性质1"])
def test_references_to_notes_are_no_part_of_a_heading(text):
    assert column_name(text) == "nature"
    assert column_name("奇怪1") is None


CSV = """项目支出绩效运行监控表,,,,,,,,,,,
项目名称,,虚构采购项目,,,,主管部门,,虚构县教育局,,,
年度总体目标,预期目标,,,,,实际完成情况,,,,,
,购置图书。,,,,,已购置。,,,,,
一级指标,二级指标,三级指标,年度指标值,1-7月执行情况,全年预计完成情况,偏差原因分析,,,,,完成目标可能性
,,,,,,经费保障,制度保障,人员保障,其他,原因说明,
产出指标,数量指标,图书册数,≥200册,80册,200册,√,,,,拨付较晚,有可能
,质量指标,合格率,≥95%,96%,96%,,,,,,确定能
"""


def test_a_form_whose_merged_cells_are_lost():
    (form,), _ = forms_in("form.csv", CSV.encode())
    assert (form.value("name"), form.value("department")) == ("虚构采购项目", "虚构县教育局")
    assert (form.value("expected_goal"), form.value("actual_goal")) == ("购置图书。", "已购置。")
    assert printed(form, "name", "cause_money", "reason") == [
        ("图书册数", "√", "拨付较晚"),
        ("合格率", "", ""),
    ]


def test_an_unknown_label_beyond_blanks_is_no_value():
    (form,), _ = forms_in(
        "form.csv",
        CSV.replace("项目名称,,虚构采购项目,,,,主管部门", "项目名称,,奇怪栏,,甲,,主管部门").encode(),
    )
    assert form.value("name") is None


def test_headings_of_levels_swapped_are_a_conflict():
    rows = (
        "一级指标 | 三级指标 | 二级指标 | 指标值",
        "产出指标 | 数量指标 | 虚构里程 | ≥30公里",
        "效益指标 | 社会效益 | 虚构人口 | ≥3人",
    )
    form = form_in_page("<p>项目支出绩效目标表</p>" + table("项目名称 | 虚构养护^3", *rows))
    assert {row.fields[name].status for row in form.rows for name in ("level2", "name")} == {"conflict"}


MANY = "<meta charset='utf-8'><p>项目支出绩效目标表</p>" + table(
    "单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 指标属性",
    "虚构县教育局 |  |  |  |  |  |  |  | ",
    "虚构培训项目_2 | 培训教师。_2 | 产出指标 | 数量指标 | 培训人数 | ≥ | 200 | 人 | 定量指标",
    "效益指标 | 社会效益指标 | 教学水平 | 定性 | 提高 |  | 定性指标",
    "虚构采购项目 | 采购设备。 | 产出指标 | 数量指标 | 采购数量 | ＝ | 12 | 台（套） | 定量指标",
)


def test_projects_below_the_name_of_a_unit():
    forms, _ = forms_in("page.html", MANY.encode())
    assert [form.value("name") for form in forms] == ["虚构培训项目", "虚构采购项目"]
    assert {form.value("department") for form in forms} == {"虚构县教育局"}
    assert [len(form.rows) for form in forms] == [2, 1]
    assert [doubts(form) for form in forms] == [[], []]
    assert forms[1].rows[0].fields["target"].notes


def test_only_the_name_of_a_unit_gives_no_form():
    page = MANY.replace("虚构培训项目", "").replace("虚构采购项目", "")
    assert isinstance(forms_in("page.html", page.encode())[0], tuple)
