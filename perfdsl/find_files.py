"""Which files the arguments name: sheets, and tables of facts beside them, each once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from perfdsl import messages_files as messages
from perfdsl.diagnostic import Diagnostics

SHEET = ".perf"
TABLES = (".csv", ".json", ".xlsx", ".xls")
FACT_NAMES = ("actuals", "实绩")
MOST_FILES = 200_000

_PASSED_OVER = (".", "~$")
"""Beginnings of names of hidden files, and of those that Excel keeps while a workbook is open."""


def is_sheet(path: Path) -> bool:
    """Tell a sheet by its ending."""
    return path.suffix.lower() == SHEET


def is_table(path: Path) -> bool:
    """Tell a table by its ending."""
    return path.suffix.lower() in TABLES


def find_files(path: str, diagnostics: Diagnostics) -> tuple[list[Path], list[Path]]:
    """Give the sheets and tables of facts that an argument names; a folder brings those below it."""
    here = Path(path)
    if not path:
        diagnostics.add(messages.no_such_file(path))
        return [], []
    try:
        if not here.is_dir():
            return _single(here, diagnostics)
    except (OSError, ValueError):
        return [here], []  # reading it will say what is wrong
    sheets: list[Path] = []
    tables: list[Path] = []
    for found in _bounded(_walk(here, diagnostics), diagnostics):
        (sheets if is_sheet(found) else tables).append(found)
    return sheets, tables


def _single(file: Path, diagnostics: Diagnostics) -> tuple[list[Path], list[Path]]:
    if is_table(file) and file.exists():
        diagnostics.add(messages.table_as_sheet(str(file)))
        return [], []
    return [file], []


def _walk(folder: Path, diagnostics: Diagnostics) -> Iterator[Path]:
    """Give sheets and tables of facts; hidden ones, and folders that are only linked to, are passed over."""
    open_ones = [folder]
    while open_ones:
        here = open_ones.pop()
        try:
            with os.scandir(here) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as problem:
            diagnostics.add(messages.unreadable(str(here), problem))
            continue
        seen = [entry for entry in entries if not entry.name.startswith(_PASSED_OVER)]
        yield from (here / entry.name for entry in seen if _is_wanted(entry))
        open_ones += [here / entry.name for entry in reversed(seen) if entry.is_dir(follow_symlinks=False)]


def _is_wanted(entry: os.DirEntry[str]) -> bool:
    """Whether this is a sheet or a table of facts; a link that leads nowhere is, to be complained of."""
    path = Path(entry.name)
    wanted = is_sheet(path) or (is_table(path) and entry.name.startswith(FACT_NAMES))
    return wanted and (entry.is_symlink() or entry.is_file())


def _bounded(paths: Iterable[Path], diagnostics: Diagnostics) -> Iterator[Path]:
    for count, path in enumerate(paths):
        if count == MOST_FILES:
            diagnostics.add(messages.too_many(MOST_FILES))
            return
        yield path
