"""The files a person works on: found, read within bounds, and turned into sources and facts."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from perfdsl import messages_files as messages
from perfdsl.diagnostic import Diagnostics
from perfdsl.find_files import SHEET, TABLES, find_files, is_sheet, is_table
from perfdsl.source import Source

if TYPE_CHECKING:
    from perfdsl.actuals.fact import Fact

STDIN = "-"
MOST_BYTES = 64_000_000

_MAY_BE_JOURNAL = re.compile(r'^[^\w\n#/]*(?:台账|journal)|^(?:封存|sealed) "', re.MULTILINE | re.IGNORECASE)
"""A sheet with such a line is looked at more closely."""


@dataclass(slots=True)
class Workspace:
    """Sheets as sources, and files of facts by name with their content; each file once.

    ``journals``: the journals of facts among the sheets, by name with their content; they are sources too,
    unless ``reads_journals`` says that they are only to be found.
    """

    sources: list[Source] = field(default_factory=list)
    tables: list[tuple[str, bytes]] = field(default_factory=list)
    journals: list[tuple[str, bytes]] = field(default_factory=list)
    reads_journals: bool = True
    taken: set[str] = field(default_factory=set)

    def is_new(self, path: str) -> bool:
        """Remember a file; whether it had not been named before, in this or another spelling."""
        absolute = path if path == STDIN else os.path.abspath(path)  # noqa: PTH100 — ten times as fast
        new = absolute not in self.taken
        self.taken.add(absolute)
        return new


def open_workspace(
    paths: Sequence[str],
    actuals: Sequence[str],
    diagnostics: Diagnostics,
    *,
    facts: bool = True,
    journals: bool = True,
) -> Workspace:
    """Find and read what the arguments name; a folder brings its sheets and, without others, its facts."""
    workspace = Workspace(reads_journals=journals)
    tables: list[Path] = []
    for path in paths:
        tables += _open(path, workspace, diagnostics)
    if facts:
        _take_tables([Path(name) for name in actuals] or tables, workspace, diagnostics)
        if journals:
            _take_databases(workspace, diagnostics)
    if not (workspace.sources or workspace.journals or diagnostics.has_errors):
        diagnostics.add(messages.nothing_found(paths))
    return workspace


def read_facts(files: Iterable[tuple[str, bytes]], diagnostics: Diagnostics) -> list[Fact]:
    """Read the facts of tables, name and content, each by the reader of its ending."""
    named = list(files)
    if not named:
        return []
    from perfdsl.actuals.from_table import facts_of
    from perfdsl.actuals.readers import READERS

    facts: list[Fact] = []
    for name, data in named:
        kind = Path(name).suffix.lower()
        if kind not in READERS:
            diagnostics.add(messages.unknown_kind(name, TABLES))
            continue
        for table in READERS.get(kind)(name, data, diagnostics):
            facts.extend(facts_of(table, diagnostics))
    return facts


def read_bytes(path: Path, diagnostics: Diagnostics) -> bytes | None:
    """Read a file whole; None after a complaint where it is missing, unreadable or too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        diagnostics.add(messages.no_such_file(str(path)))
        return None
    except OSError as problem:
        diagnostics.add(messages.unreadable(str(path), problem))
        return None
    return _within(str(path), data, diagnostics)


def source_of(name: str, data: bytes, diagnostics: Diagnostics) -> Source:
    """Decode a sheet: UTF-8, or what old programs wrote in its place, with a warning."""
    try:
        return Source(name, _lines(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "gb18030")
        diagnostics.add(messages.not_utf8(name))
    except UnicodeDecodeError:
        text = ""
        diagnostics.add(messages.not_text(name))
    return Source(name, _lines(text))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _within(name: str, data: bytes, diagnostics: Diagnostics) -> bytes | None:
    if len(data) <= MOST_BYTES:
        return data
    diagnostics.add(messages.too_large(name, MOST_BYTES))
    return None


def _open(path: str, workspace: Workspace, diagnostics: Diagnostics) -> list[Path]:
    """Read the sheets that an argument names; gives the tables of facts beside them."""
    if path == STDIN:
        data = (
            _within(STDIN, sys.stdin.buffer.read(MOST_BYTES + 1), diagnostics)
            if workspace.is_new(STDIN)
            else None
        )
        if data is not None:
            workspace.sources.append(source_of(STDIN, data, diagnostics))
        return []
    sheets, tables = find_files(path, diagnostics)
    for sheet in sheets:
        _take_sheet(sheet, workspace, diagnostics)
    return tables


def _take_sheet(path: Path, workspace: Workspace, diagnostics: Diagnostics) -> None:
    data = read_bytes(path, diagnostics) if workspace.is_new(str(path)) else None
    if data is not None:
        source = source_of(str(path), data, diagnostics)
        if _MAY_BE_JOURNAL.search(source.text):
            _take_journal(source, data, workspace, diagnostics)
        else:
            workspace.sources.append(source)


def _take_journal(source: Source, data: bytes, workspace: Workspace, diagnostics: Diagnostics) -> None:
    """Take a sheet that may be a journal: one that is must fit its seals; its sealed part counts."""
    from perfdsl.journal.seal_line import is_journal
    from perfdsl.ledger.read_journal import read_journal

    if not is_journal(source.text.encode()):
        workspace.sources.append(source)
        return
    workspace.journals.append((source.name, data))
    if workspace.reads_journals:
        workspace.sources.append(read_journal(source.name, data, diagnostics))


def _take_databases(workspace: Workspace, diagnostics: Diagnostics) -> None:
    """Take the journals in databases that sheets name."""
    if not any(_MAY_BE_JOURNAL.search(source.text) for source in workspace.sources):
        return
    from perfdsl.ledger.find_ledger import named_databases
    from perfdsl.ledger.read_database import read_database
    from perfdsl.ledger.read_journal import read_journal

    for path in named_databases(workspace.sources, diagnostics):
        data = read_database(path, diagnostics) if workspace.is_new(str(path)) else None
        if data:
            workspace.sources.append(read_journal(str(path), data, diagnostics))


def _take_tables(paths: Iterable[Path], workspace: Workspace, diagnostics: Diagnostics) -> None:
    for path in paths:
        if is_sheet(path):
            _take_sheet(path, workspace, diagnostics)
        elif not is_table(path) and not _has_reader(path):
            diagnostics.add(messages.unknown_kind(str(path), [SHEET, *TABLES]))
        elif workspace.is_new(str(path)):
            data = read_bytes(path, diagnostics)
            if data is not None:
                workspace.tables.append((str(path), data))


def _has_reader(path: Path) -> bool:
    """Whether an installed package reads files of this ending."""
    from perfdsl.actuals.readers import READERS

    return path.suffix.lower() in READERS
