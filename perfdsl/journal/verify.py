"""Finds every change and every gap in a journal, by its seals alone.

What cannot be found from the text itself: whole entries taken off its end, and a journal written anew from
some entry on, with seals of its own. Against both, the number and the seal of the last entry are kept
elsewhere, and asked for (``holds_head``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.journal.cut_torn import is_torn
from perfdsl.journal.entry import GENESIS
from perfdsl.journal.finding import Finding, Verified
from perfdsl.journal.seal_line import HEADS, Link, links, seal_of


def verify(data: bytes) -> Verified:
    """Check each entry of a journal against its seal, and the seals against one another."""
    found = tuple(links(data))
    end = found[-1].end if found else 0
    return Verified(found, tuple(_findings(data, found, end)), end)


def holds_head(verified: Verified, number: int, seal: str) -> bool:
    """Whether the journal has an entry of a number whose seal begins so: that one and all before it stand."""
    return any(link.number == number and link.seal.own.startswith(seal) for link in verified.links)


def _findings(data: bytes, found: Sequence[Link], end: int) -> Iterator[Finding]:
    before, number, line = GENESIS, 0, 1
    if found and not data.startswith(HEADS):
        yield Finding("head", 0, 1)
    for link in found:
        at = line + _blank_lines(data, link)
        if seal_of(link.seal.before, data[link.start : link.covered]).own != link.seal.own:
            yield Finding("altered", link.number, at)
        elif link.seal.before != before:
            yield Finding("gap", link.number, at)
        elif link.number != number + 1:
            yield Finding("number", link.number, at)
        before, number = link.seal.own, link.number
        line += data.count(b"\n", link.start, link.end)
    if found and end == len(data) and not data.endswith(b"\n"):
        yield Finding("unended", number, line)
    if end < len(data):
        tail = data[end:]
        torn = is_torn(tail, number + 1)
        line += len(tail) - len(tail.lstrip(b"\n")) if tail.strip() else 0
        yield Finding("torn" if torn else "unsealed", number + 1 if torn else 0, line)


def _blank_lines(data: bytes, link: Link) -> int:
    """Lines of an entry's stretch before its first word: an entry is preceded by an empty line."""
    stretch = data[link.start : link.covered]
    return stretch.count(b"\n", 0, len(stretch) - len(stretch.lstrip()))
