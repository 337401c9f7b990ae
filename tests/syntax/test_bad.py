"""Each mistake gives one complaint, on its own line; the expected code stands there as a comment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.source import Source, TextPlace
from perfdsl.syntax.parse import parse

BAD = sorted((Path(__file__).parent / "bad").glob("*.perf"))
EXPECTED = re.compile(r"# *!(P\d{4})")
LONGEST_SENTENCE = 160


def complaints(text: str) -> list[Diagnostic]:
    diagnostics = Diagnostics()
    parse(Source("bad.perf", text), diagnostics)
    return list(diagnostics)


def place(diagnostic: Diagnostic) -> TextPlace:
    found = diagnostic.labels[0].place
    assert isinstance(found, TextPlace)
    return found


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_mistake_is_told_once(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = [(n, code) for n, line in enumerate(text.split("\n"), 1) for code in EXPECTED.findall(line)]
    assert [(place(d).position.line, d.code) for d in complaints(text)] == expected


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_complaint_helps(path: Path) -> None:
    for diagnostic in complaints(path.read_text(encoding="utf-8")):
        assert diagnostic.hints, diagnostic.message.zh
        assert place(diagnostic).text.strip(), diagnostic.message.zh
        sentences = [diagnostic.message, *diagnostic.hints, *(label.text for label in diagnostic.labels)]
        for zh, en in sentences:
            assert zh != en
            assert en
            assert len(zh) <= LONGEST_SENTENCE
            assert len(en) <= LONGEST_SENTENCE * 2
            assert re.search("[一-鿿]", zh), zh


def test_what_is_sound_is_kept() -> None:
    text = (
        '项目 甲\n  产出：\n    次数 12次\n    人数 >= 5人\n      权重\n      说明 "好"\n'
        '    (坏\n      说明 "坏的说明"\n项目 乙\n  年度 2022\n'
    )
    diagnostics = Diagnostics()
    first, second = parse(Source("x", text), diagnostics).items
    assert [d.code for d in diagnostics] == ["P0304", "P0101", "P0111"]
    group = first.parts[0]
    assert [(i.name, i.target is None, len(i.clauses)) for i in group.indicators] == [
        ("次数", True, 0),
        ("人数", False, 1),
    ]
    assert second.name == "乙"


@pytest.mark.parametrize("first", ["项目", "项目 2022培训", "项日 乙", "project 3x", '项目 "', "projcet b"])
def test_a_broken_first_line_keeps_its_parts_to_itself(first: str) -> None:
    text = f"项目 甲\n  年度 2022\n{first}\n  年度 2023\n  产出：\n    次数 12次\n"
    diagnostics = Diagnostics()
    module = parse(Source("x", text), diagnostics)
    assert [item.name for item in module.items] == ["甲"]
    assert [part.year for part in module.items[0].parts] == [2022]
    assert [place(d).position.line for d in diagnostics] == [3, 6]


def test_a_comma_too_many_does_not_swallow_the_next_block() -> None:
    text = "项目 甲\n  支出计划 3月底 1万元，\n项目 乙\n  等级 优 >= 90；\n  年度 2022\n"
    diagnostics = Diagnostics()
    module = parse(Source("x", text), diagnostics)
    assert [item.name for item in module.items] == ["甲", "乙"]
    assert [place(d).position.line for d in diagnostics] == [2, 4]


def test_too_many_unreadable_lines_end_the_reading() -> None:
    found = complaints("项目 甲\n" + ")\n" * 500)
    assert [d.code for d in found].count("P0111") == 100
    assert found[-1].code == "P0115"


def test_nothing_is_said_about_the_name_in_a_length_that_fills_the_screen() -> None:
    for text in (
        "项目 甲\n产出：\n" + "名" * 100_000 + " 12次",
        "项目 " + "名 " * 100_000,
        "说明 " + "名" * 100_000,
    ):
        for diagnostic in complaints(text):
            assert all(len(text.zh) < 400 for text in (diagnostic.message, *diagnostic.hints))
