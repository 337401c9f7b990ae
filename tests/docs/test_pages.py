"""The book is the test: every example of the documentation is checked, every command is run."""

from __future__ import annotations

import re

import pytest

from tests.docs.blocks import Block, Example, read_blocks, read_examples
from tests.docs.run_blocks import (
    ROOT,
    Command,
    diagnose,
    matches,
    read_commands,
    rewrite,
    run_command,
    unmet_of,
)

LANGUAGE_PAGES = sorted((ROOT / "docs" / "language").glob("*.md"))
DIAGNOSTIC_PAGES = sorted((ROOT / "docs" / "diagnostics").glob("*.md"))
OTHER_PAGES = [
    ROOT / "README.md",
    ROOT / "docs" / "architecture.md",
    ROOT / "docs" / "audit" / "forms.md",
    *sorted((ROOT / "docs" / "forms").glob("*.md")),
    *sorted((ROOT / "docs" / "monitor").glob("*.md")),
    ROOT / "docs" / "report" / "README.md",
    *sorted((ROOT / "docs" / "journal").glob("*.md")),
]
CONSOLE_PAGES = [*OTHER_PAGES, *LANGUAGE_PAGES, *DIAGNOSTIC_PAGES]

_TESTS = re.compile(r"^(?:算例|example)\b", re.MULTILINE)
EXAMPLES = [example for page in LANGUAGE_PAGES for example in read_examples(page)]
TRIED = [each for each in EXAMPLES if any(_TESTS.search(block.text) for block in each.blocks.values())]
CONSOLES = [
    block
    for page in CONSOLE_PAGES
    if page.exists()
    for block in read_blocks(page)
    if block.language == "console"
]


def place(block: Block) -> str:
    return f"{block.page.name}:{block.line}"


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(example: Example) -> None:
    found = diagnose(example.files)
    if example.codes:
        assert {diagnostic.code for diagnostic in found} == example.codes
    else:
        assert [f"{d.code} {d.message.zh}" for d in found if d.severity == "error"] == []


@pytest.mark.parametrize("example", TRIED, ids=str)
def test_what_an_example_expects_holds(example: Example) -> None:
    assert unmet_of(example.files) == []


@pytest.mark.xdist_group("console")  # with --update, one process at a time writes a page
@pytest.mark.parametrize("block", CONSOLES, ids=place)
def test_console(block: Block, pytestconfig: pytest.Config) -> None:
    update = pytestconfig.getoption("--update")
    now = [run_shown(command, update=update) for command in read_commands(block.text)]
    if update:
        rewrite(block.page, block.text, now)


def run_shown(command: Command, *, update: bool) -> Command:
    """Run a command of ours and compare; give it with the output that the page ought to print."""
    if not command.runs:
        return command
    code, output = run_command(command)
    assert code == command.code, output
    if update:
        return command if matches(command.output, output) else Command(command.line, output)
    assert matches(command.output, output), output
    return command
