"""Reads the fenced blocks of a Markdown page, and which of them make one example.

Info strings understood here::

    ```perf                        must be accepted
    ```perf error=P0302,P0501      must give exactly these codes
    ```perf in=group               a fragment: lines that stand under a group (also: project, rubric, method)
    ```perf file=a.perf            one of several files of an example, which goes on with each
    ```csv file=actuals.csv        further block that names a file, until a heading or one that names none
    ```perf file=a.perf encoding=gbk
    ```console                     lines that start with ``$ perfdsl`` are run; below is their output
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = "```"

SETTINGS = {
    "project": "采用 国家自评2020\n项目 示例\n  年度 2022\n",
    "group": "采用 国家自评2020\n项目 示例\n  年度 2022\n  产出指标 / 数量指标：\n",
    "rubric": "评分办法 示例\n",
    "method": "方法 示例\n",
}
"""What stands above a fragment."""


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
        """The block as a file, under the lines that a fragment needs."""
        text = SETTINGS.get(self.attributes.get("in", ""), "") + self.text
        return text.encode(self.attributes.get("encoding", "utf-8"))


@dataclass(frozen=True, slots=True)
class Example:
    """Files that are checked together, and the codes that they must give (none: they must be accepted)."""

    page: Path
    line: int
    section: int
    files: dict[str, bytes]
    codes: frozenset[str]

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
        if named and open_ended and examples[-1].section == block.section:
            examples[-1] = joined(examples[-1], block)
        elif named or block.language == "perf":
            examples.append(started(block))
        open_ended = named
    return examples


def started(block: Block) -> Example:
    """An example that so far has one file."""
    name = block.attributes.get("file", f"{block.page.stem}.perf")
    return Example(block.page, block.line, block.section, {name: block.content}, codes_of(block))


def joined(example: Example, block: Block) -> Example:
    """An example with one more file."""
    name = block.attributes["file"]
    if name in example.files:
        raise ValueError(
            f"{block.page}:{block.line}: {name} is there already; put a heading between two examples"
        )
    files = {**example.files, name: block.content}
    return Example(example.page, example.line, example.section, files, example.codes | codes_of(block))


def codes_of(block: Block) -> frozenset[str]:
    """Codes after ``error=``."""
    return frozenset(filter(None, block.attributes.get("error", "").split(",")))
