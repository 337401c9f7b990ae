"""What a mapping file says: which anchor of a template holds which field, and where rows go."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.forms.fields import Field, Kind


class Slot(NamedTuple):
    """An anchor and the field that is written there."""

    anchor: str
    field: Field


class TableSlots(NamedTuple):
    """A table: ``anchor`` stands in its pattern row, which is repeated for each of ``rows``.

    ``columns``: a column (its letter in a workbook, its number in a text document) or an anchor, with its
    field. ``merge``: fields whose equal neighbours, one above the other, become one cell.
    """

    anchor: str
    rows: Kind
    columns: tuple[Slot, ...]
    merge: tuple[str, ...] = ()


class Mapping(NamedTuple):
    """All that is to be written into a template."""

    slots: tuple[Slot, ...]
    tables: tuple[TableSlots, ...]
