"""What is reported of an imported document: how it was understood, what was written, its pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from perfdsl.importers.draft import Imported


class ImportReport(NamedTuple):
    """One document.

    ``sheets``: the files written, in order (the department's first, then one for each form; empty where
    nothing was written). ``pictures``: pages of a PDF (from 1) as PNG, at ``dots_per_inch``; empty where none
    are wanted or the document has no pages.
    """

    imported: Imported
    sheets: tuple[str, ...] = ()
    pictures: Mapping[int, bytes] = {}
    dots_per_inch: int = 0
