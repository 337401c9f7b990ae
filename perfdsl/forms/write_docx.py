"""Writes forms into a text document, one after another, with python-docx; the same forms give the same bytes.

A form is paragraphs (its heading) and two tables: only rows at the top of a table can be printed again on
every page, so that of the indicators begins with its own head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms import messages
from perfdsl.forms.form import Form, FormCell, Progress
from perfdsl.forms.measure_text import FONT_SIZE
from perfdsl.forms.pack_document import pack_document
from perfdsl.forms.write_word_table import TWIPS, write_run, write_table

FONT = "宋体"
_LONG, _SHORT = 297, 210
_MARGIN = 10
"""Millimetres of a sheet of A4 and its margins."""

_Document = Any  # python-docx carries no types
_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 — documents know no zones here; it only has to be always the same
_BETWEEN = (
    '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)
"""A paragraph of one point: without it two tables would be one."""


def write_docx(
    forms: Sequence[Form], diagnostics: Diagnostics, progress: Progress | None = None
) -> bytes | None:
    """Write forms as .docx; None after a complaint where the library is missing."""
    try:
        from docx import Document
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls
    except ImportError:
        diagnostics.add(messages.no_library("python-docx"))
        return None
    document = Document()
    _set_up(document)
    body = document.element.body
    end = body.sectPr
    names = nsdecls("w")
    for at, form in enumerate(forms):
        if progress is not None:
            progress(at, len(forms))
        for block in _blocks(form, new_page=at > 0):
            head, tag, rest = block.partition(">")
            end.addprevious(
                parse_xml(f"{head.rstrip('/')} {names}{'/' if head.endswith('/') else ''}{tag}{rest}")
            )
    saved = BytesIO()
    document.save(saved)
    return pack_document(saved)


def _set_up(document: _Document) -> None:
    """Set A4 across, the typeface for both kinds of letters, and no space between lines."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_LONG), Mm(_SHORT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(FONT_SIZE)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    core = document.core_properties
    core.author, core.title, core.comments = "", "", ""
    core.created = core.modified = _MADE


def _blocks(form: Form, *, new_page: bool) -> Iterator[str]:
    """Write a form as paragraphs and tables."""
    rows: list[list[FormCell]] = [[] for _ in form.heights]
    for cell in form.cells:
        rows[cell.area.row].append(cell)
    above = [row for row in rows[: form.first] if any(cell.text for cell in row)]
    for at, row in enumerate(above):
        yield _paragraph_above(row, sum(form.widths), new_page=new_page and at == 0)
    first, after = form.header if form.header[1] > form.header[0] else (len(rows), len(rows))
    if form.first < first:
        yield write_table(form, rows, form.first, first, 0)
        yield _BETWEEN
    if first < len(rows):
        yield write_table(form, rows, first, len(rows), after)
        yield _BETWEEN
    if form.advice:
        yield f"<w:p>{write_run(form.advice, '')}</w:p>"


def _paragraph_above(row: Sequence[FormCell], width: int, *, new_page: bool) -> str:
    cells = sorted(row, key=lambda cell: cell.area.column)
    is_title = cells[0].style == "title"
    begin = "<w:pageBreakBefore/>" if new_page else ""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width * TWIPS}"/></w:tabs>' if len(cells) > 1 else ""
    space = '<w:spacing w:after="60"/>' if is_title else '<w:spacing w:after="40"/>'
    align = '<w:jc w:val="center"/>' if is_title or cells[0].style == "note_centred" else ""
    look = '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>' if is_title else ""
    text = f"<w:r>{look}<w:tab/></w:r>".join(write_run(cell.text, look) for cell in cells)
    return f"<w:p><w:pPr>{begin}{tabs}{space}{align}</w:pPr>{text}</w:p>"
