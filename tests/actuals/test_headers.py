from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.actuals.headers import SYNONYMS, Heading, label_key, read_heading


@pytest.mark.parametrize(
    ("text", "meaning", "unit"),
    [
        ("项目编码", "code", ""),
        ("项目 名称", "project", ""),
        ("Project", "project", ""),
        ("三级指标", "indicator", ""),
        ("具体指标", "indicator", ""),
        ("实际完成值（B）", "actual", ""),
        ("实际完成值(%)", "actual", "%"),
        ("全年完成值", "actual", ""),
        ("年度实际完成值（B）（％）", "actual", "%"),
        ("ＡＣＴＵＡＬ", "actual", ""),
        ("度量单位", "unit", ""),
        ("截至日期", "date", ""),
        ("执行数（单位：万元）", "spent", "万元"),
        ("全年执行数（万元）（B）", "spent", "万元"),
        ("*全年执行数(B)*", "spent", ""),
        ("执行数【填数字】", "spent", ""),
        ("偏差原因分析及改进措施", "reason", ""),
        ("佐证资料：", "evidence", ""),
        ("扣分", "deducted", ""),
        ("核减分", "deducted", ""),
        ("自评得分（分）", "self_score", "分"),
        ("自评分", "self_score", ""),
        ("复核得分", "review_score", ""),
        ("审核得分", "review_score", ""),
        ("得分", "passed_over", ""),
        ("序号", "passed_over", ""),
        ("实际完成值（B）（A）（C）（D）", None, ""),
        ("怪", None, ""),
        ("", None, ""),
        ("长" * 100, None, ""),
    ],
)
def test_what_a_heading_means(text: str, meaning: str | None, unit: str) -> None:
    heading = read_heading(text)
    assert heading == (None if meaning is None else Heading(meaning, unit))


def test_no_name_has_two_meanings() -> None:
    names = [name for listed in SYNONYMS.values() for name in listed.split()]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert [name for name in names if label_key(name) != name] == []


@given(st.text())
def test_any_heading(text: str) -> None:
    read_heading(text)
    assert label_key(text) == label_key(label_key(text)) or not text.isascii()
