"""Possessive repeats of choices end in a choice of nothing: Python 3.11.2 (Debian 12) needs it."""

from __future__ import annotations

import re

from perfdsl.scheme.judge_direction import _BAD_NAME
from perfdsl.syntax.find_statements import _statement
from perfdsl.syntax.grammar import keyword_terminals

CHOICES = re.compile(r"\|[^()]*\)[*+?]\+")


def test_possessive_choices_end_in_nothing() -> None:
    patterns = [*keyword_terminals(), _statement().pattern, _BAD_NAME.pattern]
    found = [match.group() for pattern in patterns for match in CHOICES.finditer(pattern)]
    assert found == []


def test_arrow_after_a_word_makes_a_case() -> None:
    guarded = r"(?!(?:[^\n>-]++|-(?!>)|(?!))*+->)x"
    assert re.match(guarded, "x   -> 1") is None
    assert re.match(guarded, "x   - 1")
