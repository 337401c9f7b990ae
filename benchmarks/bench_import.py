"""Speed of reading forms: a PDF against pdfplumber, workbooks and texts against openpyxl and python-docx.

And whether a workbook of a thousand forms takes ten times as long as one of a hundred.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from measure import compare, machine, seconds

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Document
from perfdsl.documents.readers import READERS
from perfdsl.importers.import_document import import_document
from perfdsl.importers.sheet.build_project import Wanted
from perfdsl.importers.sheet.write_sheets import write_sheets

FORMS = Path(__file__).parents[1] / "tests" / "data" / "linxi-2022" / "forms"
FEW, MANY = 100, 1000
PER_FILE = 4
"""Forms in the seed's files, which are repeated here to make large ones."""
MOST_GROWTH = 1.3


def main() -> None:
    """Print forms and pages a second, and ratios."""
    print(machine())
    read_pages()
    book, text = many_sheets(FEW), many_tables(FEW)
    beside("xlsx, read", book, ".xlsx", "openpyxl (load_workbook, all cells)", lambda: cells_of_book(book))
    beside("docx, read", text, ".docx", "python-docx (row.cells)", lambda: cells_of_text(text))
    grow()


def read_pages() -> None:
    """Pages a second of the ruled PDF, beside pdfplumber's tables of the same pages."""
    data = (FORMS / "ruled.pdf").read_bytes()
    pages = read(data, ".pdf").pages
    ours, theirs, ratio = compare(lambda: read(data, ".pdf"), lambda: pdfplumber_tables(data), 3)
    print(f"pdf, {pages} pages: perfdsl {pages / ours:.0f}, pdfplumber {pages / theirs:.0f} pages/s")
    print(f"  {1 / ratio:.1f} times as fast (above 1 is wanted)")


def beside(what: str, data: bytes, ending: str, peer: str, other: Callable[[], object]) -> None:
    """Forms a second of our reader and of a library used plainly."""
    ours, theirs, ratio = compare(lambda: read(data, ending), other, 3)
    print(f"{what}, {FEW} forms: perfdsl {FEW / ours:.0f} forms/s; {peer} {FEW / theirs:.0f} forms/s")
    print(f"  {1 / ratio:.1f} times as fast (above 1 is wanted)")


def grow() -> None:
    """The whole import of workbooks, sheets written too: time for ten times as many forms."""
    few, many = many_sheets(FEW), many_sheets(MANY)
    one = min(seconds(lambda: whole(few, FEW)) for _ in range(2))
    other = seconds(lambda: whole(many, MANY))
    print(f"import of a workbook: {FEW} forms {one:.2f} s, {MANY} forms {other:.2f} s")
    print(f"  {MANY / other:.0f} forms a second")
    print(f"  {other / one / (MANY / FEW):.2f} of linear growth (below {MOST_GROWTH} is wanted)")


def read(data: bytes, ending: str) -> Document:
    """Read a document; it must be readable."""
    diagnostics = Diagnostics()
    document = READERS.get(ending)(f"x{ending}", data, diagnostics)
    if document is None:
        raise SystemExit(next(iter(diagnostics)).message.en)
    return document  # type: ignore[no-any-return]


def whole(data: bytes, forms: int) -> None:
    """Import a workbook as the command does, but for the writing of files."""
    imported = import_document(read(data, ".xlsx"))
    sheets = write_sheets(imported, lambda _: Wanted("国家自评2020"), set())
    if len(sheets) != forms:
        raise SystemExit(f"{len(sheets)} sheets for {forms} forms")


def pdfplumber_tables(data: bytes) -> None:
    """Find all tables with pdfplumber."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_tables()


def cells_of_book(data: bytes) -> int:
    """Read every cell with openpyxl."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    return sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row)


def cells_of_text(data: bytes) -> int:
    """Read every cell with python-docx, as its documentation shows it."""
    import docx

    text = docx.Document(io.BytesIO(data))
    return sum(bool(cell.text) for table in text.tables for row in table.rows for cell in row.cells)


def many_sheets(forms: int) -> bytes:
    """A workbook with the seed's sheet of four forms again and again."""
    from openpyxl import load_workbook

    book = load_workbook(FORMS / "sheet.xlsx")
    first = book.worksheets[0]
    for at in range(forms // PER_FILE - 1):
        book.copy_worksheet(first).title = f"第{at + 2}页"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def many_tables(forms: int) -> bytes:
    """A text with the seed's body of four forms again and again."""
    from copy import deepcopy

    import docx

    text = docx.Document(str(FORMS / "ruled.docx"))
    body = text.element.body
    own = [child for child in body if not child.tag.endswith("sectPr")]
    for _ in range(forms // PER_FILE - 1):
        for child in own:
            body.insert(len(body) - 1, deepcopy(child))
    written = io.BytesIO()
    text.save(written)
    return written.getvalue()


if __name__ == "__main__":
    main()
