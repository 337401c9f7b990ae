from __future__ import annotations

import re
import sys
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.write_text_document import write_text_document
from perfdsl.diagnostic import Diagnostics
from tests.annual.reports import INVENTED, hostile_report, linxi_report

A4 = (7560310, 10692130)


def written(report: AnnualReport) -> tuple[bytes, Any]:
    diagnostics = Diagnostics()
    data = write_text_document(report, diagnostics)
    assert data is not None
    assert not len(diagnostics)
    return data, Document(BytesIO(data))


def cells_of(document: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def test_every_line_stands_with_its_numbers_on_one_row() -> None:
    report = linxi_report()
    _, document = written(report)
    rows = cells_of(document)
    for project in report.projects:
        for line in project.lines:
            points = (
                line.points.text if line.state == "excluded" else f"{line.points.text}/{line.weight.text}"
            )
            found = [
                row for row in rows if row[1:2] == [line.name] and points in row and line.ratio.text in row
            ]
            assert found, (project.name, line.name)


def test_sheet_is_a4_and_numbered_and_told_apart() -> None:
    data, document = written(linxi_report())
    section = document.sections[0]
    assert [
        abs(a - b) < 20000 for a, b in zip((section.page_width, section.page_height), A4, strict=True)
    ] == [True, True]
    assert "PAGE" in section.footer._element.xml
    assert INVENTED in section.header.paragraphs[0].text
    assert INVENTED in [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    fonts = ZipFile(BytesIO(data)).read("word/fontTable.xml").decode()
    assert "方正小标宋简体" in fonts
    assert "altName" in fonts


def test_every_link_leads_somewhere_and_every_anchor_is_one() -> None:
    _, document = written(linxi_report())
    xml = document.element.xml
    marks = re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', xml)
    links = re.findall(r'w:hyperlink [^>]*w:anchor="([^"]+)"', xml)
    assert links
    assert set(links) <= set(marks)
    assert len(marks) == len(set(marks))
    numbers = re.findall(r'w:bookmarkStart [^>]*w:id="(\d+)"', xml)
    assert len(numbers) == len(set(numbers))
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", mark) for mark in marks)


def test_each_score_leads_to_its_explanation_and_back() -> None:
    report = linxi_report()
    _, document = written(report)
    xml = document.element.xml
    for project in report.projects:
        for line in project.lines:
            name = line.anchor.replace("-", "_")
            for anchor in (f"a_{name}", f"a_row_{name}"):
                assert f'w:anchor="{anchor}"' in xml
                assert f'w:name="{anchor}"' in xml


def test_what_is_invented_says_so_beside_it() -> None:
    _, document = written(linxi_report())
    shown = {cell for row in cells_of(document) for cell in row}
    lines = [line for project in linxi_report().projects for line in project.lines if line.is_invented]
    assert lines
    assert {f"{line.actual}（虚构）" for line in lines} <= shown


def test_charts_are_described() -> None:
    _, document = written(linxi_report())
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(described) == len(linxi_report().projects) + 1
    assert all(described)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(linxi_report())[0] == written(linxi_report())[0]


def test_hostile_texts_are_shown_and_not_obeyed() -> None:
    data, document = written(hostile_report())
    rows = cells_of(document)
    text = "\n".join(cell for row in rows for cell in row)
    assert "<script>alert(1)</script>" in text
    assert "&amp;&#x41;]]>" in text
    assert "\\u202e" in text
    assert "\u202e" not in text
    xml = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert "<script" not in xml
    fields = set(re.findall(r"<w:instrText[^>]*>([^<]*)", xml))
    assert fields == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_words_are_in_one_language(language: str) -> None:
    _, document = written(linxi_report(language=language))
    heads = {
        paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")
    }
    assert any(("Appendix" if language == "en" else "附录") in head for head in heads)


def test_without_charts_the_document_is_written_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    _, document = written(linxi_report())
    assert len(document.inline_shapes) == 0


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    diagnostics = Diagnostics()
    assert write_text_document(linxi_report(), diagnostics) is None
    assert [each.code for each in diagnostics] == ["P1517"]
    assert "perfdsl[report]" in next(iter(diagnostics)).hints[0].zh
