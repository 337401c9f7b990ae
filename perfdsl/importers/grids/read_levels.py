"""Reads 一级 and 二级指标 down a table: merged cells, blanks for “as above”, page breaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from perfdsl.importers import messages
from perfdsl.importers.draft import Field, RowName
from perfdsl.importers.grids.body_rows import BodyRow, Entry
from perfdsl.importers.grids.collect_rows import Body
from perfdsl.importers.grids.match_header import Column
from perfdsl.importers.levels import level_key
from perfdsl.importers.read_fields import NOTHING, text_field
from perfdsl.importers.tidy_text import tidy

NO_LEVEL = frozenset({"—", "——", "-", "－", "–", "/", "无"})
"""How forms say that a group has no level 2."""
_MOST_LABEL = 60
_SCORED_LABEL = re.compile(r"[(（\[【][^()（）]*分[)）\]】]$")


class Levels:
    """一级 and 二级指标 down a table: merged cells, blanks that mean “as above”, page breaks."""

    def __init__(self, body: Body, columns: Sequence[Column], chosen: Sequence[int]) -> None:
        """Look at the columns of levels as a whole: whether they are merged cells."""
        self._breaks = body.breaks
        self._last: dict[RowName, Field] = {}
        levels = [at for at in chosen if columns[at].meaning in {"level1", "level2"}]
        self._is_merged = any(
            any(cell.rows > 1 for cell in row.entries[at].cells) for row in body.rows for at in levels
        ) or any(self._repeats(body, at) for at in levels)

    @staticmethod
    def _repeats(body: Body, at: int) -> bool:
        said = [tidy(row.entries[at].text) for row in body.rows]
        return any(one and one == other for one, other in pairwise(said))

    def of_row(self, printed: BodyRow, entries: Mapping[RowName, Entry]) -> dict[RowName, Field]:
        """Give the levels of a row."""
        found: dict[RowName, Field] = {}
        if "level1" in entries:
            found["level1"] = self._level("level1", printed, entries["level1"])
            if not _same(found["level1"], self._last.get("level1")):
                self._last.pop("level2", None)
            self._last["level1"] = found["level1"]
        if "level2" in entries:
            found["level2"] = self._last["level2"] = self._level("level2", printed, entries["level2"])
        return found

    def _level(self, name: RowName, printed: BodyRow, entry: Entry) -> Field:
        said = tidy(entry.text)
        if name == "level2" and said in NO_LEVEL:
            return Field(entry.text, None, entry.spots, "missing", (NOTHING,))
        if said:
            field = Field(entry.text, said, entry.spots)
            return _without_points(field, said) if name == "level1" else field
        above = self._last.get(name)
        if above is None or not isinstance(above.value, str):
            return text_field(entry.text, entry.spots)._replace(status="check")
        goes_on = bool(entry.cells) and entry.cells[0].row in self._breaks
        field = above._replace(spots=entry.spots or above.spots, notes=())
        if goes_on or printed.row.at in self._breaks:
            return field
        if self._is_merged:
            return field.doubted(messages.carried_blank())
        return field.noted(messages.carried_down(above.value))


def _without_points(field: Field, said: str) -> Field:
    """Take ``（50分）`` out of a label."""
    found = _SCORED_LABEL.search(said) if len(said) <= _MOST_LABEL else None
    if found is None:
        return field
    return field._replace(value=said[: found.start()]).noted(messages.weight_in_label(said))


def _same(one: Field, other: Field | None) -> bool:
    return other is not None and level_key(str(one.value)) == level_key(str(other.value))
