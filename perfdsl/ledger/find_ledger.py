"""Which ledger a workspace records in: the database that a sheet names, or else the text in its folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from perfdsl.diagnostic import Diagnostics
from perfdsl.ledger import messages
from perfdsl.ledger.ledger import USUAL_NAME, Ledger
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.parse import parse

_NAMES_ONE = re.compile(r'^[^\w\n#/]*(?:台账|journal)[ \t:=：＝]*["“„＂]', re.MULTILINE | re.IGNORECASE)
"""A line that may name a database; taking too many for such only costs time."""


def named_databases(sources: Iterable[Source], diagnostics: Diagnostics) -> list[Path]:
    """List the databases that sheets name, each once; one outside its sheet's folder is complained of."""
    found: dict[str, Path] = {}
    for source in sources:
        for name in _names_in(source):
            if _leads_out(name):
                diagnostics.add(messages.outside(name))
            else:
                path = Path(source.name).parent / name
                found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def choose_ledger(
    folder: Path, databases: list[Path], journals: Iterable[str], diagnostics: Diagnostics
) -> Ledger | None:
    """Choose where to record; None after a complaint.

    ``journals``: names of the journals of text in the workspace. A database that a sheet names comes first,
    then the folder's own ``台账.perf``, then the only other journal; where there is none it is made.
    """
    own = folder / USUAL_NAME
    texts = list(journals)
    if len(databases) > 1 or (not databases and len(texts) > 1 and str(own) not in texts):
        diagnostics.add(messages.several_ledgers([*map(str, databases), *texts]))
        return None
    if databases:
        return Ledger(databases[0], "sqlite")
    return Ledger(Path(texts[0]) if texts and str(own) not in texts else own, "text")


def _names_in(source: Source) -> Iterator[str]:
    if not source.packed and _NAMES_ONE.search(source.text):
        for item in parse(source, Diagnostics()).items:
            if isinstance(item, ast.Journal) and item.file:
                yield item.file


def _leads_out(name: str) -> bool:
    return any(
        kind(name).is_absolute() or bool(kind(name).drive) or ".." in kind(name).parts
        for kind in (PurePosixPath, PureWindowsPath)
    )
