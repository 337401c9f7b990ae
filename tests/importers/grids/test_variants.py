"""Headers as other places print them give the same fields; invented content (虚构)."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

import pytest

from tests.importers.read_files import doubts, form_in_page, printed, table

HEAD = table("项目编码 | 13000022P000000000001 | 项目名称 | 虚构养护项目")
ROWS = [("产出指标", "数量指标", "养护里程", "≥30公里"), ("产出指标", "质量指标", "合格率", "≥95%"),
        ("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%")]  # fmt: skip
EXPECTED = [(">=", "30", "公里"), (">=", "95", "%"), (">=", "90", "%")]

VARIANTS = {
    "other names": table(
        "一级指标 | 二级指标 | 指标名称 | 年度指标值 | 分值",
        "产出指标_2 | 数量指标 | 养护里程 | ≥30公里 | 50", "质量指标 | 合格率 | ≥95% | 30",
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 10"),
    "spaced and wrapped": table(
        "一 级\n指 标 | 二级\n指标 | 具 体 指 标 | 年初目标值（A） | 权重（%）",
        "产出\n指标_2 | 数量\n指标 | 养护\n里程 | ≥ 30\n公里 | 50", "质量指标 | 合格率 | ≧95％ | 30",
        "满意度指标 | 服务对象\n满意度指标 | 群众满意度 | 不低于90% | 10"),
    "signs and units apart": table(
        "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重 | 指标方向性",
        "产出指标_2 | 数量指标 | 养护里程 | ≥ | 30 | 公里 | 50 | 正向", "质量指标 | 合格率 | ≥ | 95 | % | 30 | 正向",
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥ | 90 | % | 10 | 正向"),
    "性质 is a direction": table(
        "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 指标值 | 计量单位 | 分值",
        "产出指标_2 | 数量指标 | 养护里程 | 正向指标 | ≥ | 30 | 公里 | 50", "质量指标 | 合格率 | 正向指标 | ≥ | 95 | % | 30",
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | 正向指标 | ≥ | 90 | % | 10"),
    "one heading over three cells": table(
        "一级指标 | 二级指标 | 三级指标 | 目标值^3 | 分值",
        "产出指标_2 | 数量指标 | 养护里程 | ≥ | 30 | 公里 | 50", "质量指标 | 合格率 | ≥ | 95 | % | 30",
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥ | 90 | % | 10"),
    "two-row headings": table(
        "一级指标_2 | 二级指标_2 | 三级指标_2 | 绩效目标值^3 | 分值_2",
        "运算符号 | 指标值 | 计量单位",
        "产出指标_2 | 数量指标 | 养护里程 | ≥ | 30 | 公里 | 50", "质量指标 | 合格率 | ≥ | 95 | % | 30",
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥ | 90 | % | 10"),
    "a label at the side, weights in labels": table(
        "绩效指标_4 | 一级指标 | 二级指标 | 三级指标 | 预期指标值 | 备注",
        "产出指标（80分）_2 | 数量指标 | ★养护里程 | ≥30公里 | ", "质量指标 | 合格率 | ≥95% | ",
        "满意度指标（10分） | 服务对象满意度指标 | 群众满意度 | ≥90% | "),
    "no merged cells, blanks mean as above": table(
        "序号 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 分值",
        "1 | 产出指标 | 数量指标 | 养护里程 | ≥30公里 | 50", "2 |  | 质量指标 | 合格率 | ≥95% | 30",
        "3 | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 10"),
    "totals below": table(
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 分值",
        "产出指标_2 | 数量指标 | 养护里程 | ≥30公里 | 50", "质量指标 | 合格率 | ≥95% | 30", "小计^4 | 80",
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 10", "总 计^4 | 90"),
}  # fmt: skip


@pytest.mark.parametrize("name", VARIANTS)
def test_headings_of_other_places_give_the_same_rows(name):
    form = form_in_page(HEAD + VARIANTS[name])
    assert doubts(form) == []
    levels = [(str(row.fields["level1"].value), str(row.fields["level2"].value)) for row in form.rows]
    assert levels == [row[:2] for row in ROWS]
    assert [row.fields["name"].value for row in form.rows] == [row[2] for row in ROWS]
    targets = [row.fields["target"].value for row in form.rows]
    assert [(one.op, str(one.value.value), one.value.unit) for one in targets] == EXPECTED


def test_rows_of_totals_are_passed_over_and_said():
    form = form_in_page(HEAD + VARIANTS["totals below"])
    assert [one.reason.zh for one in form.passed_over] == ["合计行，不是指标"] * 2


def test_direction_and_operator_are_told_apart_by_what_the_column_holds():
    form = form_in_page(HEAD + VARIANTS["性质 is a direction"])
    assert printed(form, "operator", "direction")[0] == ("≥", "正向指标")
    form = form_in_page(HEAD + VARIANTS["signs and units apart"])
    assert printed(form, "operator", "direction")[0] == ("≥", "正向")


def test_levels_since_2021_are_known():
    form = form_in_page(HEAD + table(
        "一级指标 | 二级指标 | 三级指标 | 指标值",
        "成本指标_3 | 经济成本指标 | 项目总成本 | ≤30万元", "社会成本指标 | 断交次数 | ≤2次",
        "生态环境成本指标 | 占用耕地 | ≤1亩", "产出指标 | 数量指标 | 养护里程 | ≥30公里"))  # fmt: skip
    assert doubts(form) == []


def test_a_level_under_the_wrong_one_is_doubted():
    form = form_in_page(HEAD + table(
        "一级指标 | 二级指标 | 三级指标 | 指标值",
        "产出指标 | 生态效益指标 | 绿化面积 | ≥3亩", "效益指标 | 社会效益指标 | 受益人口 | ≥30人"))  # fmt: skip
    assert [one.split(":")[0] for one in doubts(form)] == ["0.level2"]


def test_an_unknown_unit_and_a_bare_number_are_never_accepted():
    form = form_in_page(HEAD + table(
        "一级指标 | 二级指标 | 三级指标 | 指标值",
        "产出指标_2 | 数量指标 | 养护里程 | ≥30咕噜", "质量指标 | 合格率 | 95%"))  # fmt: skip
    unit, bare = (row.fields["target"] for row in form.rows)
    assert unit.status == bare.status == "check"
    assert unit.value is None
    assert bare.value is None
    assert any(">= 95%" in one.zh or ">=95%" in one.zh for one in bare.alternatives)


def test_a_template_in_the_name_fills_the_operator_with_a_note():
    form = form_in_page(HEAD + table(
        "一级指标 | 二级指标 | 三级指标 | 指标值",
        "产出指标 | 数量指标 | 培训人数(≥**人) | 200人", "效益指标 | 社会效益指标 | 覆盖率(≥**%) | 95%"))  # fmt: skip
    assert doubts(form) == []
    assert [row.fields["target"].value.op for row in form.rows] == [">=", ">="]
    assert all(row.fields["target"].notes for row in form.rows)


def test_two_labels_for_one_column_are_a_doubt():
    form = form_in_page(HEAD + table(
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 目标值",
        "产出指标 | 数量指标 | 养护里程 | ≥30公里 | ≥40公里", "效益指标 | 社会效益指标 | 受益人口 | ≥3人 | ≥4人"))  # fmt: skip
    assert form.reasons
    assert all(row.is_marked for row in form.rows)
    assert {one.text for one in form.unused} >= {"≥40公里", "≥4人"}


def test_an_unknown_heading_is_a_reason_and_its_cells_are_unused():
    form = form_in_page(HEAD + table(
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 甲乙栏",
        "产出指标 | 数量指标 | 养护里程 | ≥30公里 | 某某", "效益指标 | 社会效益指标 | 受益人口 | ≥3人 | 某某"))  # fmt: skip
    assert "甲乙栏" in form.reasons[0].zh
    assert [one.text for one in form.unused] == ["甲乙栏", "某某", "某某"]
