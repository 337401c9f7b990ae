"""Brings the anchors of a template and the fields together, by a mapping or by the anchors' own names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms import messages_template as messages
from perfdsl.forms.fields import ROWS, find_field, known_fields
from perfdsl.forms.mapping import Mapping, Slot, TableSlots


def mapping_of_names(
    name: str, anchors: Sequence[str], parts: Collection[str], diagnostics: Diagnostics
) -> Mapping | None:
    """Make the mapping of a template whose anchors are named after fields; None after a complaint.

    Anchors named after fields of rows (``指标.得分``) make one table each for the indicators and the goals.
    """
    slots = []
    for anchor in anchors:
        field = find_field(anchor, parts)
        if field is None:
            diagnostics.add(messages.name_is_no_field(name, anchor[:60], known_fields(parts)))
        else:
            slots.append(Slot(anchor, field))
    if not slots:
        diagnostics.add(messages.no_anchor(name))
        return None
    tables = []
    for kind in ROWS:
        columns = tuple(slot for slot in slots if slot.field.rows == kind)
        if columns:
            tables.append(TableSlots(columns[0].anchor, kind, columns))
    return Mapping(tuple(slot for slot in slots if not slot.field.rows), tuple(tables))


def check_anchors(
    name: str,
    mapping: Mapping,
    anchors: Sequence[str],
    is_place: Callable[[str], bool],
    diagnostics: Diagnostics,
) -> bool:
    """Whether the template has all anchors of a mapping; complains of each that it lacks.

    ``is_place``: whether a word names a place of the template without being an anchor (a cell, a column).
    """
    known = set(anchors)
    wanted = [slot.anchor for slot in mapping.slots] + [table.anchor for table in mapping.tables]
    wanted += [slot.anchor for table in mapping.tables for slot in table.columns]
    missing = [anchor for anchor in dict.fromkeys(wanted) if anchor not in known and not is_place(anchor)]
    for anchor in missing:
        diagnostics.add(messages.unknown_anchor(name, anchor[:60], anchors))
    return not missing
