"""The formatter keeps meaning, comments and blank lines, and changes nothing the second time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.find_comments import find_comments
from perfdsl.syntax.layout import format_source, write_module
from perfdsl.syntax.parse import parse, readable
from tests.syntax.hands import typed
from tests.syntax.meaning import meaning
from tests.syntax.trees import MODULES

SHEETS = sorted((Path(__file__).parents[2] / "specs").rglob("*.perf"))


def read(text: str) -> ast.Module:
    diagnostics = Diagnostics()
    module = parse(Source("x.perf", text), diagnostics)
    assert [f"{d.code} {d.message.zh} {d.labels[0].place}" for d in diagnostics] == [], text
    return module


def lay_out(text: str, language: str | None = None) -> str:
    diagnostics = Diagnostics()
    laid_out = format_source(Source("x.perf", text), diagnostics, language=language)
    assert laid_out is not None, [d.message.zh for d in diagnostics]
    return laid_out


def comments(text: str) -> Counter[str]:
    return Counter(
        comment.text for comment in find_comments(text, readable(Source("x", text), Diagnostics()))
    )


@given(MODULES, st.sampled_from(["zh", "en"]))
def test_a_written_tree_reads_as_itself(module: ast.Module, language: str) -> None:
    written = write_module(module, language=language)
    assert meaning(read(written), translated=True) == meaning(module, translated=True)
    assert lay_out(written, language) == lay_out(lay_out(written, language), language)


@given(MODULES, st.sampled_from(["zh", "en"]), st.randoms(use_true_random=False))
def test_any_hand_is_laid_out_alike(module: ast.Module, language: str, random: Random) -> None:
    text = typed(write_module(module, language=language), random)
    before = read(text)
    assert meaning(before, translated=True) == meaning(module, translated=True)
    once = lay_out(text)
    assert meaning(read(once), translated=True) == meaning(before, translated=True)
    assert comments(once) == comments(text)
    assert lay_out(once) == once
    assert "\n\n\n" not in once or '"""' in once


@given(MODULES, st.randoms(use_true_random=False))
def test_translation_comes_back(module: ast.Module, random: Random) -> None:
    text = typed(write_module(module, language="zh"), random)
    chinese = lay_out(text, "zh")
    assert lay_out(lay_out(chinese, "en"), "zh") == chinese


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_sheets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for language in ("zh", "en", None):
        once = lay_out(text, language)
        assert lay_out(once, language) == once
        assert meaning(read(once), translated=True) == meaning(read(text), translated=True)
        assert comments(once) == comments(text)
