"""Clicks through the page of a report as a reader would, at a desk, on a phone, in the dark and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from perfdsl.annual.save_page import save_page
from perfdsl.diagnostic import Diagnostics
from tests.annual.browser import needs_browser, opened
from tests.annual.reports import hostile_report, linxi_report

pytestmark = [needs_browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 740}
FAULTS = {"serious", "critical"}


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    data = save_page(linxi_report(), Diagnostics())
    assert data is not None
    path.write_bytes(data)
    return path


@pytest.fixture(scope="module")
def pages() -> Iterator[Any]:
    with opened(viewport=DESK) as page:
        yield page


@pytest.fixture
def page(pages: Any, page_file: Path) -> Any:
    said: list[str] = []
    pages.on("pageerror", lambda error: said.append(str(error)))
    pages.emulate_media(media="screen", color_scheme="light")
    pages.set_viewport_size(DESK)
    pages.goto(page_file.as_uri())
    assert said == []
    return pages


def is_seen(page: Any, anchor: str) -> bool:
    return page.evaluate(
        """anchor => {
            const box = document.getElementById(anchor).getBoundingClientRect();
            return box.height > 0 && box.top < innerHeight && box.bottom > 0;
        }""",
        anchor,
    )


def widths(page: Any) -> tuple[int, int]:
    return tuple(page.evaluate("[document.documentElement.scrollWidth, innerWidth]"))


def test_from_every_number_to_its_explanation_and_back(page: Any) -> None:
    lines = [line for project in linxi_report().projects for line in project.lines]
    for line in (lines[0], lines[4], lines[-1]):
        number = page.locator(f'table a[href="#{line.anchor}"]').first
        number.click()
        page.wait_for_timeout(60)
        assert page.url.endswith(f"#{line.anchor}")
        assert is_seen(page, line.anchor)
        told = page.locator(f'[id="{line.anchor}"]')
        assert line.name in told.inner_text()
        back = told.locator("a[href^='#']").last
        target = back.get_attribute("href").removeprefix("#")
        back.click()
        page.wait_for_timeout(60)
        assert is_seen(page, target)


def test_no_link_leads_nowhere_and_no_id_is_given_twice(page: Any) -> None:
    lost, twice = page.evaluate(
        """() => {
            const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
            const links = [...document.querySelectorAll('a[href]')].map(each => each.getAttribute('href'));
            const at = link => document.getElementById(decodeURIComponent(link.slice(1)));
            return [links.filter(link => !(link.startsWith('#') && at(link))),
                    ids.filter((id, at) => ids.indexOf(id) !== at)];
        }"""
    )
    assert lost == []
    assert twice == []


def test_nothing_is_asked_of_a_network(page: Any, page_file: Path) -> None:
    asked: list[str] = []

    def note(request: Any) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(page_file.as_uri())
    page.wait_for_load_state("networkidle")
    page.remove_listener("request", note)
    assert asked == [page_file.as_uri()]


def test_details_open(page: Any) -> None:
    details = page.locator("details")
    assert details.count() > 0
    first = details.first
    before = first.get_attribute("open")
    first.locator("summary").first.click()
    assert first.get_attribute("open") != before


def test_a_phone_does_not_scroll_sideways(page: Any) -> None:
    page.set_viewport_size(PHONE)
    scroll, inner = widths(page)
    assert scroll <= inner


def test_dark_and_paper_have_colours_of_their_own(page: Any) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(colour)
    assert light != dark
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(colour) in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize(
    ("scheme", "size"), [("light", DESK), ("dark", DESK), ("light", PHONE)], ids=["light", "dark", "phone"]
)
def test_axe_finds_no_serious_fault(page: Any, scheme: str, size: dict[str, int]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(media="screen", color_scheme=scheme)
    page.set_viewport_size(size)
    found = axe.run(page).response["violations"]
    assert [(each["id"], len(each["nodes"])) for each in found if each["impact"] in FAULTS] == []


def test_hostile_texts_are_shown_and_not_obeyed(pages: Any, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    data = save_page(hostile_report(), Diagnostics())
    assert data is not None
    path.write_bytes(data)
    said: list[str] = []
    pages.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    pages.set_viewport_size(PHONE)
    pages.goto(path.as_uri())
    assert said == []
    assert pages.evaluate("document.scripts.length") == 0
    assert "<script>alert(1)</script>" in pages.locator("body").inner_text()
    scroll, inner = widths(pages)
    assert scroll <= inner
