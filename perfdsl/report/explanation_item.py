"""The pieces that explanations are laid out in, for text and Markdown alike."""

from __future__ import annotations

from typing import NamedTuple


class Item(NamedTuple):
    """One thing said, a mark before it and its place behind it; ``depth``: how far it is indented."""

    text: str
    place: str = ""
    mark: str = ""
    depth: int = 0


class Row(NamedTuple):
    """What is said under a label."""

    label: str
    items: tuple[Item, ...]
