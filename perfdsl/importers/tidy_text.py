"""Takes the blanks of typesetting out of a printed text: line breaks inside words, gaps beside digits."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[\s\u200b\ufeff\u00ad]+")
_WORD = re.compile(r"[A-Za-z0-9]")


def tidy(text: str) -> str:
    """Join the lines of a cell and drop its blanks, but for one between two Latin words or numbers.

    ``邢办发[2017]16 号`` → ``邢办发[2017]16号``; a line break is no blank (``≥1⏎2次`` → ``≥12次``); a blank
    between two numerals is kept, because it may be a slip (``9 5%``).
    """
    joined = "".join(line.strip(" \t\r\u3000\u00a0") for line in text.splitlines()) if "\n" in text else text

    def keep(found: re.Match[str]) -> str:
        before, after = joined[: found.start()][-1:], joined[found.end() :][:1]
        return (
            " " if _WORD.match(before) and _WORD.match(after) and found[0].strip("\u200b\ufeff\u00ad") else ""
        )

    return _BLANKS.sub(keep, joined)


def key_of(text: str) -> str:
    """Fold a label for comparison; see ``perfdsl.actuals.headers.label_key``."""
    from perfdsl.actuals.headers import label_key

    return label_key(text)
