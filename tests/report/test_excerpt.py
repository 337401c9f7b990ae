from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostic, Label, Language, Text
from perfdsl.report.excerpt import NARROWEST, render, render_diagnostics
from perfdsl.report.options import Options
from perfdsl.source import CellPlace, Source
from tests.report import hostile, invented
from tests.report.conftest import Golden


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_severity(language: Language, golden: Golden) -> None:
    golden(f"diagnostics.{language}.txt", render(invented.diagnostics(), Options(language, omitted=2)))


def test_the_carets_stand_under_what_is_meant() -> None:
    assert render_diagnostics([invented.units_differ()], language="zh") == (
        "错误[P0302]: 7人 不能与 7次 比较：单位不同\n"
        " ┌─ specs/meetings.perf:3:13\n"
        "3│     召开县会议次数 >= 7次\n"
        " │                       ^^^ 目标以“次”计\n"
        " ┌─ actuals.csv:3, 实际完成值\n"
        "3│ 人大会议经费,召开县会议次数,7人,2022-12-31\n"
        " │                             ^^^ 实绩以“人”计\n"
        " = 建议: 改为 7次；`perfdsl explain P0302`\n"
        "\n"
        "1 个错误\n"
    )


def test_labels_of_one_line_share_it() -> None:
    source = Source("a.perf", "甲 = 1人 + 2次\n乙")
    labels = (
        Label(source.place((4, 6)), Text("人", "人")),
        Label(source.place((9, 11)), Text("", "")),
        Label(source.place((12, 13)), Text("乙", "乙")),
    )
    text = render_diagnostics([Diagnostic("P0302", Text("x", "x"), labels)], language="en")
    assert text.split("\n")[1:8] == [
        " ┌─ a.perf:1:5",
        "1│ 甲 = 1人 + 2次",
        " │      ^^^ 人",
        " │            ^^^",
        "2│ 乙",
        " │ ^^ 乙",
        " = help: `perfdsl explain P0302`",
    ]


def test_long_texts_wrap() -> None:
    source = Source("a/" * 40 + "x.perf", "指标 " * 200)
    long = Text("说明" * 60, "a few words " * 20)
    found = Diagnostic("P0302", long, (Label(source.place((300, 302)), long),), (long, long))
    for language in ("zh", "en"):
        text = render_diagnostics([found], language=language, width=60)
        assert hostile.widest(text) <= 60
        assert "\n │  " in text
        assert text.count("建议: " if language == "zh" else "help: ") == 2


def test_a_cell_out_of_sight_is_named_only() -> None:
    place = CellPlace("a.csv", 12, "实绩", 9, "none", "a,b")
    text = render_diagnostics(
        [Diagnostic("P0302", Text("x", "x"), (Label(place, Text("此", "it")),))], language="en"
    )
    assert "  ┌─ a.csv:12, 实绩\n12│ a,b\n  │ it\n" in text


@pytest.mark.parametrize(
    ("codes", "omitted", "zh", "en"),
    [
        (["P0302"] * 3 + ["P9901"], 0, "3 个错误，1 个警告", "3 errors, 1 warning"),
        (["P9902"], 4, "1 条提示，还有 4 条未列出", "1 note, 4 more not listed"),
        ([], 4, "还有 4 条未列出", "4 more not listed"),
    ],
)
def test_the_last_line_counts(codes: list[str], omitted: int, zh: str, en: str) -> None:
    found = [Diagnostic(code, Text("x", "x")) for code in codes]
    assert render_diagnostics(found, language="zh", omitted=omitted).split("\n")[-2:] == [zh, ""]
    assert render_diagnostics(found, language="en", omitted=omitted).split("\n")[-2:] == [en, ""]


def test_a_file_as_a_whole_has_no_line_to_show() -> None:
    place = CellPlace("a.xlsx", 1, "", 1, "", "")
    found = Diagnostic("P9902", Text("读不了", "cannot be read"), (Label(place, Text("没有读", "not read")),))
    shown = render_diagnostics([found], language="zh").splitlines()
    assert shown[1:3] == [" ┌─ a.xlsx", " │ 没有读"]


def test_nothing_found_says_nothing() -> None:
    assert render_diagnostics([], language="zh") == ""


def test_colours_only_add_escapes() -> None:
    plain = render_diagnostics(invented.diagnostics(), language="zh")
    painted = render_diagnostics(invented.diagnostics(), language="zh", colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31m错误[P0302]\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m *", "", painted).replace(" ", "") == plain.replace(" ", "")


def test_many_complaints_about_one_huge_line_take_little_time() -> None:
    source = Source("big.perf", "指标 >= 7人 \x1b[31m" * 800_000)
    found = [
        Diagnostic(
            "P0302", Text("x", "x"), (Label(source.place((at * 1000, at * 1000 + 3)), Text("此", "it")),)
        )
        for at in range(1000)
    ]
    begun = time.process_time()
    text = render_diagnostics(found, language="zh")
    assert time.process_time() - begun < 10
    assert len(text) < 500_000


@given(st.lists(hostile.diagnostics, max_size=3), st.integers(1, 130), st.sampled_from(["zh", "en"]))
def test_any_text_is_shown_within_the_width(found: list[Diagnostic], width: int, language: Language) -> None:
    text = render_diagnostics(found, language=language, width=width, omitted=1)
    assert hostile.obeyed(text) == set()
    assert hostile.widest(text) <= max(width, NARROWEST)
    text.encode()
