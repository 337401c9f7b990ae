"""The comments and blank lines of a text, which no tree holds and the formatter keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r'"""(?s:.*?)"""|"[^"\n]*+"|“[^”\n]*+”|(?P<comment>(?:#|//)[^\n]*+)|[^"“#/]++|.', re.DOTALL
)
_BLANK = " \t\r\f"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it was written, and the column where it stood alone (None beside a statement)."""

    start: int
    text: str
    column: int | None


def find_comments(written: str, text: str) -> Iterator[Comment]:
    """Comments of a source that can be read; ``text`` is ``written`` in ASCII twins."""
    for match in _TOKEN.finditer(text):
        if match["comment"] is None:
            continue
        start, mark = match.start(), 1 if text[match.start()] == "#" else 2
        body = written[start + mark : match.end()].rstrip()
        line = text.rfind("\n", 0, start) + 1
        alone = not text[line:start].strip(_BLANK)
        yield Comment(start, f"#{body}", _width(text[line:start]) if alone else None)


def blank_before(text: str, start: int) -> bool:
    """Whether an empty line comes before what begins at ``start``, which is the first thing on its line."""
    at, breaks = start, 0
    while at > 0 and text[at - 1] in " \t\r\f\n":
        at -= 1
        breaks += text[at] == "\n"
    return breaks > 1 and at > 0


def _width(blanks: str) -> int:
    return sum(2 if blank == "\t" else 1 for blank in blanks)
