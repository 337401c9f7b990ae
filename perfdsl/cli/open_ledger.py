"""Finds and reads the ledger that a path names: of a folder, of a sheet, or the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from perfdsl.cli.speak import choose_language, tell
from perfdsl.diagnostic import Diagnostics, Language
from perfdsl.ledger import messages
from perfdsl.ledger.find_ledger import choose_ledger, named_databases
from perfdsl.ledger.ledger import Ledger
from perfdsl.ledger.read_database import read_database
from perfdsl.source import Source
from perfdsl.workspace import open_workspace, read_bytes


class OpenLedger(NamedTuple):
    """A ledger with its bytes, and the language to speak in.

    ``folder``: from which evidence is named; ``others``: the other journals there, by name with their bytes.
    """

    ledger: Ledger
    data: bytes
    language: Language
    folder: Path = Path()
    others: tuple[tuple[str, bytes], ...] = ()


def open_ledger(path: str, lang: str, diagnostics: Diagnostics) -> OpenLedger | None:
    """Find and read the ledger of a folder, of a sheet, or the ledger that is named itself."""
    read = _find(path, lang, diagnostics)
    if read is None:
        tell(diagnostics, choose_language(lang, []))
        return None
    return read._replace(folder=Path(path) if Path(path).is_dir() else Path(path).parent)


def _find(path: str, lang: str, diagnostics: Diagnostics) -> OpenLedger | None:
    here = Path(path)
    if here.is_file() and here.suffix.lower() != ".perf":
        return _database(Ledger(here, "sqlite"), lang, [], diagnostics)
    workspace = open_workspace([path], (), Diagnostics(), journals=False)
    held = dict(workspace.journals)
    if path in held:
        return _text(Ledger(here, "text"), held[path], lang)
    if not here.is_dir() and read_bytes(here, diagnostics) is None:
        return None
    folder = here if here.is_dir() else here.parent
    databases = named_databases(workspace.sources, diagnostics)
    ledger = None if diagnostics.has_errors else choose_ledger(folder, databases, held, diagnostics)
    if ledger is None:
        return None
    read = None
    if ledger.kind == "sqlite":
        read = _database(ledger, lang, workspace.sources, diagnostics)
    elif str(ledger.path) in held:
        read = _text(ledger, held[str(ledger.path)], lang)
    if read is not None or ledger.kind == "sqlite":
        others = tuple(each for each in workspace.journals if each[0] != str(ledger.path))
        return None if read is None else read._replace(others=others)
    if ledger.path.is_file() and here.is_dir():
        diagnostics.add(messages.not_a_ledger(str(ledger.path)))
    else:
        diagnostics.add(messages.no_ledger(path))
    return None


def _text(ledger: Ledger, data: bytes, lang: str) -> OpenLedger:
    source = Source(str(ledger.path), data[:10_000].decode("utf-8", "replace"))
    return OpenLedger(ledger, data, choose_language(lang, [source]))


def _database(
    ledger: Ledger, lang: str, sources: list[Source], diagnostics: Diagnostics
) -> OpenLedger | None:
    data = read_database(ledger.path, diagnostics)
    if data is None:
        return None
    if not data:
        diagnostics.add(messages.no_ledger(str(ledger.path)))
        return None
    head = Source("", data[:10_000].decode("utf-8", "replace"))
    return OpenLedger(ledger, data, choose_language(lang, [*sources, head]))
