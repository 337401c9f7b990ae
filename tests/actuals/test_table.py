from __future__ import annotations

import pytest

from perfdsl.actuals.table import Row, Table, on_one_line, whole_file

TABLE = Table(
    "a.csv", "表", Row(1, (" 项目 ", "指标"), ""), (Row(2, ("甲", " 次\n数 ", "x"), "甲,次", ("text",)),)
)


def test_a_cell_knows_its_place() -> None:
    cell = TABLE.cell(TABLE.rows[0], 1)
    assert cell.text == " 次\n数 "
    place = cell.place
    assert (place.file, place.sheet, place.row, place.column, place.column_number) == (
        "a.csv",
        "表",
        2,
        "指标",
        2,
    )
    assert (place.text, place.line) == ("次⏎数", "甲,次")


@pytest.mark.parametrize("column", [-1, 3, 9])
def test_a_cell_beyond_its_row_is_blank(column: int) -> None:
    cell = TABLE.cell(TABLE.rows[0], column)
    assert (cell.text, cell.kind, cell.place.column) == ("", "text", "")
    assert TABLE.rows[0].text(column) == ""


@pytest.mark.parametrize(("texts", "blank"), [((), True), ((" ", "\u3000"), True), (("", "x"), False)])
def test_blank_rows(texts: tuple[str, ...], blank: bool) -> None:
    assert Row(1, texts, "").is_blank is blank


def test_line_breaks_are_shown() -> None:
    assert on_one_line("a\r\nb\nc\rd") == "a⏎b⏎c⏎d"
    assert on_one_line("ab") == "ab"


def test_a_whole_file_has_a_place() -> None:
    assert whole_file("a.xlsx", "表").position == (1, 1)


@pytest.mark.parametrize(
    ("text", "read"), [("'=甲", "=甲"), ("'-5", "-5"), ("'甲'", "'甲'"), ("'", "'"), ("＝甲", "＝甲")]
)
def test_the_mark_that_keeps_a_text_from_being_run_is_no_part_of_it(text: str, read: str) -> None:
    assert Row(1, (text,), text).text(0) == read
