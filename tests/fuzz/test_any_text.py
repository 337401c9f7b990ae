"""Any text at all is read and laid out in bounded time: a tree, diagnostics, and never an exception."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source, TextPlace
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.layout import format_source
from perfdsl.syntax.parse import parse

SLOWEST = 20
"""Seconds on a busy machine; one step that is not linear takes minutes."""

WORDS = sorted({word for table in tables().values() for spellings in table.values() for word in spellings})
PIECES = [
    *WORDS,
    *(
        '"',
        '"""',
        "“",
        "”",
        "#",
        "//",
        "->",
        "：",
        "，",
        "；",
        "(",
        ")",
        "..",
        "-",
        "+",
        "/",
        "*",
        " ",
        "\n",
        "\r\n",
        "\t",
        "　",
    ),
    *(
        "12次",
        "1,234",
        "1，234",
        "95%以上",
        "2022-02-30",
        "12月",
        "二十三万",
        "1e999999999",
        "９",
        "a",
        "次数",
        "\0",
        "\ud800",
        "\u202e",
    ),
]
ANY = st.text(alphabet=st.characters(), max_size=200)
TOKENS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
JOINED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
OPENINGS = [
    "规则 a\n每项 当 ", "规则 a\n每项 则 ", "规则 a\n每项目\n则 总分 至多 1，", "算例 a\n设 ", "算例 a\n应 ",
    "方法 a\n其他 -> 扣 ", "方法 a\n分段 实际：", "方法 a\n内插 实际：1 -> 1，", "评分办法 a\n等级 甲 ",
    "评分办法 a\n允许 ", "项目 a\n产出：\nx >= 1\n择一 ", "项目 a\n产出：\nx >= 1\n清单 ",
    "实绩 a\nx = 1，扣分 ",
]  # fmt: skip
BEGUN = st.tuples(st.sampled_from(OPENINGS), TOKENS).map("".join)
BYTES = st.binary(max_size=200).map(lambda raw: raw.decode("utf-8", "surrogateescape"))


def reads(text: str) -> tuple[Diagnostics, str | None]:
    source, diagnostics = Source("x.perf", text), Diagnostics()
    module = parse(source, diagnostics)
    assert module.kind == "module"
    for diagnostic in diagnostics:
        place = diagnostic.labels[0].place
        assert isinstance(place, TextPlace)
        assert 0 <= place.start <= place.end <= len(text)
    laid_out = format_source(source, Diagnostics())
    assert (laid_out is None) == diagnostics.has_errors
    assert (format_source(source, Diagnostics(), expanded=True) is None) == diagnostics.has_errors
    return diagnostics, laid_out


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(ANY, TOKENS, JOINED, BYTES, BEGUN))
@example("项目 a\n产出：\n x >= " + "(" * 50)
def test_any_text(text: str) -> None:
    _, once = reads(text)
    if once is not None:
        assert format_source(Source("x", once), Diagnostics()) == once


