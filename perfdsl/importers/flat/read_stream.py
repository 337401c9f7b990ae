"""Reads forms out of a stream of characters that has no grid: text dumped from a PDF, or a PDF read again."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Line
from perfdsl.importers.draft import DraftRow, FormDraft, Unused
from perfdsl.importers.flat import messages, messages_form
from perfdsl.importers.flat.cells import Stretch, words_at
from perfdsl.importers.flat.cut_forms import Region, cut_forms
from perfdsl.importers.flat.find_sections import Section, find_department
from perfdsl.importers.flat.flow import MOST_IN_LINE, MOST_LINES, Flow, flow_of
from perfdsl.importers.flat.list_unused import list_unused
from perfdsl.importers.flat.read_goals import read_goals
from perfdsl.importers.flat.read_head import doubt_head, read_head
from perfdsl.importers.flat.read_plan import find_between, read_plan
from perfdsl.importers.flat.read_table import header_cells, read_table
from perfdsl.importers.flat.refuse_form import has_columns_side_by_side, refusal

_MOST_KEPT = 200


def read_stream(lines: Sequence[Line]) -> tuple[tuple[FormDraft, ...], tuple[Unused, ...]]:
    """Read all forms of a stream, and give what is in none of them.

    Of ``MOST_LINES`` at most; never raises. A field that is not sure is ``check``, and a form whose rows may
    not be all there says so in its ``reasons``.
    """
    flow = flow_of(lines)
    forms: list[FormDraft] = []
    unused = [
        Unused(line.text, (line.spot,), messages_form.page_number())
        for line in flow.page_numbers[:_MOST_KEPT]
    ]
    regions = list(cut_forms(flow))
    sections = find_department(flow, regions)
    edge = regions[0].start if regions else len(flow.text)
    unused += _outside(flow, sections, (0, edge), messages_form.not_in_a_form())
    for region in regions:
        reason = refusal(flow, region)
        if reason is not None:
            unused += _paragraph(flow, (region.start, region.limit), reason)
        else:
            forms.append(_read_region(flow, region))
            unused += _outside(flow, sections, (region.end, region.limit), messages_form.after_table())
    unused += _rest_of_lines(flow)
    if flow.is_cut_short:
        unused.append(Unused("", (), messages_form.cut_short(MOST_LINES)))
    return tuple(_doubt_titles(forms)), tuple(unused)


def _rest_of_lines(flow: Flow) -> list[Unused]:
    """Give what stands behind the part of a line that is read."""
    reason = messages_form.line_too_long(MOST_IN_LINE)
    return [
        Unused(line.text[MOST_IN_LINE:], (line.spot,), reason)
        for line in flow.lines
        if line.text[MOST_IN_LINE:].strip()
    ]


def _outside(flow: Flow, sections: Sequence[Section], stretch: Stretch, reason: Text) -> list[Unused]:
    """Give what stands outside the forms in a stretch, and is no section of the department's part, either."""
    left: list[Unused] = []
    at, end = stretch
    for section in sorted(sections, key=lambda each: each.heading):
        if at <= section.heading[0] < end:
            left += _paragraph(flow, (at, section.heading[0]), reason)
            at = max(at, section.body[1])
    return [*left, *_paragraph(flow, (at, end), reason)]


def _paragraph(flow: Flow, stretch: Stretch, reason: Text) -> list[Unused]:
    if stretch[0] >= stretch[1]:
        return []
    return [Unused(flow.raw(*stretch), flow.spots(*stretch), reason)]


def _read_region(flow: Flow, region: Region) -> FormDraft:
    """Read the form of one region."""
    form, table = _read_above(flow, region), (region.headers[0].start, region.end)
    if has_columns_side_by_side(flow, *table):
        form = _refuse_rows(flow, form, table)
    else:
        form = _read_rows(flow, region, form)
    return form._replace(unused=(*form.unused, *list_unused(flow, region.start, region.end)))


def _read_above(flow: Flow, region: Region) -> FormDraft:
    """Read what stands above the table."""
    header = region.headers[0]
    between = find_between(flow, region.title_end, header.start)
    head = read_head(flow, region, between.start)
    if between.plan is not None:
        head["plan_header"] = words_at(flow, between.plan)
    plan, goals = read_plan(flow, between), read_goals(flow, between.goals, between.end)
    form = FormDraft("targets", head, (), plan, goals)
    breaks = flow.has_page_break(region.title_end, header.start)
    return doubt_head(form, messages.over_page_head()) if breaks else form


def _refuse_rows(flow: Flow, form: FormDraft, table: Stretch) -> FormDraft:
    """Leave a table unread, and doubt all that stands above it: it was printed in the same way."""
    flow.take(*table)
    doubt = messages_form.side_by_side()
    left = Unused(flow.raw(*table), flow.spots(*table), doubt)
    return doubt_head(form, doubt)._replace(unused=(left,), reasons=(doubt,))


def _read_rows(flow: Flow, region: Region, form: FormDraft) -> FormDraft:
    """Add the rows, and what is passed over among them."""
    header = region.headers[0]
    rows, totals, reasons = read_table(flow, region)
    for one in region.headers:
        flow.take(one.start, one.end)
    again = [
        Unused(flow.raw(one.start, one.end), flow.spots(one.start, one.end), messages_form.header_again())
        for one in region.headers[1:]
    ]
    return form._replace(
        rows=tuple(map(DraftRow, rows)),
        columns=header_cells(flow, header),
        passed_over=(*again, *totals),
        reasons=tuple(reasons),
    )


def _doubt_titles(forms: Sequence[FormDraft]) -> list[FormDraft]:
    """Doubt a form without a title beside others that have one: its head may be another's."""
    if not any("title" in form.head for form in forms):
        return list(forms)
    doubt = messages_form.no_title()
    return [form if "title" in form.head else form._replace(reasons=(*form.reasons, doubt)) for form in forms]
