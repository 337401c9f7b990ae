"""The fields of a form as rows of an HTML table: printed, read as, status, why, and the place beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from perfdsl.diagnostic import Language, Text
from perfdsl.documents.document import InSheet, InTable, OnPage, Spot
from perfdsl.importers.draft import DraftRow, Field
from perfdsl.importers.tidy_text import tidy
from perfdsl.report import import_words as words
from perfdsl.report.import_fields import Named, Part
from perfdsl.report.import_pictures import Crop, Pictures
from perfdsl.report.import_values import say_value
from perfdsl.report.markup import Markup, joined, tag

HEADINGS: Final = (
    Text("栏目", "Field"),
    Text("印着", "Printed"),
    Text("读作", "Read as"),
    Text("状态", "Status"),
    Text("缘由", "Why"),
    Text("原件", "Source"),
)
_KINDS: Final = ("label", "raw", "value", "status", "why", "source")
_PARTS: Final[dict[Part, Text]] = {
    "head": Text("表头", "Head"),
    "money": Text("资金", "Money"),
    "plan": Text("支出计划", "Plan"),
    "goal": Text("目标", "Goals"),
    "row": Text("指标", "Indicators"),
}
_MOST_CROPS = 3
_NEIGHBOUR = 24


class Listing(NamedTuple):
    """A form as a table: where its anchors begin (``d1f2``), its rows, the pictures of its document."""

    anchor: str
    rows: Sequence[DraftRow]
    pictures: Pictures
    language: Language

    def say(self, text: Text) -> str:
        """Give a sentence in the language of the page."""
        return text.say(self.language)

    def anchor_of(self, index: int) -> str:
        """Name a field by its position among the fields of its form."""
        return f"{self.anchor}n{index}"


def field_table(fields: Sequence[tuple[int, Named]], listing: Listing) -> Markup:
    """Write fields, each with its position in its form; a row of indicators has a heading of its own."""
    columns = joined(tag("col", class_=kind) for kind in _KINDS)
    headings = joined(tag("th", listing.say(heading), scope="col") for heading in HEADINGS)
    return tag(
        "table",
        tag("colgroup", columns),
        tag("thead", tag("tr", headings)),
        tag("tbody", joined(_rows(fields, listing))),
        class_="fields",
    )


def _rows(fields: Iterable[tuple[int, Named]], listing: Listing) -> Iterator[Markup]:
    before: tuple[Part, int] | None = None
    above: dict[Text, tuple[Spot, ...]] = {}
    last: tuple[Spot, ...] = ()
    for index, named in fields:
        if (named.part, named.number) != before:
            before = (named.part, named.number)
            yield _part(named, listing)
        spots = named.field.spots
        is_same = bool(spots) and spots in (last, above.get(named.label))
        above[named.label] = last = spots
        yield from _row(index, named, listing, is_same=is_same)


def _part(named: Named, listing: Listing) -> Markup:
    said, marked = listing.say(_PARTS[named.part]), ""
    if named.number:
        row = listing.rows[named.number - 1]
        said = (
            f"{listing.say(words.row_label(named.number))} · {row.text('name') or listing.say(words.UNNAMED)}"
        )
        marked = "marked" if row.is_marked else ""
    return tag("tr", tag("th", said, colspan="6", scope="rowgroup"), class_=f"part {marked}".strip())


def _row(index: int, named: Named, listing: Listing, *, is_same: bool) -> Iterator[Markup]:
    """Give the row of a field, and below it those pictures that are too wide to stand beside it."""
    field = named.field
    crops = [] if is_same else list(_crops(field, listing))
    status = tag("span", listing.say(words.STATUSES[field.status]), class_=f"status {field.status}")
    beside = [crop.markup for crop in crops if not crop.is_wide]
    yield tag(
        "tr",
        tag("th", joined(_label(named, listing), " "), scope="row"),
        tag("td", field.raw.strip("\n"), class_="raw"),
        tag("td", _read_as(field, listing), class_="value"),
        tag("td", status),
        tag("td", _why(field, listing), class_="why"),
        tag("td", *beside, *_source(named, listing, is_same=is_same), class_="source"),
        id=listing.anchor_of(index),
        class_=field.status,
    )
    for crop in crops:
        if crop.is_wide:
            yield tag("tr", tag("td", crop.markup, colspan="6"), class_=f"{field.status} wide")


def _crops(field: Field, listing: Listing) -> Iterator[Crop]:
    for spot in field.spots[:_MOST_CROPS]:
        crop = listing.pictures.crop(spot) if isinstance(spot, OnPage) else None
        if crop is not None:
            yield crop


def _label(named: Named, listing: Listing) -> Iterator[str]:
    yield listing.say(named.label)
    if named.is_left_out:
        yield tag("span", listing.say(Text("不写入", "not written")), class_="badge")


def _read_as(field: Field, listing: Listing) -> str:
    said = say_value(field.value, listing.language)
    if not said:
        return "—"
    is_same = "".join(said.split()) == "".join(field.raw.split())
    return tag("span", listing.say(Text("同左", "as printed")), class_="faint") if is_same else said


def _why(field: Field, listing: Listing) -> Markup:
    said = [listing.say(reason) for reason in field.reasons if field.status != "missing"]
    said += [listing.say(words.beside(Text("注：", "note: "), note, "", "")) for note in field.notes]
    if field.alternatives:
        ways = listing.say(Text("；", "; ")).join(map(listing.say, field.alternatives))
        said.append(listing.say(words.POSSIBLE) + ways)
    return tag("ul", joined(tag("li", each) for each in said)) if said else Markup("")


def _source(named: Named, listing: Listing, *, is_same: bool) -> Iterator[Markup]:
    """Say where a field stands; what has no picture is shown among its neighbours where it is marked."""
    spots = named.field.spots
    if is_same:
        yield tag("span", listing.say(Text("同上", "as above")), class_="faint")
    elif named.is_marked and named.number and spots and not isinstance(spots[0], OnPage):
        yield _neighbours(named, listing)
    yield tag("span", listing.say(words.places(spots)), class_="place")


def _neighbours(named: Named, listing: Listing) -> Markup:
    """Show the row as it is printed, with the cell marked."""
    shown = []
    for field in sorted(listing.rows[named.number - 1].fields.values(), key=_across):
        said = tidy(field.raw)
        short = said if len(said) <= _NEIGHBOUR else said[:_NEIGHBOUR] + "…"
        shown.append(tag("mark", short or "　") if field is named.field else tag("span", short))
    return tag("div", joined(shown, " │ "), class_="row")


def _across(field: Field) -> tuple[int, str]:
    """Order the cells of a row from left to right."""
    match field.spots[:1]:
        case (InTable(column=column),):
            return column, ""
        case (InSheet(ref=ref),):
            return len(ref.partition(":")[0]), ref
        case _:
            return 0, ""
