"""Chooses what is drawn of a department and of a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from perfdsl.annual import words
from perfdsl.annual.annual import DepartmentPart, ProjectPart, YearPart
from perfdsl.annual.chart import Chart
from perfdsl.annual.draw_bars import Bar, Scale, bar_chart
from perfdsl.annual.draw_curve import draw_curve
from perfdsl.annual.draw_payments import draw_payments
from perfdsl.annual.line_part import Counted, GroupPart
from perfdsl.diagnostic import Language, Text

FULL = Fraction(100)


def charts_of_department(
    part: DepartmentPart, projects: Sequence[ProjectPart], language: Language
) -> Iterator[Chart]:
    """Scores of projects, money, groups, grades, lights, and years where there are earlier ones."""
    if part.part_of:
        return
    shown = [projects[each.project] for each in part.ranking if each.project < len(projects)]
    scores = [
        Bar(each.name, each.points.points.low, each.points.points.high, each.points.text) for each in shown
    ]
    if scores:
        titles = words.SCORES.say(language), words.PROJECT.say(language), words.SCORE.say(language)
        yield bar_chart(f"{part.anchor}-scores", titles, scores, _points_scale(scores, language), language)
    payments = draw_payments(f"{part.anchor}-payments", part.money, language)
    if payments is not None:
        yield payments
    if part.groups:
        yield chart_of_groups(f"{part.anchor}-groups", part.groups, language)
    yield _count(f"{part.anchor}-grades", words.GRADES, part.grades, language)
    if part.lights:
        yield _count(f"{part.anchor}-lights", words.LIGHTS, part.lights, language)
    yield from _years(f"{part.anchor}-years", part.years, language)


def charts_of_project(part: ProjectPart, language: Language) -> Iterator[Chart]:
    """Money, groups, and years where there are earlier ones."""
    payments = draw_payments(f"{part.anchor}-payments", part.money, language)
    if payments is not None:
        yield payments
    if part.groups:
        yield chart_of_groups(f"{part.anchor}-groups", part.groups, language)
    yield from _years(f"{part.anchor}-years", part.years, language)


def curves_of_project(part: ProjectPart, language: Language) -> Iterator[tuple[str, Chart]]:
    """Score curves of the lines that lost points, by the anchors of these lines."""
    for line in part.lines:
        chart = draw_curve(f"{line.anchor}-curve", line, language)
        if chart is not None:
            yield line.anchor, chart


def chart_of_groups(name: str, groups: Sequence[GroupPart], language: Language) -> Chart:
    """Draw the share of points that each group reached."""
    bars = []
    for group in groups:
        weight, points = group.weight.value, group.points.points
        low, high = (FULL * end / weight if weight else Fraction(0) for end in (points.low, points.high))
        total = group.met + group.missed + group.pending
        text = group.rate.text or words.UNLIT.say(language)
        met = Text(f"{text}（达标 {group.met}/{total}）", f"{text} (attained {group.met}/{total})")
        bars.append(Bar(group.name, low, high, met.say(language)))
    titles = words.GROUPS.say(language), words.GROUP.say(language), words.POINTS_RATE.say(language)
    title = Text("得分率（%）", "points reached (%)").say(language)
    return bar_chart(name, titles, bars, Scale(_at_least(bars), title), language)


def _count(name: str, title: Text, counted: Sequence[Counted], language: Language) -> Chart:
    bars = [Bar(each.text, Fraction(each.many), Fraction(each.many), str(each.many)) for each in counted]
    end = max((bar.low for bar in bars), default=Fraction(1))
    unit = Text("项目数（个）", "projects").say(language)
    titles = title.say(language), words.GRADE.say(language), words.COUNT.say(language)
    return bar_chart(name, titles, bars, Scale(end, unit, is_whole=True), language)


def _years(name: str, years: Sequence[YearPart], language: Language) -> Iterator[Chart]:
    scored = [(each, each.points) for each in years if each.points is not None]
    if len(scored) < 2:  # noqa: PLR2004 — one year alone is no comparison
        return
    bars = [
        Bar(year.year, points.points.low, points.points.high, f"{points.text} {year.grade}".strip())
        for year, points in scored
    ]
    titles = words.YEARS.say(language), words.YEAR.say(language), words.SCORE.say(language)
    yield bar_chart(name, titles, bars, _points_scale(bars, language), language)


def _points_scale(bars: Sequence[Bar], language: Language) -> Scale:
    return Scale(_at_least(bars), Text("得分（分）", "points").say(language))


def _at_least(bars: Sequence[Bar]) -> Fraction:
    """Give 100, or the longest bar where one goes beyond."""
    return max([FULL, *(bar.high for bar in bars)])
