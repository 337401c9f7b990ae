"""One form in the page of an import: its heading, every field as a row, and below it what was not used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.diagnostic import Language, Text
from perfdsl.importers.draft import FormDraft, Unused
from perfdsl.importers.tidy_text import tidy
from perfdsl.report import import_words as words
from perfdsl.report.import_counts import count_form
from perfdsl.report.import_field_rows import Listing, field_table
from perfdsl.report.import_fields import Named
from perfdsl.report.import_summary import (
    form_code,
    form_title,
    join,
    say_attention,
    say_budget,
    say_weights,
    shortened,
)
from perfdsl.report.markup import Markup, joined, tag

MOST_UNUSED = 500
"""Unused cells and lines of one form that are listed."""


class Section(NamedTuple):
    """The department (0) or a form: all its fields, and those that are listed."""

    number: int
    form: FormDraft | None
    fields: tuple[Named, ...]
    listed: list[tuple[int, Named]]
    listing: Listing


def form_section(section: Section, language: Language) -> Markup:
    """Write the department or a form; fields that are not listed are counted."""
    form = section.form
    title = words.DEPARTMENT if form is None else form_title(form)
    lead = f"{section.number} " if section.number else ""
    return joined(
        (
            tag("h2", f"{lead}{title.say(language)}", id=section.listing.anchor, class_="form"),
            joined(_head_of(form, language)) if form else Markup(""),
            field_table(section.listed, section.listing) if section.listed else Markup(""),
            _rest(section, language),
            joined(_asides(form, language)) if form else Markup(""),
        )
    )


def _head_of(form: FormDraft, language: Language) -> Iterator[Markup]:
    counts, code = count_form(form), form_code(form)
    weights, budget = say_weights(counts), say_budget(form)
    said = join(
        (
            Text(code, code),
            words.FORMS[form.kind],
            words.things(counts.rows, "行", "row"),
            Text(f"权重合计 {weights.zh}", f"weights {weights.en}"),
            Text(f"预算 {budget}", f"budget {budget}"),
        )
    )
    yield tag("p", said.say(language), class_="faint")
    style = "check" if counts.to_look_at else "ok"
    yield tag("p", say_attention(counts).say(language), class_=f"attention {style}")
    yield from (tag("p", f"! {reason.say(language)}", class_="attention check") for reason in form.reasons)


def _rest(section: Section, language: Language) -> Markup:
    more = len(section.fields) - len(section.listed)
    said = Text(f"其余 {more} 栏没有列在这里", f"{more} other fields are not listed here")
    return tag("p", said.say(language), class_="faint") if more else Markup("")


def _asides(form: FormDraft, language: Language) -> Iterator[Markup]:
    yield list_unused(form.passed_over, Text("略过的行", "Passed over"), language)
    yield list_unused(form.unused, Text("没有用上的文字", "Cells and lines that no field took"), language)


def list_unused(unused: Sequence[Unused], heading: Text, language: Language) -> Markup:
    """List texts that no field took, each with its reason and place; nothing where there are none."""
    if not unused:
        return Markup("")
    listed = [
        tag(
            "li",
            f"“{shortened(tidy(each.text))}” {each.reason.say(language)} ",
            tag("span", words.places(each.spots).say(language), class_="place"),
        )
        for each in unused[:MOST_UNUSED]
    ]
    more = len(unused) - len(listed)
    rest = tag("li", Text(f"还有 {more} 处", f"{more} more").say(language)) if more else Markup("")
    return joined((tag("h3", heading.say(language)), tag("ul", joined(listed), rest, class_="plain")))
