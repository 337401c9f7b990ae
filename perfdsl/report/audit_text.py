"""An audit on a terminal: a table for each project, differences first, and the counts at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Final

from perfdsl.audit.difference import Audit, Difference
from perfdsl.diagnostic import Diagnostic, Language, Text
from perfdsl.report import audit_words as words
from perfdsl.report.audit_summary import count_rows, is_read_in_several_ways, say_more
from perfdsl.report.cells import cells, one_line, pad, wrap
from perfdsl.report.options import Options
from perfdsl.report.paint import Style, paint

NARROWEST: Final = 60
"""Narrower terminals are written to as if they had this many cells."""

_GAP, _BELOW = 2, 6
_WIDEST: Final = (16, 44, 14, 12, 10, 11)
_NARROWEST: Final = (10, 12, 8, 6, 8, 6)
"""Cells of class, indicator, target, actual, rubric and awarded; with gaps the least fit into 60."""
_GIVEN, _AWARDED = 4, 5
_STYLES: Final[dict[str, Style]] = {"≠": "warning", "?": "pending", "=": "met"}

Cells = tuple[str, str, str, str, str, str]


def render(audit: Audit | None, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write an audit as text of at most ``options.width`` cells a line (at least ``NARROWEST``)."""
    return "\n".join(Drawing(audit, options).lines()) + "\n" if audit else ""


class Drawing:
    """Draws one audit; all its tables share their columns."""

    __slots__ = ("audit", "colour", "language", "width", "widths")

    def __init__(self, audit: Audit, options: Options) -> None:
        """Measure what stands in all rows, so that tables share their columns."""
        self.audit, self.language, self.colour = audit, options.language, options.colour
        self.width = max(options.width, NARROWEST)
        table = [headings(self.language), *(cells_of(each, self.language) for each in audit.differences)]
        natural = [max(map(cells, column)) for column in zip(*table, strict=True)]
        self.widths = _fit(natural, self.width)

    def lines(self) -> Iterator[str]:
        """Give the lines of the whole report."""
        rubric = f"{words.RUBRIC.say(self.language)}: {self.audit.rubric}"
        yield from self._wrapped(f"{self.audit.file} · {rubric}")
        for project, found in groupby(self.audit.differences, key=lambda each: each.row.project):
            yield ""
            yield from self.project(project, found)
        yield ""
        yield from self._summary()

    def project(self, name: str, rows: Iterable[Difference]) -> Iterator[str]:
        """Give the table of one project, differences first."""
        rule = paint("─" * (sum(self.widths) + _GAP * (len(self.widths) - 1)), "frame", colour=self.colour)
        yield from self._wrapped(name or words.NO_PROJECT.say(self.language), "strong")
        yield rule
        yield from self._row(headings(self.language), None)
        yield rule
        for row in by_rank(rows):
            yield from self._row(cells_of(row, self.language), _STYLES[words.sign_of(row)])
            yield from self._below(row)
        yield rule

    def _row(self, texts: Cells, style: Style | None) -> Iterator[str]:
        columns = [wrap(text, width) for text, width in zip(texts, self.widths, strict=True)]
        for at, parts in enumerate(zip_longest(*columns, fillvalue="")):
            padded = [
                pad(part, width, right=column in {_GIVEN, _AWARDED})
                for column, (part, width) in enumerate(zip(parts, self.widths, strict=True))
            ]
            if style is not None and at == 0:
                padded[0] = paint(padded[0], style, colour=self.colour)
            yield (" " * _GAP).join(padded).rstrip(" ")

    def _below(self, row: Difference) -> Iterator[str]:
        said = one_line(words.say_below(row).say(self.language))
        for line in wrap(said, self.width - _BELOW) if said else ():
            yield " " * _BELOW + paint(line, "faint", colour=self.colour)

    def _summary(self) -> Iterator[str]:
        rows = len(self.audit.differences)
        yield from self._wrapped(Text(f"共 {rows} 行", f"{rows} rows").say(self.language), "strong")
        counted = [(each, each.what.say(self.language)) for each in count_rows(self.audit)]
        widest = max((cells(text) for each, text in counted if not each.is_part), default=0)
        for each, text in counted:
            if each.is_part:
                yield from self._hung(f"{'':{_BELOW}}{each.rows:>4}  ", text)
            else:
                yield f"  {pad(text, widest)}  {each.rows:>4}"
        for said in say_more(self.audit):
            yield from self._wrapped(said.say(self.language))

    def _hung(self, lead: str, text: str) -> Iterator[str]:
        first, *rest = wrap(text, self.width - cells(lead))
        yield lead + first
        yield from (" " * cells(lead) + line for line in rest)

    def _wrapped(self, text: str, style: Style | None = None) -> Iterator[str]:
        for line in wrap(one_line(text), self.width):
            yield paint(line, style, colour=self.colour) if style else line


def by_rank(rows: Iterable[Difference]) -> list[Difference]:
    """Put the rows that differ first, then those that cannot be compared; each kind as in the table."""
    return sorted(rows, key=lambda row: "≠?=".index(words.sign_of(row)))


def headings(language: Language) -> Cells:
    """Give the headings of the six columns."""
    return (
        f"  {words.KIND.say(language)}",
        words.INDICATOR.say(language),
        words.TARGET.say(language),
        words.ACTUAL.say(language),
        words.GIVEN.say(language),
        words.AWARDED.say(language),
    )


def cells_of(difference: Difference, language: Language) -> Cells:
    """Give what stands in the six columns of a row, on one line each."""
    row, bare = difference.row, words.BARE if is_read_in_several_ways(difference) else ""
    return (
        f"{words.sign_of(difference)} {words.KINDS[difference.kind].say(language)}",
        one_line(row.indicator) or "-",
        (one_line(words.show_aim(row)) or "-") + bare,
        one_line(row.actual) or "-",
        words.show_given(difference) if difference.reason != "readings" else "-",
        f"{one_line(row.score_text) or '-'}/{one_line(row.weight_text) or '-'}",
    )


def _fit(natural: Sequence[int], width: int) -> tuple[int, ...]:
    """Give each column what it needs up to its most; where that is too much, the widest gives way first."""
    widths = [min(need, most) for need, most in zip(natural, _WIDEST, strict=True)]
    room = width - _GAP * (len(widths) - 1)
    while sum(widths) > room:
        spare = [cells - least for cells, least in zip(widths, _NARROWEST, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return tuple(widths)
