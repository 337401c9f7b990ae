from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from perfdsl.report.cells import LONGEST, cells, cut, one_line, pad, visible, visible_pieces, wrap
from tests.report.hostile import obeyed, texts, widest


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("人大会议", 8),
        ("≤ 5万元", 7),
        ("ﾊﾝ", 2),
        ("％", 2),
        ("e\u0301", 1),
        ("한국", 4),
        ("│", 1),
    ],
)
def test_width_of_a_text(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text(st.sampled_from("人大会议，。“”（）ａ％≥≤×·abc 1,2.3%元〔2020〕号①—…")))
def test_the_measure_agrees_with_another_on_what_sheets_hold(text: str) -> None:
    assert cells(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("12\u202e次", r"12\u202e次"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("\uffff\ufdd0", r"\uffff\ufdd0"),
        ("\x00\x7f\x9b", r"\x00\x7f\x9b"),
        ("各项\u3000目标\xa0", "各项\u3000目标\xa0"),
        ("\U00030000\U0001fae8", "\U00030000\U0001fae8"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_what_a_terminal_would_obey_is_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_heap_of_marks_is_spelt_out() -> None:
    assert visible_pieces("e" + "\u0301" * 6) == ["e", *["\u0301"] * 4, r"\u0301", r"\u0301"]


def test_one_line_joins_lines_and_leaves_out_what_is_too_long() -> None:
    assert one_line(" a\n\tb \x1c c ") == "a b c"
    assert one_line("x" * (LONGEST + 5)) == "x" * LONGEST + "…"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("人大会议", 8, "人大会议"),
        ("人大会议", 7, "人大会…"),
        ("人大会议", 6, "人大…"),
        ("abcd", 3, "ab…"),
        ("人", 1, "…"),
    ],
)
def test_cutting(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


def test_padding_counts_cells() -> None:
    assert pad("人大", 6) + "|" == "人大  |"
    assert pad("9.60", 6, right=True) == "  9.60"
    assert pad("人大会议", 3) == "人大会议"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("群众满意度", 6, ["群众满", "意度"]),
        ("达标，得满分", 4, ["达", "标，", "得满", "分"]),
        ("甲（乙）丙", 6, ["甲", "（乙）", "丙"]),
        ("said and done", 8, ["said and", "done"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("长度（（（（（", 4, ["长度", "（（", "（（", "（"]),
        ("", 5, [""]),
        ("a  b", 1, ["a", "b"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert [line for line in wrap(text, width) if line or not text] == lines


@given(texts, st.integers(2, 30))
def test_whatever_is_written_stays_within_the_width(text: str, width: int) -> None:
    shown = one_line(text)
    lines = wrap(shown, width)
    assert obeyed(visible(text)) == set()
    assert cells(cut(shown, width)) <= width
    assert widest("\n".join(lines)) <= width
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
