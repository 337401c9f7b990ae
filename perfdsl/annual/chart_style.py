"""How charts look: sizes that a phone shows without shrinking, and colours that the page decides.

Colours are CSS variables, so that one picture serves light, dark and paper. Nothing is told by colour alone:
lines differ by dashes and marks, bars by their filling, and every value stands beside its mark.
"""

from __future__ import annotations

from typing import Final

from perfdsl.annual.chart import Values

WIDTH: Final = 340
"""Pixels of a drawing, text and all; a phone of 375 has that much."""
ROW: Final = 36
"""Pixels of a bar with its label above it."""
MOST_BARS: Final = 40

INK: Final = "var(--ink)"
FAINT: Final = "var(--faint)"
GRID: Final = "var(--line)"
BAR: Final = "var(--bar)"
SECOND: Final = "var(--accent)"
PAPER: Final = "var(--paper)"
_FONT: Final = "sans-serif"
"""Only measures; the page's own typeface takes its place. A named one would be sought for every word."""

_CONFIG: Final[Values] = {
    "aria": False,  # the whole picture has one description; its parts would be read as noise
    "font": _FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "domainColor": FAINT,
        "tickColor": FAINT,
        "gridColor": GRID,
    },
    "legend": {"labelColor": INK, "labelFontSize": 12, "symbolSize": 70},
    "text": {"fill": INK, "fontSize": 12},
}


def whole(height: int, layers: list[Values], **more: object) -> Values:
    """Put layers into a specification of the common size."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "width": WIDTH,
        "height": height,
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": 2,
        "config": _CONFIG,
        "layer": layers,
        **more,
    }


def with_halo(mark: Values, encoding: Values, **more: object) -> list[Values]:
    """Write words twice: once broad in the colour of the paper, so that lines do not run through them."""
    halo = {"type": "text", "fontSize": 11, "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round", **mark}
    words = {"type": "text", "fontSize": 11, **mark}
    return [{"mark": each, "encoding": encoding, **more} for each in (halo, words)]


def numbers(values: list[dict[str, object]], *fields: str) -> Values:
    """Give data whose named fields are decimals written as text: the library turns them into its numbers."""
    return {"values": values, "format": {"type": "json", "parse": dict.fromkeys(fields, "number")}}
