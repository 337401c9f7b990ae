"""Joins the two parts of a row of indicators that a page break cut in two."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from perfdsl.documents.document import Cell
from perfdsl.importers.grids.body_rows import BodyRow, Entry
from perfdsl.importers.grids.form_rows import Key, key
from perfdsl.importers.grids.match_header import Column
from perfdsl.importers.levels import known_level1, known_level2
from perfdsl.importers.tidy_text import tidy

_DIGIT = re.compile(r"[0-9０-９一二三四五六七八九十百千万]")
_KEPT = frozenset({"side", "-"})
_OF_LEVELS = _KEPT | {"level1", "level2"}
_ONE_WORD = frozenset({"weight", "score", "unit"})


def goes_on(before: BodyRow, after: BodyRow, columns: Sequence[Column]) -> bool:
    """Whether the first row of a page is the rest of the row before the break.

    It has no target of its own (or only the rest of one), and its levels are blank or the rest of known ones.
    """
    if not any(_said(after, column.meaning, columns) for column in columns if column.meaning not in _KEPT):
        return False
    levels = (("level1", known_level1), ("level2", known_level2))
    for name, known in levels:
        rest, whole = _said(after, name, columns), _said(before, name, columns)
        if rest and (not known(whole + rest) or (known(rest) and known(whole))):
            return False
    if _are_whole(before, after, columns):
        return False
    if _said(after, "level2", columns) and _is_single(before, after, columns):
        return True
    return _target_goes_on(before, after, columns)


def _are_whole(before: BodyRow, after: BodyRow, columns: Sequence[Column]) -> bool:
    """Whether both are rows of their own: each has name and target, or points, or a unit (one word each)."""
    both = {
        column.meaning
        for column in columns
        if _said(before, column.meaning, columns) and _said(after, column.meaning, columns)
    }
    return bool(both & _ONE_WORD) or {"name", "target"} <= both


def _has_same_columns(before: BodyRow, after: BodyRow, columns: Sequence[Column]) -> bool:
    """Whether both print something in the same columns; in a cut row the short cells do not go on."""
    counted = [column.meaning for column in columns if column.meaning not in _OF_LEVELS]
    return all(bool(_said(before, one, columns)) == bool(_said(after, one, columns)) for one in counted)


def _is_single(before: BodyRow, after: BodyRow, columns: Sequence[Column]) -> bool:
    """Whether the level belongs to one row only: the rest of it then is the rest of that row."""
    one, other = before.first(columns, "level2"), after.first(columns, "level2")
    return not (one and one.is_carried) and all(cell.rows == 1 for cell in (other.cells if other else ()))


def may_go_on(before: BodyRow, after: BodyRow, columns: Sequence[Column]) -> bool:
    """Whether the first row of a page could be the rest of the one before: no level, not all columns."""
    if any(_said(after, name, columns) for name in ("level1", "level2")):
        return False
    return not (_are_whole(before, after, columns) and _has_same_columns(before, after, columns))


def _target_goes_on(before: BodyRow, after: BodyRow, columns: Sequence[Column]) -> bool:
    started, rest = _said(before, "target", columns), _said(after, "target", columns)
    if not any(_said(after, name, columns) for name in ("level1", "level2", "name")):
        return True
    if not any(column.meaning == "target" for column in columns):
        return not _said(after, "name", columns)
    if not rest:
        return bool(started) or not _said(after, "name", columns)
    if not started:
        return not _said(after, "level2", columns) or not _said(after, "name", columns)
    return not _DIGIT.search(rest) or not _DIGIT.search(started)


def split_levels(before: BodyRow, after: BodyRow, columns: Sequence[Column]) -> dict[Key, Cell]:
    """Find levels whose merged cell a page break cut (产出 ⏎ 指标): both parts stand for the whole."""
    found: dict[Key, Cell] = {}
    for column, one, other in zip(columns, before.entries, after.entries, strict=True):
        known = {"level1": known_level1, "level2": known_level2}.get(column.meaning)
        if known is None or len(one.cells) != 1 or len(other.cells) != 1 or other.is_carried:
            continue
        started, rest = tidy(one.text), tidy(other.text)
        if started and rest and not known(rest) and known(started + rest):
            first, last = one.cells[0], other.cells[0]
            spots = (*first.spots, *last.spots)
            whole = first._replace(text=f"{first.text}\n{last.text}", spots=spots)
            found |= {key(first): whole, key(last): whole._replace(row=last.row, rows=last.rows)}
    return found


def with_levels(row: BodyRow, wholes: Mapping[Key, Cell]) -> BodyRow:
    """Put the whole levels into a row."""
    entries = tuple(
        entry._replace(cells=(wholes[key(entry.cells[0])],))
        if len(entry.cells) == 1 and key(entry.cells[0]) in wholes
        else entry
        for entry in row.entries
    )
    return row._replace(entries=entries)


def joined(before: BodyRow, after: BodyRow) -> BodyRow:
    """Give the whole row."""
    entries = tuple(map(_join, before.entries, after.entries))
    return before._replace(entries=entries, is_healed=True)


def _join(before: Entry, after: Entry) -> Entry:
    more = tuple(cell for cell in after.cells if cell.text.strip() and cell not in before.cells)
    if not more:
        return before
    kept = tuple(cell for cell in before.cells if cell.text.strip())
    return before._replace(
        cells=(*kept, *more), covers=max(before.covers, after.covers), is_joined=bool(kept)
    )


def _said(row: BodyRow, meaning: str, columns: Sequence[Column]) -> str:
    entry = row.first(columns, meaning)
    return tidy(entry.text) if entry is not None and not (entry.is_carried and meaning != "level1") else ""
