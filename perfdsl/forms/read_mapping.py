"""Reads a mapping file: TOML that says which anchor of a template holds which field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from typing import Any

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.forms import messages_template as messages
from perfdsl.forms.fields import ROWS, Field, Kind, find_column, find_field, known_fields
from perfdsl.forms.mapping import Mapping, Slot, TableSlots

MOST_CHARACTERS = 200_000
MOST_ENTRIES = 2_000

_BARE = re.compile(r"^[ \t]*\[{0,2}[^\s\"'#=\[\]]*[^\x00-\x7f][^\"'=]*?(?:=|\])", re.MULTILINE)
_PAIRS = Text('要写成 锚点 = "字段"', 'lines of anchor = "field" belong here')
_WORDS = {
    "字段": "fields",
    "表": "tables",
    "锚点": "anchor",
    "行": "rows",
    "列": "columns",
    "合并": "merge",
}
"""The keys in Chinese, which TOML wants between quotes."""


def read_mapping(name: str, text: str, parts: Collection[str], diagnostics: Diagnostics) -> Mapping | None:
    """Read a mapping; None after a complaint. ``parts``: of the budgets, which are fields too."""
    reading = _Reading(name, parts, diagnostics)
    said = reading.parse(text)
    if said is None:
        return None
    for key in said.keys() - {"fields", "tables"}:
        reading.complain(f"“{key}”", Text("没有这一段", "there is no such section"))
    slots = tuple(reading.slots(said.get("fields", {}), "[fields]", reading.single))
    tables = said.get("tables", [])
    if not isinstance(tables, list):
        reading.complain("tables", Text("写成 [[tables]]", "write [[tables]]"))
        tables = []
    found = [reading.table(each, f"[[tables]] {at}") for at, each in enumerate(tables, 1)]
    if not reading.failed and not slots and not found:
        diagnostics.add(messages.empty_mapping(name))
        return None
    if reading.failed:
        return None
    return Mapping(slots, tuple(each for each in found if each is not None))


class _Reading:
    """What has been read of one mapping file, and whether anything was wrong."""

    __slots__ = ("diagnostics", "failed", "name", "parts")

    def __init__(self, name: str, parts: Collection[str], diagnostics: Diagnostics) -> None:
        self.name, self.parts, self.diagnostics, self.failed = name, parts, diagnostics, False

    def complain(self, where: str, wanted: Text) -> None:
        self.failed = True
        self.diagnostics.add(messages.wrong_mapping(self.name, where, wanted))

    def parse(self, text: str) -> dict[str, Any] | None:
        """Parse TOML, and put the keys into English; numbers are never floats."""
        try:
            return _in_english(tomllib.loads(text[:MOST_CHARACTERS], parse_float=Decimal))
        except (ValueError, RecursionError) as problem:
            bare = _BARE.search(text[:MOST_CHARACTERS]) is not None
            self.diagnostics.add(messages.not_toml(self.name, str(problem)[:200], bare=bare))
            return None

    def single(self, path: str) -> Field | None:
        """Find a field of a project itself; those of rows belong under ``[[tables]]``."""
        field = find_field(path, self.parts)
        return field if field is not None and not field.rows else None

    def slots(self, said: object, where: str, find: Callable[[str], Field | None]) -> Iterator[Slot]:
        """Read pairs of anchor and field."""
        if not isinstance(said, dict) or len(said) > MOST_ENTRIES:
            self.complain(where, _PAIRS)
            return
        for anchor, path in said.items():
            field = find(path) if isinstance(path, str) else None
            if not isinstance(path, str):
                self.complain(f"{where} “{anchor}”", _PAIRS)
            elif field is None:
                self.failed = True
                known = known_fields(self.parts)
                self.diagnostics.add(messages.unknown_field(self.name, anchor, path[:60], known))
            else:
                yield Slot(str(anchor), field)

    def table(self, said: object, where: str) -> TableSlots | None:
        """Read one table; None after a complaint."""
        if not isinstance(said, dict):
            self.complain(where, Text("写成 [[tables]]", "write [[tables]]"))
            return None
        for key in said.keys() - {"anchor", "rows", "columns", "merge"}:
            self.complain(f"{where} “{key}”", Text("没有这个名字", "there is no such key"))
        anchor, rows, merge = said.get("anchor"), said.get("rows", "指标"), said.get("merge", [])
        if not isinstance(anchor, str):
            self.complain(
                f"{where} anchor", Text("写样板行里的一个锚点", "name an anchor in the pattern row")
            )
        if rows not in ROWS:
            self.complain(f"{where} rows", Text(f"可写 {'、'.join(ROWS)}", f"one of {', '.join(ROWS)}"))
            return None
        kind: Kind = rows
        columns = tuple(
            self.slots(said.get("columns", {}), f"{where} columns", lambda p: find_column(p, kind))
        )
        merged = self._merged(merge, kind, columns, where)
        if not columns and not self.failed:
            self.complain(f"{where} columns", _PAIRS)
        return None if self.failed else TableSlots(str(anchor), kind, columns, merged)

    def _merged(self, said: object, kind: Kind, columns: tuple[Slot, ...], where: str) -> tuple[str, ...]:
        names = said if isinstance(said, list) else [said]
        fields = [find_column(each, kind) if isinstance(each, str) else None for each in names[:MOST_ENTRIES]]
        known = {slot.field.name for slot in columns}
        if any(field is None or field.name not in known for field in fields):
            self.complain(
                f"{where} merge",
                Text("只能写 columns 里有的字段", "only fields of its columns can be merged"),
            )
        return tuple(field.name for field in fields if field is not None)


def _in_english(said: dict[str, Any]) -> dict[str, Any]:
    tops = {_WORDS.get(key, key): value for key, value in said.items()}
    tables = tops.get("tables")
    if isinstance(tables, list):
        tops["tables"] = [
            {_WORDS.get(key, key): value for key, value in each.items()} if isinstance(each, dict) else each
            for each in tables
        ]
    return tops
