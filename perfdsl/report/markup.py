"""Writes HTML in which no text of other people is markup: a plain string is escaped wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from perfdsl.report.cells import visible

LONGEST: Final = 4000
"""Characters of one text that a page shows; the rest of a longer one is left out."""
_EMPTY: Final = frozenset({"meta", "br", "hr"})


class Markup(str):
    """Text that is HTML already. Made by ``tag``, ``joined`` and ``css`` alone."""

    __slots__ = ()


def tag(name: str, /, *parts: str, **attributes: str) -> Markup:
    """Write an element; plain strings in it are escaped, ``Markup`` stands as it is.

    ``class_`` and ``data_x`` give the attributes ``class`` and ``data-x``; an empty one is left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{shown(value)}"' for key, value in attributes.items() if value
    )
    if name in _EMPTY:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(parts)}</{name}>")


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Join parts, each escaped unless it is ``Markup``."""
    return Markup(shown(between).join(part if isinstance(part, Markup) else shown(part) for part in parts))


def css(rules: str) -> Markup:
    """Put rules of our own into a ``style`` element; they hold no text of other people."""
    return Markup(f"<style>\n{rules}</style>")


def shown(text: str) -> str:
    r"""Escape a text and spell out its hidden characters (``\u202e``); its line breaks stay."""
    kept = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    lines = kept.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(escape(visible(line.replace("\t", " ")), quote=True) for line in lines)
