from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml import html

from perfdsl.annual import write_page as writing
from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.gather_annual import gather_annual
from perfdsl.annual.picture import embed
from perfdsl.annual.write_page import LONGEST_NAME, write_page
from perfdsl.annual.year import Wishes
from tests.annual.hostile import TEXTS, spoil
from tests.annual.year import seed_report, sheet, year_of

pytest.importorskip("vl_convert")

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section"),
    *("article", "footer"),
    *("a", "h1", "h2", "h3", "h4", "p", "dl", "dt", "dd", "div", "ul", "ol", "li", "span", "b"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *("figure", "figcaption", "details", "summary"),
    *("svg", "g", "path", "line", "text", "tspan", "rect", "desc", "defs", "clippath"),
}


@pytest.fixture(scope="module")
def report() -> AnnualReport:
    return seed_report()


@pytest.fixture(scope="module")
def page(report: AnnualReport) -> str:
    return write_page(report)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the drawings out of a test that is about words; ``test_picture`` has theirs."""
    monkeypatch.setattr(writing, "draw", lambda chart: embed("<svg ></svg>", chart))


def small(report: AnnualReport) -> AnnualReport:
    """A report with one project and two of its lines."""
    first = report.projects[0]
    return report._replace(projects=(first._replace(lines=first.lines[:2]),))


def tree_of(page: str) -> html.HtmlElement:
    return html.document_fromstring(
        page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
    )


def must_be_safe(page: str) -> None:
    page.encode("utf-8")  # no half character is left
    tree = tree_of(page)
    elements = [each for each in tree.iter() if isinstance(each.tag, str)]
    assert {each.tag for each in elements} <= ELEMENTS
    for each in elements:
        assert not any(name.startswith("on") for name in each.attrib)
        assert each.get("src") is None
        assert each.tag == "style" or "javascript" not in str(each.attrib)
        assert each.get("href", "#").startswith("#")
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\x00\x1b\u2028]", page)
    styles = tree.findall(".//style")
    assert len(styles) == 1
    assert "url(" not in styles[0].text
    assert "@import" not in styles[0].text


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.usefixtures("undrawn")
def test_no_text_of_others_becomes_markup(report: AnnualReport, text: str) -> None:
    written = write_page(spoil(small(report), text))
    must_be_safe(written)
    if text.startswith("<script"):
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in written
    assert "49" not in re.findall(r"<dt>(\d+)</dt>", written)


@pytest.mark.usefixtures("undrawn")
def test_hostile_names_come_through_the_language_too() -> None:
    name = "<img src=x onerror=1>&quot;"
    facts = f'实绩 “{name}” 2022-12-31\n  “里程<b>” = 11公里，原因 "<i>雨</i>"\n  执行数 9万元\n'
    year = year_of({"<a>.perf": sheet(name, indicator="里程<b>", facts=facts)})
    written = write_page(gather_annual(year))
    must_be_safe(written)
    assert "&lt;i&gt;雨&lt;/i&gt;" in written
    assert "&lt;img src=x onerror=1&gt;&amp;quot;" in written


@pytest.mark.usefixtures("undrawn")
def test_long_names_are_cut(report: AnnualReport) -> None:
    written = write_page(spoil(small(report), "长" * 10_000))
    assert "长" * LONGEST_NAME + "…" in written
    assert "长" * 4001 not in written


def test_page_stands_alone(page: str) -> None:
    must_be_safe(page)
    assert "<script" not in page
    policy = tree_of(page).find(".//meta[@http-equiv]").get("content")
    assert "default-src 'none'" in policy
    outside = set(re.findall(r"https?://[^\s\"'<]*", page))
    assert outside <= {"http://www.w3.org/2000/svg"}


def test_every_link_has_its_target_and_ids_are_unique(page: str) -> None:
    tree = tree_of(page)
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    links = [each.get("href")[1:] for each in tree.iter("a")]
    assert set(links) <= set(ids)
    named = [word for each in tree.iter() for word in (each.get("aria-labelledby") or "").split()]
    assert set(named) <= set(ids)


def test_each_number_of_a_line_leads_to_its_explanation(report: AnnualReport, page: str) -> None:
    tree = tree_of(page)
    for project in report.projects:
        for line in project.lines:
            (row,) = tree.xpath(f"//tr[@id='{line.anchor}-row']")
            links = {link.text_content(): link.get("href") for link in row.iter("a")}
            assert links[line.target] == f"#{line.anchor}-target"
            if line.actual:
                assert links[line.actual].startswith(f"#{line.anchor}")
            assert links[line.points.text].startswith(f"#{line.anchor}")
            (told,) = tree.xpath(f"//article[@id='{line.anchor}']")
            said = told.text_content()
            if line.source:
                assert line.source in said
                assert line.day in said
                assert line.evidence in said
            if line.name != "预算执行率":
                assert line.target_source in said


def test_a_line_stands_on_one_row_with_its_reason(page: str) -> None:
    (row,) = tree_of(page).xpath("//tr[@id='p1-1-row']")
    said = row.text_content()
    for part in ("≥12次", "11次", "91.67%", "12.50", "11.46", "未达标", "一次活动改为线上进行"):
        assert part in said


def test_invented_facts_are_marked_where_they_stand_and_first(report: AnnualReport, page: str) -> None:
    tree = tree_of(page)
    (note,) = tree.xpath("//header//p[@class='note']")
    assert "虚构" in note.text_content()
    with_fact = sum(line.is_invented for project in report.projects for line in project.lines)
    assert len(tree.xpath("//span[@class='badge']")) == with_fact > 20


@pytest.mark.usefixtures("undrawn")
def test_own_note_stands_first_and_last() -> None:
    written = write_page(seed_report(note="只供演示"))
    assert [each.text_content() for each in tree_of(written).xpath("//p[@class='note']")] == ["只供演示"] * 2


def test_charts_are_described_and_have_a_table(page: str) -> None:
    tree = tree_of(page)
    figures = list(tree.iter("figure"))
    assert len(figures) > 10
    for figure in figures:
        (svg,) = figure.iter("svg")
        assert svg.get("role") == "img"
        assert svg.find("title").text
        assert svg.find("desc").text
        assert figure.find(".//details//table") is not None


def test_headings_go_down_one_at_a_time(page: str) -> None:
    levels = [int(each.tag[1]) for each in tree_of(page).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_column_heads_have_a_scope(page: str) -> None:
    assert all(each.get("scope") for each in tree_of(page).iter("th"))


@pytest.mark.usefixtures("undrawn")
def test_english_page() -> None:
    written = write_page(seed_report(language="en"))
    tree = tree_of(written)
    assert tree.get("lang") == "en"
    assert "How the points came about" in written
    assert [each for each in ("得分率", "名次", "监控灯", "偏差原因") if each in written] == []


@pytest.mark.usefixtures("undrawn")
def test_what_is_left_out_is_said() -> None:
    year = year_of({f"{n}.perf": sheet(f"路{n}") for n in range(5)})
    report = gather_annual(year, Wishes(most_projects=2))
    assert report.omitted == 3
    written = write_page(report)
    assert "另有 3 个项目" in written
    must_be_safe(written)


@pytest.mark.usefixtures("undrawn")
def test_empty_report() -> None:
    written = write_page(gather_annual(year_of({"a.perf": ""})))
    must_be_safe(written)
