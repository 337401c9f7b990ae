"""Draws the payment plan against what was spent over the year, both cumulative."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction

from perfdsl.annual import words
from perfdsl.annual.chart import Chart, Values
from perfdsl.annual.chart_style import INK, PAPER, SECOND, numbers, whole, with_halo
from perfdsl.annual.line_part import MoneyPart
from perfdsl.annual.show_figures import WAN
from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show

MOST_LABELLED = 6
_HEIGHT = 230
_LEGEND = Text("◇ 虚线：支出计划；● 实线：执行数", "◇ dashed: planned; ● full: spent")
_ONLY_SPENT = Text("● 实线：执行数", "● full: spent")
_ONLY_PLANNED = Text("◇ 虚线：支出计划", "◇ dashed: planned")
_AXIS = Text("累计金额（万元）", "cumulative, 10⁴ yuan")


def draw_payments(name: str, part: MoneyPart, language: Language) -> Chart | None:
    """Draw the plan as hollow diamonds on a dashed line, spending as dots on a full one.

    The line of spending begins at the first day that was recorded: what happened before is not known. None
    where there is neither a plan nor a dated amount.
    """
    if not part.planned and not part.spent_by:
        return None
    plan, done = words.PLAN.say(language), words.DONE.say(language)
    planned = [(Fraction(point.month), point.amount.value or Fraction(0)) for point in part.planned]
    spent = [(_month_of(point.day), point.amount.value or Fraction(0)) for point in part.spent_by]
    if planned:
        planned.insert(0, (Fraction(0), Fraction(0)))
    rows = [(words.month_end(point.month).say(language), plan, point.amount.text) for point in part.planned]
    rows += [(point.day.isoformat(), done, point.amount.text) for point in part.spent_by]
    between = "；" if language == "zh" else "; "
    return Chart(
        name=name,
        title=words.MONEY.say(language),
        told=between.join(" ".join(row) for row in rows),
        spec=_spec(_values(planned, spent, plan, done), plan, done, language),
        head=(words.MONTH.say(language), words.NAME_OF_SERIES.say(language), words.AMOUNT.say(language)),
        rows=tuple(rows),
        note=between.join([_legend(part).say(language), *part.gaps]),
    )


def _legend(part: MoneyPart) -> Text:
    """Explain the signs that are there."""
    if part.planned and part.spent_by:
        return _LEGEND
    return _ONLY_PLANNED if part.planned else _ONLY_SPENT


def _month_of(day: date) -> Fraction:
    """Give a day as months since the year began: the last of June is 6."""
    return day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])


def _values(
    planned: list[tuple[Fraction, Fraction]], spent: list[tuple[Fraction, Fraction]], plan: str, done: str
) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for series, points in ((plan, planned), (done, spent)):
        for at, (month, amount) in enumerate(points):
            labelled = len(points) - at <= MOST_LABELLED and month > 0
            found.append(
                {
                    "series": series,
                    "month": show(month, 3),
                    "amount": show(amount / WAN, 6),
                    "text": show(amount / WAN, 2) if labelled else "",
                }
            )
    return found


def _spec(values: list[dict[str, object]], plan: str, done: str, language: Language) -> Values:
    month = "datum.value + '月底'" if language == "zh" else "'month ' + datum.value"
    series = {"field": "series", "type": "nominal", "sort": None, "title": None}
    domain = [plan, done]
    x = {
        "field": "month",
        "type": "quantitative",
        "scale": {"domain": [0, 12]},
        "axis": {"title": None, "values": [3, 6, 9, 12], "labelExpr": month, "grid": True},
    }
    y = {
        "field": "amount",
        "type": "quantitative",
        "scale": {"zero": True, "nice": True},
        "axis": {"title": _AXIS.say(language), "tickCount": 5},
    }
    dash = {**series, "scale": {"domain": domain, "range": [[5, 3], [1, 0]]}, "legend": None}
    shape = {**series, "scale": {"domain": domain, "range": ["diamond", "circle"]}, "legend": None}
    fill = {**series, "scale": {"domain": domain, "range": [PAPER, SECOND]}, "legend": None}
    layers: list[Values] = [
        {"mark": {"type": "line", "stroke": INK}, "encoding": {"x": x, "y": y, "strokeDash": dash}},
        {
            "mark": {"type": "point", "size": 60, "stroke": INK, "opacity": 1},
            "encoding": {"x": x, "y": y, "shape": shape, "fill": fill},
        },
        *_labels(plan, x, y, {"dy": -11, "align": "right"}),
        *_labels(done, x, y, {"dy": 14, "align": "right"}),
    ]
    return whole(_HEIGHT, layers, data=numbers(values, "month", "amount"))


def _labels(series: str, x: Values, y: Values, place: Values) -> list[Values]:
    chosen = [{"filter": {"field": "series", "equal": series}}]
    return with_halo(place, {"x": x, "y": y, "text": {"field": "text"}}, transform=chosen)
