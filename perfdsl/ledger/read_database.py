"""Reads a ledger that is a database as the text that it would be: the same bytes under the same seals."""

from __future__ import annotations

import os
from pathlib import Path

from perfdsl import messages_files
from perfdsl.diagnostic import Diagnostics
from perfdsl.ledger import messages
from perfdsl.ledger.database import is_ours, opened
from perfdsl.ledger.ledger import RefusedError

MOST_BYTES = 64_000_000


def read_database(path: Path, diagnostics: Diagnostics) -> bytes | None:
    """Give the journal's text; None after a complaint. A database that is not there yet is an empty one."""
    if not os.path.lexists(path):
        return b""
    try:
        with opened(path, to_write=False) as link:
            if not is_ours(link):
                diagnostics.add(messages.not_a_ledger(str(path)))
                return None
            link.text_factory = bytes  # a damaged text is to be found by its seal
            texts, size = [], 0
            for (text,) in link.execute("SELECT text FROM entry ORDER BY number"):
                texts.append(text if isinstance(text, bytes) else b"?")
                size += len(texts[-1])
                if size > MOST_BYTES:
                    diagnostics.add(messages_files.too_large(str(path), MOST_BYTES))
                    return None
    except RefusedError as refused:
        diagnostics.add(refused.diagnostic)
        return None
    return b"".join(texts)
