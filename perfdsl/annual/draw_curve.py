"""Draws the score curve of a line, with the actual and the target on it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfdsl.annual import words
from perfdsl.annual.chart import Chart, Values
from perfdsl.annual.chart_style import FAINT, INK, SECOND, numbers, whole, with_halo
from perfdsl.annual.line_part import LinePart
from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show, show_trimmed
from perfdsl.plan.curve import Curve, Segment
from perfdsl.report.cells import cut, one_line
from perfdsl.report.explanation_words import colon

_HEIGHT = 190
_SAMPLES = 24
_MOST_SEGMENTS = 60
_MARGIN = Fraction(1, 5)
_LEGEND = Text(
    "实线：评分曲线；竖虚线：指标值；圆点：实际完成值", "line: score curve; dashed: target; dot: actual"
)
_BESIDE = Text("（规则、扣分之后）", " (after rules and points off)")


def draw_curve(name: str, line: LinePart, language: Language) -> Chart | None:
    """Draw a curve; None where the line has none, lost nothing, or has no actual to put on it."""
    actual, target = line.actual_value, line.target_value
    if line.curve is None or actual is None or target is None or line.points.value is None:
        return None
    if line.points.value == line.weight.value or len(line.curve.segments) > _MOST_SEGMENTS:
        return None
    low, high = _window(actual, target)
    pieces = list(_pieces(line.curve, low, high))
    got = line.curve.points_at(actual)
    if got is None or not pieces:
        return None
    told = Text(
        f"实际完成值 {line.actual}，按曲线得 {show_trimmed(got)} 分；"
        f"指标值 {line.target}，分值 {line.weight.text}",
        f"actual {line.actual}: {show_trimmed(got)} points on the curve; target {line.target}, weight "
        f"{line.weight.text}",
    ).say(language)
    rows = ((words.ACTUAL.say(language), line.actual), (words.TARGET.say(language), line.target))
    note = _LEGEND.say(language)
    if got != line.points.value:
        note += _BESIDE.say(language)
        told += Text(f"，最后得 {line.points.text} 分", f", in the end {line.points.text}").say(language)
    return Chart(
        name=name,
        title=f"{words.CURVE.say(language)}{colon(language)}{line.name}",
        told=told,
        spec=_spec(pieces, (actual, line.points.value), line, (low, high), language),
        head=(words.NAME_OF_SERIES.say(language), words.VALUE.say(language)),
        rows=(*rows, (words.SCORE.say(language), line.points.text)),
        note=note,
    )


def _window(actual: Fraction, target: Fraction) -> tuple[Fraction, Fraction]:
    """Give what is drawn of the line: from zero (or the lower value) to somewhat beyond both."""
    low, high = min(actual, target, Fraction(0)), max(actual, target, Fraction(0))
    margin = (high - low) * _MARGIN or Fraction(1)
    return (low - margin if low < 0 else low), high + margin


def _pieces(curve: Curve, low: Fraction, high: Fraction) -> Iterator[list[tuple[Fraction, Fraction]]]:
    for segment in curve.segments:
        left = low if segment.low is None else max(segment.low[0], low)
        right = high if segment.high is None else min(segment.high[0], high)
        if left < right and segment.form is not None:
            yield list(_samples(segment, left, right))


def _samples(segment: Segment, left: Fraction, right: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
    form = segment.form
    if form is None:
        return
    for at in range(_SAMPLES + 1):
        x = left + (right - left) * at / _SAMPLES
        points = form.at(x)
        if points is not None:
            yield x, points


def _spec(
    pieces: list[list[tuple[Fraction, Fraction]]],
    got: tuple[Fraction, Fraction],
    line: LinePart,
    window: tuple[Fraction, Fraction],
    language: Language,
) -> Values:
    values: list[dict[str, object]] = [
        {"piece": at, "x": _number(x, line), "y": show(y, 4)}
        for at, piece in enumerate(pieces)
        for x, y in piece
    ]
    x, y = _axes(line, language)
    curve: Values = {
        "mark": {"type": "line", "stroke": INK, "strokeWidth": 2},
        "encoding": {"x": x, "y": y, "detail": {"field": "piece", "type": "nominal"}},
    }
    on_left = (got[0] - window[0]) * 2 < window[1] - window[0]
    rises = pieces[0][0][1] <= pieces[-1][-1][1]
    beside: Values = {"align": "left" if on_left else "right", "dy": 16 if on_left == rises else -13}
    layers = [_target(line, x), curve, *_dot(got, line, (x, y), beside)]
    return whole(_HEIGHT, layers, data=numbers(values, "x", "y"))


def _number(x: Fraction, line: LinePart) -> str:
    return show(x / line.unit_factor, 6)


def _axes(line: LinePart, language: Language) -> tuple[Values, Values]:
    unit = f"（{line.unit}）" if line.unit else ""
    title = cut(one_line(words.ACTUAL.say(language) + unit), 40)
    x: Values = {
        "field": "x",
        "type": "quantitative",
        "scale": {"zero": False, "nice": False},
        "axis": {"title": title, "tickCount": 5},
    }
    y: Values = {
        "field": "y",
        "type": "quantitative",
        "scale": {"zero": True},
        "axis": {"title": words.SCORE_OF_LINE.say(language), "tickCount": 4},
    }
    return x, y


def _target(line: LinePart, x: Values) -> Values:
    target: list[dict[str, object]] = [{"x": _number(line.target_value or Fraction(0), line)}]
    return {
        "data": numbers(target, "x"),
        "mark": {"type": "rule", "stroke": FAINT, "strokeDash": [4, 3]},
        "encoding": {"x": x},
    }


def _dot(
    got: tuple[Fraction, Fraction], line: LinePart, axes: tuple[Values, Values], beside: Values
) -> list[Values]:
    """Draw what was attained, with its points ``beside`` it: where the curve does not run."""
    x, y = axes
    said = f"{one_line(line.actual)} → {line.points.text}"
    point: list[dict[str, object]] = [{"x": _number(got[0], line), "y": show(got[1], 4), "text": said}]
    data = numbers(point, "x", "y")
    return [
        {
            "data": data,
            "mark": {"type": "point", "size": 90, "fill": SECOND, "stroke": INK, "opacity": 1},
            "encoding": {"x": x, "y": y},
        },
        *with_halo(
            beside,
            {"x": x, "y": y, "text": {"field": "text"}},
            data=data,
        ),
    ]
