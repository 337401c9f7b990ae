"""Cuts a document's lines into forms: at titles, and where the head of another project begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from perfdsl.documents.document import Prose
from perfdsl.importers.grids.form_rows import Piece, Row
from perfdsl.importers.grids.match_header import header_at
from perfdsl.importers.grids.read_lines import read_line
from perfdsl.importers.labels import head_name, is_label, words
from perfdsl.importers.tidy_text import key_of

_MOST_CHARACTERS = 80
_TAIL = re.compile(r"(?:[(\[【〔].{0,24}[)\]】〕]|20[0-9]{2}年?度?|(?:含)?续表?)$")
_SEQ = re.compile(r"^[0-9]{1,4}[.、]")
_CONTINUED = re.compile(r"[(\[【〔]?续上?[表页]?[0-9一二三四五六七八九十]{0,2}[)\]】〕]?$")
_MOST_AHEAD = 60
_OPENING = frozenset({"money_unit", "unit_code"})


class FormPieces(NamedTuple):
    """The lines of one form; ``titles``: how many of them, at the start, are its title."""

    pieces: tuple[Piece, ...]
    titles: int = 0


def is_title(text: str) -> bool:
    """Whether a line is the title of a form: short, and ending in 绩效目标表, 自评表 or the like."""
    return len(text) <= _MOST_CHARACTERS and _is_title(text)


@lru_cache(maxsize=4096)
def _is_title(text: str) -> bool:
    key = key_of(text)
    for _ in range(3):
        key = _TAIL.sub("", key).rstrip(":")
    return any(key.endswith(word) for word in words("title_words"))


def title_key(text: str) -> str:
    """Fold a title: without its number, and without 续 at its end."""
    return _CONTINUED.sub("", _SEQ.sub("", key_of(text)))


def cut_forms(pieces: Sequence[Piece]) -> tuple[FormPieces, ...]:
    """Give the forms in their order; what stands before the first is one without a title."""
    forms: list[list[Piece]] = [[]]
    titles: list[int] = [0]
    seen = _Seen()
    for at, piece in enumerate(pieces):
        titled = _title(piece)
        if titled and seen.is_repeated(piece, pieces, at):
            continue
        if (titled and not seen.is_only_title) or seen.is_another(piece, pieces, at):
            forms.append([] if titled else _opening(forms[-1]))
            titles.append(0)
            seen = _Seen()
        forms[-1].append(piece)
        titles[-1] += 1 if titled and seen.is_only_title else 0
        seen.note(piece, pieces, at, titled=titled)
    return tuple(FormPieces(tuple(form), count) for form, count in zip(forms, titles, strict=True) if form)


def _opening(before: list[Piece]) -> list[Piece]:
    """Take the lines off the end of a form that open the next: 101001 某局 单位：万元."""
    at = len(before)
    while at and isinstance(before[at - 1], Prose) and _opens(before[at - 1]):
        at -= 1
    taken = before[at:]
    del before[at:]
    return taken


def _opens(piece: Piece) -> bool:
    if isinstance(piece, Row):
        return False
    return not piece.text.strip() or bool(_OPENING & read_line(piece.text, piece.spots, piece.flags).keys())


def _title(piece: Piece) -> bool:
    if isinstance(piece, Row):
        filled = piece.filled
        return len(filled) == 1 and is_title(filled[0].text)
    return is_title(piece.text)


class _Seen:
    """What the form that is being cut out has shown so far."""

    __slots__ = ("has_header", "has_line", "heads", "sheet", "title")

    def __init__(self) -> None:
        self.heads: set[str] = set()
        self.has_header = False
        self.has_line = False
        self.sheet: str | None = None
        self.title = ""

    @property
    def is_only_title(self) -> bool:
        """Whether only titles came so far: 附件 2, 项目支出绩效自评表, （2022年度）."""
        return not self.heads and not self.has_header and not self.has_line

    def note(self, piece: Piece, pieces: Sequence[Piece], at: int, *, titled: bool) -> None:
        """Take notice of a line."""
        if titled:
            self.title = title_key(_text(piece))
        if isinstance(piece, Row):
            self.sheet = piece.name
            self.heads |= _anchors(piece)
            self.has_header = self.has_header or (
                len(piece.filled) >= _LEAST and header_at(pieces, at) is not None
            )
        self.has_line = self.has_line or not titled

    def is_repeated(self, piece: Piece, pieces: Sequence[Piece], at: int) -> bool:
        """Whether the title of this form is printed again over a part of its table: no head follows it."""
        if not self.has_header or title_key(_text(piece)) != self.title:
            return False
        for number in range(at + 1, min(at + _MOST_AHEAD, len(pieces))):
            below = pieces[number]
            if isinstance(below, Row) and below.filled:
                return header_at(pieces, number) is not None or _is_body(below)
            if _title(below):
                return False
        return False

    def is_another(self, piece: Piece, pieces: Sequence[Piece], at: int) -> bool:
        """Whether another project begins here: another sheet, or a head label that was there already."""
        if not isinstance(piece, Row):
            return False
        if self.sheet is not None and piece.name != self.sheet:
            return True
        anchors = _anchors(piece)
        if not anchors or header_at(pieces, at) is not None:
            return False
        return bool(anchors & self.heads) or self.has_header


_LEAST = 3


def _text(piece: Piece) -> str:
    return piece.filled[0].text if isinstance(piece, Row) else piece.text


def _is_body(row: Row) -> bool:
    """Whether a row looks like one of indicators: many cells, and no label first."""
    return len(row.filled) >= _LEAST and not is_label(row.filled[0].text)


def _anchors(row: Row) -> set[str]:
    """Labels in a row that a form has once: 项目编码 and 项目名称 with something beside them."""
    found = set[str]()
    for cell in row.own:
        if not cell.text or len(cell.text) > _MOST_CHARACTERS:
            continue
        name = head_name(cell.text)
        if name in {"code", "name"} and row.right_of(cell) is not None:
            found.add(name)
    return found
