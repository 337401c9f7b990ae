"""A statement that could not be read, as the questions about it look at it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from perfdsl.source import Source, TextPlace
from perfdsl.syntax.keywords import names_in

TEXTS = {"about", "basis", "purpose", "goal", "overall", "area", "safeguard", "reason", "evidence"} | {
    "cite", "requirement", "result",
}  # fmt: skip
"""Keywords after which a text in quotes stands."""

CLAUSES = {"weight", "scored", "formula", "baseline", "about", "basis", "reason", "evidence"} | {
    "deducted", "self", "review", "serves", "foreseen",
}  # fmt: skip
"""Keywords of what belongs to an indicator or a fact."""

EACH = {"each_indicator", "each_project", "each_department"}
"""Keywords after which a condition stands."""

QUOTED = re.compile(r'"""(?s:.*?)"""|"[^"\n]*"|“[^”\n]*”')
WORD = re.compile(r"\w*")
WORD_BEFORE = re.compile(r"(\w+)[ \t]*:?[ \t]*$")
_FOUND = re.compile(r"[\w·%]+|[<>=≥≤]+|->|\S")


def joint(word: str) -> str | None:
    """English name of a keyword inside a statement; None for any other word."""
    return names_in("joints").get(word)


@dataclass(frozen=True, slots=True)
class Line:
    """A statement that was refused at ``at``, an offset in ``text``: the statement in ASCII twins."""

    source: Source
    start: int
    text: str
    at: int
    head: str | None
    block: str

    def place(self, start: int, end: int) -> TextPlace:
        """Point into the statement."""
        return self.source.place((self.start + start, self.start + end))

    def written(self, start: int, end: int) -> str:
        """The author's own characters, full-width ones too."""
        return self.source.text[self.start + start : self.start + end]

    @property
    def found(self) -> str:
        """The word or mark at which the reading stopped; empty at the end."""
        match = _FOUND.match(self.text, self.at)
        return match.group() if match else ""

    @property
    def bare(self) -> str:
        """The statement with blanks for what stands in quotes."""
        return QUOTED.sub(lambda match: " " * len(match.group()), self.text)

    @property
    def ending(self) -> int:
        """Where the statement's last word ends."""
        return len(self.text.rstrip())
