"""The data files that travel with the program: grammar, rubrics, labels of forms, pages of diagnostics."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_CHECKOUT = {
    "grammar": "grammar",
    "rubrics": "specs/rubrics",
    "forms": "specs/forms",
    "diagnostics": "docs/diagnostics",
    "pages": "perfdsl/annual/templates",
}


@cache
def packaged_folder(kind: str) -> Path:
    """Folder of a kind: the installed wheel's own, else the checkout's (an editable install has no copy)."""
    shipped = _HERE / "_data" / kind
    return shipped if shipped.is_dir() else _HERE.parent / _CHECKOUT[kind]


def read_packaged(kind: str, name: str) -> str:
    """Text of a packaged file; a missing one is a broken installation and raises."""
    return (packaged_folder(kind) / name).read_text(encoding="utf-8")
