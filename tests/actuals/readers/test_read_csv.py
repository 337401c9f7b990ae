from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.actuals.readers import READERS, bound_row, read_csv
from perfdsl.actuals.table import Table
from perfdsl.diagnostic import Diagnostics
from tests.actuals.say import codes, places

HEAD = "项目,指标,实际完成值\n"


def read(data: bytes | str) -> tuple[list[Table], Diagnostics]:
    diagnostics = Diagnostics()
    return READERS.get(".csv")(
        "a.csv", data.encode() if isinstance(data, str) else data, diagnostics
    ), diagnostics


def texts(tables: list[Table]) -> list[tuple[str, ...]]:
    return [row.texts for row in tables[0].rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_with_or_without_a_mark(encoding: str) -> None:
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    tables, found = read(marks.get(encoding, b"") + f"{HEAD}运行经费,次数,11次\n".encode(encoding))
    assert texts(tables) == [("运行经费", "次数", "11次")]
    assert codes(found) == []


def test_gb18030_is_read_and_noted() -> None:
    tables, found = read(f"{HEAD}运行经费,次数,11次\n".encode("gb18030"))
    assert texts(tables) == [("运行经费", "次数", "11次")]
    assert codes(found) == ["P0605"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe\x00\xd8", "P0601"),
        (b"a,b\n\xff\xff\xff", "P0601"),
        (b"PK\x03\x04rest", "P0601"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "P0601"),
        (b"", "P0619"),
        (b"\n , \n", "P0619"),
    ],
)
def test_what_is_no_table(data: bytes, code: str) -> None:
    tables, found = read(data)
    assert tables == []
    assert codes(found) == [code]


def test_nul_characters_are_told_and_the_rest_is_read() -> None:
    tables, found = read(HEAD + "甲\0,次数,1次\n乙,次数,2次\n")
    assert places(found) == ["P0606 2:"]
    assert texts(tables) == [("甲\ufffd", "次数", "1次"), ("乙", "次数", "2次")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_comes_from_the_header(delimiter: str) -> None:
    row = f'甲{delimiter}"a,b;c\td"{delimiter}1'
    tables, _ = read(HEAD.replace(",", delimiter) + row)
    assert texts(tables) == [("甲", "a,b;c\td", "1")]


def test_a_delimiter_for_unknown_headings() -> None:
    tables, _ = read("a;b;c\n1,5;2;3\n")
    assert texts(tables) == [("1,5", "2", "3")]


def test_titles_above_the_header_are_passed_over() -> None:
    tables, _ = read(f"# 虚构的数据\n2022年度实绩,,\n\n{HEAD}甲,次数,1次\n")
    assert tables[0].header.texts == ("项目", "指标", "实际完成值")
    assert tables[0].header.number == 4
    assert tables[0].rows[0].number == 5


def test_a_quoted_line_break_keeps_its_row_and_line() -> None:
    tables, found = read(HEAD + '甲,"次\n数",1次\n乙,次数,2次\n')
    first, second = tables[0].rows
    assert (first.number, first.line, first.texts[1]) == (2, '甲,"次⏎数",1次', "次\n数")
    assert tables[0].cell(first, 1).place.text == "次⏎数"
    assert (second.number, second.line) == (4, "乙,次数,2次")
    assert codes(found) == []


def test_rows_whose_quotes_do_not_pair_are_told_and_the_rest_is_read() -> None:
    tables, found = read(HEAD + '甲,"次数"x,1次\n乙,次数,2次\n丙,"次数,3次\n丁,次数,4次\n')
    assert places(found) == ["P0607 2:", "P0607 4:"]
    assert [row[0] for row in texts(tables)] == ["乙", "丁"]


def test_reading_stops_at_too_many_broken_rows() -> None:
    tables, found = read(HEAD + '甲,"次数"x,1次\n' * 30)
    assert codes(found) == ["P0607"] * 21
    assert tables[0].rows == ()


def test_line_ends_of_every_kind() -> None:
    tables, _ = read("项目,指标,实际完成值\r\n甲,次数,1次\r乙,次数,2次\n")
    assert [row.line for row in tables[0].rows] == ["甲,次数,1次", "乙,次数,2次"]


def test_bounds_of_cells_and_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "长" * 10_001
    _, found = read(f"{HEAD}甲,{long},1\n")
    assert places(found) == ["P0604 2:"]
    tables, found = read(HEAD + ",".join("x" * 300) + "\n")
    assert places(found) == ["P0604 2:"]
    assert len(tables[0].rows[0].texts) == bound_row.MOST_COLUMNS
    monkeypatch.setattr(read_csv, "MOST_ROWS", 3)
    tables, found = read(HEAD + "甲,次数,1次\n" * 5)
    assert len(tables[0].rows) == 2
    assert codes(found) == ["P0604"]


def test_a_file_beyond_the_bound_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.actuals.readers.decode_text.MOST_BYTES", 10)
    tables, found = read(HEAD + "甲,次数,1次\n")
    assert (tables, codes(found)) == ([], ["P0604"])


@given(st.binary(max_size=300))
def test_any_bytes_give_tables_or_complaints(data: bytes) -> None:
    tables, found = read(data)
    assert tables or codes(found)


@given(st.text(alphabet=list('项目指标,"\n\r;\t\0a1%\ufeff'), max_size=200))
def test_any_text_gives_tables_or_complaints(text: str) -> None:
    tables, found = read(HEAD + text)
    assert all(row.number > 1 for table in tables for row in table.rows)
    assert tables or codes(found)


@given(st.lists(st.tuples(*[st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))] * 3)))
def test_what_was_written_is_read(rows: list[tuple[str, str, str]]) -> None:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out).writerows([("项目", "指标", "实际完成值"), *rows])
    tables, found = read(out.getvalue())
    assert codes(found) == []
    assert texts(tables) == [row for row in rows if any(cell.strip() for cell in row)]
