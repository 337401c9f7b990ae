"""The fewest brackets that keep the meaning."""

from __future__ import annotations

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax.parse import parse
from perfdsl.syntax.write_expression import ExpressionWriter


def rewritten(text: str, language: str = "zh", own: frozenset[str] = frozenset()) -> str:
    diagnostics = Diagnostics()
    module = parse(Source("x", f"方法 甲\n{text} -> 1\n"), diagnostics)
    assert not len(diagnostics)
    return ExpressionWriter(language, own, translates=True).write(
        module.items[0].parts[0].condition, first=True
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("(a + b) * c", "(a + b) * c"),
        ("a + (b * c)", "a + b * c"),
        ("(a - b) - c", "a - b - c"),
        ("a - (b - c)", "a - (b - c)"),
        ("a / (b / c)", "a / (b / c)"),
        ("-(-a)", "--a"),
        ("-(a + b)", "-(a + b)"),
        ("非 (a 且 b)", "非 (a 且 b)"),
        ("非 (a < b)", "非 a < b"),
        ("(a 且 b) 或 c", "a 且 b 或 c"),
        ("a 且 (b 或 c)", "a 且 (b 或 c)"),
        ("a 且 (b 且 c)", "a 且 (b 且 c)"),
        ("1 <= a < 2", "1 <= a < 2"),
        ("1 <= a and a < 2", "1 <= a 且 a < 2"),
        ("(a < b) < c", "(a < b) < c"),
        ("max(a,b)*2", "max(a, b) * 2"),
        ("最大(a, b) × 2", "max(a, b) * 2"),
        ("1分 每 2% (a + b) 每满", "1分 每 2% (a + b) 每满"),
        ("(1分 每 2% a) 每 3% b", "(1分 每 2% a) 每 3% b"),
        ("(1分 + 2分) 每 2% a", "(1分 + 2分) 每 2% a"),
        ('"预算" + "a b"', '"预算" + "a b"'),
        ("actual == target", "实际 = 目标值"),
    ],
)
def test_brackets(text: str, written: str) -> None:
    assert rewritten(text) == written
    assert rewritten(written) == written


def test_names_of_the_scope_are_translated_but_not_a_methods_own() -> None:
    assert rewritten("实际 / 目标值 且 下限", "en", frozenset({"下限"})) == "actual / target and 下限"
