"""What a block of any kind says, part by part: departments, rules, units, and kinds that are yet to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from perfdsl.diff.meaning import node_meaning
from perfdsl.diff.saying import Saying
from perfdsl.source import Source, Span
from perfdsl.syntax import ast
from perfdsl.units import Unit

LONGEST = 400
"""Characters that are kept of what a part says, for people."""


class Block(NamedTuple):
    """A block of a sheet, and the units that its file knows besides those of the language."""

    source: Source
    node: ast.Item
    units: Mapping[str, Unit]


def say_block(block: Block) -> Iterator[Saying]:
    """Give what a block says: each of its parts by its kind, or all of it where it has none."""
    parts = getattr(block.node, "parts", None)
    if parts is None:
        yield say_part(block, block.node)
        return
    for each in parts:
        yield say_part(block, each)


def say_part(block: Block, part: ast.Node) -> Saying:
    """Give what a part says as a whole; its kind says what it is about."""
    about = part.kind if hasattr(part, "kind") else "part"
    role = getattr(part, "role", "") or getattr(part, "about", "")
    named = part.name if isinstance(part, ast.Goal) else ""
    return Saying(
        str(role or about),
        node_meaning(part, block.units),
        written(block.source, part.span),
        block.source.place(part.span),
        named,
    )


def written(source: Source, span: Span) -> str:
    """What its author wrote there, on one line; brackets at its ends belong to no node and are taken in."""
    (start, end), text = span, source.text
    while text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] in {")", " "}:
        end += 1
    return " ".join(text[start : min(end, start + LONGEST)].split())
