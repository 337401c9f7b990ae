"""Finds what a journal already says about a project on a day, without reading the rest of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.journal.entry import Block, Evidence
from perfdsl.journal.seal_line import Link
from perfdsl.journal.seal_line import links as find_links
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.parse import parse
from perfdsl.syntax.write_words import write_project_of_facts

_BLOCK_WORDS = "|".join(tables()["heads"]["actuals"] + tables()["heads"]["action"])
_BLOCK = re.compile(rf"^(?:{_BLOCK_WORDS}) ([^\n]*)$".encode(), re.MULTILINE)


class Found(NamedTuple):
    """An entry of a journal as it was read: its number, its head, blocks and digests."""

    number: int
    recorded: ast.Recorded
    blocks: tuple[Block, ...]
    evidence: tuple[Evidence, ...]


def find_recorded(data: bytes, projects: Iterable[str]) -> list[Found]:
    """Give the entries with a block of any of the projects (as entries write them), in order.

    ``data``: the sealed part of a journal, or all of it; what is not sealed is passed over.
    """
    begins = tuple(write_project_of_facts(project).encode() for project in projects)
    starts = [found.start() for found in _BLOCK.finditer(data) if _is_of(found[1], begins)]
    if not starts:
        return []
    known = list(find_links(data))
    ends = [link.end for link in known]
    wanted = sorted({at for at in (bisect_right(ends, start) for start in starts) if at < len(known)})
    return [each for each in (read_entry(data, known[at]) for at in wanted) if each is not None]


def read_entries(data: bytes) -> Iterator[Found]:
    """Give every entry of a journal, in order."""
    for link in find_links(data):
        found = read_entry(data, link)
        if found is not None:
            yield found


def read_entry(data: bytes, link: Link) -> Found | None:
    """Read an entry of a journal; None where it has no first line."""
    text = data[link.start : link.end].decode("utf-8", "replace")
    items = parse(Source("", text), Diagnostics()).items
    recorded = next((item for item in items if isinstance(item, ast.Recorded)), None)
    if recorded is None:
        return None
    digests = tuple(Evidence(item.file, item.sha256) for item in items if isinstance(item, ast.Digest))
    blocks = tuple(item for item in items if isinstance(item, ast.Actuals | ast.Action))
    return Found(link.number, recorded, blocks, digests)


def _is_of(rest: bytes, begins: Sequence[bytes]) -> bool:
    return any(rest == begin or rest.startswith(begin + b" ") for begin in begins)
