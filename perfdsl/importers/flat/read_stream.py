"""Reads forms out of a stream of characters that has no grid: text dumped from a PDF, or a PDF read again."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Line
from perfdsl.importers.draft import DraftRow, FormDraft, FormKind, Unused
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch, words_at
from perfdsl.importers.flat.cut_forms import Region, cut_forms
from perfdsl.importers.flat.find_sections import find_sections
from perfdsl.importers.flat.flow import MOST_LINES, Flow, flow_of
from perfdsl.importers.flat.read_goals import find_between, read_goals, read_plan
from perfdsl.importers.flat.read_head import doubt_head, read_head
from perfdsl.importers.flat.read_table import header_cells, read_table
from perfdsl.importers.labels import table

_MOST_KEPT = 200


def read_stream(lines: Sequence[Line]) -> tuple[tuple[FormDraft, ...], tuple[Unused, ...]]:
    """Read all forms of a stream, and give what is in none of them.

    Of ``MOST_LINES`` at most; never raises. A field that is not sure is ``check``, and a form whose rows may
    not be all there says so in its ``reasons``.
    """
    flow = flow_of(lines)
    forms: list[FormDraft] = []
    unused = [
        Unused(line.text, (line.spot,), messages.page_number()) for line in flow.page_numbers[:_MOST_KEPT]
    ]
    regions = list(cut_forms(flow))
    unused += _outside(flow, regions)
    for region in regions:
        form, left = _read_region(flow, region)
        forms += [form] if form is not None else []
        unused += left
    if flow.is_cut_short:
        unused.append(Unused("", (), messages.cut_short(MOST_LINES)))
    return tuple(_doubt_titles(forms)), tuple(unused)


def _outside(flow: Flow, regions: Sequence[Region]) -> list[Unused]:
    """Give what stands before the first form and is no section of the department's part, either."""
    edge = regions[0].start if regions else len(flow.text)
    left: list[Unused] = []
    at = 0
    for section in find_sections(flow, [region.start for region in regions]):
        if section.heading[0] < edge:
            left += _paragraph(flow, (at, section.heading[0]), messages.not_in_a_form())
            at = max(at, section.body[1])
    return [*left, *_paragraph(flow, (at, edge), messages.not_in_a_form())]


def _paragraph(flow: Flow, stretch: Stretch, reason: Text) -> list[Unused]:
    if stretch[0] >= stretch[1]:
        return []
    return [Unused(flow.raw(*stretch), flow.spots(*stretch), reason)]


def _read_region(flow: Flow, region: Region) -> tuple[FormDraft | None, list[Unused]]:
    """Read the form of one region, or say why there is none."""
    kind = _kind_of(flow.text[region.start : region.title_end])
    below = _paragraph(flow, (region.end, region.limit), messages.after_table())
    if not region.headers:
        reason = messages.title_without_form() if region.has_title else messages.head_without_table()
        return None, _paragraph(flow, (region.start, region.limit), reason)
    if kind != "targets":
        return None, _paragraph(flow, (region.start, region.limit), messages.only_grids(kind))
    return _read_form(flow, region), below


def _kind_of(title: str) -> FormKind:
    kinds: dict[str, str] = table()["title_kinds"]  # type: ignore[assignment]
    for kind, said in kinds.items():
        if any(word in title for word in said.split()):
            return kind  # type: ignore[return-value]
    return "targets"


def _read_form(flow: Flow, region: Region) -> FormDraft:
    header = region.headers[0]
    between = find_between(flow, region.title_end, header.start)
    head = read_head(flow, region, between.start)
    if between.plan is not None:
        head["plan_header"] = words_at(flow, between.plan)
    plan, goals = read_plan(flow, between), read_goals(flow, between)
    rows, reasons = read_table(flow, region)
    form = FormDraft(
        "targets",
        head,
        tuple(map(DraftRow, rows)),
        plan,
        goals,
        columns=header_cells(flow, header),
        passed_over=tuple(
            Unused(flow.raw(one.start, one.end), flow.spots(one.start, one.end), messages.header_again())
            for one in region.headers[1:]
        ),
        reasons=tuple(reasons),
    )
    breaks = flow.has_page_break(region.title_end, header.start)
    return doubt_head(form, messages.over_page_head()) if breaks else form


def _doubt_titles(forms: Sequence[FormDraft]) -> list[FormDraft]:
    """Doubt a form without a title beside others that have one: its head may be another's."""
    if not any("title" in form.head for form in forms):
        return list(forms)
    doubt = messages.no_title()
    return [form if "title" in form.head else form._replace(reasons=(*form.reasons, doubt)) for form in forms]
