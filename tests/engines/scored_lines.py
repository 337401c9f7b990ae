"""Scored lines and expressions of rules for tests of what rules see in them; all are invented."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.scorecard import IndicatorScore
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.parse import parse
from tests.engines.ruled import settled

SOURCE = Source("规则.perf", "甲")


def expression(text: str) -> ast.Expr:
    """Parse what stands between 当 and 则."""
    diagnostics = Diagnostics()
    module: Any = parse(Source("规则.perf", f'规则 试\n  每项 当 {text} 则 提示 "在"\n'), diagnostics)
    assert list(diagnostics) == []
    return module.items[0].parts[0].condition


def a_line(name: str = "甲", group: tuple[str, ...] = ("产出指标",), **changes) -> IndicatorScore:
    """Give a line of 10 points that was half done and got 5, with some of its fields changed."""
    line = IndicatorScore(
        group=group, name=name, target="≥10次", actual="5次", attainment="missed", ratio=Fraction(1, 2),
        weight=Fraction(10), points=settled(5), method="按完成比例", why=Text("因", "why"),
        place=SOURCE.place((0, 1)),
    )  # fmt: skip
    return line._replace(**changes)
