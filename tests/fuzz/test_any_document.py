"""Any damage to any document ends in forms or one clear sentence: no exception, no hang, bounded memory."""

from __future__ import annotations

import os
import time
import tracemalloc
from pathlib import Path

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.readers import READERS
from perfdsl.importers.import_document import import_document
from perfdsl.importers.sheet.build_project import Wanted
from perfdsl.importers.sheet.write_sheets import write_sheets
from perfdsl.source import Source
from perfdsl.syntax.parse import parse
from tests.fuzz.damage_file import damage

SEED = Path(__file__).parents[1] / "data" / "linxi-2022"
FILES = [*sorted((SEED / "forms").glob("*.*")), SEED / "linxi-2022.txt"]
EXAMPLES = int(os.environ.get("PERFDSL_EXAMPLES", "0")) or 40
SLOWEST = 20
"""Seconds on a busy machine; what is not linear takes minutes."""
MOST_MEMORY = 300_000_000
WANTED = Wanted("国家自评2020", rubric_is_assumed=True, year=None)


def take(name: str, data: bytes) -> bool:
    """Import a file as the program does; whether anything was understood."""
    diagnostics = Diagnostics()
    document = READERS.get(Path(name).suffix)(name, data, diagnostics)
    if document is None:
        assert diagnostics.has_errors, "nothing was read, and nothing was said"
        return False
    imported = import_document(document)
    for sheet in write_sheets(imported, lambda _: WANTED, set()):
        found = Diagnostics()
        parse(Source(sheet.file, sheet.text), found)
        assert not found.has_errors, sheet.text
    return bool(imported.forms)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_whole_files_are_understood(path: Path) -> None:
    assert take(path.name, path.read_bytes())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_damaged_files(path: Path) -> None:
    data = path.read_bytes()
    for seed in range(EXAMPLES):
        started = time.monotonic()
        take(path.name, damage(data, seed))
        assert time.monotonic() - started < SLOWEST, seed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_one_kind_of_file_under_the_name_of_another(path: Path) -> None:
    data = path.read_bytes()
    for ending in READERS.names():
        take(f"x{ending}", data)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_memory_is_bounded(path: Path) -> None:
    tracemalloc.start()
    try:
        for seed in range(8):
            take(path.name, damage(path.read_bytes(), 1000 + seed))
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("ending", READERS.names())
@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\xff\xfe", b"<", b"%PDF", b"PK", b"\xd0\xcf\x11\xe0" * 200, b"a,b\n" * 9]
)
def test_hardly_any_file(ending: str, data: bytes) -> None:
    assert not take(f"x{ending}", data)
