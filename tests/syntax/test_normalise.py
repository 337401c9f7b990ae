"""Look-alikes of the input method: one character for one, never more."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.syntax.normalise import TWINS, normalise


@given(st.text())
def test_the_length_never_changes(text):
    assert len(normalise(text)) == len(text)
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("２３％", "23%"), ("：，；（）＜＞＝／", ":,;()<>=/"), ("≧⩾≦⩽", "≥≥≤≤"), ("“a”„", '"a""'), ("‘’、㎡²①", "‘’、㎡²①"),
     ("–—−─", "----"), ("～〜∼", "~~~"), ("\u3000\u00a0\ufeff\u200b\u00ad\u200f", " " * 6), ("ＡＢ", "AB"), ("═", "="),
     ("中文", "中文"), ("plain", "plain")],
)  # fmt: skip
def test_twins(text, plain):
    assert normalise(text) == plain


def test_every_twin_is_one_character():
    assert all(len(twin) == 1 for twin in TWINS.values())


def test_lone_surrogates_and_nulls_pass():
    assert normalise("\ud800\x00１") == "\ud800\x001"
