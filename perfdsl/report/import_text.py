"""The report of an import on a terminal: what a person has to look at first, then notes, counts and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.importers.draft import FormDraft, Imported
from perfdsl.report import import_words as words
from perfdsl.report.cells import one_line
from perfdsl.report.import_aside import aside_lines
from perfdsl.report.import_counts import Counts, add_counts, count_document, count_form
from perfdsl.report.import_doubts import doubt_lines
from perfdsl.report.import_fields import fields_of, fields_of_department
from perfdsl.report.import_lines import Lines, lines_for
from perfdsl.report.import_report import ImportReport
from perfdsl.report.import_summary import (
    form_code,
    form_title,
    join,
    say_attention,
    say_budget,
    say_budgets,
    say_cells,
    say_document,
    say_weights,
)
from perfdsl.report.options import Options
from perfdsl.report.paint import Style

MOST_FORMS: Final = 200
"""Forms of one document that the table of counts lists."""
MOST_SHEETS: Final = 50
_RIGHT: Final = frozenset({0, 2, 3, 4, 5, 6})


def render(reports: Sequence[ImportReport], _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write lines of at most ``options.width`` cells (at least 60); diagnostics have their own form."""
    to = lines_for(options)
    blocks = ["\n".join(_document(report, to)) for report in reports]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _document(report: ImportReport, to: Lines) -> Iterator[str]:
    imported, counts = report.imported, count_document(report.imported)
    yield from to.hung("", one_line(imported.file), "strong", whole=True)
    yield from to.hung("", to.say(say_document(imported, counts)))
    for said in imported.second:
        yield from to.hung("", to.say(said))
    style: Style = "warning" if counts.to_look_at else "met"
    yield from to.hung("", to.say(say_attention(counts)), style, whole=True)
    if not imported.forms and imported.department is None:
        yield from to.hung("", to.say(words.NO_FORMS), "warning", whole=True)
    yield from _attention(imported, to)
    yield from aside_lines(imported, to)
    if imported.forms:
        yield from ["", *_counts(imported.forms, counts, to)]
    yield from _sheets(report.sheets, to)


def _attention(imported: Imported, to: Lines) -> Iterator[str]:
    if imported.reasons:
        yield from ["", *doubt_lines((), imported.reasons, None, to)]
    if imported.department is not None:
        marked = [named for named in fields_of_department(imported.department) if named.is_marked]
        if marked:
            yield from ["", to.paint(to.say(words.DEPARTMENT), "strong"), *doubt_lines(marked, (), None, to)]
    for number, form in enumerate(imported.forms, start=1):
        found = [named for named in fields_of(form) if named.is_marked]
        if found or form.reasons:
            yield ""
            yield from _heading(number, form, to)
            yield from doubt_lines(found, form.reasons, form, to)


def _heading(number: int, form: FormDraft, to: Lines) -> Iterator[str]:
    counts = count_form(form)
    named = f"{to.say(form_title(form))} {one_line(form_code(form))}".rstrip(" ")
    yield from to.hung(f"{number} ", named, "strong", whole=True)
    weights = say_weights(counts)
    said = join(
        (
            words.FORMS[form.kind],
            words.things(counts.rows, "行", "row"),
            Text(f"权重合计 {weights.zh}", f"weights {weights.en}"),
            Text(f"预算 {say_budget(form)}", f"budget {say_budget(form)}"),
            say_attention(counts),
        )
    )
    yield from to.hung("  ", to.say(said), "faint", whole=True)


def _counts(forms: Sequence[FormDraft], counts: Counts, to: Lines) -> Iterator[str]:
    """The table that a person holds against the paper, and why."""
    headings = ("", *(to.say(heading) for heading in words.COLUMNS))
    listed = [
        (str(number), to.say(form_title(form)), *_numbers(count_form(form), one_line(say_budget(form))))
        for number, form in enumerate(forms[:MOST_FORMS], start=1)
    ]
    sums = _numbers(add_counts(map(count_form, forms)), one_line(say_budgets(forms)))
    total = ("", to.say(words.TOTAL), *sums)
    yield from to.table([headings, *listed, total], flexible=1, right=_RIGHT)
    if len(forms) > MOST_FORMS:
        more = len(forms) - MOST_FORMS
        yield to.say(Text(f"（另有 {more} 张表计入合计，没有列出）", f"({more} more forms are in the total)"))
    if counts.rows_without_weight:
        unread = counts.rows_without_weight
        row = words.things(unread, "", "row").en
        yield from to.hung(
            "* ", to.say(Text(f"另有 {unread} 行的权重没有读出", f"the weight of {row} was not read"))
        )
    yield from to.hung("", to.say(words.count_fields(counts.statuses)))
    if counts.cells:
        yield from to.hung("", to.say(words.beside(Text("单元格：", "Cells: "), say_cells(counts), "", "")))
    yield from to.hung("", to.say(words.COMPARE), "strong", whole=True)


def _numbers(counts: Counts, budget: str) -> tuple[str, ...]:
    weights = "-" if counts.weights is None else format(counts.weights, "f")
    cells = f"{counts.cells_used}/{counts.cells}" if counts.cells else "-"
    star = "*" if counts.rows_without_weight else ""
    return (str(counts.rows), weights + star, budget, cells, str(counts.to_look_at))


def _sheets(sheets: Sequence[str], to: Lines) -> Iterator[str]:
    if not sheets:
        return
    yield from ["", to.say(words.files_written(len(sheets)))]
    yield from chain.from_iterable(to.hung("  ", one_line(name)) for name in sheets[:MOST_SHEETS])
    if len(sheets) > MOST_SHEETS:
        yield f"  … {len(sheets) - MOST_SHEETS}"
