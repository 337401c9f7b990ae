"""Reads the fenced blocks of a Markdown page, and which of them make one example.

Info strings understood here::

    ```perf                        must be accepted
    ```perf error=P0302,P0501      must give exactly these codes
    ```perf in=group               a fragment: lines that stand under a group (also: project, rubric, method)
    ```perf file=a.perf            one of several files of an example, which goes on with each
    ```csv file=actuals.csv        further block that names a file, until a heading, a block that names none,
                                   or a file that is there already: it begins another example
    ```perf file=a.perf encoding=gbk
    ```python file=actuals.xlsx    a file that no text can show: its bytes or workbook is left in ``content``
    ```console                     lines that start with ``$ perfdsl`` are run; below is their output
    ```target error=P0304          each line is one printed target, ``text | operator | unit`` (both columns
                                   optional); together they give exactly these codes, and each gives one
    ```target                      each line must be read completely
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

FENCE = "```"

SETTINGS = {
    "project": "采用 国家自评2020\n项目 示例\n  年度 2022\n",
    "group": "采用 国家自评2020\n项目 示例\n  年度 2022\n  产出指标 / 数量指标：\n",
    "rubric": "评分办法 示例\n",
    "method": "方法 示例\n",
}
"""What stands above a fragment."""

SHEET = """采用 okr
项目 农村公路养护
  编码 13000022P00000000001A
  年度 2022
  预算 60.00万元
  产出指标：
    养护里程 >= 120公里
    整修桥梁 >= 6座
    验收合格率 >= 95%
    完工时限 <= 11月份
  效益指标：
    群众知晓度 定性 "显著提升"

project "Road upkeep"
  code 13000022P00000000002A
  year 2022
  budget 60.00万元
  output:
    "road maintained" >= 120km
    "bridges repaired" >= 6座
    "passed inspection" >= 95%
    "finished in" <= 11月份
  benefit:
    "known to villagers" qualitative "much better known"
"""
"""What stands beside tables that come without a sheet; the project is invented."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, what its info string says, and the lines between the fences."""

    page: Path
    line: int
    language: str
    attributes: dict[str, str]
    text: str
    section: int

    @property
    def content(self) -> bytes:
        """The block as a file: what its program makes, or its text under the lines that a fragment needs."""
        if self.language == "python":
            return made_by(self.text)
        text = SETTINGS.get(self.attributes.get("in", ""), "") + self.text
        return text.encode(self.attributes.get("encoding", "utf-8"))


@dataclass(frozen=True, slots=True)
class Example:
    """Files that are checked together, and the codes that they must give (none: they must be accepted)."""

    page: Path
    line: int
    section: int
    blocks: dict[str, Block]
    codes: frozenset[str]

    @property
    def files(self) -> dict[str, bytes]:
        """Contents by name."""
        files = {name: block.content for name, block in self.blocks.items()}
        has_sheet = any(name.endswith(".perf") for name in files)
        return files if has_sheet else {"sheet.perf": SHEET.encode(), **files}

    def goes_on_with(self, block: Block) -> bool:
        """Whether a block is one more file of this example: none of its own is called so."""
        return self.section == block.section and block.attributes["file"] not in self.blocks

    def __str__(self) -> str:
        """Name it as editors do."""
        return f"{self.page.name}:{self.line}"


def read_blocks(page: Path) -> Iterator[Block]:
    """Give the fenced blocks of a page in order; sections are counted by their headings."""
    section, opened, info, inside = 0, 0, "", list[str]()
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if opened and line.startswith(FENCE):
            language, *words = info.split() or [""]
            yield Block(page, opened, language, read_attributes(words), "".join(inside), section)
            opened = 0
        elif opened:
            inside.append(line + "\n")
        elif line.startswith(FENCE):
            opened, info, inside = number, line.removeprefix(FENCE), []
        elif line.startswith("#"):
            section += 1
    if opened:
        raise ValueError(f"{page}:{opened}: the block is not closed")


def read_attributes(words: list[str]) -> dict[str, str]:
    """``error=P0302 file=a.perf`` by name; a word without ``=`` has the empty text."""
    return {name: value for name, _, value in (word.partition("=") for word in words)}


def read_examples(page: Path) -> list[Example]:
    """Give the examples of a page: ``perf`` blocks, and files that belong together."""
    examples: list[Example] = []
    open_ended = False
    for block in read_blocks(page):
        named = "file" in block.attributes
        if named and open_ended and examples[-1].goes_on_with(block):
            examples[-1] = joined(examples[-1], block)
        elif named or block.language == "perf":
            examples.append(started(block))
        open_ended = named
    return examples


def started(block: Block) -> Example:
    """An example that so far has one file."""
    name = block.attributes.get("file", f"{block.page.stem}.perf")
    return Example(block.page, block.line, block.section, {name: block}, codes_of(block))


def joined(example: Example, block: Block) -> Example:
    """An example with one more file."""
    blocks = {**example.blocks, block.attributes["file"]: block}
    return Example(example.page, example.line, example.section, blocks, example.codes | codes_of(block))


def codes_of(block: Block) -> frozenset[str]:
    """Codes after ``error=``."""
    return frozenset(filter(None, block.attributes.get("error", "").split(",")))


@cache
def made_by(program: str) -> bytes:
    """Run a page's program, and give the file that it leaves in ``content``: bytes, or a workbook."""
    left: dict[str, Any] = {}
    exec(program, left)  # noqa: S102 — a page of ours, in our tests
    content = left["content"]
    if isinstance(content, bytes):
        return content
    saved = BytesIO()
    content.save(saved)
    return saved.getvalue()
