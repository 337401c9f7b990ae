"""In which language, in which order, and with what exit code complaints are told."""

from __future__ import annotations

import pytest

from perfdsl.cli.speak import choose_language, exit_code, in_order, terminal_width
from perfdsl.diagnostic import Diagnostic, Diagnostics, Label, Text
from perfdsl.source import CellPlace, Source

SOURCE = Source("a.perf", "项目 甲\n" * 10)
CELL = CellPlace("a.csv", 2, "实绩", 3, "12人", "甲,乙,12人")
T = Text("", "")


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["项目 甲\n"], "zh"),
        (['project "甲"\n'], "en"),
        (["# 中文注释\nuse 国家自评2020\nproject a\n"], "en"),
        (["# english comment\n采用 okr\n"], "zh"),
        (["\ufeff　项目 甲"], "zh"),
        (["", "USE okr"], "en"),
        (["nothing", "项目 甲"], "zh"),
        (["user story\n项目 甲"], "zh"),
    ],
)
def test_the_language_of_the_files(texts: list[str], language: str) -> None:
    sources = [Source("a", text) for text in texts]
    assert choose_language("", sources) == language
    assert choose_language("zh", sources) == "zh"
    assert choose_language("en", sources) == "en"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
    ],
)
def test_the_language_where_no_file_says_it(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert choose_language("", []) == language


def diagnostic(code: str, *places: object) -> Diagnostic:
    return Diagnostic(code, T, tuple(Label(place, T) for place in places))


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ([diagnostic("P0712", SOURCE.place((0, 2)))], 3),
        ([diagnostic("P0712", SOURCE.place((0, 2))), diagnostic("P0418", SOURCE.place((0, 2)))], 2),
        ([], 0),
        ([diagnostic("P0807")], 0),
        ([diagnostic("P0505"), diagnostic("P0618")], 0),
        ([diagnostic("P0501", SOURCE.place((0, 1)))], 2),
        ([diagnostic("P0801")], 3),
        ([diagnostic("P0620", CELL)], 3),
        ([diagnostic("P0302", SOURCE.place((0, 1)), CELL)], 3),
        ([diagnostic("P0302", SOURCE.place((0, 1)), SOURCE.place((2, 3)))], 2),
        ([diagnostic("P0801"), diagnostic("P0501")], 2),
        ([diagnostic("P0803")], 2),
        ([diagnostic("P0806")], 2),
    ],
)
def test_exit_codes(found: list[Diagnostic], code: int) -> None:
    assert exit_code(found) == code


def test_order() -> None:
    other = Source("b.perf", SOURCE.text)
    in_text = [
        diagnostic("P0101", source.place((at, at + 1))) for source in (SOURCE, other) for at in (0, 5, 20)
    ]
    rest = [
        diagnostic("P0801"),
        diagnostic("P0302", CELL),
        diagnostic("P0202", Source("c", "xx").place((0, 1))),
    ]
    found = Diagnostics()
    for each in [*rest, *reversed(in_text)]:
        found.add(each)
    found.omitted = 3
    arranged = in_order(found, [SOURCE, other])
    assert [*arranged] == [*in_text, *rest]
    assert arranged.omitted == 3


@pytest.mark.parametrize(("columns", "width"), [("10", 40), ("80", 80), ("999", 200)])
def test_width(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width
