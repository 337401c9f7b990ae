"""What is wrong with a journal: where, at which entry, and of what kind."""

from __future__ import annotations

from typing import Literal, NamedTuple

from perfdsl.journal.seal_line import Link

FindingKind = Literal["altered", "gap", "number", "head", "unsealed", "torn", "unended"]
"""``altered``: the bytes are not those that were sealed. ``gap``: another entry stood before it, which was
taken out, put in or moved. ``number``: it does not count on from the one before. ``head``: the first line
is not a journal's. ``unsealed``: what stands after the last seal is no entry of ours. ``torn``: the last
entry was not written to its end, and so was never acknowledged; it is not read, and nothing else is wrong.
``unended``: the line feed after the last seal is gone, and nothing else: the entry is read as it stands."""

HARMLESS = frozenset({"torn", "unended"})
"""What leaves all that is sealed as it was."""


class Finding(NamedTuple):
    """A change or a gap. ``number``: of the entry, 0 where it has none; ``line`` counts from 1."""

    kind: FindingKind
    number: int
    line: int


class Verified(NamedTuple):
    """What reading a journal gives: its entries, what is wrong, and where its sealed part ends (in bytes)."""

    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    end: int

    @property
    def head(self) -> tuple[int, str]:
        """Number and seal of the last entry; 0 and nothing where there is none."""
        return (self.links[-1].number, self.links[-1].seal.own) if self.links else (0, "")
