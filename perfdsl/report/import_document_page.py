"""One document in the page of an import: counts, what needs looking at, then its forms with every field."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Language, Text
from perfdsl.importers.draft import Imported
from perfdsl.report import import_words as words
from perfdsl.report.import_counts import Counts, add_counts, count_document, count_form
from perfdsl.report.import_field_rows import Listing
from perfdsl.report.import_fields import Named
from perfdsl.report.import_form_page import Section, form_section, list_unused
from perfdsl.report.import_pictures import Pictures
from perfdsl.report.import_report import ImportReport
from perfdsl.report.import_room import Room, sections_of
from perfdsl.report.import_summary import (
    form_title,
    join,
    say_attention,
    say_budget,
    say_budgets,
    say_cells,
    say_document,
    say_weights,
    shortened,
)
from perfdsl.report.markup import Markup, joined, tag

_MOST_INDEXED, _MOST_FORMS, _MOST_SHEETS = 500, 1000, 1000


def document_page(
    number: int, report: ImportReport, pictures: Pictures, language: Language, room: Room
) -> Markup:
    """Write the part of the page that is about one document; ``number`` begins its anchors."""
    imported, counts = report.imported, count_document(report.imported)
    sections = [
        Section(
            at,
            form := imported.forms[at - 1] if at else None,
            fields,
            room.take(fields),
            Listing(f"d{number}f{at}", form.rows if form else (), pictures, language),
        )
        for at, fields in sections_of(imported)
    ]
    return joined(
        (
            _summary(imported, counts, pictures.left_out, language),
            _table_of_counts(imported, f"d{number}f", language),
            tag("p", words.COMPARE.say(language), class_="compare"),
            _index(sections, language),
            _sheets(report.sheets, language),
            joined(form_section(section, language) for section in sections),
            list_unused(
                imported.unused, Text("表外没有用上的文字", "Text outside forms that no field took"), language
            ),
        )
    )


def _summary(imported: Imported, counts: Counts, left_out: int, language: Language) -> Markup:
    style = "check" if counts.to_look_at else "ok"
    said = [*imported.second, words.count_fields(counts.statuses)]
    if not imported.forms and imported.department is None:
        said.append(words.NO_FORMS)
    if left_out:
        said.append(Text(f"另有 {left_out} 页没有画出", f"{left_out} more pages are not pictured"))
    return joined(
        (
            tag("h2", imported.file),
            tag("p", say_document(imported, counts).say(language)),
            joined(tag("p", each.say(language), class_="faint") for each in said),
            joined(
                tag("p", f"! {each.say(language)}", class_="attention check") for each in imported.reasons
            ),
            tag("p", say_attention(counts).say(language), class_=f"attention {style}"),
        )
    )


def _table_of_counts(imported: Imported, anchor: str, language: Language) -> Markup:
    headings = [
        tag("th", heading.say(language), scope="col", class_="number" if at else "")
        for at, heading in enumerate(words.COLUMNS)
    ]
    rows = [
        _counted(
            tag("a", f"{at} {form_title(form).say(language)}", href=f"#{anchor}{at}"),
            count_form(form),
            say_budget(form),
            language,
        )
        for at, form in enumerate(imported.forms[:_MOST_FORMS], start=1)
    ]
    if not rows:
        return Markup("")
    sums = add_counts(map(count_form, imported.forms))
    total = _counted(words.TOTAL.say(language), sums, say_budgets(imported.forms), language)
    more = len(imported.forms) - _MOST_FORMS
    rest = Text(f"另有 {more} 张表计入合计，没有列出", f"{more} more forms are in the total, and not listed")
    return joined(
        (
            tag("table", tag("thead", tag("tr", joined(headings))), tag("tbody", joined([*rows, total]))),
            tag("p", rest.say(language)) if more > 0 else Markup(""),
        )
    )


def _counted(first: str, counts: Counts, budget: str, language: Language) -> Markup:
    cells = say_cells(counts).say(language)
    numbers = (str(counts.rows), say_weights(counts).say(language), budget, cells, str(counts.to_look_at))
    return tag("tr", tag("td", first), joined(tag("td", each, class_="number") for each in numbers))


def _index(sections: Sequence[Section], language: Language) -> Markup:
    """Links to all that is marked, conflicts first."""
    links = [
        (named.field.status != "conflict", _link(section, index, named, language))
        for section in sections
        for index, named in section.listed
        if named.is_marked
    ]
    links.sort(key=lambda link: link[0])
    more = sum(named.is_marked for section in sections for named in section.fields) - len(
        links[:_MOST_INDEXED]
    )
    if not links and not more:
        return Markup("")
    rest = tag("li", Text(f"还有 {more} 处", f"{more} more").say(language)) if more > 0 else Markup("")
    heading = tag("h3", Text("要看的地方", "What needs looking at").say(language))
    return joined(
        (heading, tag("ul", joined(link for _, link in links[:_MOST_INDEXED]), rest, class_="plain"))
    )


def _link(section: Section, index: int, named: Named, language: Language) -> Markup:
    status = tag(
        "span", words.STATUSES[named.field.status].say(language), class_=f"status {named.field.status}"
    )
    title = form_title(section.form) if section.form else words.DEPARTMENT
    parts = [title, named.label]
    if named.number and section.form:
        name = section.form.rows[named.number - 1].text("name") or words.UNNAMED.say(language)
        parts[1:1] = [words.beside(words.row_label(named.number), Text(name, name), " ", " ")]
    why = named.field.reasons[0].say(language) if named.field.reasons else ""
    place = tag("a", join(parts).say(language), href=f"#{section.listing.anchor_of(index)}")
    return tag("li", status, " ", place, f" {shortened(why)}")


def _sheets(sheets: Sequence[str], language: Language) -> Markup:
    if not sheets:
        return Markup("")
    listed = joined(tag("li", name) for name in sheets[:_MOST_SHEETS])
    heading = tag("h3", words.files_written(len(sheets)).say(language))
    return joined((heading, tag("ul", listed, class_="plain")))
