"""A parsed text, with the items in it that could not be read whole."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source, TextPlace
from perfdsl.syntax import ast
from perfdsl.syntax.pack_tree import unpack
from perfdsl.syntax.parse import parse


class Parsed(NamedTuple):
    """A source and its tree. ``torn``: ids of items with a line that could not be read.

    What is missing in such an item may stand in that line: nothing is said of it before the line is mended.
    """

    source: Source
    module: ast.Module
    torn: frozenset[int] = frozenset()


def read_source(source: Source, diagnostics: Diagnostics) -> Parsed:
    """Parse a source, or take the tree that comes with it; every error is added to the diagnostics."""
    if source.packed:
        return Parsed(source, unpack(source.packed))
    own = Diagnostics()
    module = parse(source, own)
    diagnostics.extend(own)
    return Parsed(source, module, _torn(source, module, own))


def _torn(source: Source, module: ast.Module, own: Diagnostics) -> frozenset[int]:
    starts = [item.span[0] for item in module.items]
    found = set()
    for diagnostic in own:
        for label in diagnostic.labels[:1]:
            at = bisect_right(starts, label.place.start) - 1 if isinstance(label.place, TextPlace) else -1
            if at >= 0 and label.place.file == source.name:
                found.add(id(module.items[at]))
    return frozenset(found)
