"""Reads bytes as a PDF for the tests, and says what was complained of."""

from __future__ import annotations

import json
from pathlib import Path

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Document, Grid
from perfdsl.documents.readers.read_pdf import read
from tests.documents.pdf.typeset import Box

SEED = Path(__file__).parents[2] / "data" / "linxi-2022"
FORMS = Path(__file__).parents[2] / "data" / "forms" / "pdf"
PROJECTS = json.loads((SEED / "linxi-2022.json").read_text(encoding="utf-8"))["projects"]
RULED = (SEED / "forms" / "ruled.pdf").read_bytes()


def read_pdf(data: bytes) -> tuple[Document | None, list[str]]:
    diagnostics = Diagnostics()
    document = read("a.pdf", data, diagnostics)
    return document, [each.code for each in diagnostics]


def read_well(data: bytes) -> Document:
    document, codes = read_pdf(data)
    assert codes == []
    assert document is not None
    return document


def grids_of(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def boxes_of(grid: Grid) -> list[Box]:
    return [Box(*cell[:4], cell.text.replace("\n", "")) for cell in grid.cells]


def squeeze(text: str) -> str:
    return "".join(text.split())
