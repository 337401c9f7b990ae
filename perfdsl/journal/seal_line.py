"""The bytes that begin a journal and end an entry, and the seal that binds an entry to those before it.

A seal is the SHA-256, in hex, of all bytes from the end of the seal line before (or the beginning of the
journal) up to the own seal: ``…封存 "<seal before>" ``. What follows the own seal on its line must be a
quote and a line feed (or the end of the journal, which is told), so that no byte can change unseen.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from perfdsl.diagnostic import Language
from perfdsl.journal.entry import FORMAT, Seal
from perfdsl.syntax.keywords import spell, tables

_SEAL_WORDS = "|".join(tables()["heads"]["sealed"])
_HEAD_WORDS = "|".join(tables()["heads"]["journal"])
ENTRY_WORDS = tuple(tables()["heads"]["recorded"])
"""Words that begin an entry."""

SEAL_LINE = re.compile(
    rf'^((?:{_SEAL_WORDS}) "([0-9a-f]{{64}})" )"([0-9a-f]{{64}})"(?:\n|\Z)'.encode(), re.MULTILINE
)
"""A whole seal line: what the own seal covers of it, the seal before, and the own seal.

Editors take the last line feed of a file away: the entry stands without it.
"""

LIKE_A_SEAL = re.compile(rf'^(?:{_SEAL_WORDS}) "[^\n]*\n'.encode(), re.MULTILINE)
"""A line that begins as a seal line does, whatever follows: no text that is recorded may have one."""

BEGUN_SEAL = re.compile(rf'^(?:{_SEAL_WORDS}) "([^\n]*)\Z'.encode(), re.MULTILINE)
"""The same without its line feed, and what follows the first quote."""

NUMBER = re.compile(rf'^(?:{"|".join(ENTRY_WORDS)}) ([0-9]{{1,12}}) "'.encode(), re.MULTILINE)
"""The line that begins an entry, up to its number."""

_BEGINS = re.compile(rf"\s*(?:{_HEAD_WORDS})[\s:=：＝]*[0-9０-９]".encode())
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Link(NamedTuple):
    """An entry in the bytes of a journal: where it begins and ends, its number (0: none), and its seal.

    ``covered``: where the covered bytes end, which is where the own seal begins.
    """

    start: int
    covered: int
    end: int
    number: int
    seal: Seal


def head_line(language: Language) -> str:
    """Write the first line of a journal."""
    return f"{spell('heads', 'journal', language)} {FORMAT}\n"


HEADS = (head_line("zh").encode(), head_line("en").encode())
"""The first line of a journal, in either language."""


def seal_of(before: str, covered: bytes) -> Seal:
    """Seal an entry: ``covered`` is all that its seal stands for, and ends with the seal before."""
    return Seal(before, hashlib.sha256(covered).hexdigest())


def is_journal(data: bytes) -> bool:
    """Whether bytes are a journal, whole or not: by the first line, or because an entry is sealed there."""
    return _BEGINS.match(data.removeprefix(_BYTE_ORDER_MARK)) is not None or bool(SEAL_LINE.search(data))


def links(data: bytes) -> Iterator[Link]:
    """Give the entries of a journal in order, each up to a line that is a seal's in form."""
    start = 0
    for found in SEAL_LINE.finditer(data):
        numbered = NUMBER.search(data, start, found.start())
        number = int(numbered[1]) if numbered else 0
        yield Link(start, found.end(1), found.end(), number, Seal(found[2].decode(), found[3].decode()))
        start = found.end()


def last_link(data: bytes) -> Link | None:
    """Give the last entry of some bytes that begin at any place of a journal."""
    last = None
    for link in links(data):
        last = link
    return last


def own_seal(text: str) -> str:
    """Give the own seal with which the text of an entry ends."""
    return text.rstrip().rpartition(' "')[2].rstrip('"')
