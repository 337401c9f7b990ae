"""An entry of the journal: facts and actions that one person recorded at once, with their evidence."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.syntax import ast

FORMAT = 1
"""The format of journals that this version writes; ``台账 1`` is the first line of one."""

GENESIS = "0" * 64
"""What stands for the seal before the first entry."""

Block = ast.Actuals | ast.Action


class Evidence(NamedTuple):
    """A file that stands behind a fact, by name, and the SHA-256 of its bytes in hex."""

    file: str
    sha256: str


class Entry(NamedTuple):
    """What is recorded at once. ``time``: ISO 8601 with offset; ``source``: where the facts came from."""

    number: int
    time: str
    who: str
    source: str
    blocks: tuple[Block, ...]
    evidence: tuple[Evidence, ...] = ()


class Seal(NamedTuple):
    """The seal of an entry: SHA-256 in hex of the seal before it and of the entry's exact text."""

    before: str
    own: str
