"""The page of an import: every field, links that lead somewhere, crops of pictures; no text is markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostic, Diagnostics, Text
from perfdsl.documents.document import Kind, OnPage
from perfdsl.documents.readers import READERS
from perfdsl.documents.readers.pdf.draw_page import draw_pages
from perfdsl.importers.draft import DraftRow, Field, FormDraft, Imported, Unused
from perfdsl.importers.import_document import import_document
from perfdsl.report.cells import cells
from perfdsl.report.import_fields import fields_of
from perfdsl.report.import_forms import IMPORTS
from perfdsl.report.import_report import ImportReport
from perfdsl.report.import_room import Room
from perfdsl.report.import_values import say_value
from perfdsl.report.options import Options
from tests.report import hostile
from tests.report.conftest import Golden
from tests.report.imported import all_fields, box, filled_form, plain_form, png, render, reports

FORMS = Path(__file__).parents[1] / "data" / "linxi-2022" / "forms"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_html(golden: Golden, language: str) -> None:
    golden(f"import.{language}.html", render("html", options=Options(language)))


def test_a_page_of_a_real_document_shows_each_of_its_fields() -> None:
    data, diagnostics = (FORMS / "ruled.pdf").read_bytes(), Diagnostics()
    document = READERS.get(".pdf")("ruled.pdf", data, diagnostics)
    imported = import_document(document)
    pictures = draw_pages(data, range(1, document.pages + 1), 60)
    page = Page(render("html", [ImportReport(imported, (), pictures, 60)]))
    assert len([at for at in page.all_of("id") if "n" in at]) == len(all_fields(imported))
    crops = [attrs["class"] for tag, attrs in page.elements if (attrs.get("class") or "").startswith("crop ")]
    assert set(crops) == {f"crop d1p{number}" for number in pictures}


class Page(HTMLParser):
    """What a browser would see: elements in their order, ids, links, texts."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all_of(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(attribute))]


