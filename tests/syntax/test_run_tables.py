"""Our machine against lark: the same tables, the same trees."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import parse_tables
from perfdsl.syntax.build import Builder
from perfdsl.syntax.find_statements import find_statements
from perfdsl.syntax.grammar import build_parser
from perfdsl.syntax.layout import write_module
from perfdsl.syntax.load_parser import load_parser
from perfdsl.syntax.make_tables import grammar_digest, tables, tables_text
from perfdsl.syntax.nest import nest
from perfdsl.syntax.parse import parse, readable
from perfdsl.syntax.run_tables import MOST_TOKENS, TOO_LONG, Unexpected
from tests.syntax.trees import MODULES

SHEETS = sorted((Path(__file__).parents[2] / "specs").rglob("*.perf"))


@cache
def lark_with_builder() -> tuple[Any, Builder]:
    builder = Builder()
    return build_parser(builder), builder


def read_with_lark(text: str) -> Any:
    source, diagnostics = Source("x", text), Diagnostics()
    parser, builder = lark_with_builder()
    plain = readable(source, diagnostics)
    builder.begin(source, plain)
    return nest(source, parser.parse(plain + "\n", start="module"), diagnostics)


def test_the_tables_are_those_of_the_grammar() -> None:
    assert grammar_digest() == parse_tables.DIGEST, "run `make tables`"
    assert json.loads(parse_tables.TABLES) == tables()
    assert "TABLES = " in tables_text()


@given(MODULES)
def test_random_trees(module: Any) -> None:
    text = write_module(module, language="zh")
    assert read_with_lark(text) == parse(Source("x", text), Diagnostics())


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_sheets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_with_lark(text) == parse(Source("x", text), Diagnostics())


def test_a_whole_text_in_one_go() -> None:
    machine, builder = load_parser()
    text = "项目 甲\n\n年度 2022  # 注\n"
    builder.begin(Source("x", text), text)
    assert len(machine.parse(text, "module", 0, len(text))) == 2
    assert machine.parse("", "module", 0, 0) == []


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("项目 (", 3, {"NAME", "STRING"}),
        ("年度", 2, {"LITERAL"}),
        ("年度 # 注", 6, {"LITERAL"}),
        ("", 0, set()),
    ],
)
def test_where_a_statement_goes_wrong(text: str, at: int, expected: set[str]) -> None:
    machine, _ = load_parser()
    with pytest.raises(Unexpected) as raised:
        machine.parse(text, "statement", 0, len(text))
    assert raised.value.at == at
    assert expected <= raised.value.expected


def test_a_token_that_fits_no_rule_any_more() -> None:
    machine, builder = load_parser()
    text = "a + b"
    builder.begin(Source("x", text), text)
    with pytest.raises(Unexpected):
        machine.parse(text, "statement", 0, len(text))


def test_no_statement_is_endless() -> None:
    machine, builder = load_parser()
    text = "方法 甲(" + "a, " * MOST_TOKENS
    builder.begin(Source("x", text), text)
    with pytest.raises(Unexpected) as raised:
        machine.parse(text, "statement", 0, len(text))
    assert raised.value.expected is TOO_LONG


def test_statements_are_lines_but_for_texts_and_lists() -> None:
    text = 'a\n\n# x\n  b "# // ,\n" c  // d\n"""e\nf""" g\nh, # i\n\n j;\nk，“l\nm,\n项目 n\n权重 a;\n权重 b'
    spans = [text[slice(*span)].rstrip() for span in find_statements(text, 0, len(text))]
    assert spans[:3] == ["a", 'b "# // ,', '" c  // d']
    assert spans[3] == '"""e\nf""" g'
    assert spans[4].split() == ["h,", "#", "i", "j;", "k，“l"]
    assert spans[5:] == ["m,", "项目 n", "权重 a;", "权重 b"]
