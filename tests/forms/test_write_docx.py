"""Text documents of forms: widths, heads that are printed again, and no paragraph too many."""

from __future__ import annotations

import sys
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms import WRITERS
from perfdsl.forms.form import Area, Form, FormCell, Shown
from perfdsl.forms.lay_out_form import lay_out_form
from perfdsl.forms.write_docx import write_docx
from tests.forms.test_write_xlsx import form_of, project


def written(*forms: Form) -> bytes:
    diagnostics = Diagnostics()
    data = write_docx(forms, diagnostics)
    assert [d.message.zh for d in diagnostics] == []
    assert data is not None
    return data


def opened(*forms: Form) -> docx.document.Document:
    return docx.Document(BytesIO(written(*forms)))


KINDS = ["self_evaluation", "monitoring", "declaration", "targets"]


@pytest.mark.parametrize("kind", KINDS)
def test_widths_stand_in_the_grid_and_in_every_cell(kind: str) -> None:
    form = lay_out_form(kind, project(), 7)
    for table in opened(form).tables:
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
        assert grid == [width * 20 for width in form.widths]
        for row in table._tbl.tr_lst:
            at = 0
            for cell in row.tc_lst:
                assert cell.width.twips == sum(grid[at : at + cell.grid_span])
                at += cell.grid_span
            assert at == len(grid)


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_is_printed_again_and_rows_stay_whole(kind: str) -> None:
    form = lay_out_form(kind, project(), 7)
    _, table = opened(form).tables
    rows = table._tbl.tr_lst
    heads = [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows]
    count = form.header[1] - form.header[0]
    assert heads == [True] * count + [False] * (len(rows) - count)
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_has_one_paragraph(kind: str) -> None:
    document = opened(*[lay_out_form(kind, project(), 7)] * 2)
    for table in document.tables:
        assert all(len(cell.p_lst) == 1 for row in table._tbl.tr_lst for cell in row.tc_lst)
    blank = [paragraph for paragraph in document.paragraphs if not paragraph.text]
    assert len(blank) == len(document.tables), "a paragraph of one point below each table, and no other"


def test_paper_and_typeface() -> None:
    document = opened(lay_out_form("targets", project(), 7))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia")} == {"宋体"}


@pytest.mark.parametrize("text", ["=1+1", "a\nb\tc", " blank at both ends ", "<w:p/>&amp;", "]]>", "_x0041_"])
def test_text_comes_back(text: str) -> None:
    (table,) = opened(form_of(FormCell(Area(0, 0, 1, 3), Shown(text)))).tables
    assert table.cell(0, 0).text == text


@given(st.text(max_size=50))
@settings(max_examples=25, deadline=None)
def test_any_text_can_be_written(text: str) -> None:
    written(form_of(FormCell(Area(0, 0, 1, 3), Shown(text)), name=text))


def test_the_same_forms_give_the_same_bytes() -> None:
    form = lay_out_form("monitoring", project(), 7)
    assert written(form) == written(form)


def test_without_the_library_there_is_a_complaint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    diagnostics = Diagnostics()
    assert write_docx([], diagnostics) is None
    assert [d.code for d in diagnostics] == ["P1043"]


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_progress_is_told_of_every_form(ending: str) -> None:
    heard: list[tuple[int, int]] = []
    forms = [lay_out_form("targets", project(), 7)] * 3
    WRITERS.get(ending)(forms, Diagnostics(), lambda done, of: heard.append((done, of)))
    assert heard == [(0, 3), (1, 3), (2, 3)]


def test_advice_stands_below_the_table() -> None:
    form = form_of(FormCell(Area(0, 0), Shown("甲")))._replace(advice="连同单位填写")
    assert [each.text for each in opened(form).paragraphs if each.text] == ["连同单位填写"]
    assert opened(form).element.body[-2].tag == qn("w:p")
