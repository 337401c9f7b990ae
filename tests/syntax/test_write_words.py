"""Names, texts and numbers as the formatter writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perfdsl.syntax import ast
from perfdsl.syntax import write_words as write


def number(text: str, value: str, unit: str) -> ast.Number:
    return ast.Number(span=(0, 0), value=Decimal(value), unit=unit, text=text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a", '"a"'),
        ("", '""'),
        ('a "b"', '“a "b"”'),
        ("“a”", '"“a”"'),
        ("a\nb", '"""a\nb"""'),
        ('“a” "b" c', '"""“a” "b" c"""'),
    ],
)
def test_texts(text: str, written: str) -> None:
    assert write.write_text(text) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("次数", "次数"),
        ("项目", '"项目"'),
        ("规则", '"规则"'),
        ("a b", '"a b"'),
        ("Ａ", '"Ａ"'),
        ("3岁", '"3岁"'),
        ("国·家", "国·家"),
    ],
)
def test_names_that_begin_a_line(name: str, written: str) -> None:
    assert write.write_entry_name(name) == written


@pytest.mark.parametrize(
    ("name", "first", "written"),
    [
        ("预算", True, '"预算"'),
        ("预算", False, "预算"),
        ("且", False, '"且"'),
        ("二十三万元", False, '"二十三万元"'),
        ("超过率", False, '"超过率"'),
        ("then", False, '"then"'),
        ("目标", False, '"目标"'),
    ],
)
def test_operands(name: str, first: bool, written: str) -> None:
    assert write.write_operand(name, first=first) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (">=", ">="),
        ("qualitative", "定性"),
        ("execution", "预算执行率"),
        ("满意度指标", "满意度指标"),
        ("定性", '"定性"'),
        ("超过率", '"超过率"'),
        ("目标", '"目标"'),
    ],
)
def test_selectors(text: str, written: str) -> None:
    assert write.write_selector(text, "zh") == written


@pytest.mark.parametrize(
    ("printed", "value", "unit", "written"),
    [
        ("10.50", "10.50", "", "10.50"),
        ("12 次", "12", "次", "12次"),
        ("1,234.5元", "1234.5", "元", "1,234.5元"),
        ("95%以上", "95", "%", "95%"),
        ("98 %(百分比)", "98", "%", "98%"),
        ("百分之九十", "90", "%", "90%"),
        ("二十三万元", "23", "万元", "23万元"),
        ("二十三", "23", "", "23"),
        ("+5%", "5", "%", "+5%"),
        ("text of another", "1E+3", "元", "1000元"),
        ("95以上", "95", "", "95"),
    ],
)
def test_numbers(printed: str, value: str, unit: str, written: str) -> None:
    assert write.write_number(number(printed, value, unit)) == written


@pytest.mark.parametrize(
    ("printed", "value", "unit", "written"),
    [("二十三人", "23", "人", "二十三人"), ("二十三", "23", "", "二十三"), ("百分之九十", "90", "%", "90%")],
)
def test_chinese_numerals_where_words_may_stand(printed: str, value: str, unit: str, written: str) -> None:
    assert write.write_number(number(printed, value, unit), words=True) == written


def test_codes_and_dates() -> None:
    assert write.write_code("A-1.b") == "A-1.b"
    assert write.write_code("a b") == '"a b"'
    assert write.write_project_of_facts("1305P") == "1305P"
    assert write.write_project_of_facts("1305 P") == '"1305 P"'
    assert write.write_date(ast.DateLiteral(span=(0, 0), year=2022, month=2, day=3, text="")) == "2022-02-03"


def test_words_as_values() -> None:
    assert write.write_value_word("健全", shared=False) == "健全"
    assert write.write_value_word("一级", shared=False) == '"一级"'
    assert write.write_value_word("一级", shared=True) == "一级"
    assert write.write_method_name("超过率") == '"超过率"'
