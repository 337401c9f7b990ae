"""Draws the pages of a PDF on which fields stand, for the report that shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from perfdsl.documents.document import OnPage
from perfdsl.importers.draft import Field, Imported
from perfdsl.report.import_fields import fields_of_department

MOST_PAGES: Final = 200
DOTS_PER_INCH: Final = 110


def draw_pages_of(imported: Imported, data: bytes) -> tuple[dict[int, bytes], int]:
    """Give pictures of the pages (PNG by page, from 1), and their resolution."""
    from perfdsl.documents.readers.pdf.draw_page import draw_pages

    pages = sorted(
        {spot.page for field in _fields(imported) for spot in field.spots if isinstance(spot, OnPage)}
    )
    return draw_pages(data, pages[:MOST_PAGES], DOTS_PER_INCH), DOTS_PER_INCH


def _fields(imported: Imported) -> Iterator[Field]:
    if imported.department is not None:
        yield from (named.field for named in fields_of_department(imported.department))
    for form in imported.forms:
        yield from form.head.values()
        yield from form.goals
        for point in form.plan:
            yield from (point.label, point.amount)
        for money in form.money:
            yield from (money.label, *money.fields.values())
        for row in form.rows:
            yield from row.fields.values()
