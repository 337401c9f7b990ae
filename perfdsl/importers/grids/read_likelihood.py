"""Reads 完成目标可能性: one column of words, or three columns of which one is ticked."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.importers.draft import Field, as_it_stands
from perfdsl.importers.grids.body_rows import BodyRow
from perfdsl.importers.grids.doubt_flags import doubt_flags
from perfdsl.importers.grids.match_header import Column
from perfdsl.importers.messages import several_cells
from perfdsl.importers.read_fields import text_field
from perfdsl.importers.tidy_text import tidy


def read_likelihood(row: BodyRow, columns: Sequence[Column]) -> Field | None:
    """Give the words of the one column, or the label of the ticked one; None where no column is about it."""
    found = [(c, e) for c, e in zip(columns, row.entries, strict=True) if c.meaning == "likelihood"]
    if not found:
        return None
    if len(found) == 1:
        entry = found[0][1]
        return doubt_flags(text_field(entry.text, entry.spots), entry.flags)
    ticked = [(column, entry) for column, entry in found if tidy(entry.text)]
    spots = tuple(spot for _, entry in ticked or found for spot in entry.spots)
    field = text_field("\n".join(entry.text for _, entry in ticked), spots)
    if not ticked:
        return field
    labels = [tidy(column.cell.text) for column, _ in ticked]
    if len(ticked) > 1:
        return field._replace(value=None, alternatives=as_it_stands(*labels)).doubted(several_cells(labels))
    return doubt_flags(field._replace(value=labels[0]), ticked[0][1].flags)
