"""The short words of Chinese rules, and the plain expressions that they stand for."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.expand import cases_of, expand, formula_of
from perfdsl.syntax.layout import format_source, write_module
from perfdsl.syntax.parse import parse
from tests.syntax.hands import typed
from tests.syntax.meaning import meaning
from tests.syntax.test_layout import comments, read
from tests.syntax.trees import MODULES

SHORT = ast.Deduction | ast.Bands | ast.Interpolation | ast.Checklist | ast.Either


def written_out(text: str, language: str | None = None) -> str:
    expanded = format_source(Source("x", text), Diagnostics(), language=language, expanded=True)
    assert expanded is not None
    return expanded


def case(text: str) -> str:
    """Write one line of a method out, without its arrow's blanks."""
    lines = written_out(f"方法 甲\n{text}\n").split("\n")[1:-1]
    return "；".join(" ".join(line.split()) for line in lines)


def clause(text: str, target: str = ">= 3项") -> str:
    lines = written_out(f"项目 甲\n产出：\n名 {target}\n{text}\n").split("\n")
    return lines[-2].strip()


@pytest.mark.parametrize(
    ("short", "plain"),
    [
        ("其他 -> 扣 2分", "其他 -> 满分 - 2分"),
        ("其他 -> 扣 2分，扣完为止", "其他 -> max(0分, 满分 - 2分)"),
        ("其他 -> 扣 0.5分 每 1个百分点", "其他 -> 满分 - 0.5分 每 1个百分点 超出"),
        (
            "a > 3 -> 扣 0.5分 每 1次 b（每满），扣完为止",
            "a > 3 -> max(0分, 满分 - 0.5分 每 1次 b 每满)",
        ),
        ("其他 -> 扣 1,000分，扣完为止", "其他 -> max(0分, 满分 - 1000分)"),
        (
            "分段 a / b：>= 90% -> 满分，其他 -> 0%",
            "a / b >= 90% -> 满分；其他 -> 0%",
        ),
        (
            "内插 a：60% -> 25%，90% -> 100%",
            "a >= 90% -> 100%；a >= 60% -> 25% + (100% - 25%) * (a - 60%) / (90% - 60%)",
        ),
        ("达标 -> 满分 - 1分", "达标 -> 满分 - 1分"),
        ("档次 甲 60%..80%", "档次 甲 60%..80%"),
    ],
)
def test_methods(short: str, plain: str) -> None:
    assert case(short) == plain
    assert case(plain.replace("；", "\n")) == plain


@pytest.mark.parametrize(
    ("short", "target", "plain"),
    [
        ("清单 a、b", ">= 3项", "计算 计数(a, b) * 1项"),
        ("清单 a、b", ">= 3", "计算 计数(a, b)"),
        ("清单 a、b", "是 健全", "计算 计数(a, b)"),
        ("清单 a、b", ">= 3项/年", "计算 计数(a, b) * (1项 / 1年)"),
        ("择一 a >= 3篇；b <= 1,000项", ">= 100%", "计算 max(a / 3篇, 1000项 / max(1000项, b))"),
        ("择一 a >= -3篇；b >= 3元/人·月", ">= 1", "计算 max(a / -3篇, b / (3元 / 1人 / 1个月))"),
        ("择一 a >= 3人·月；b <= 0项", ">= 1", "计算 max(a / (3人 * 1个月), 计数(b <= 0项))"),
        ("计算 a + b", ">= 1", "计算 a + b"),
    ],
)
def test_clauses(short: str, target: str, plain: str) -> None:
    assert clause(short, target) == plain
    assert clause(plain, target) == plain


def test_what_is_made_keeps_the_place_of_what_was_written() -> None:
    text = "方法 甲\n  分段 a：>= 9 -> 1，其他 -> 0\n  内插 a：1 -> 0，2 -> 1\n  其他 -> 扣 2分\n"
    cases = cases_of(read(text).items[0])
    assert [text[slice(*each.span)] for each in cases] == [
        ">= 9 -> 1",
        "其他 -> 0",
        "2 -> 1",
        "1 -> 0，2 -> 1",
        "其他 -> 扣 2分",
    ]


def test_the_last_formula_counts() -> None:
    (group,) = read("项目 甲\n产出：\nx >= 3项\n计算 a\n清单 b\ny >= 1\n").items[0].parts
    first, second = group.indicators
    assert getattr(formula_of(first), "op", "") == "*"
    assert formula_of(second) is None


def test_comments_stay_in_their_order() -> None:
    text = (
        "方法 甲  # 1\n  内插 a：1 -> 0，  # 2\n    # 3\n    2 -> 1  # 4\n  # 5\n  其他 -> 扣 2分  # 6\n# 7\n"
    )
    written = written_out(text)
    assert [word for word in written.split() if word.isdecimal() and f"# {word}" in written][-1] == "7"
    assert comments(written) == comments(text)


@given(MODULES, st.sampled_from(["zh", "en"]), st.randoms(use_true_random=False))
def test_the_text_written_out_reads_as_the_tree_written_out(
    module: Any, language: str, random: Random
) -> None:
    text = typed(write_module(module, language="zh"), random)
    plain = written_out(text, language)
    assert meaning(read(plain), translated=True) == meaning(expand(read(text)), translated=True)
    assert comments(plain) == comments(text)
    assert written_out(plain, language) == plain


@pytest.mark.parametrize("head", ["项目 甲", "部门 甲\n  编码 1", "调整 甲 2022-08-15"])
def test_indicators_of_every_block_are_written_out(head: str) -> None:
    sheet = f"{head}\n  产出指标 / 数量指标：\n    制度 >= 2项\n      清单 甲一、乙一\n"
    assert "清单" not in written_out(sheet, "zh")
    assert "计算" in written_out(sheet, "zh")


@given(MODULES)
def test_written_out_twice_is_written_out_once(module: Any) -> None:
    plain = expand(module)
    assert expand(plain) == plain
    assert not list(short_words(plain))
    assert ast.Module.model_validate_json(plain.model_dump_json()) == plain


def short_words(node: Any) -> Any:
    if isinstance(node, tuple):
        for each in node:
            yield from short_words(each)
    elif isinstance(node, ast.Node):
        if isinstance(node, SHORT):
            yield node
        for each in node.__dict__.values():
            yield from short_words(each)


def test_a_text_with_errors_is_not_written_out() -> None:
    diagnostics = Diagnostics()
    assert format_source(Source("x", "方法 甲\n其他 ->\n"), diagnostics, expanded=True) is None
    assert parse(Source("x", "方法 甲\n"), Diagnostics()).items
