"""The tables of the reference are those of the program; with ``--update`` they are written anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from perfdsl.cli.entry import OUR_BUG
from perfdsl.cli.speak import BAD_DATA, BAD_SPEC, FAILED, OK
from perfdsl.syntax.keywords import tables
from tests.docs.blocks import read_blocks
from tests.docs.language_tables import TABLES
from tests.docs.run_blocks import ROOT

BOOK = ROOT / "docs" / "language"
MARKED = re.compile(r"<!-- table: (\w+) -->\n(.*?)<!-- end -->", re.DOTALL)
METHOD = re.compile(r"^方法 ([^\s(]+)", re.MULTILINE)
RULE_BLOCK = re.compile(r"^规则 (\S+)", re.MULTILINE)
RULE = re.compile(r"R-(\d\d)")
LIBRARIES = {"常用方法", "常用规则"}


@pytest.mark.parametrize("page", sorted(BOOK.glob("reference*.md")), ids=lambda page: page.stem)
def test_tables_are_the_program_s(page: Path, pytestconfig: pytest.Config) -> None:
    text = page.read_text(encoding="utf-8")
    made = MARKED.sub(lambda found: f"<!-- table: {found[1]} -->\n{TABLES[found[1]]()}<!-- end -->", text)
    if pytestconfig.getoption("--update") and made != text:
        page.write_text(made, encoding="utf-8")
        return
    assert text == made


def test_each_table_stands_somewhere() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in BOOK.glob("reference*.md"))
    assert {name for name, _ in MARKED.findall(text)} == set(TABLES)


def test_comparisons_are_listed() -> None:
    text = (BOOK / "reference-sheets.md").read_text(encoding="utf-8")
    for words in tables()["comparisons"].values():
        assert [word for word in words if word != "==" and word not in text] == []


def test_exit_codes_are_the_program_s() -> None:
    text = (BOOK / "reference-evaluation.md").read_text(encoding="utf-8")
    section = text.split("exit codes", 1)[1].split("## ", 1)[0]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)] == [
        OK, FAILED, BAD_SPEC, BAD_DATA, OUR_BUG,
    ]  # fmt: skip


def test_each_shipped_rubric_method_and_rule_stands_in_the_book() -> None:
    text = (BOOK / "scoring-rules.md").read_text(encoding="utf-8")
    for source in (ROOT / "specs" / "rubrics").glob("*.perf"):
        for name in METHOD.findall(source.read_text(encoding="utf-8")):
            assert f"`{name}`" in text, name
        for name in RULE_BLOCK.findall(source.read_text(encoding="utf-8")):
            assert f"`{name}`" in text, name
        if source.stem not in LIBRARIES:
            assert f"`{source.stem}`" in text


def test_each_rule_of_the_list_has_an_example() -> None:
    text = (BOOK / "scoring-rules.md").read_text(encoding="utf-8")
    shown = {int(number) for number in RULE.findall(text)}
    assert shown >= {*range(1, 10), *range(11, 24)}


@pytest.mark.parametrize("page", sorted(BOOK.glob("*.md")), ids=lambda page: page.name)
def test_shown_files_are_the_real_ones(page: Path) -> None:
    folder = BOOK / "tutorial" if page.name.startswith("tutorial") else BOOK
    for block in read_blocks(page):
        name = block.attributes.get("from")
        if name:
            shown = (folder / name).read_text(encoding="utf-8")
            assert block.text in shown, f"{page.name}:{block.line}"
