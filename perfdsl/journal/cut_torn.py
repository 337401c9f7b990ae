"""Parts what is sealed from what was being written when the power went: nothing half-written is ever read."""

from __future__ import annotations

import re

from perfdsl.journal.seal_line import BEGUN_SEAL, ENTRY_WORDS, HEADS, LIKE_A_SEAL, SEAL_LINE

_BEGUN = re.compile(rb'[0-9a-f]{0,64}|[0-9a-f]{64}(?:"|" |" "[0-9a-f]{0,64})')
"""A seal line, after its first quote, that may have been cut off while it was being written."""

_WHOLE = re.compile(rb'[0-9a-f]{64}" "[0-9a-f]{64}"')
"""Two seals that are whole: an entry that was being written stops before that."""


def cut_torn(data: bytes) -> tuple[bytes, bytes]:
    """Give the sealed part of a journal (up to its last seal line) and what stands after it."""
    end = 0
    for found in SEAL_LINE.finditer(data):
        end = found.end()
    return data[:end], data[end:]


def is_torn(tail: bytes, number: int) -> bool:
    """Whether what stands after the last seal may be the beginning of our own entry of that number.

    A person who typed there did not begin so, and a seal line that was written whole and then changed is
    no sign of a crash.
    """
    begun = BEGUN_SEAL.search(tail)
    return (
        begins_like_ours(tail, number)
        and LIKE_A_SEAL.search(tail) is None
        and _WHOLE.search(tail) is None
        and (begun is None or _BEGUN.fullmatch(begun[1]) is not None)
    )


def begins_like_ours(tail: bytes, number: int) -> bool:
    """Whether bytes go together with the beginning of an entry of ours, as far as they reach."""
    for head in HEADS if number == 1 else (b"",):
        for word in ENTRY_WORDS:
            ours = head + f'\n{word} {number} "'.encode()
            if ours.startswith(tail) or tail.startswith(ours):
                return True
    return False
