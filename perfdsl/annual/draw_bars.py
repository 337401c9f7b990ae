"""Bars that begin at zero, each with its label above it and its value beside it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.annual.chart import Chart, Values
from perfdsl.annual.chart_style import BAR, GRID, INK, MOST_BARS, ROW, numbers, whole
from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show
from perfdsl.report.cells import cut, one_line

LABEL_CELLS = 40
_PLACES = 4


class Bar(NamedTuple):
    """A bar from zero to ``low``, and on to ``high`` (dashed, not filled) while that is open."""

    label: str
    low: Fraction
    high: Fraction
    text: str


class Scale(NamedTuple):
    """What bars are measured in: the end of the axis, its title, and whether it counts things."""

    end: Fraction
    title: str
    is_whole: bool = False


def bar_chart(
    name: str, titles: tuple[str, str, str], bars: Sequence[Bar], scale: Scale, language: Language
) -> Chart:
    """Draw bars; ``titles``: of the chart, of what the bars stand for, and of their values."""
    title, of_bars, of_values = titles
    drawn, more = bars[:MOST_BARS], len(bars) - MOST_BARS
    between = "；" if language == "zh" else "; "
    said = Text(
        f"只画前 {MOST_BARS} 个，另有 {more} 个", f"the first {MOST_BARS} are drawn, {more} more are not"
    )
    return Chart(
        name=name,
        title=title,
        told=between.join(f"{bar.label} {bar.text}" for bar in drawn),
        spec=_spec(drawn, scale),
        head=(of_bars, of_values),
        rows=tuple((bar.label, bar.text) for bar in drawn),
        note=said.say(language) if more > 0 else "",
    )


def _spec(bars: Sequence[Bar], scale: Scale) -> Values:
    values: list[dict[str, object]] = [
        {
            "at": at,
            "label": cut(one_line(bar.label), LABEL_CELLS),
            "text": one_line(bar.text),
            "low": show(bar.low, _PLACES),
            "high": show(bar.high, _PLACES),
        }
        for at, bar in enumerate(bars)
    ]
    axis: dict[str, object] = {"title": scale.title, "tickCount": 5, "grid": True, "gridColor": GRID}
    if scale.is_whole:
        step = max(_end(scale.end) // 5, 1)
        axis |= {"values": list(range(0, _end(scale.end) + 1, step)), "format": "d"}
    x = {"type": "quantitative", "scale": {"domain": [0, _end(scale.end)], "nice": False}, "axis": axis}
    y = {"field": "at", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0}}
    ends = {"filter": "datum.high > datum.low"}
    offset = {"yOffset": 9}
    layers: list[Values] = [
        {
            "mark": {"type": "bar", "height": 12, "fill": BAR, "stroke": INK, "strokeWidth": 1, **offset},
            "encoding": {"x": {"field": "low", **x}, "y": y},
        },
        {
            "transform": [ends],
            "mark": {
                "type": "bar", "height": 12, "fill": "none", "stroke": INK, "strokeDash": [3, 2], **offset,
            },
            "encoding": {"x": {"field": "low", **x}, "x2": {"field": "high"}, "y": y},
        },
        _words("label", "left", {"value": 2}, y, INK),
        _words("text", "right", {"value": "width"}, y, INK),
    ]  # fmt: skip
    return whole(ROW * max(len(bars), 1) + 34, layers, data=numbers(values, "low", "high"))


def _words(field: str, align: str, x: Values, y: Values, colour: str) -> Values:
    return {
        "mark": {"type": "text", "align": align, "baseline": "middle", "dy": -8, "fill": colour},
        "encoding": {"text": {"field": field}, "x": x, "y": y},
    }


def _end(end: Fraction) -> int:
    """Give a whole number that is not below the end of the axis."""
    return max(-(-end.numerator // end.denominator), 1)