PROJECT = "项目 a\n产出 / 数量：\n"
HOSTILE: dict[str, Callable[[int], str]] = {
    "nulls": lambda n: "\0" * n,
    "surrogates": lambda n: "\ud800" * n,
    "noise": lambda n: bytes((i * i * 7 + i // 3) % 256 for i in range(n)).decode("utf-8", "surrogateescape"),
    "open brackets": lambda n: "方法 a\n" + "(" * n,
    "closed brackets": lambda n: "方法 a\n" + "(" * n + "1" + ")" * n + " -> 1\n",
    "open calls": lambda n: PROJECT + "x(" * n,
    "arguments": lambda n: PROJECT + "x >= 1，评分 f(" + "1, " * n,
    "thousands": lambda n: PROJECT + "x >= 1，评分 f(" + "1,234" * n,
    "one word": lambda n: "a" * n,
    "one number": lambda n: PROJECT + "x >= " + "1" * n,
    "spaces": lambda n: PROJECT + "a" + " " * n + "b",
    "garbage": lambda n: "% ^ & \n" * (n // 7),
    "sums": lambda n: "方法 a\n" + "+".join(["a"] * (n // 2)) + " -> 1\n",
    "minuses": lambda n: "方法 a\n" + "-" * n + "1 -> 1\n",
    "comparisons in the middle": lambda n: "方法 a\n" + "1<(" * n + "1" + ")<1" * n + " -> 1\n",
    "comparisons at the left": lambda n: "方法 a\n" + "(" * n + "1" + "<1<1)" * n + " -> 1\n",
    "right to left": lambda n: PROJECT + "\u202ex >= 5\u202c\n" * (n // 9),
    "quotes": lambda n: '"\n' * n,
    "quotes in a line": lambda n: '"' * (n + 1 - n % 2),
    "curly quotes": lambda n: PROJECT + "x “" * (n // 3),
    "triple quotes": lambda n: '说明 """a\n' * (n // 8 | 1),
    "commas": lambda n: "权重 " + "，" * n,
    "lists": lambda n: "项目 a\n支出计划 " + "3月底 1，\n" * (n // 7) + "4月底 1",
    "slashes": lambda n: "a/" * (n // 2) + "：\n",
    "comments": lambda n: "#\n" * (n // 2),
    "slash comments": lambda n: "/" * n,
    "joined words": lambda n: PROJECT + "实" * (n // 2) + "不超过" * (n // 6) + "5万元\n",
    "dashes": lambda n: PROJECT + "x " + "1-" * (n // 2),
    "units": lambda n: PROJECT + "x >= 5" + "元/" * (n // 2),
    "old line ends": lambda n: "a\r" * (n // 2),
    "keywords": lambda n: "权重" * (n // 2),
    "quoted groups": lambda n: PROJECT + '"a" / ' * (n // 6) + "：\n",
    "Chinese digits": lambda n: "一" * n,
    "consequences in a line": lambda n: "规则 a\n每项 则 不计" + "，不计" * (n // 3),
    "broken consequences": lambda n: "规则 a\n每项 则 不计" + "，\n等级 至多 中" * (n // 9),
    "grades expected": lambda n: "算例 a\n应 得 1" + "，\n等级 优" * (n // 7),
    "notes of one fact": lambda n: "算例 a\n设 b" + "，原因 “x”" * (n // 7) + "\n应 得 1",
    "each, each, each": lambda n: "规则 a\n每项 则 " + "每" * n,
    "ranges of digits": lambda n: "算例 a\n应 得 " + "1-" * (n // 2),
    "bands": lambda n: "方法 a\n分段 b：其他 -> 1" + "，\n其他 -> 1" * (n // 10),
    "knots": lambda n: "方法 a\n内插 b：1 -> 1" + "；1 -> 1" * (n // 8),
    "until": lambda n: "评分办法 a\n等级 b 1" + "至" * n,
}
LINES: dict[str, Callable[[int], str]] = {
    "indicators": lambda n: PROJECT + "x >= 5次\n" * n,
    "indicators and a mistake": lambda n: PROJECT + "x >= 5次\n" * n + ")",
    "remarks": lambda n: PROJECT + "x >= 5\n" + '说明 "a"\n' * n,
    "no operator": lambda n: PROJECT + "x 5\n" * n,
    "out of place": lambda n: "编码 5\n" * n,
    "projects": lambda n: "项目 a\n" * n,
    "departments in projects": lambda n: "项目 a\n部门 b\n年度 2022\n" * (n // 3),
    "rules": lambda n: "规则 x\n" * n,
    "in a rule": lambda n: "规则 x\n" + "((((\n" * n,
    "conditions": lambda n: "规则 x\n" + "每项 当 得分 < 分值\n" * n,
    "consequences": lambda n: "规则 x\n" + "则 不计\n" * n,
    "steps first": lambda n: "规则 x\n每项\n" + "则 每 1次 扣 2分\n" * n,
    "facts without given": lambda n: "算例 x\n" + "次数 = 11次\n" * n,
    "examples": lambda n: '算例 "x"\n' * n,
    "Chinese numerals": lambda n: PROJECT + ("x >= " + "一" * 30 + "\n") * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    begun = time.monotonic()
    reads(HOSTILE[name](200_000))
    assert time.monotonic() - begun < SLOWEST


@pytest.mark.parametrize("name", LINES)
def test_many_lines(name: str) -> None:
    begun = time.monotonic()
    reads(LINES[name](4_000))
    assert time.monotonic() - begun < SLOWEST


def test_a_line_of_ten_million_characters() -> None:
    diagnostics, laid_out = reads("a" * 10_000_000)
    assert len(diagnostics) == 1
    assert laid_out is None


def test_two_hundred_thousand_lines_of_garbage() -> None:
    begun = time.monotonic()
    diagnostics, _ = reads("@ ! $\n" * 200_000)
    assert len(diagnostics) <= 101
    assert time.monotonic() - begun < SLOWEST


@pytest.mark.parametrize(
    "number", ["1e999999999", "9" * 1000, "0." + "0" * 1000 + "1", "1E5", "٣", "²", "½", "Ⅻ", "NaN", "inf"]
)
def test_strange_numbers(number: str) -> None:
    for line in (f"x >= {number}", f"x {number}", f"权重 {number}", f"x = {number}次，权重 {number}"):
        reads(PROJECT + line)
    reads(f"方法 a\n{number} < 实际 -> {number}\n")
