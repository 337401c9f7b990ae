"""Writes the report of a year as a text document (.docx); the same report gives the same bytes.

A4, in the typefaces that offices print in (方正小标宋, 黑体, 仿宋_GB2312), with others named in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from perfdsl.annual import document_words as more
from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.draw_pictures import draw_picture
from perfdsl.annual.find_anchors import anchors_of
from perfdsl.annual.lay_text_document import lay_text_document
from perfdsl.annual.set_text_styles import FONT_TABLE, set_styles
from perfdsl.annual.text_blocks import Block, Chart, Picture
from perfdsl.annual.write_text_blocks import BlockWriter
from perfdsl.diagnostic import Diagnostics
from perfdsl.forms.legal_text import legal
from perfdsl.forms.pack_document import pack_document
from perfdsl.forms.write_word_table import write_run
from perfdsl.report.cells import one_line

_Document = Any  # python-docx carries no types
_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 — documents know no zones here; it only has to be always the same
_MILLIMETRES = 170
_LONGEST_NAME = 255


def write_text_document(report: AnnualReport, diagnostics: Diagnostics) -> bytes | None:
    """Write a report as .docx; None after a complaint where the library is missing."""
    try:
        from docx import Document
    except ImportError:
        from perfdsl.annual.messages_documents import no_library

        diagnostics.add(no_library("python-docx", ".docx"))
        return None
    document = Document()
    set_styles(document, report.language)
    _name(document, report)
    _fill(document, report)
    saved = BytesIO()
    document.save(saved)
    return pack_document(saved, {"word/fontTable.xml": FONT_TABLE})


def _name(document: _Document, report: AnnualReport) -> None:
    core = document.core_properties
    core.author, core.comments = "", ""
    core.title = legal(one_line(report.title))[:_LONGEST_NAME]
    core.language = "zh-CN" if report.language == "zh" else "en-GB"
    core.created = core.modified = _MADE


def _fill(document: _Document, report: AnnualReport) -> None:
    """Write title, header, footer and blocks."""
    body = document.element.body
    end = body.sectPr
    title = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{write_run(one_line(report.title), "")}</w:p>'
    for element in _parse(title):
        end.addprevious(element)
    _head_and_foot(document, report)
    writer = BlockWriter(anchors_of(report))
    for block in _with_pictures(lay_text_document(report), report):
        if isinstance(block, Picture):
            end.addprevious(_picture(document, block))
        else:
            for element in _parse(writer.write(block)):
                end.addprevious(element)


def _with_pictures(blocks: Iterable[Block], report: AnnualReport) -> Iterator[Any]:
    for block in blocks:
        if not isinstance(block, Chart):
            yield block
            continue
        drawn = draw_picture(block.part, report)
        if drawn is not None:
            yield Picture(drawn, 100, f"{block.part.name} {more.CHART.say(report.language)}")


def _head_and_foot(document: _Document, report: AnnualReport) -> None:
    """Print the title at the head of every page, and ``第 1 页 共 9 页`` at its foot."""
    section = document.sections[0]
    names = [department.name for department in report.departments if department.name]
    owner = f"{names[0]}　" if len(names) == 1 and names[0] not in report.title else ""
    note = f"　{report.note}" if report.note else ""
    head = write_run(one_line(f"{owner}{report.title}{note}", 120), "")
    first, middle, last = (write_run(text.say(report.language), "") for text in more.PAGE)
    foot = f"{first}{_field('PAGE')}{middle}{_field('NUMPAGES')}{last}"
    for part, style, text in ((section.header, "Header", head), (section.footer, "Footer", foot)):
        part.is_linked_to_previous = False
        paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="center"/></w:pPr>{text}</w:p>'
        old = part.paragraphs[0]._p  # noqa: SLF001 — the way of this library to its own XML
        for element in _parse(paragraph):
            old.addprevious(element)
        old.getparent().remove(old)


def _field(name: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _parse(text: str) -> list[Any]:
    """Give the elements of some XML of ours, without the wrapper that names their vocabulary."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return list(parse_xml(f"<w:body {nsdecls('w')}>{text}</w:body>"))


def _picture(document: _Document, picture: Picture) -> Any:  # noqa: ANN401
    """Give a paragraph with a picture, which says in words what it shows."""
    from docx.shared import Mm

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(
        BytesIO(picture.data), width=Mm(_MILLIMETRES * picture.percent // 100)
    )
    about = shape._inline.docPr  # noqa: SLF001 — the only way to it
    about.set("descr", legal(one_line(picture.says)))
    about.set("name", "chart")
    paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001
    return paragraph._p  # noqa: SLF001
