"""Pages that were cut off are told; pages that leave out what need not be written are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.documents.readers.bounds import MOST_CELLS, MOST_ROWS_OF_TEXT
from perfdsl.documents.readers.tell_cut_page import tell_cut_page
from tests.documents.readers.reading import grids, messages, read

WHOLE = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"<html><body>{WHOLE}",
        f"<html><body>{WHOLE}</body></html>",
        "<p>一<p>二<table><tr><td>甲<td>乙<tr><td>丙</TABLE>",
        "<HTML><p>一<TABLE><tr><td>甲<table><tr><td>里</table></table>",
        f"<!-- <table> -->{WHOLE}",
        f"<script>document.write('<table>')</script>{WHOLE}",
        "<table><tr><td>甲</td></tr></body></html>",
        f"{WHOLE}<tablet>",
        "3 < 5",
        "",
    ],
)
def test_whole_pages(text: str) -> None:
    assert tell_cut_page(text) == ""


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (WHOLE + "<p>后<TABLE ><tr><td>戊", "table"),
        (WHOLE.removesuffix("</table>"), "table"),
        ("<table><tr><td><table><tr><td>里</table>", "table"),
        (WHOLE + "<p><spa", "page"),
        (WHOLE.removesuffix(">"), "page"),
    ],
)
def test_cut_pages(text: str, where: str) -> None:
    assert tell_cut_page(text) == where


@given(st.integers(2, len(WHOLE) - 1))
def test_a_table_cut_anywhere_is_told(at: int) -> None:
    assert tell_cut_page(WHOLE[:at]) != ""


def test_the_last_row_is_flagged() -> None:
    document, codes = read("a.html", f"前{WHOLE.partition('丁')[0]}".encode())
    assert codes == ["P1017"]
    assert [(cell.text, set(cell.flags)) for cell in grids(document)[0].cells] == [
        ("甲", set()), ("乙", set()), ("丙", {"cut_off"}), ("", {"cut_off"}),
    ]  # fmt: skip


def test_a_page_cut_between_tables_is_told_and_no_row_is_accused() -> None:
    document, codes = read("a.html", f"{WHOLE}<p>后<di".encode())
    assert codes == ["P1017"]
    assert not any(cell.flags for cell in grids(document)[0].cells)


def test_a_page_cut_before_its_first_row_does_not_fail() -> None:
    assert read("a.html", "<p>一</p><table>".encode())[1] == ["P1017"]


def test_many_cells_are_refused_before_a_tree_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: object, **__: object) -> None:
        raise AssertionError("a tree was made")

    etree = pytest.importorskip("lxml.etree")
    monkeypatch.setattr(etree, "fromstring", parse)
    page = "<table>" + "<tr><td>1<TD>2" * (MOST_CELLS // 2 + 1) + "</table>"
    assert messages("a.html", page.encode()) == ["there are too many cells or paragraphs"]


def test_rows_of_a_text_are_bounded() -> None:
    assert read("a.csv", b"a,b\n" * MOST_ROWS_OF_TEXT)[0] is not None
    assert read("a.csv", b"a,b\n" * (MOST_ROWS_OF_TEXT + 1)) == (None, ["P1013"])
