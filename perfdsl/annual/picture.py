"""Turns charts into SVG that stands inside a page: described, with ids of its own, and safe."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from perfdsl.annual.chart import Chart
from perfdsl.report.cells import cut, one_line
from perfdsl.report.markup import Markup, shown

_MOST_CELLS: Final = 80
_TAG: Final = re.compile(r"<[^>]*>")
_ID: Final = re.compile(r'(\bid="|url\(#|href="#)')
_NOISE: Final = re.compile(r' (?:role|aria-[a-z]+|xmlns:xlink|class|version)="[^"]*"')
_HEAD: Final = re.compile(r"<svg [^>]*>")
_ALLOWED: Final = frozenset(
    {"svg", "g", "path", "line", "text", "tspan", "rect", "defs", "clipPath", "circle", "title", "desc"}
)
_NAMED: Final = re.compile(r"</?([A-Za-z]+)")


def draw(chart: Chart) -> Markup:
    """Draw a chart; its title and description are its name for those who do not see it.

    ImportError where the library that draws is not installed.
    """
    import vl_convert  # 2 MB of library are loaded once a report is wanted, not before

    library: Any = vl_convert  # it carries no types
    made: str = library.vegalite_to_svg(_tame(chart.spec), vl_version="5.21", allowed_base_urls=[])
    return embed(made, chart)


def _tame(part: Any) -> Any:  # noqa: ANN401 — any part of a specification
    """Make every text of a specification one short line of visible characters."""
    if isinstance(part, str):
        return cut(one_line(part), _MOST_CELLS)
    if isinstance(part, Mapping):
        return {key: _tame(value) for key, value in part.items()}
    return [_tame(each) for each in part] if isinstance(part, list) else part


def embed(made: str, chart: Chart) -> Markup:
    """Take a drawing into a page. AssertionError where it holds an element that no chart has."""
    strange = {name for name in _NAMED.findall(made) if name not in _ALLOWED}
    if strange:
        raise AssertionError(f"a chart with {sorted(strange)}")
    drawn = _TAG.sub(lambda tag: _ID.sub(rf"\g<1>{chart.name}-", _NOISE.sub("", tag[0])), made)
    head = _HEAD.match(drawn)
    assert head is not None  # noqa: S101 — the library writes svg
    opening = head[0].replace(
        "<svg ",
        f'<svg role="img" aria-labelledby="{chart.name}-title {chart.name}-desc" focusable="false" ',
    )
    described = (
        f'<title id="{chart.name}-title">{shown(chart.title)}</title>'
        f'<desc id="{chart.name}-desc">{shown(chart.told)}</desc>'
    )
    return Markup(opening + described + drawn[head.end() :])
