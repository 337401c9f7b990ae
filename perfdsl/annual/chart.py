"""A chart of the report: what it shows in words, as a picture to be drawn, and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Values = Mapping[str, object]
"""A part of a Vega-Lite specification. Numbers in it are whole, or text that the library reads as numbers."""


class Chart(NamedTuple):
    """A chart. ``name``: unique in its page. ``told``: what is to be seen, in a sentence.

    ``spec``: a Vega-Lite specification with its data inside. ``head`` and ``rows``: the same as a table.
    """

    name: str
    title: str
    told: str
    spec: Values
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
