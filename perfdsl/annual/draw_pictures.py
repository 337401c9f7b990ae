"""Draws the chart of a plan and its spending as a picture for a text document."""

from __future__ import annotations

import json
from typing import Any, Final

from perfdsl.annual.annual import AnnualReport, DepartmentPart, ProjectPart
from perfdsl.annual.chart_style import BAR, FAINT, GRID, INK, PAPER, SECOND
from perfdsl.annual.draw_payments import draw_payments

_ON_PAPER: Final = {
    INK: "#1a1a1a",
    FAINT: "#595959",
    GRID: "#d9d9d9",
    BAR: "#5b7fa6",
    SECOND: "#0b4f9c",
    PAPER: "#ffffff",
}
"""What a page of the web leaves to its style, on white paper."""

_TIMES: Final = 3
"""Dots of a picture for each of its pixels: sharp in print."""


def draw_picture(part: ProjectPart | DepartmentPart, report: AnnualReport) -> bytes | None:
    """Give a picture (PNG); None where the library of charts is missing, or there is nothing to draw."""
    chart = draw_payments("payments", part.money, report.language)
    if chart is None:
        return None
    try:
        import vl_convert
    except ImportError:
        return None
    library: Any = vl_convert  # it carries no types
    spec = json.dumps({**chart.spec, "width": 560, "height": 200, "background": "white"}, ensure_ascii=False)
    for name, colour in _ON_PAPER.items():
        spec = spec.replace(f'"{name}"', f'"{colour}"')
    drawn: bytes = library.vegalite_to_png(spec, vl_version="5.21", scale=_TIMES, allowed_base_urls=[])
    return drawn
