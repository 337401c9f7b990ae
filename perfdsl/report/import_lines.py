"""Lines of the text report of an import: wrapped to the terminal, hung below a mark, or set as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from perfdsl.diagnostic import Language, Text
from perfdsl.report.cells import cells, cut, one_line, pad, wrap
from perfdsl.report.import_words import LIST
from perfdsl.report.options import Options
from perfdsl.report.paint import Style, paint

NARROWEST: Final = 60
"""Narrower terminals are written to as if they had this many cells."""
_GAP = "  "


class Lines(NamedTuple):
    """How lines are written: for whom, how wide, and whether in colour."""

    language: Language
    width: int
    colour: bool

    def say(self, text: Text) -> str:
        """Give a sentence in the language of the report, as one visible line."""
        return one_line(text.say(self.language))

    def listed(self, said: Iterable[str], comma: Text = LIST) -> str:
        """Join visible texts with the mark that lists have in the language."""
        return comma.say(self.language).join(said)

    def paint(self, text: str, style: Style) -> str:
        """Colour a visible text, where colours were asked for."""
        return paint(text, style, colour=self.colour)

    def hung(self, lead: str, text: str, style: Style | None = None, *, whole: bool = False) -> Iterator[str]:
        """Write a visible text behind a lead; further lines stand below its beginning.

        The style is the lead's, or where ``whole`` that of the text too.
        """
        pieces = wrap(text, max(self.width - cells(lead), 8))
        for at, piece in enumerate(pieces):
            first = lead if at == 0 else " " * cells(lead)
            if style is None:
                yield f"{first}{piece}"
            elif whole:
                yield self.paint(f"{first}{piece}", style)
            else:
                yield f"{self.paint(first, style) if at == 0 and first.strip() else first}{piece}"

    def table(self, rows: Sequence[Sequence[str]], *, flexible: int, right: frozenset[int]) -> Iterator[str]:
        """Set visible texts in columns, the first row as headings; the ``flexible`` column gives way."""
        widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
        beyond = sum(widths) + len(_GAP) * (len(widths) - 1) - self.width
        widths[flexible] = max(widths[flexible] - max(beyond, 0), 8)
        for at, row in enumerate(rows):
            padded = [
                pad(cut(text, width), width, right=column in right)
                for column, (text, width) in enumerate(zip(row, widths, strict=True))
            ]
            line = _GAP.join(padded).rstrip(" ")
            yield self.paint(line, "faint") if at == 0 else line


def lines_for(options: Options) -> Lines:
    """Take what the options say of the reader."""
    return Lines(options.language, max(options.width, NARROWEST), options.colour)
