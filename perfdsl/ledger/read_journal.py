"""A journal as a sheet: its sealed part, with complaints of all that its seals do not vouch for."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.journal.finding import HARMLESS
from perfdsl.journal.messages import found_in_journal
from perfdsl.journal.verify import verify
from perfdsl.source import Source


def read_journal(name: str, data: bytes, diagnostics: Diagnostics) -> Source:
    """Check the bytes of a journal and give its text, without an entry that was not written to its end.

    Anything else that is wrong is an error: what was changed must not be scored.
    """
    verified = verify(data)
    whole = Source(name, data.decode("utf-8", "replace"))
    for finding in verified.findings:
        diagnostics.add(found_in_journal(finding, whole))
    if all(finding.kind in HARMLESS for finding in verified.findings):
        return Source(name, data[: verified.end].decode())
    return Source(name, whole.text.replace("\r\n", "\n").replace("\r", "\n"))
