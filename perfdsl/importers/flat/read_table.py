"""Reads the table of indicators of one form, and says where its rows may not be all there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Cell
from perfdsl.importers.draft import RowName, Unused
from perfdsl.importers.flat import messages_form
from perfdsl.importers.flat.cut_forms import Header, Region
from perfdsl.importers.flat.doubt_cuts import doubt_cuts
from perfdsl.importers.flat.doubt_rows import doubt_rows
from perfdsl.importers.flat.find_levels import find_segments
from perfdsl.importers.flat.find_rows import Found, find_rows
from perfdsl.importers.flat.flow import BREAK, Flow
from perfdsl.importers.flat.line_width import width
from perfdsl.importers.flat.read_rows import Fields, read_rows
from perfdsl.importers.flat.table_columns import Columns, columns_of, meaning_of
from perfdsl.importers.flat.vocabulary import any_of, bare_word, words

_GUESS = Columns(("name", "description"), ("target",), ("basis",))

MOST_IN_TABLE = 200_000
"""Characters of a table that are read."""

_MOST_IN_TOTAL = 60
_TOTAL = re.compile(rf"(?P<word>{any_of(words('totals'))})[:：]?[-0-9.,，%％分—–/]*\Z")


def read_table(flow: Flow, region: Region) -> tuple[list[Fields], list[Unused], list[Text]]:
    """Read the rows of a form, give the row of totals, and the doubts about the form as a whole.

    Where words stand between the header and the first row, a column has a header that is not known.
    """
    header, body = region.headers[0], _body(flow, region)
    known = columns_of(flow, header)
    columns = known or _GUESS
    end = _without_total(body, columns)
    totals = [
        Unused(body.raw(end, len(body.text)), body.spots(end, len(body.text)), messages_form.total_row())
    ]
    found = find_rows(body, 0, end, columns)
    found = found._replace(rows=doubt_cuts(body, found.rows, _least_width(flow, header)))
    body.take(end, len(body.text))
    if found.rows and found.rows[0].segment.start > 0:
        known = None
    read, marked = doubt_rows(body, found.rows, read_rows(body, found.rows, columns), columns)
    reasons = [*_reasons(flow, region, body, found._replace(unsure=max(found.unsure, marked)))]
    if known is None:
        reasons.append(messages_form.columns_unknown("".join(header.words(flow))))
        read = [{name: field.doubted(reasons[-1]) for name, field in row.items()} for row in read]
    return read, totals if end < len(body.text) else [], reasons


def _least_width(flow: Flow, header: Header) -> int:
    """Give how wide the last column is at least, by its header."""
    return max(width(flow, *piece)[0] for piece in flow.pieces(*header.labels[-1]))


def _without_total(body: Flow, columns: Columns) -> int:
    """Give where the rows end: before 合计 and its numbers, which stand last where rows have weights."""
    length = len(body.text)
    found = _TOTAL.search(body.text, max(0, length - _MOST_IN_TOTAL)) if "weight" in columns.closed else None
    is_row = found is not None and body.gaps[found.start()] >= BREAK and body.is_soft(found.end("word"))
    return found.start() if found is not None and is_row else length


def _body(flow: Flow, region: Region) -> Flow:
    """Give the stream of the table alone, without headers that are repeated in it."""
    start = region.headers[0].end
    body = flow.part(start, min(region.end, start + MOST_IN_TABLE))
    inside = [one for one in region.headers[1:] if one.end - start <= len(body.text)]
    return body.without([(one.start - start, one.end - start) for one in inside])


def _reasons(flow: Flow, region: Region, body: Flow, found: Found) -> Iterator[Text]:
    if region.end - region.headers[0].end > MOST_IN_TABLE:
        yield messages_form.table_too_long(MOST_IN_TABLE)
    if region.is_cut:
        yield messages_form.two_heads()
    before = found.rows[0].segment.start if found.rows else len(body.text)
    unsure = found.unsure + (before > 0)
    if not found.rows:
        yield messages_form.no_rows()
    elif unsure:
        yield messages_form.rows_unsure(unsure)
    if any(find_segments(flow, region.end, region.limit)):
        yield messages_form.rows_after_end()
    if len({one.words(flow) for one in region.headers}) > 1:
        yield messages_form.two_heads()
    yield from _order(body, found)


def _order(body: Flow, found: Found) -> Iterator[Text]:
    """Find a level that comes back after another one: a first one, or a second below the same first."""
    seen: dict[str, list[str]] = {}
    last = ""
    for row in found.rows:
        levels = (row.segment.level1, row.segment.level2)
        first, second = (bare_word(body.text[slice(*where)]) if where else "" for where in levels)
        last = first or last
        for known, word in ((seen.setdefault("", []), last), (seen.setdefault(last, []), second)):
            if word and word in known[:-1]:
                yield messages_form.order_of_levels(known[-1], word)
                return
            if word and word not in known[-1:]:
                known.append(word)


def header_cells(flow: Flow, header: Header) -> dict[RowName, Cell]:
    """Give the cell of each header."""
    cells: dict[RowName, Cell] = {}
    for at, (start, end) in enumerate(header.labels):
        name = meaning_of(flow.text[start:end])
        if name is not None:
            cells.setdefault(name, Cell(0, at, 1, 1, flow.raw(start, end), flow.spots(start, end)))
    return cells
