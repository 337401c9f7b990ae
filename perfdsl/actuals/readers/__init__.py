"""Readers of tables, by the ending of a file's name: ``read(name, data, diagnostics) -> list[Table]``."""

from __future__ import annotations

from perfdsl.registry import Registry

READERS = Registry(
    "perfdsl.actuals_readers",
    {
        ".csv": "perfdsl.actuals.readers.read_csv:read",
        ".json": "perfdsl.actuals.readers.read_json:read",
        ".xlsx": "perfdsl.actuals.readers.read_excel:read",
        ".xls": "perfdsl.actuals.readers.read_excel:read",
    },
)
