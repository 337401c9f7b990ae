"""What the text report of an import tells aside: notes, blanks, fields not written, cells not used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import Imported, Unused
from perfdsl.importers.tidy_text import tidy
from perfdsl.report import import_words as words
from perfdsl.report.cells import cut, one_line
from perfdsl.report.import_fields import Named, fields_of, fields_of_department
from perfdsl.report.import_lines import Lines
from perfdsl.report.import_summary import say_alike, say_forms

MOST_UNUSED: Final = 30
"""Unused cells and lines that are listed one by one."""
_PRINTED = 40
_MOST_FORMS = 8

NOTES: Final = Text("按规则读出、已经写入的，请过目：", "Read by a rule and written; please look over:")
BLANK: Final = Text("空白的栏目：", "Printed without content:")
LEFT_OUT: Final = Text("读到、没有写入的：", "Read, not written to the sheet:")
PASSED_OVER: Final = Text("略过的行：", "Passed over:")
UNUSED: Final = Text("没有用上的文字：", "Cells and lines that no field took:")

Numbered = tuple[int, Named]
"""A field with the number of its form, from 1; 0 is the department."""


def aside_lines(imported: Imported, to: Lines) -> Iterator[str]:
    """Write each part that has anything to tell under its own heading."""
    fields = tuple(numbered_fields(imported))
    parts = (
        (NOTES, _notes(fields, to)),
        (BLANK, _labels([named for _, named in fields if named.field.status == "missing"], to)),
        (LEFT_OUT, _labels([named for _, named in fields if named.is_left_out], to)),
        (PASSED_OVER, _unused([each for form in imported.forms for each in form.passed_over], to)),
        (UNUSED, _unused(all_unused(imported), to)),
    )
    for heading, lines in parts:
        found = list(lines)
        if found:
            yield from ["", to.paint(to.say(heading), "strong"), *found]


def numbered_fields(imported: Imported) -> Iterator[Numbered]:
    """Give every field of a document with the number of its form."""
    if imported.department is not None:
        yield from ((0, named) for named in fields_of_department(imported.department))
    for number, form in enumerate(imported.forms, start=1):
        yield from ((number, named) for named in fields_of(form))


def all_unused(imported: Imported) -> list[Unused]:
    """Give what no field took: in forms, then outside them."""
    return [*(each for form in imported.forms for each in form.unused), *imported.unused]


def _notes(fields: Iterable[Numbered], to: Lines) -> Iterator[str]:
    """Each note once, with the forms and fields that it is about."""
    about: dict[Text, dict[int, list[Named]]] = {}
    for number, named in fields:
        for note in named.field.notes:
            about.setdefault(note, {}).setdefault(number, []).append(named)
    for note, forms in about.items():
        yield from to.hung("  · ", to.say(note))
        whose: dict[str, list[int]] = {}
        for number, held in forms.items():
            whose.setdefault(to.listed(map(to.say, say_alike(held))), []).append(number)
        said = [f"{to.say(say_forms(numbers))} {labels}" for labels, numbers in whose.items()]
        more = "…" if len(said) > _MOST_FORMS else ""
        listed = to.listed(said[:_MOST_FORMS], Text("；", "; "))
        yield from to.hung("      ", listed + more, "faint", whole=True)


def _labels(fields: Iterable[Named], to: Lines) -> Iterator[str]:
    counted = Counter(named.label for named in fields)
    said = [to.say(label) + (f" ×{number}" if number > 1 else "") for label, number in counted.items()]
    if said:
        yield from to.hung("  ", to.listed(said))


def _unused(unused: Sequence[Unused], to: Lines) -> Iterator[str]:
    for each in unused[:MOST_UNUSED]:
        where = to.say(words.places(each.spots))
        shown = cut(one_line(tidy(each.text)), _PRINTED)
        said = f"“{shown}” {to.say(each.reason)}" + (f" · {where}" if where else "")
        yield from to.hung("  · ", said)
    if len(unused) > MOST_UNUSED:
        more = len(unused) - MOST_UNUSED
        yield to.say(Text(f"  还有 {more} 处，见 json 报告", f"  {more} more, see the json report"))
