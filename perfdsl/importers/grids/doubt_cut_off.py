"""Doubts a form in which its file was cut off: rows that stood behind are missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perfdsl.importers.draft import FormDraft
from perfdsl.importers.grids.form_rows import Piece, Row
from perfdsl.importers.messages import OF_FLAGS


def doubt_cut_off(drafts: Iterable[FormDraft], pieces: Sequence[Piece]) -> list[FormDraft]:
    """Give the forms of some lines, the last with a doubt where the file ends in these lines too early."""
    forms = list(drafts)
    rows = [piece for piece in pieces if isinstance(piece, Row)]
    is_cut = any("cut_off" in cell.flags for row in rows for cell in row.cells)
    if forms and is_cut:
        forms[-1] = forms[-1]._replace(reasons=(*forms[-1].reasons, OF_FLAGS["cut_off"]))
    return forms
