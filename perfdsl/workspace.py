"""The files a person works on: sheets and facts found, read within bounds, and turned into sources and facts."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from perfdsl import messages_files as messages
from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source

if TYPE_CHECKING:
    from perfdsl.actuals.fact import Fact

STDIN = "-"
SHEET = ".perf"
TABLES = (".csv", ".json", ".xlsx", ".xls")
FACT_NAMES = ("actuals", "实绩")
MOST_FILES = 200_000
MOST_BYTES = 64_000_000


@dataclass(slots=True)
class Workspace:
    """Sheets as sources, and the names of the files of facts."""

    sources: list[Source] = field(default_factory=list)
    tables: list[Path] = field(default_factory=list)


def open_workspace(
    paths: Sequence[str], actuals: Sequence[str], diagnostics: Diagnostics, *, facts: bool = True
) -> Workspace:
    """Find and read what the arguments name; a folder brings its sheets and, unless others are named, its facts."""
    workspace = Workspace()
    found = Workspace()
    for path in paths:
        _find(path, found, diagnostics)
    if actuals:
        found.tables = [Path(name) for name in actuals]
    for path in _within(found.tables if facts else [], diagnostics):
        _take_table(path, workspace, diagnostics)
    workspace.sources = found.sources + workspace.sources
    if not workspace.sources and not diagnostics.has_errors:
        diagnostics.add(messages.nothing_found(paths))
    return workspace


def read_facts(workspace: Workspace, diagnostics: Diagnostics) -> list[Fact]:
    """Read the facts of a workspace's tables, each by the reader of its ending."""
    if not workspace.tables:
        return []
    from perfdsl.actuals.from_table import facts_of
    from perfdsl.actuals.readers import READERS

    facts: list[Fact] = []
    for path in workspace.tables:
        data = read_bytes(path, diagnostics)
        if data is not None:
            for table in READERS.get(path.suffix.lower())(str(path), data, diagnostics):
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
        diagnostics.add(messages.unreadable(str(path), problem.strerror or str(problem)))
        return None
    if len(data) > MOST_BYTES:
        diagnostics.add(messages.too_large(str(path), MOST_BYTES))
        return None
    return data


def read_sheet(path: Path, diagnostics: Diagnostics) -> Source | None:
    """Read a sheet; None after a complaint."""
    data = read_bytes(path, diagnostics)
    return None if data is None else source_of(str(path), data, diagnostics)


def source_of(name: str, data: bytes, diagnostics: Diagnostics) -> Source:
    """Decode a sheet: UTF-8, or what old programs wrote in its place, with a warning."""
    try:
        return Source(name, data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"))
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "gb18030")
        diagnostics.add(messages.not_utf8(name))
    except UnicodeDecodeError:
        text = ""
        diagnostics.add(messages.not_text(name))
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _find(path: str, found: Workspace, diagnostics: Diagnostics) -> None:
    if path == STDIN:
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            diagnostics.add(messages.too_large(STDIN, MOST_BYTES))
        else:
            found.sources.append(source_of(STDIN, data, diagnostics))
        return
    here = Path(path)
    if here.is_dir():
        sheets, tables = _in_folder(here)
        found.tables.extend(tables)
    else:
        sheets = [here]
    for sheet in _within(sheets, diagnostics):
        source = read_sheet(sheet, diagnostics)
        if source is not None and all(source.name != other.name for other in found.sources[-1:]):
            found.sources.append(source)


def _in_folder(folder: Path) -> tuple[list[Path], list[Path]]:
    """Sheets and tables of facts of a folder and those below it, hidden ones left out, sorted by path."""
    sheets, tables = [], []
    for path in _walk(folder):
        if path.suffix == SHEET:
            sheets.append(path)
        elif path.suffix.lower() in TABLES and path.name.startswith(FACT_NAMES):
            tables.append(path)
    return sheets, tables


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file():
            yield path


def _within(paths: list[Path], diagnostics: Diagnostics) -> list[Path]:
    if len(paths) > MOST_FILES:
        diagnostics.add(messages.too_many(MOST_FILES))
    return paths[:MOST_FILES]


def _take_table(path: Path, workspace: Workspace, diagnostics: Diagnostics) -> None:
    if path.suffix == SHEET:
        source = read_sheet(path, diagnostics)
        if source is not None:
            workspace.sources.append(source)
    elif path.suffix.lower() in TABLES:
        workspace.tables.append(path)
    else:
        diagnostics.add(messages.unknown_kind(str(path), [SHEET, *TABLES]))
