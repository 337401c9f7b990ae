"""CSV and plain text."""

from __future__ import annotations

import pytest

from perfdsl.documents.document import InTable, Line, OnLines, Prose
from tests.documents.readers.reading import blocks, grids, read, shape


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("encoding", "codes"), [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("gb18030", ["P0605"])]
)
def test_csv(delimiter: str, encoding: str, codes: list[str]) -> None:
    text = f'题\n\n一级指标{delimiter}指标值{delimiter}{delimiter}\n"多\n行"{delimiter}≥12次\n'
    document, found = read("a.csv", text.encode(encoding))
    assert found == codes
    assert shape(grids(document)[0]) == [
        (0, 0, 1, 1, "题"), (0, 1, 1, 1, ""), (1, 0, 1, 1, "一级指标"), (1, 1, 1, 1, "指标值"),
        (2, 0, 1, 1, "多\n行"), (2, 1, 1, 1, "≥12次"),
    ]  # fmt: skip
    assert grids(document)[0].cells[4].spots == (InTable(1, 4, 1),)


def test_csv_with_a_broken_row() -> None:
    document, codes = read("a.csv", '甲,乙\n"丙"x,1\n丁,2\n'.encode())
    assert codes == ["P0607"]
    assert [cell[4] for cell in shape(grids(document)[0])] == ["甲", "乙", "丁", "2"]


def test_text_line_by_line() -> None:
    document, codes = read("a.txt", "甲\r\n\r\n 乙\r丙\n".encode())
    assert codes == []
    assert document.stream == tuple(
        Line(text, OnLines(at, at)) for at, text in enumerate(("甲", "", " 乙", "丙"), 1)
    )
    assert document.blocks == tuple(Prose(line.text, (line.spot,)) for line in document.stream if line.text)


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
@pytest.mark.parametrize("data", [b"", b"\n \n", b"\0" * 9])
def test_nothing(name: str, data: bytes) -> None:
    assert read(name, data) == (None, ["P1010"])


def test_nul_characters_show() -> None:
    assert blocks(read("a.txt", b"a\0b")[0]) == ["a\ufffdb"]


def test_a_cell_that_is_too_long_is_cut() -> None:
    document, codes = read("a.txt", b"x" * 50_000)
    assert codes == ["P1013"]
    assert len(document.blocks[0].text) == len(document.stream[0].text) == 40_000
