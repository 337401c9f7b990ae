"""Lines that texts take in cells."""

from __future__ import annotations

import pytest

from perfdsl.forms.measure_text import count_lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 60, 1),
        ("产出指标", 46, 1),
        ("满意度指标", 46, 2),
        ("一二三四五六七八九十", 56, 2),
        ("一二三四五六", 36, 2),
        ("一二三。", 36, 2),
        ("一\n二\n三", 100, 3),
        ("unbreakable word", 76, 2),
        ("x" * 100, 106, 6),
        ("字", 1, 1),
        ("字字字", 1, 3),
    ],
)
def test_lines_are_counted(text: str, width: int, lines: int) -> None:
    assert count_lines(text, width) == lines


def test_time_is_linear() -> None:
    assert count_lines("字" * 200_000, 106) == 20_000
