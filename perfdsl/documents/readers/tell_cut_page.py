"""Tells whether a web page ends before its end: a download that broke off, or a file that was cut."""

from __future__ import annotations

import re
from typing import Literal

_TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1\s*>|\Z)|<(?P<tag>/?table)(?![\w-])",
    re.IGNORECASE | re.DOTALL,
)
_ENDED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_HALF_A_TAG = re.compile(r"<[A-Za-z/][^<>]{0,500}\Z")
_MOST_AT_END = 2_000


def tell_cut_page(text: str) -> Literal["", "page", "table"]:
    """Tell whether a page is whole, or cut off, and then whether inside a table.

    A ``<table>`` must be closed, and a tag must end; ``<html>``, ``<td>``, ``<p>`` and the like need not be
    closed, and many pages do not close them. Linear in the length of the text.
    """
    end = text[-_MOST_AT_END:]
    if _ENDED.search(end):
        return ""
    tags = [found["tag"].lower() for found in _TAGS.finditer(text) if found["tag"]]
    if tags.count("table") > tags.count("/table"):
        return "table"
    return "page" if _HALF_A_TAG.search(end) else ""
