"""Takes out of a text what no office document may hold: control characters and halves of characters."""

from __future__ import annotations

import re

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def legal(text: str) -> str:
    """Give a text with a mark (�) for each character that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)
