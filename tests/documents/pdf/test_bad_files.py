"""Files that cannot be read, or not in full, give one clear complaint, in bounded time."""

from __future__ import annotations

import sys
import zlib
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from perfdsl.codes import severity_of
from perfdsl.documents.document import Document
from perfdsl.documents.readers.pdf import bounds
from tests.documents.pdf.read_it import FORMS, RULED, grids_of, read_pdf
from tests.documents.pdf.typeset import FONT, Box, Style, canvas_of, draw_table, finish


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "P1003"),
        (b"PK\x03\x04", "P1003"),
        (b"%PDF-1.7\n%%EOF", "P1003"),
        (RULED[:60_000], "P1003"),
        (RULED[:-1200], "P1003"),
    ],
)
def test_files_that_are_no_whole_pdf(data: bytes, code: str) -> None:
    assert read_pdf(data) == (None, [code])


def test_an_encrypted_file() -> None:
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(100, 100, "hidden")
    assert read_pdf(finish(canvas, out)) == (None, ["P1002"])


def test_a_file_that_anybody_may_open() -> None:
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    canvas.drawString(100, 100, "open to all")
    document, codes = read_pdf(finish(canvas, out))
    assert codes == []
    assert [line.text for line in document.stream] == ["open to all"]


def test_a_blank_page() -> None:
    assert read_pdf(finish(*canvas_of((300, 300)))) == (None, ["P1004"])


def picture() -> ImageReader:
    return ImageReader(Image.new("L", (60, 80), 200))


def test_a_scanned_file() -> None:
    canvas, out = canvas_of((300, 400))
    canvas.drawImage(picture(), 0, 0, 300, 400)
    assert read_pdf(finish(canvas, out)) == (None, ["P1005"])


def test_scanned_pages_among_others() -> None:
    canvas, out = canvas_of((300, 400))
    for number in range(4):
        if number % 2:
            canvas.drawImage(picture(), 0, 0, 300, 400)
        else:
            canvas.drawString(50, 50, f"page {number}")
        canvas.showPage()
    canvas.save()
    document, codes = read_pdf(out.getvalue())
    assert codes == ["P1006"]
    assert (document.pages, [block.text for block in document.blocks]) == (4, ["page 0", "page 2"])


def test_shapes_without_text() -> None:
    document, codes = read_pdf(RULED.replace(b"/ToUnicode", b"/ToNothing"))
    assert set(codes) == {"P1007"}
    texts = [cell.text for grid in grids_of(document) for cell in grid.cells]
    assert set("".join("".join(texts).split())) == {"\ufffd"}


def test_the_library_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert read_pdf(RULED) == (None, ["P1001"])


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.documents.readers.read_pdf.MOST_PAGES", 4)
    assert read_pdf(RULED) == (None, ["P1008"])


def test_too_many_bytes() -> None:
    assert read_pdf(b"%PDF-" + bytes(bounds.MOST_BYTES)) == (None, ["P1008"])


def test_a_page_full_of_rules_keeps_its_text() -> None:
    canvas, out = canvas_of((800, 800))
    canvas.setFont(FONT, 10)
    canvas.drawString(10, 10, "图例")
    canvas.grid([3 * at for at in range(250)], [3 * at for at in range(250)])
    document, codes = read_pdf(finish(canvas, out))
    assert codes == ["P1009"]
    assert grids_of(document) == []
    assert [block.text for block in document.blocks] == ["图例"]


def packed(words: bytes, body: bytes) -> bytes:
    small = zlib.compress(body, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (words, len(small), small)


def file_of(objects: list[bytes]) -> bytes:
    out, starts = b"%PDF-1.5\n", []
    for number, each in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + end % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip


PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"
START = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE]


def form(words: bytes, body: bytes) -> bytes:
    return packed(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + words, body)


def nested(depth: int, wide: int) -> bytes:
    inner = [
        form(b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + level), b"/F Do " * wide) for level in range(depth)
    ]
    return file_of([*START, packed(b"", b"/F Do"), *inner, form(b"", b"0 0 m 9 9 l S")])


@pytest.mark.parametrize("depth", [6, 30])
def test_drawings_that_hold_each_other(depth: int) -> None:
    assert read_pdf(nested(depth, 10)) == (None, ["P1008"])
    assert read_pdf(nested(3, 3)) == (None, ["P1004"])


def test_a_part_that_unpacks_to_too_much() -> None:
    data = file_of([*START, packed(b"", b"0 0 m 9 9 l S\n" * 2_000_000)])
    assert len(data) < 100_000
    assert read_pdf(data) == (None, ["P1008"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(RULED) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_damaged_bytes_never_raise(changes: list[tuple[int, int]]) -> None:
    data = bytearray(RULED)
    for at, value in changes:
        data[at] = value
    document, codes = read_pdf(bytes(data))
    assert isinstance(document, Document) or len(codes) >= 1


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("blank", ["P1004"]), ("cut-off", ["P1003"]), ("encrypted", ["P1002"]), ("scanned", ["P1005"]),
        ("scanned-page", ["P1006"]), ("crowded", ["P1009"]), ("shapes-only", ["P1007"]),
    ],
)  # fmt: skip
def test_the_samples_of_faults(name: str, codes: list[str]) -> None:
    document, found = read_pdf((FORMS / f"{name}.pdf").read_bytes())
    assert found == codes
    assert (document is None) == (severity_of(codes[0]) == "error")


def plain_file(style: Style) -> bytes:
    """A table whose drawing stands in the file as plain text: a changed byte changes what is drawn."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), pageCompression=0)
    boxes = [Box(row, column, 1, 1, "指标") for row in range(6) for column in range(4)]
    draw_table(canvas, boxes, [20, 120, 240, 360, 500], [780 - 30 * row for row in range(7)], style)
    return finish(canvas, out)


@pytest.mark.parametrize("style", ["boxes", "form", "none", "across"])
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_drawings_never_raise(style: Style, data: st.DataObject) -> None:
    whole = plain_file(style)
    texts = st.sampled_from([b"", b"-", b"99999", b" 0"])
    places = st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 20), texts)
    for at, length, text in data.draw(st.lists(places, min_size=1, max_size=12)):
        whole = whole[:at] + text + whole[at + length :]
    document, codes = read_pdf(whole)
    assert document is not None or codes
