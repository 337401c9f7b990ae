from __future__ import annotations

import json
import re
from datetime import date
from fractions import Fraction

import pytest
from lxml import etree

from perfdsl.annual.chart import Chart
from perfdsl.annual.choose_charts import chart_of_groups, charts_of_department, curves_of_project
from perfdsl.annual.draw_bars import MOST_BARS, Bar, Scale, bar_chart
from perfdsl.annual.draw_payments import draw_payments
from perfdsl.annual.line_part import Figure, MoneyPart, Planned, Spent
from perfdsl.annual.picture import draw, embed
from tests.annual.hostile import TEXTS
from tests.annual.year import seed_report

pytest.importorskip("vl_convert")

SVG = "{http://www.w3.org/2000/svg}"


def bars(*pairs: tuple[str, int, int]) -> Chart:
    drawn = [Bar(label, Fraction(low), Fraction(high), str(low)) for label, low, high in pairs]
    return bar_chart("c1", ("图", "甲", "乙"), drawn, Scale(Fraction(100), "分"), "zh")


def money(planned: list[tuple[int, int]], spent: list[tuple[date, int]]) -> MoneyPart:
    def shown(amount: int) -> Figure:
        return Figure(Fraction(amount), str(amount))

    return MoneyPart(
        Figure(), Figure(), Figure(),
        tuple(Planned(month, shown(amount)) for month, amount in planned),
        tuple(Spent(day, shown(amount)) for day, amount in spent), ("缺口",),
    )  # fmt: skip


def values_of(chart: Chart) -> list[dict[str, str]]:
    return chart.spec["data"]["values"]


def test_specifications_hold_no_binary_fractions() -> None:
    report = seed_report()
    charts = [*charts_of_department(report.departments[0], report.projects, "zh")]
    charts += [chart for project in report.projects for _, chart in curves_of_project(project, "zh")]
    assert len(charts) > 8

    def refuse(text: str) -> None:
        raise AssertionError(text)

    for chart in charts:
        json.loads(json.dumps(chart.spec), parse_float=refuse)


def test_bars_begin_at_zero_and_open_ones_are_dashed() -> None:
    chart = bars(("甲", 98, 98), ("乙", 89, 99))
    full, rest = chart.spec["layer"][:2]
    assert full["encoding"]["x"]["scale"]["domain"] == [0, 100]
    assert rest["mark"]["strokeDash"]
    drawn = etree.fromstring(str(draw(chart)))
    heights = [each for each in drawn.iter(SVG + "path") if each.get("stroke-dasharray") == "3,2"]
    assert len(heights) == 1


def test_too_many_bars_are_counted() -> None:
    chart = bars(*((str(n), n % 100, n % 100) for n in range(MOST_BARS + 3)))
    assert len(values_of(chart)) == len(chart.rows) == MOST_BARS
    assert "另有 3 个" in chart.note


def test_spending_is_not_drawn_before_it_was_recorded() -> None:
    chart = draw_payments("m", money([(6, 50_000)], [(date(2022, 6, 30), 40_000)]), "zh")
    points = [(each["series"], each["month"], each["amount"]) for each in values_of(chart)]
    plan, done = "支出计划（累计）", "执行数（累计）"
    assert points == [(plan, "0.000", "0.000000"), (plan, "6.000", "5.000000"), (done, "6.000", "4.000000")]
    assert "缺口" in chart.note
    assert chart.rows == (("6月底", plan, "50000"), ("2022-06-30", done, "40000"))


def test_nothing_to_draw() -> None:
    assert draw_payments("m", money([], []), "zh") is None


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_labels(text: str) -> None:
    made = str(draw(bars((text, 50, 60))))
    drawn = etree.fromstring(made.encode())
    names = {etree.QName(each).localname for each in drawn.iter() if isinstance(each.tag, str)}
    assert names <= {"svg", "g", "path", "line", "text", "title", "desc", "rect", "defs", "clipPath", "tspan"}
    assert not any(name.startswith("on") for each in drawn.iter() for name in each.attrib)
    assert len(made) < 40_000


def test_ids_are_the_page_s_own() -> None:
    chart = bars(("甲", 1, 1))
    clipped = (
        '<defs><clipPath id="clip0"></clipPath></defs><g clip-path="url(#clip0)"><text>id="x"</text></g>'
    )
    made = f'<svg width="1">{clipped}</svg>'
    drawn = str(embed(made, chart))
    assert 'id="c1-clip0"' in drawn
    assert "url(#c1-clip0)" in drawn
    assert '<text>id="x"</text>' in drawn


@pytest.mark.parametrize("name", ["script", "a", "image", "foreignObject", "style", "use"])
def test_strange_elements_are_refused(name: str) -> None:
    with pytest.raises(AssertionError):
        embed(f"<svg ><{name}></{name}></svg>", bars(("甲", 1, 1)))


def test_described_and_coloured_by_the_page() -> None:
    chart = chart_of_groups("g", seed_report().projects[0].groups, "zh")
    drawn = str(draw(chart))
    assert 'role="img" aria-labelledby="g-title g-desc"' in drawn
    assert '<title id="g-title">各类指标完成情况</title>' in drawn
    assert "产出指标 97.92%" in drawn
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)) - {"none", "transparent"}
    assert colours <= {f"var(--{name})" for name in ("ink", "faint", "line", "bar", "accent", "paper")}
