"""Lists the cells of a form that could not be told, so that silence about them is not taken for assent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from perfdsl.actuals.read_value import is_blank
from perfdsl.audit.filled_form import Entry
from perfdsl.audit.read_grade import read_bands, read_given
from perfdsl.importers.draft import FormDraft
from perfdsl.importers.messages import COLUMN_NOT_READ, NOT_READ, TOO_WIDE
from perfdsl.importers.tidy_text import tidy

_UNREAD: Final = frozenset({NOT_READ, COLUMN_NOT_READ, TOO_WIDE})
_NOTE: Final = re.compile(
    r"(?:注|备注|说明|填表说明|填报说明|填表人|填报人|经办人|审核人|复核人|负责人|联系人|联系电话|(?:填报|填表)?日期)[\s0-9]*[:：]|※"
)
"""How a note below the table begins, and the line of signatures."""


def list_unread(draft: FormDraft) -> Iterator[Entry]:
    """Give unread cells in their order, without strokes for blanks, notes, and what was read as a grade."""
    for each in draft.unused:
        entry = Entry(tidy(each.text), None, each.spots)
        if each.reason not in _UNREAD or is_blank(entry.text) or _NOTE.match(entry.text):
            continue
        if not read_bands(entry.text) and read_given([entry]) is None:
            yield entry
