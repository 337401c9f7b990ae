"""How much of large documents the page of an import lists: bounds that a person's browser can bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from perfdsl.documents.document import OnPage
from perfdsl.importers.draft import Imported
from perfdsl.report.import_fields import Named, fields_of, fields_of_department

MOST_FIELDS: Final = 6000
"""Fields of one page that are listed whatever their status."""
MOST_MARKED: Final = 3000
"""Marked fields that are listed beyond those."""


class Room:
    """The room that is left in a page."""

    __slots__ = ("fields", "marked")

    def __init__(self, fields: int = MOST_FIELDS, marked: int = MOST_MARKED) -> None:
        """Begin with all of it."""
        self.fields, self.marked = fields, marked

    def take(self, fields: Sequence[Named]) -> list[tuple[int, Named]]:
        """Give the fields of a form that are listed, with their positions: all, or the marked ones."""
        if len(fields) <= self.fields:
            self.fields -= len(fields)
            return list(enumerate(fields))
        marked = [(index, named) for index, named in enumerate(fields) if named.is_marked][: self.marked]
        self.marked -= len(marked)
        return marked


def sections_of(imported: Imported) -> Iterator[tuple[int, tuple[Named, ...]]]:
    """Give the fields of the department (0) and of each form (from 1)."""
    if imported.department is not None:
        yield 0, tuple(fields_of_department(imported.department))
    for number, form in enumerate(imported.forms, start=1):
        yield number, tuple(fields_of(form))


def pages_shown(imported: Imported) -> set[int]:
    """Pages on which any field stands."""
    return {
        spot.page
        for _, fields in sections_of(imported)
        for named in fields
        for spot in named.field.spots
        if isinstance(spot, OnPage)
    }
