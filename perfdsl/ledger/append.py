"""Appends an entry to a ledger: when this returns a receipt, the entry is on the disk."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.ledger.ledger import Compose, Ledger, Receipt, RefusedError


def append(ledger: Ledger, compose: Compose, diagnostics: Diagnostics) -> Receipt | None:
    """Append what ``compose`` gives; None after a complaint, and then nothing was recorded."""
    try:
        if ledger.kind == "text":
            from perfdsl.ledger.append_text import append_text

            return append_text(ledger.path, compose)
        from perfdsl.ledger.append_row import append_row

        return append_row(ledger.path, compose)
    except RefusedError as refused:
        diagnostics.add(refused.diagnostic)
        return None
