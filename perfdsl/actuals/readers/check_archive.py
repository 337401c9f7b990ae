"""Looks at a ZIP archive from outside before anything in it is unpacked: ``.xlsx`` and ``.docx`` are such."""

from __future__ import annotations

import io
import zipfile

from perfdsl.actuals.readers.bounds import (
    FREE_UNPACKED_BYTES,
    MOST_PARTS,
    MOST_RATIO,
    MOST_UNPACKED_BYTES,
)
from perfdsl.actuals.readers.workbook import UnreadableWorkbookError

_ENTRY = b"PK\x01\x02"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def check_archive(data: bytes) -> frozenset[str]:
    """Give the names of an archive's parts.

    UnreadableWorkbookError where a part is encrypted, packed as no office program packs, or unpacks too
    large; whatever zipfile raises where it is damaged.
    """
    if data.count(_ENTRY) > MOST_PARTS:
        raise UnreadableWorkbookError("unpacks_too_large")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableWorkbookError("encrypted")
    if any(part.compress_type not in _METHODS for part in parts):
        raise UnreadableWorkbookError("damaged")  # the other methods unpack without a bound
    if sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES or any(map(_is_bomb, parts)):
        raise UnreadableWorkbookError("unpacks_too_large")
    return frozenset(part.filename for part in parts)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > FREE_UNPACKED_BYTES and part.file_size > MOST_RATIO * max(part.compress_size, 1)
