"""Streams that are no forms of targets, or whose columns stand side by side, are refused, with why."""

from __future__ import annotations

import pytest

from perfdsl.importers.flat.read_stream import read_stream
from tests.importers.flat.say_forms import lines_of, seed_lines, tight

SIDE_BY_SIDE = """项目支出绩效目标表
（2024 年度）                              金额单位：元
项目名称         虚构路灯维护
主管部门         虚构县某局           实施单位      虚构县某局机关
年度资金总额       1,200.00
年度绩效目标       维护路灯，保障出行。
一级指标   二级指标     三级指标      指标性质   指标值    度量单位   权重    指标方向性
产出指标   数量指标     路灯维护数     ≥      320    盏      20    正向
效益指标   社会效益指   夜间事故发     ≤      1      次      20    反向
        标        生数
"""

MONITORING = """项目支出绩效目标执行监控表
（2024 年度） 金额单位：万元
项目名称 虚构路灯维护
一级
指标
二级
指标
三级
指标
年度
指标
值
1-7 月
执行
情况
全年
预计
完成
情况
产出
指标
数量
指标
路灯维护数
≥320
盏
300
盏
"""


def test_columns_side_by_side_are_not_half_read() -> None:
    (form,), _ = read_stream(lines_of(SIDE_BY_SIDE))
    assert form.rows == ()
    assert "pdftotext -raw" in form.reasons[0].zh
    assert {field.status for name, field in form.head.items() if name != "title"} == {"check"}
    (left,) = form.unused
    assert tight(left.text).startswith("一级指标二级指标")
    assert tight(left.text).endswith("标生数")
    assert left.spots == ((7, 10),)


def test_a_table_with_blanks_between_cells_is_read() -> None:
    tight_lines = "\n".join(" ".join(line.split()) for line in SIDE_BY_SIDE.split("\n")[:9])
    (form,), _ = read_stream(lines_of(tight_lines))
    assert len(form.rows) == 2
    assert form.head["name"].status == "ok"


def test_the_seed_is_not_side_by_side() -> None:
    assert [len(form.rows) for form in read_stream(seed_lines())[0]] == [7, 7, 7, 7]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MONITORING, "监控表"),
        (MONITORING.partition("\n")[2].partition("\n")[2], "监控表"),
        ("项目支出绩效自评表\n项目名称 虚构\n一级指标 二级指标 三级指标 实际完成值 得分\n", "自评表"),
        ("项目支出绩效自评表\n（2023年度） 金额单位：万元\n项目名称 虚构\n三级指标\n", "自评表"),
        ("项目名称 虚构\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n产出指标\n", "自评表"),
        ("项目支出绩效目标申报表（2024年度）\n项目名称 虚构\n一级指标 二级指标 三级指标 指标值\n", "申报表"),
    ],
)
def test_other_kinds_are_refused_by_name_with_a_remedy(text: str, kind: str) -> None:
    forms, unused = read_stream(lines_of(text))
    assert forms == ()
    assert f"是{kind}" in unused[-1].reason.zh
    assert "请导入原来的 Word、Excel" in unused[-1].reason.zh
    assert kind in unused[-1].reason.en
    assert tight("".join(each.text for each in unused)) == tight(text)


def test_the_title_is_named() -> None:
    _, unused = read_stream(lines_of(MONITORING))
    assert "“项目支出绩效目标执行监控表”" in unused[-1].reason.zh


def test_side_by_side_where_not_even_a_header_is_found() -> None:
    text = SIDE_BY_SIDE.replace("一级指标   二级指标     三级指标", "一级       二级       三级")
    forms, unused = read_stream(lines_of(text))
    assert forms == ()
    assert "pdftotext -raw" in unused[-1].reason.zh
