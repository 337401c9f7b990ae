"""Fills a user's own template, workbook or text document, for one project after another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from perfdsl.actuals.readers.workbook import UnreadableWorkbookError, damage_is_told
from perfdsl.diagnostic import Diagnostics
from perfdsl.forms import messages_template as messages
from perfdsl.forms.field_values import FieldValues
from perfdsl.forms.fill_text_document import fill_text_document, is_column, names_in_document
from perfdsl.forms.fill_workbook import fill_workbook, is_place, names_in_workbook
from perfdsl.forms.form import BLANK
from perfdsl.forms.mapping import Mapping
from perfdsl.forms.match_anchors import check_anchors, mapping_of_names
from perfdsl.forms.open_text_template import open_text_template
from perfdsl.forms.open_workbook_template import open_workbook_template
from perfdsl.forms.read_mapping import read_mapping

KINDS = (".xlsx", ".docx")


class Template(NamedTuple):
    """A template as its file gives it: its name, its ending, and what is in it."""

    name: str
    kind: str
    data: bytes


class Filled(NamedTuple):
    """A filled copy for a project, and the fields of the template that the project says nothing of."""

    values: FieldValues
    data: bytes
    blank: tuple[str, ...]


def prepare_mapping(
    template: Template,
    mapping: tuple[str, str] | None,
    parts: Collection[str],
    diagnostics: Diagnostics,
) -> Mapping | None:
    """Bring anchors and fields together; None after a complaint. ``mapping``: name and text of its file."""
    if template.kind not in KINDS:
        diagnostics.add(messages.unusable(template.name, "unknown_kind"))
        return None
    said = None if mapping is None else read_mapping(*mapping, parts, diagnostics)
    opened = _open(template, diagnostics)
    if opened is None or (mapping is not None and said is None):
        return None
    names, known = _anchors_of(template.kind, opened)
    if said is None:
        return mapping_of_names(template.name, names, parts, diagnostics)
    return said if check_anchors(template.name, said, names, known, diagnostics) else None


def fill_template(
    template: Template, mapping: Mapping, projects: Iterable[FieldValues], diagnostics: Diagnostics
) -> Iterator[Filled]:
    """Give a filled copy for each project; it stops after a complaint."""
    for values in projects:
        opened = _open(template, diagnostics)
        if opened is None:
            return
        fill: Callable[..., bytes | None]
        fill = fill_workbook if template.kind == ".xlsx" else fill_text_document
        try:
            with damage_is_told():
                data = fill(template.name, opened, mapping, values, diagnostics)
        except UnreadableWorkbookError as problem:
            diagnostics.add(messages.unusable(template.name, problem.reason))
            return
        if data is None:
            return
        yield Filled(values, data, tuple(_blank(mapping, values)))


def _open(template: Template, diagnostics: Diagnostics) -> Any:  # noqa: ANN401 — openpyxl's workbook has no type
    if template.kind == ".xlsx":
        return open_workbook_template(template.name, template.data, diagnostics)
    return open_text_template(template.name, template.data, diagnostics)


def _anchors_of(kind: str, opened: Any) -> tuple[Sequence[str], Callable[[str], bool]]:  # noqa: ANN401
    if kind == ".xlsx":
        return names_in_workbook(opened), lambda anchor: is_place(opened, anchor)
    return names_in_document(opened), is_column


def _blank(mapping: Mapping, values: FieldValues) -> Iterator[str]:
    """Name the fields for which nothing was written; those of rows where no row has a value."""
    for slot in mapping.slots:
        if not values.of(slot.field).text:
            yield slot.field.name
    for table in mapping.tables:
        for slot in table.columns:
            name = slot.field.name
            if not any(row.get(name, BLANK).text for row in values.rows[table.rows]):
                yield f"{table.rows}.{name}"
