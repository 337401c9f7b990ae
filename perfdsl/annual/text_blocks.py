"""The blocks that a report in a text document is made of: headings, paragraphs, tables, pictures."""

from __future__ import annotations

from typing import Literal, NamedTuple

from perfdsl.annual.annual import DepartmentPart, ProjectPart

Look = Literal["", "note", "fault", "small", "red", "yellow", "green", "blue", "bold"]
"""How a paragraph or a cell looks; the words say what a colour says, too."""


class Words(NamedTuple):
    """A text; ``link``: the anchor that it leads to; ``mark``: the anchor that stands here."""

    text: str
    link: str = ""
    mark: str = ""
    look: Look = ""


class Heading(NamedTuple):
    """A heading of level 1 to 4, with its anchor; ``new_page``: it begins one."""

    level: int
    text: str
    mark: str = ""
    new_page: bool = False
    back: str = ""


class Paragraph(NamedTuple):
    """Words one after another; ``depth``: how far it is indented."""

    words: tuple[Words, ...]
    look: Look = ""
    depth: int = 0


class Column(NamedTuple):
    """A column: its head, its width (in parts of the sum of all) and on which side its words stand."""

    head: str
    width: int
    align: Literal["left", "center", "right"] = "left"


class Table(NamedTuple):
    """A table; its head is printed again on every page, and no row is divided.

    ``merged``: rows (by place) that hold one cell over all columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    merged: frozenset[int] = frozenset()


class Picture(NamedTuple):
    """A picture (PNG), the part of the page's width that it takes in percent, and what it shows, in words."""

    data: bytes
    percent: int
    says: str


class Chart(NamedTuple):
    """The place of a chart of the plan and the spending of a project or a department."""

    part: ProjectPart | DepartmentPart


Block = Heading | Paragraph | Table | Picture | Chart
