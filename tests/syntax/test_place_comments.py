"""Where comments, blank lines and list items go: layouts with the text that gives them."""

from __future__ import annotations

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax.layout import format_source

CASES = {
    "a comment takes the indent of the line right below": (
        '项目 甲\n# a\n编码 1\n产出：\n# b\n次数 >= 1\n# c\n说明 "x"\n',
        '项目 甲\n  # a\n  编码 1\n  产出：\n    # b\n    次数 >= 1\n      # c\n      说明 "x"\n',
    ),
    "an empty line before a block stands above its comments": (
        "项目 甲\n编码 1\n# of 乙\n# too\n项目 乙\n",
        "项目 甲\n  编码 1\n\n# of 乙\n# too\n项目 乙\n",
    ),
    "a comment apart from the next block stays with its own": (
        "项目 甲\n  编码 1\n  # end of 甲\n\n项目 乙\n",
        "项目 甲\n  编码 1\n  # end of 甲\n\n项目 乙\n",
    ),
    "a comment at the margin stays there": (
        "项目 甲\n  编码 1\n\n# 二\n\n项目 乙\n",
        "项目 甲\n  编码 1\n\n# 二\n\n项目 乙\n",
    ),
    "many empty lines become one": ("\n\n项目 甲\n\n\n\n  编码 1\n\n\n", "项目 甲\n\n  编码 1\n"),
    "single lines before the blocks stay together": (
        "采用 甲\n计量单位 打 = 12个\n项目 乙\n采用 丙\n项目 丁\n",
        "采用 甲\n计量单位 打 = 12个\n\n项目 乙\n\n采用 丙\n\n项目 丁\n",
    ),
    "a comment beside stays beside": ("项目 甲 // 一\n编码 1#二\n", "项目 甲  # 一\n  编码 1  #二\n"),
    "a comment inside a call moves above it": (
        "方法 甲\n其他 -> max(1, # one\n 2) # two\n",
        "方法 甲\n  # one\n  其他 -> max(1, 2)  # two\n",
    ),
    "a list over several lines stays one": (
        "项目 甲\n支出计划 3月底 1, # a\n # alone\n\n 6月底 2 # b\n",
        "项目 甲\n  支出计划 3月底 1，  # a\n    # alone\n    6月底 2  # b\n",
    ),
    "a clause after a comma stays on its line, one on the next line too": (
        "项目 甲\n产出：\n次数 >= 1, 权重 2,\n 评分 乙\n",
        "项目 甲\n  产出：\n    次数 >= 1，权重 2\n      评分 乙\n",
    ),
    "arrows stand under one another": (
        '方法 甲\n达标 -> 1\n实际 > 2 -> 0\n\n# b\n其他 -> 1\n引自 "x"\n方法 乙\n达标 -> 1\n',
        (
            "方法 甲\n  达标     -> 1\n  实际 > 2 -> 0\n\n  # b\n  其他     -> 1\n"
            '  引自 "x"\n\n方法 乙\n  达标 -> 1\n'
        ),
    ),
    "a long condition does not push the others": (
        f"方法 甲\n达标 -> 1\n{'长' * 21} -> 0\n",
        f"方法 甲\n  达标 -> 1\n  {'长' * 21} -> 0\n",
    ),
    "only comments": ("# a\n\n\n  # b\n", "# a\n\n# b\n"),
    "nothing": ("\n \n", ""),
    "an indented comment at the end": ("项目 甲\n  编码 1\n      # 完\n", "项目 甲\n  编码 1\n  # 完\n"),
    "a text over several lines keeps its lines": (
        '项目 甲\n目标 """一\n    二"""   # 三\n编码 1\n',
        '项目 甲\n  目标 """一\n    二"""  # 三\n  编码 1\n',
    ),
    "the unit in a project's first line gets its own": ("项目 甲，单位：万元\n", "项目 甲\n  单位 万元\n"),
}  # fmt: skip


def lay_out(text: str) -> str | None:
    return format_source(Source("x", text), Diagnostics())


@pytest.mark.parametrize("name", CASES)
def test_layout(name: str) -> None:
    text, expected = CASES[name]
    assert lay_out(text) == expected
    assert lay_out(expected) == expected


def test_errors_leave_a_text_alone() -> None:
    diagnostics = Diagnostics()
    assert format_source(Source("x", "项目 甲\n)\n"), diagnostics) is None
    assert [d.code for d in diagnostics] == ["P0111"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("project a\nyear 2022\n编码 1\n", "project a\n  year 2022\n  code 1\n"),
        ("项目 a\nyear 2022\n", "项目 a\n  年度 2022\n"),
        ("# x\n", "# x\n"),
    ],
)
def test_the_language_of_most_keywords(text: str, expected: str) -> None:
    assert lay_out(text) == expected
