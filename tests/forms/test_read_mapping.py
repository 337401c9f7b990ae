"""Mapping files: what they say, and every way to say it wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms.fields import Field
from perfdsl.forms.mapping import Mapping, Slot, TableSlots
from perfdsl.forms.read_mapping import read_mapping

GOOD = """
[fields]
"项目名称" = "项目.名称"
B3 = "总分"

[[tables]]
anchor = "首行"
merge = ["一级指标"]
columns = { A = "一级指标", C = "指标.得分" }

[[tables]]
rows = "目标"
anchor = "B20"
columns = { B = "内容" }
"""


def read(text: str) -> tuple[Mapping | None, list[str]]:
    diagnostics = Diagnostics()
    found = read_mapping("a.toml", text, {"上级补助"}, diagnostics)
    return found, [each.code for each in diagnostics]


def test_a_mapping() -> None:
    assert read(GOOD) == (
        Mapping(
            (Slot("项目名称", Field("项目.名称")), Slot("B3", Field("总分"))),
            (
                TableSlots(
                    "首行",
                    "指标",
                    (Slot("A", Field("一级指标", "指标")), Slot("C", Field("得分", "指标"))),
                    ("一级指标",),
                ),
                TableSlots("B20", "目标", (Slot("B", Field("内容", "目标")),)),
            ),
        ),
        [],
    )


def test_keys_may_be_chinese() -> None:
    text = '["字段"]\n"甲" = "总分"\n[["表"]]\n"行" = "指标"\n"锚点" = "首行"\n"列" = { A = "得分" }\n'
    found, codes = read(text)
    assert codes == []
    assert found is not None
    assert found.tables[0].columns[0].field.name == "得分"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[fields", "P1051"),
        ("", "P1051"),
        ("[fields]", "P1051"),
        ("tables = []", "P1051"),
        ('[fields]\n项目名称 = "项目.名称"', "P1051"),
        ("fields = 3", "P1051"),
        ("[fields]\nA1 = 3", "P1051"),
        ("[other]\nA1 = 3", "P1051"),
        ('[fields]\nA1 = "项目.名"', "P1053"),
        ('[fields]\nA1 = "指标.得分"', "P1053"),
        ("tables = 3", "P1051"),
        ("[[tables]]\nrows = '项目'\nanchor = 'A1'\ncolumns = { A = '得分' }", "P1051"),
        ("[[tables]]\ncolumns = { A = '得分' }", "P1051"),
        ("[[tables]]\nanchor = 'A1'", "P1051"),
        ("[[tables]]\nanchor = 'A1'\ncolumns = { A = '内容' }", "P1053"),
        ("[[tables]]\nanchor = 'A1'\ncolumns = { A = '得分' }\nmerge = ['序号']", "P1051"),
        ("[[tables]]\nanchor = 'A1'\ncolumns = { A = '得分' }\nmerge = 1.5", "P1051"),
        ("[[tables]]\nanchor = 'A1'\ncolumns = { A = '得分' }\nheight = 3", "P1051"),
        ("a = " + "[" * 5000, "P1051"),
    ],
)
def test_mistakes(text: str, code: str) -> None:
    found, codes = read(text)
    assert found is None
    assert set(codes) == {code}


def test_chinese_keys_without_quotes_get_their_remedy() -> None:
    diagnostics = Diagnostics()
    read_mapping("a.toml", '[fields]\n项目名称 = "项目.名称"', (), diagnostics)
    assert "引号" in next(iter(diagnostics)).hints[0].zh


@given(st.text(alphabet="[]={}\"'\n ,.fieldstablercomnA1甲0-:T", max_size=80))
def test_no_text_raises(text: str) -> None:
    read(text)
