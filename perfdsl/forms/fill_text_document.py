"""Fills a user's own text document: texts at bookmarks and controls, a pattern row for each indicator."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.forms import messages_template as messages
from perfdsl.forms.field_values import FieldValues
from perfdsl.forms.form import BLANK, Shown
from perfdsl.forms.mapping import Mapping, Slot, TableSlots
from perfdsl.forms.merge_down import runs_of
from perfdsl.forms.open_text_template import TextTemplate
from perfdsl.forms.word_anchors import find_anchors, goes_over_paragraphs, write_anchor
from perfdsl.forms.word_marks import above, child, kind_of, named, within, write_cell

# lxml carries no types: its elements are Any.


class _Table(NamedTuple):
    """A table whose place is known: its pattern row, and the place of each field among its cells."""

    slots: TableSlots
    row: Any
    columns: tuple[tuple[int, str], ...]


def names_in_document(template: TextTemplate) -> list[str]:
    """List the anchors of a document."""
    return list(find_anchors(template.roots.values()))


def is_column(anchor: str) -> bool:
    """Whether a word is the number of a column, from 1."""
    return anchor.isascii() and anchor.isdigit() and 0 < int(anchor[:3]) == int(anchor)


def fill_text_document(
    name: str, template: TextTemplate, mapping: Mapping, values: FieldValues, diagnostics: Diagnostics
) -> bytes | None:
    """Fill a document that was just opened, and give its bytes; None after a complaint.

    Anchors must have been checked.
    """
    anchors = find_anchors(template.roots.values())
    places = [(slot, place) for slot in mapping.slots for place in anchors.get(slot.anchor, ())]
    for slot, place in places:
        if goes_over_paragraphs(place):
            diagnostics.add(messages.wrong_table(name, slot.anchor, messages.OVER_PARAGRAPHS))
            return None
    tables = [_find_table(name, anchors, table, diagnostics) for table in mapping.tables]
    placed = [table for table in tables if table is not None]
    rows = [table.row for table in placed]
    if len(placed) < len(tables):
        return None
    if len(rows) > len({id(row) for row in rows}):
        diagnostics.add(messages.wrong_table(name, placed[-1].slots.anchor, messages.TWO_TABLES))
        return None
    if _have_one_cell(name, places, placed, diagnostics):
        return None
    for slot, place in places:
        write_anchor(place, values.of(slot.field).text)
    for table in placed:
        _fill_table(table, values.rows_of(table.slots))
    return template.packed()


def _find_table(
    name: str, anchors: dict[str, list[Any]], table: TableSlots, diagnostics: Diagnostics
) -> _Table | None:
    row = above(anchors[table.anchor][0], "tr") if table.anchor in anchors else None
    if row is None:
        row = _row_within(anchors, table.anchor)
    why: Text | None = messages.NO_ROW if row is None else None
    columns: list[tuple[int, str]] = []
    for slot in table.columns if row is not None else ():
        at = _column_of(slot, anchors, row)
        if at is None:
            why = messages.NO_COLUMN if is_column(slot.anchor) else messages.NOT_ONE_ROW
        else:
            columns.append((at, slot.field.name))
    if why is not None:
        diagnostics.add(messages.wrong_table(name, table.anchor, why))
        return None
    return _Table(table, row, tuple(columns))


def _have_one_cell(
    name: str, places: Sequence[tuple[Slot, Any]], tables: Sequence[_Table], diagnostics: Diagnostics
) -> bool:
    """Whether a field of the project stands in a cell that a field of rows is written into."""
    cells = [(cells_of(table.row)[at], field) for table in tables for at, field in table.columns]
    for slot, place in places:
        around = above(place, "tc")
        for cell, field in cells:
            if around is cell:
                diagnostics.add(messages.same_cell(name, slot.anchor, field, slot.field.name))
                return True
    return False


def _row_within(anchors: dict[str, list[Any]], anchor: str) -> Any:  # noqa: ANN401
    """Give the row that a content control encloses, or that follows a bookmark between rows."""
    for each in anchors.get(anchor, ()):
        inner = next(within(each, "tr"), None)
        follows = next((sibling for sibling in each.itersiblings() if kind_of(sibling) == "tr"), None)
        if inner is not None or follows is not None:
            return inner if inner is not None else follows
    return None


def _column_of(slot: Slot, anchors: dict[str, list[Any]], row: Any) -> int | None:  # noqa: ANN401
    """Find the place of a cell in its row, from 0, by its number or an anchor in it."""
    cells = cells_of(row)
    for anchor in anchors.get(slot.anchor, ()):
        cell = above(anchor, "tc")
        if cell is None:
            cell = next(within(anchor, "tc"), None)
        for at, each in enumerate(cells):
            if each is cell:
                return at
    if is_column(slot.anchor) and int(slot.anchor) <= len(cells):
        return int(slot.anchor) - 1
    return None


def cells_of(row: Any) -> list[Any]:  # noqa: ANN401
    """Give the cells of a row, also those inside content controls; not those of tables inside them."""
    return [cell for cell in within(row, "tc") if above(cell.getparent(), "tr") is row]


def _fill_table(table: _Table, rows: Sequence[dict[str, Shown]]) -> None:
    made = [table.row]
    for _ in rows[1:]:
        copied = deepcopy(table.row)
        _make_unlike(copied)
        made[-1].addnext(copied)
        made.append(copied)
    for row, values in zip(made, rows or [{}], strict=True):
        cells = cells_of(row)
        for at, name in table.columns:
            write_cell(cells[at], values.get(name, BLANK).text)
    columns = {name: at for at, name in table.columns}
    texts = [tuple(values.get(name, BLANK).text for name in table.slots.merge) for values in rows]
    for depth, name in enumerate(table.slots.merge, 1):
        for start, end in runs_of(texts, depth):
            if end > start:
                _merge([cells_of(row)[columns[name]] for row in made[start : end + 1]])


def _make_unlike(row: Any) -> None:  # noqa: ANN401
    """Take out of a copied row what may stand in a document only once; a merged label goes on in it."""
    for each in list(within(row, "bookmarkStart", "bookmarkEnd")):
        each.getparent().remove(each)
    for properties in within(row, "sdtPr"):
        number = child(properties, "id")
        if number is not None:
            properties.remove(number)
    for merged in within(row, "vMerge"):
        merged.attrib.pop(named(merged, "val"), None)
    for name in [name for name in row.attrib if str(name).endswith(("}paraId", "}textId"))]:
        del row.attrib[name]
    for paragraph in within(row, "p"):
        for name in [name for name in paragraph.attrib if str(name).endswith(("}paraId", "}textId"))]:
            del paragraph.attrib[name]


_BEFORE_MERGE = frozenset({"cnfStyle", "tcW", "gridSpan", "hMerge"})


def _merge(cells: Sequence[Any]) -> None:
    """Merge cells that stand one above the other; all but the first are emptied."""
    for at, cell in enumerate(cells):
        properties = child(cell, "tcPr")
        if properties is None:
            properties = cell.makeelement(named(cell, "tcPr"))
            cell.insert(0, properties)
        old = child(properties, "vMerge")
        if old is not None:
            properties.remove(old)
        mark = cell.makeelement(named(cell, "vMerge"))
        if at == 0:
            mark.set(named(cell, "val"), "restart")
        before = sum(kind_of(each) in _BEFORE_MERGE for each in properties)
        properties.insert(before, mark)
        if at:
            write_cell(cell, "")
