"""What the tests of readers share: documents made on the spot, and short ways to say what was read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Document, Grid, Prose
from perfdsl.documents.readers import READERS

DATA = Path(__file__).parents[2] / "data"
FORMS = DATA / "linxi-2022" / "forms"

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def read(name: str, data: bytes) -> tuple[Document | None, list[str]]:
    diagnostics = Diagnostics()
    document = READERS.get("." + name.rpartition(".")[2])(name, data, diagnostics)
    return document, [diagnostic.code for diagnostic in diagnostics]


def messages(name: str, data: bytes) -> list[str]:
    diagnostics = Diagnostics()
    READERS.get("." + name.rpartition(".")[2])(name, data, diagnostics)
    return [diagnostic.message.en for diagnostic in diagnostics]


def archive(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def docx(body: str, part: str = "word/document.xml") -> bytes:
    return archive({part: f"<w:document {W} {MORE}><w:body>{body}</w:body></w:document>"})


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def tc(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tbl(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def blocks(document: Document | None) -> list[str | list[tuple[int, int, int, int, str]]]:
    """Prose as text, grids as lists of what each cell covers and says."""
    assert document is not None
    return [block.text if isinstance(block, Prose) else shape(block) for block in document.blocks]


def shape(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    return [cell[:5] for cell in grid.cells]


def grids(document: Document | None) -> list[Grid]:
    assert document is not None
    return [block for block in document.blocks if isinstance(block, Grid)]


def flags(document: Document | None) -> dict[str, set[str]]:
    """Flags by text, of cells and of prose, where there are any."""
    assert document is not None
    found = [
        cell for block in document.blocks for cell in (block.cells if isinstance(block, Grid) else [block])
    ]
    return {each.text: set(each.flags) for each in found if each.flags}


def assert_sound(grid: Grid) -> None:
    """No place is covered twice, none lies outside, and cells come in order."""
    seen: set[tuple[int, int]] = set()
    for cell in grid.cells:
        assert cell.rows >= 1
        assert cell.columns >= 1
        places = {
            (cell.row + down, cell.column + across)
            for down in range(cell.rows)
            for across in range(cell.columns)
        }
        assert not places & seen
        seen |= places
    assert all(0 <= row < grid.rows and 0 <= column < grid.columns for row, column in seen)
    assert [cell[:2] for cell in grid.cells] == sorted(cell[:2] for cell in grid.cells)
