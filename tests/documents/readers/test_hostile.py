"""Files that are damaged, disguised or made to do harm: one clear sentence, no traceback, bounded time."""

from __future__ import annotations

import io
import sys
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.documents.document import Grid
from perfdsl.documents.readers import bounds, parse_xml, read_by_content, read_docx, read_word_table
from tests.actuals.make_xls import compound, label, workbook
from tests.documents.readers.reading import (
    FORMS,
    W,
    archive,
    assert_sound,
    blocks,
    docx,
    messages,
    p,
    read,
    tbl,
    tc,
)

NAMES = ("a.docx", "a.html", "a.xlsx", "a.xls", "a.csv", "a.txt")
PAGE = "<html><meta charset=utf-8><table><tr><td>≥12次</td></tr></table></html>".encode()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "P1010", "empty"),
        (b"\0" * 3000, "P1010", "empty"),
        (compound(b"x", "EncryptedPackage"), "P1011", "password"),
        (compound(b"x", "WordDocument"), "P1010", "Word 97"),
        (compound(b"x", "PowerPoint Document"), "P1010", "slides"),
        (compound(b"x", "Something"), "P1010", "no document"),
        (b"{\\rtf1\\ansi abc}", "P1010", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "P1010", "picture"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "P1010", "web archive"),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "P1010", "2003"),  # noqa: E501
        (archive({"mimetype": b"application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED), "P1010", "OpenDocument"),  # noqa: E501
        (archive({"xl/workbook.bin": b""}), "P1010", "xlsb"),
        (archive({"ppt/presentation.xml": b""}), "P1010", "slides"),
        (archive({"表.docx": b"x"}), "P1010", "archive"),
        (b"PK\x03\x04" + bytes(300), "P1010", "damaged"),
        (archive({"word/document.xml": b"x" * 100}, zipfile.ZIP_LZMA), "P1010", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "P1010", "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_one_sentence(name: str, data: bytes, code: str, words: str) -> None:
    document, codes = read(name, data)
    assert (document, codes) == (None, [code])
    assert words in messages(name, data)[0]


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.xlsx", PAGE, "≥12次"),
        ("a.xls", PAGE, "≥12次"),
        ("a.docx", PAGE, "≥12次"),
        ("a.txt", PAGE, "≥12次"),
        ("a.csv", b"\xef\xbb\xbf<!DOCTYPE html>" + PAGE, "≥12次"),
        ("a.xls", docx(p("甲")), "甲"),
        ("a.html", docx(p("甲")), "甲"),
        ("a.xlsx", compound(workbook({"表": label(0, 0, "甲")})), "甲"),
        ("a.txt", compound(workbook({"表": label(0, 0, "甲")})), "甲"),
        ("a.xls", "甲\t乙\n".encode("utf-16"), "甲"),
        ("a.docx", "甲".encode(), "甲"),
    ],
)
def test_a_file_under_another_name_is_read_as_what_it_is(name: str, data: bytes, text: str) -> None:
    document, codes = read(name, data)
    assert "P1014" in codes
    assert set(codes) <= {"P1014", "P0605"}
    first = blocks(document)[0]
    assert (first if isinstance(first, str) else first[0][4]) == text


def test_a_text_without_an_end() -> None:
    data = archive({"word/document.xml": "<document>" + "x" * 11_000_000}, zipfile.ZIP_STORED)
    assert read("a.docx", data) == (None, ["P1013"])


def test_encrypted_parts() -> None:
    data = bytearray(docx(p("甲")))
    central = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    assert read("a.docx", bytes(data)) == (None, ["P1011"])


def test_archives_that_unpack_too_large() -> None:
    bomb = archive({"word/document.xml": b" " * (8 << 20)})
    assert len(bomb) < 20_000
    assert read("a.docx", bomb) == (None, ["P1013"])
    many = archive({f"{at}": b"" for at in range(20_001)} | {"word/document.xml": b""})
    assert read("a.docx", many) == (None, ["P1013"])


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declaration",
    [
        ENTITIES + "]>",
        '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">',
    ],
)
def test_entities_and_document_types_are_refused(declaration: str, encoding: str) -> None:
    body = f"<w:document {W}><w:body>{p('&i;')}</w:body></w:document>"
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{body}'
    start = time.monotonic()
    assert read("a.docx", archive({"word/document.xml": xml.encode(encoding)})) == (None, ["P1010"])
    assert "document type" in messages("a.docx", archive({"word/document.xml": xml.encode(encoding)}))[0]
    assert time.monotonic() - start < 1


def test_a_page_fetches_and_includes_nothing() -> None:
    body = '<!DOCTYPE html [<!ENTITY i SYSTEM "file:///etc/passwd">]><html><body><p>x&i;y</p></body></html>'
    document, _ = read("a.html", body.encode())
    assert "root:" not in "".join(map(str, blocks(document)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<div>" * 100_000 + b"x"),
        ("a.html", b"<table><tr><td>" * 100_000 + b"x"),
        ("a.docx", docx("<w:sdt><w:sdtContent>" * 50_000)),
        ("a.docx", docx("<w:tbl><w:tr><w:tc>" * 400 + "</w:tc></w:tr></w:tbl>" * 400)),
        ("a.docx", docx(tbl(tc(p("x"), '<w:gridSpan w:val="1000"/>') * 3))),
        ("a.html", b"<table>" + b"<td colspan=1000>" * 9),
        ("a.html", b"<table><tr>" + b"<td rowspan=65534>x" * 1900 + b"<tr><td>y" * 3000),
    ],
)  # fmt: skip
def test_great_depth_and_width(name: str, data: bytes) -> None:
    start = time.monotonic()
    assert read(name, data) == (None, ["P1013"])
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("depth", [3, 10, 60])
def test_tables_in_tables_take_linear_time(depth: int) -> None:
    inner = p("内")
    for _ in range(depth):
        inner = tbl(tc(inner))
    document, codes = read("a.docx", docx(inner))
    assert codes == []
    assert len(document.blocks) == 1
    page = b"<table><tr><td>" * depth + "内".encode() + b"</table>" * depth
    assert len(read("a.html", page)[0].blocks) == 1


def test_bounds_of_bytes_marks_cells_and_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    word = docx(p("甲") * 5 + tbl(tc(p("乙")) * 5))
    for module, name, most in (
        (read_by_content, "MOST_BYTES", 50),
        (parse_xml, "MOST_MARKS", 50),
        (read_word_table, "MOST_CELLS", 4),
        (read_docx, "MOST_BLOCKS", 4),
    ):
        assert getattr(module, name) >= 500_000 or name == "MOST_BLOCKS"
        with monkeypatch.context() as patched:
            patched.setattr(module, name, most)
            assert read("a.docx", word) == (None, ["P1013"])
    assert read("a.docx", word)[1] == []
    assert bounds.MOST_BLOCKS >= 100_000


def test_an_absent_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    for name in ("ruled.docx", "tables.html", "sheet.xlsx"):
        assert read(name, (FORMS / name).read_bytes()) == (None, ["P1012"])
    assert read("sheet.xls", (FORMS / "sheet.xls").read_bytes())[1] == []


def rewritten(data: bytes, part: str, change) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return archive(
            {name: change(file.read(name)) if name == part else file.read(name) for name in file.namelist()}
        )


PARTS = {"ruled.docx": "word/document.xml", "sheet.xlsx": "xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize("name", ["ruled.docx", "sheet.xlsx", "sheet.xls", "tables.html"])
def test_files_cut_off(name: str) -> None:
    data = (FORMS / name).read_bytes()
    for end in (1, 9, 600, len(data) // 2, len(data) - 1):
        document, codes = read(name, data[:end])
        assert document is not None or [code for code in codes if code.startswith("P101")]


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_any_damage_gives_a_document_or_a_complaint(choices: st.DataObject) -> None:
    name = choices.draw(st.sampled_from(["ruled.docx", "sheet.xlsx", "sheet.xls", "tables.html"]))
    data = (FORMS / name).read_bytes()

    def damage(content: bytes) -> bytes:
        body = bytearray(content)
        for _ in range(choices.draw(st.integers(1, 6))):
            at = choices.draw(st.integers(0, len(body) - 1))
            piece = choices.draw(
                st.one_of(st.binary(max_size=3), st.sampled_from([b"<", b">", b'"', b"</w:tc>", b"99999"]))
            )
            body[at : at + choices.draw(st.integers(0, 40))] = piece
        return bytes(body)

    inside = name in PARTS and choices.draw(st.booleans())
    document, codes = read(name, rewritten(data, PARTS[name], damage) if inside else damage(data))
    assert document is not None or codes
    for block in document.blocks if document else ():
        if isinstance(block, Grid):
            assert_sound(block)
