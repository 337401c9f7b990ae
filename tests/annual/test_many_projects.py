"""Reports with many projects, and with earlier years that had others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from perfdsl.annual import write_page as writing
from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.gather_annual import gather_annual
from perfdsl.annual.picture import embed
from perfdsl.annual.write_page import write_page
from tests.annual.reports import linxi_report
from tests.annual.year import sheet, year_of
from tests.cli.run import run

HEAD = "采用 国家自评2020\n\n部门 某局\n  编码 900\n  年度 2022\n"


def of_department(*names: str) -> dict[str, str]:
    texts = {f"{name}.perf": sheet(name, extra="  部门 900") for name in names}
    return {"部门.perf": HEAD, **texts}


def tree_of(report: AnnualReport, monkeypatch: pytest.MonkeyPatch) -> html.HtmlElement:
    monkeypatch.setattr(writing, "draw", lambda chart: embed("<svg ></svg>", chart))
    return html.document_fromstring(write_page(report))


@pytest.mark.parametrize(("many", "folded"), [(12, 0), (13, 1)])
def test_a_long_list_is_folded(monkeypatch: pytest.MonkeyPatch, many: int, folded: int) -> None:
    year = year_of({f"{n}.perf": sheet(f"路{n}") for n in range(many)})
    tree = tree_of(gather_annual(year), monkeypatch)
    assert len(tree.xpath("//nav//details")) == folded
    assert len(tree.xpath("//nav//ol/li")) == many


def test_what_is_urgent_is_folded_beyond_eight(monkeypatch: pytest.MonkeyPatch) -> None:
    report = linxi_report("2022-07-31")
    first = report.urgent[0]
    tree = tree_of(report._replace(urgent=(first,) * 11), monkeypatch)
    assert [len(each) for each in tree.xpath("//ol[@class='urgent']")] == [8, 3]


def test_other_projects_in_an_earlier_year_are_told() -> None:
    now, before = year_of(of_department("甲", "乙")), year_of(of_department("甲", "丙", "丁"))
    report = gather_annual(now._replace(earlier=[("2021", before.scorecard)]))
    department = next(each for each in report.departments if each.code)
    assert "新增 1 个，不再有 2 个" in department.years_note
    same = gather_annual(now._replace(earlier=[("2021", now.scorecard)]))
    assert next(each for each in same.departments if each.code).years_note == ""


def test_lights_and_this_year_lead_to_explanations(monkeypatch: pytest.MonkeyPatch) -> None:
    report = linxi_report("2022-07-31")
    project = report.projects[0]
    tree = tree_of(report, monkeypatch)
    assert tree.xpath(f"//td[contains(@class, 'c-state')]/a[@href='#{project.lines[0].anchor}']")
    now = year_of(of_department("甲"))
    years = tree_of(gather_annual(now._replace(earlier=[("2021", now.scorecard)])), monkeypatch)
    assert years.xpath("//caption[text()='年度比较']/following-sibling::tbody/tr[2]//a[@href='#p1-total']")
    ids = set(years.xpath("//@id"))
    assert {each[1:] for each in years.xpath("//a/@href")} <= ids


def test_no_page_names_a_folder_that_was_given_in_full(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    for name, text in of_department("甲", "乙").items():
        (tmp_path / "甲" / name).write_text(text, encoding="utf-8")
    out = tmp_path / "r.html"
    assert run("report", tmp_path / "甲", "-o", out).code == 0
    page = out.read_text(encoding="utf-8")
    assert str(tmp_path) not in page
    assert re.search(r">甲\.perf:\d", page)
