"""How large a table from an untrusted file may be."""

from __future__ import annotations

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a file."""

MOST_ROWS = 1_000_000
"""Rows of a file, over all its sheets."""

MOST_COLUMNS = 256
"""Cells of a row."""

MOST_CHARACTERS = 10_000
"""Characters of a cell."""

MOST_SHEETS = 64
"""Sheets of a workbook."""

MOST_UNPACKED_BYTES = 160 * 1024 * 1024
"""Bytes of a workbook once unpacked (XML in memory takes several times as much)."""

MOST_RATIO = 200
"""Unpacked size of a part of a workbook over its packed size; ordinary sheets stay below 50."""

FREE_UNPACKED_BYTES = 4 * 1024 * 1024
"""A part that unpacks to less than this may have any ratio."""

MOST_PARTS = 20_000
"""Parts of an archive."""
