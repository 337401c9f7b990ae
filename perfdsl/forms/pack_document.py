"""Packs a text document again, so that the same content always gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_NONE: Mapping[str, bytes] = {}


def pack_document(saved: BytesIO, in_place: Mapping[str, bytes] = _NONE) -> bytes:
    """Give all parts one time; ``in_place``: by name, what takes the place of a part."""
    packed = BytesIO()
    with ZipFile(saved) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            info = ZipInfo(part.filename, _ZIP_EPOCH)
            info.compress_type = ZIP_DEFLATED
            replaced = in_place.get(part.filename)
            new.writestr(info, old.read(part) if replaced is None else replaced)
    return packed.getvalue()
