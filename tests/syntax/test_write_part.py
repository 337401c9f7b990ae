"""Every construct as one hand typed it, and as the formatter writes it in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.layout import format_source, write_module
from perfdsl.syntax.parse import parse
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_entry import write_indicator

GOOD = Path(__file__).parent / "good"


@pytest.mark.parametrize("written", ["loose", "zh", "en"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_construct(written: str, language: str) -> None:
    text = (GOOD / f"{written}.perf").read_text(encoding="utf-8")
    expected = (GOOD / f"{language}.perf").read_text(encoding="utf-8")
    assert format_source(Source("x", text), Diagnostics(), language=language) == expected


def test_a_tree_without_a_text() -> None:
    text = (
        "采用 甲\n\n项目 乙\n  年度 2022\n\n  产出 / 数量：\n"
        '    次数 >= 1次，权重 2，评分 丙\n      说明 "x"\n'
        '  产出 / 质量：\n    优良 定性\n\n实绩 乙\n  次数 = 1次，原因 "y"\n'
    )
    module = parse(Source("x", text), Diagnostics())
    assert write_module(module, language="zh") == text


def test_an_indicator_without_a_target() -> None:
    indicator = ast.Indicator(span=(0, 0), name="次数", name_span=(0, 0))
    assert write_indicator(indicator, Wording("zh")) == "次数"