def test_the_page_lists_every_field_and_its_links_lead_somewhere() -> None:
    page = Page(render("html"))
    assert page.open == []
    ids = page.all_of("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.all_of("href")} <= set(ids)
    rows = [at for at in ids if "n" in at]
    assert len(rows) == sum(len(all_fields(each.imported)) for each in reports())
    shown = {"".join(text.split()) for text in page.texts}
    for each in reports():
        for field in all_fields(each.imported):
            assert not field.raw or "".join(field.raw.split()) in shown
            said = "".join(say_value(field.value, "zh").split())
            assert said in shown or said in ("".join(field.raw.split()), "")


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    page = Page(render("html"))
    assert {tag for tag, _ in page.elements} & {
        "script",
        "link",
        "iframe",
        "img",
        "object",
        "form",
        "base",
    } == set()
    assert [
        name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "src"
    ] == []
    urls = re.findall(r"url\((.{0,22})", render("html"))
    assert urls == ["data:image/png;base64,"] * 2
    assert "http:" not in render("html")
    assert "https:" not in render("html")


def test_a_crop_is_a_window_on_the_picture_of_its_page() -> None:
    page = Page(render("html"))
    crops = [
        attrs
        for tag, attrs in page.elements
        if tag == "div" and (attrs.get("class") or "").startswith("crop ")
    ]
    assert {attrs["class"] for attrs in crops} == {"crop d1p1", "crop d1p2"}
    for attrs in crops:
        numbers = dict(re.findall(r"([a-z-]+): (-?\d+px(?: -?\d+px)?)", attrs["style"] or ""))
        width, height = (int(numbers[side].removesuffix("px")) - 2 for side in ("width", "height"))
        across, down = (int(size.removesuffix("px")) for size in numbers["background-size"].split())
        left, top = (-int(size.removesuffix("px")) for size in numbers["background-position"].split())
        assert 0 <= left <= left + width <= across + 1
        assert 0 <= top <= top + height <= down + 1
        assert 0 < width <= 942


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_doubt_without_a_picture_stands_among_its_neighbours(kind: Kind) -> None:
    form = plain_form(kind)
    row = DraftRow(dict(reversed(form.rows[0].fields.items())))
    written = render("html", [ImportReport(Imported("a", kind, (form._replace(rows=(row,)),)))])
    neighbours = re.findall('<div class="row">(.*?)</div>', written)
    assert [re.sub("</?span>", "", each) for each in neighbours] == [
        "产出指标 │ 质量指标 │ 虚构合格率 │ 虚构办法 │ <mark>9 5%</mark>"
    ]


def test_pages_that_are_no_pictures_or_outside_are_left_out() -> None:
    imported = reports()[0].imported
    far = Imported(
        "a.pdf",
        "pdf",
        (FormDraft("targets", {"name": Field("虚构", "虚构", (OnPage(1, 90000, 0, 99000, 10),))}, ()),),
    )
    for report in (
        ImportReport(imported, (), {1: b"GIF89a", 2: b""}, 75),
        ImportReport(imported, (), {1: png(9, 9)}, 0),
        ImportReport(far, (), {1: png(62, 88)}, 75),
    ):
        written = render("html", [report])
        assert 'class="crop' not in written
        assert "第 1 页" in written


def test_pages_without_a_picture_are_counted() -> None:
    imported = reports()[0].imported
    assert "另有 1 页没有画出" in render("html", [ImportReport(imported, (), {1: png(62, 88)}, 75)])
    assert "没有画出" not in render("html", [ImportReport(imported)])


def test_beyond_its_room_a_page_lists_marked_fields_and_counts_the_rest() -> None:
    fields = tuple(fields_of(filled_form()))
    room = Room(fields=40, marked=2)
    assert len(room.take(fields)) == 35
    assert [named.field.status for _, named in room.take(fields)] == ["conflict", "check"]
    assert room.take(fields) == []


def test_a_large_document_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.report.import_html.Room", lambda: Room(fields=10, marked=1))
    written = render("html")
    assert "其余 34 栏没有列在这里" in written
    assert re.findall("还有 (.) 处", written) == ["2", "1"]


@pytest.mark.parametrize(("language", "said"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_names_its_language(language: str, said: str) -> None:
    assert f'<html lang="{said}">' in render("html", options=Options(language))


def test_diagnostics_stand_in_the_page() -> None:
    found = Diagnostic("P0801", Text("读不出 <甲>", "cannot read"), ())
    written = IMPORTS.get("html")([], [found], Options("zh", omitted=2))
    assert "P0801: 读不出 &lt;甲&gt;" in written
    assert "还有 2 条未列出" in written


# ---------------------------------------------------------------- hostile texts

TRICKS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)",
    "</td></table></style>",
    "\u202egnp.exe", "&lt;", "' onmouseover='x", "]]>", "<!--", "\x00<b>", "url(//a)",
]  # fmt: skip
texts = hostile.texts | st.sampled_from(TRICKS) | st.lists(st.sampled_from(TRICKS), max_size=4).map("".join)
fields = st.builds(
    lambda raw, value, reason, note, other, status: Field(
        raw, value, box(1, 1), status, (Text(reason, reason),), (Text(note, note),), (Text(other, other),)
    ),
    texts, st.none() | texts, texts, texts, texts, st.sampled_from(["ok", "check", "missing", "conflict"]),
)  # fmt: skip


@settings(max_examples=60)
@given(
    st.lists(fields, min_size=4, max_size=4),
    st.lists(texts, min_size=3, max_size=3),
    st.sampled_from(IMPORTS.names()),
)
def test_any_text_is_harmless(held: list[Field], said: list[str], form: str) -> None:
    draft = FormDraft(
        "targets",
        {"name": held[0], "code": held[1]},
        (DraftRow({"name": held[2], "target": held[3]}),),
        reasons=(Text(said[0], said[0]),),
        unused=(Unused(said[1], box(2, 2), Text(said[0], said[0])),),
    )
    report = ImportReport(Imported(said[2], "pdf", (draft,)), (said[2],), {1: png(62, 88)}, 75)
    written = render(form, [report])
    assert hostile.obeyed(written) == set()
    if form == "text":
        assert [line for line in written.splitlines() if cells(line) > 80] == []
    if form == "html":
        page = Page(written)
        assert page.open == []
        assert {tag for tag, _ in page.elements} <= KNOWN
        assert written.count("</style>") == 1
        allowed = {
            "class",
            "id",
            "style",
            "href",
            "colspan",
            "scope",
            "lang",
            "charset",
            "content",
            "http-equiv",
            "name",
        }
        assert {name for _, attrs in page.elements for name in attrs} <= allowed
        assert all(link.startswith("#d") for link in page.all_of("href"))


KNOWN = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "li", "table", "thead",
    "tbody", "colgroup", "col", "tr", "th", "td", "a", "span", "mark", "div", "i",
}  # fmt: skip
