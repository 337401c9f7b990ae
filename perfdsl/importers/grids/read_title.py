"""Reads a form's title: its number, its words, its year, and what kind of form it says it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast

from perfdsl.documents.document import Prose
from perfdsl.importers.draft import Field, FormKind, HeadName
from perfdsl.importers.grids.doubt_flags import doubt_flags
from perfdsl.importers.grids.form_rows import Piece, Taken
from perfdsl.importers.grids.read_lines import year_in
from perfdsl.importers.labels import meanings, words
from perfdsl.importers.tidy_text import key_of, tidy

_SEQ = re.compile(r"^\s*(?P<seq>[0-9]{1,4})\s*[.、．]\s*(?![0-9])")
_BRACKETS = re.compile(r"[(（\[【][^()（）]{0,24}[)）\]】]")
_YEAR = re.compile(r"20[0-9]{2}年?度?")


def read_title(pieces: Sequence[Piece], taken: Taken) -> dict[HeadName, Field]:
    """Read the last of a form's title lines: ``1.代表之家运行经费绩效目标表``."""
    found: dict[HeadName, Field] = {}
    for piece in pieces:
        if isinstance(piece, Prose):
            text, spots, flags = piece.text, piece.spots, piece.flags
        else:
            cell = piece.filled[0]
            taken.take(cell)
            text, spots, flags = cell.text, cell.spots, cell.flags
        number = _SEQ.match(text)
        words_of_it = text[number.end() :] if number else text
        found["title"] = doubt_flags(Field(words_of_it, tidy(words_of_it), spots), flags)
        if number:
            found["seq"] = Field(number["seq"], int(number["seq"]), spots)
        year = year_in(text)
        if year is not None:
            found["year"] = Field(text, year, spots)
    return found


def kind_in_title(title: Field | None) -> FormKind | None:
    """Tell the kind of a form from its title; None where it says only 绩效目标表 or nothing."""
    said = key_of(title.raw[:200]) if title is not None else ""
    for word, kind in meanings("title_kinds").items():
        if word in said:
            return cast("FormKind", kind)
    return None


def name_in_title(title: str) -> str:
    """Take kind, year and brackets off a title: what is left may be the project's name."""
    rest = _YEAR.sub("", _BRACKETS.sub("", tidy(title)))
    for word in sorted(words("title_words"), key=len, reverse=True):
        if rest.endswith(word):
            rest = rest.removesuffix(word)
            break
    return rest


def is_generic(rest: str) -> bool:
    """Whether what is left of a title names no project: 项目支出, 部门预算项目."""
    generic: Mapping[str, None] = dict.fromkeys(sorted(words("title_generic"), key=len, reverse=True))
    for word in generic:
        rest = rest.replace(word, "")
    return len(rest) <= 1
