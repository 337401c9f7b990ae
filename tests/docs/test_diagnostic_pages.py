"""Every code has a page in both languages, with an example that gives it and a mended one that does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from perfdsl.codes import CODES
from tests.docs.blocks import Example, read_blocks, read_examples
from tests.docs.run_blocks import ROOT, diagnose, read_documents, refute, try_out
from tests.docs.target_lists import TargetList, diagnose_target, read_target_lists

PAGES = ROOT / "docs" / "diagnostics"
WRITTEN = sorted(PAGES.glob("P*.md"))
EXAMPLES = [example for page in WRITTEN for example in read_examples(page)]
TARGET_LISTS = [targets for page in WRITTEN for targets in read_target_lists(page)]

SECTIONS = ("## 中文", "## English")
EXCUSE = re.compile(r"<!-- no example: \S.*-->")
"""For codes that no text can give: ours to explain in the page, and to keep rare."""
MOST_EXCUSES = 8


def excused(page: Path) -> bool:
    return EXCUSE.search(page.read_text(encoding="utf-8")) is not None


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert {page.stem for page in WRITTEN} == set(CODES)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_page_is_complete(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    title = CODES[page.stem]
    assert text.splitlines()[0] == f"# {page.stem} {title.zh} · {title.en}"
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert [heading for heading in headings if heading in SECTIONS] == list(SECTIONS)
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        assert len(section.split("\n", 1)[1].strip()) > 0, f"an empty section: {section[:20]}"


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_page_shows_the_mistake_and_the_remedy(page: Path) -> None:
    examples: list[Example | TargetList] = [*read_examples(page), *read_target_lists(page)]
    consoles = [block for block in read_blocks(page) if block.language == "console"]
    if excused(page):
        assert examples == []
        return
    assert consoles or any(page.stem in example.codes for example in examples), "no example of the mistake"
    assert consoles or any(not example.codes for example in examples), "no mended example"


def asked_of(page: Path):
    """Choose what finds the mistakes of a page: ``test``, ``verify``, a reader of documents, or ``eval``."""
    if page.stem.startswith(("P100", "P101")):
        return read_documents
    if page.stem.startswith("P093"):
        return try_out
    return refute if page.stem.startswith("P09") else diagnose


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example(example: Example) -> None:
    found = asked_of(example.page)(example.files)
    codes = {diagnostic.code for diagnostic in found}
    if example.codes:
        assert codes == example.codes
    else:
        assert [f"{d.code} {d.message.zh}" for d in found if d.severity == "error"] == []
        assert example.page.stem not in codes


@pytest.mark.parametrize("targets", TARGET_LISTS, ids=str)
def test_printed_targets(targets: TargetList) -> None:
    found = {printed.text: {each.code for each in diagnose_target(printed)} for printed in targets.targets}
    if targets.codes:
        assert [text for text, codes in found.items() if not codes] == []
        assert set().union(*found.values()) == targets.codes
    else:
        assert {text: codes for text, codes in found.items() if codes} == {}


def test_excuses_are_rare() -> None:
    assert sum(excused(page) for page in WRITTEN) <= MOST_EXCUSES
