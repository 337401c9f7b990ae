"""A parsed text, with the items in it that could not be read whole."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source, TextPlace
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.pack_tree import unpack
from perfdsl.syntax.parse import parse
from perfdsl.syntax.recover import OPENERS


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
    places = [label.place for diagnostic in own for label in diagnostic.labels[:1]]
    broken = [place.start for place in places if isinstance(place, TextPlace)]
    # A first line of a block that could not be read ends the block above as well as one that could.
    items: dict[int, int | None] = {start: None for start in broken if _opens(source, start)}
    items.update((item.span[0], id(item)) for item in module.items)
    starts = sorted(items)
    found = {items[starts[at]] for at in (bisect_right(starts, start) - 1 for start in broken) if at >= 0}
    return frozenset(item for item in found if item is not None)


def _opens(source: Source, start: int) -> bool:
    """Whether the line of an offset begins a block, or is of one that this version cannot read."""
    word = first_word(source, start).rstrip(":=")
    return names_in("heads").get(word) in OPENERS


def first_word(source: Source, offset: int) -> str:
    """Word with which the line of an offset begins, in ASCII twins; empty on a blank line."""
    words = normalise(source.line(source.position(offset).line)).split(maxsplit=1)
    return words[0] if words else ""
