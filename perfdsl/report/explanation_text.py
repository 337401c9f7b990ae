"""Explanations on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from perfdsl.diagnostic import Diagnostic
from perfdsl.explain.explanation import Explanation
from perfdsl.report import explanation_words as words
from perfdsl.report.cells import cells, one_line, pad, wrap
from perfdsl.report.explanation_item import Item, Row
from perfdsl.report.explanation_lines import LineOutline
from perfdsl.report.explanation_outline import Section, outline
from perfdsl.report.options import Options
from perfdsl.report.paint import Style, paint
from perfdsl.report.words import SIGNS

NARROWEST: Final = 60
"""Narrower terminals are written to as if they had this many cells."""

_INDENT: Final = 2


def render(told: Explanation | None, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write an explanation as text of at most ``options.width`` cells a line (at least ``NARROWEST``)."""
    if told is None:
        return words.NOTHING.say(options.language) + "\n"
    return "\n".join(_draw(told, options)) + "\n"


def _draw(told: Explanation, options: Options) -> Iterator[str]:
    found = outline(told, options.language, full=False)
    yield from _hung("", found.title, options, "strong")
    yield from _rows(found.facts, options)
    for section in found.sections:
        yield ""
        yield from _section(section, options)
    for line in found.lines:
        yield ""
        yield from _line(line, options)
    if told.asked is None and told.more:
        yield ""
        yield from _more(told.more, options)


def _more(command: str, options: Options) -> Iterator[str]:
    """Say how to see one line in full; the command stands whole, as it is to be typed."""
    label = f"{words.MORE.say(options.language)}{words.colon(options.language)}"
    together = [f"{label}{one_line(command)}"]
    if cells(together[0]) > _width(options):
        together = [label.rstrip(), one_line(command)]
    yield from (paint(line, "faint", colour=options.colour) for line in together)


def _section(section: Section, options: Options) -> Iterator[str]:
    yield from _hung("", section.heading, options, "strong")
    for item in section.items:
        yield from _item(" " * _INDENT * (1 + item.depth), item, options)


def _line(line: LineOutline, options: Options) -> Iterator[str]:
    if line.group != line.name:
        yield from _hung("", line.group, options, "faint")
    state = f"{SIGNS[line.state]} {line.attainment}"
    yield from _hung("", line.name, options, "strong")
    yield f"{line.points}  {paint(state, line.state, colour=options.colour)}"
    if line.sentence:
        yield from _hung("", line.sentence, options)
    yield ""
    yield from _rows(line.rows, options)


def _rows(rows: Iterable[Row], options: Options) -> Iterator[str]:
    shown = list(rows)
    widest = max((cells(row.label) for row in shown), default=0) + _INDENT
    for row in shown:
        for at, item in enumerate(row.items):
            lead = pad("" if at else row.label, widest)
            yield from _item(lead, item, options)


def _item(lead: str, item: Item, options: Options) -> Iterator[str]:
    """Write what is said, and its place behind it or, where there is no room, below it."""
    mark = f"{item.mark} " if item.mark else ""
    *above, last = list(_hung(lead + mark, item.text, options))
    yield from above
    if not item.place:
        yield last
        return
    indent = " " * cells(lead + mark)
    if cells(last) + _INDENT + cells(item.place) <= _width(options):
        yield f"{last}{' ' * _INDENT}{paint(item.place, 'faint', colour=options.colour)}"
        return
    yield last
    yield from _hung(indent, item.place, options, "faint")


def _hung(lead: str, text: str, options: Options, style: Style | None = None) -> Iterator[str]:
    for at, line in enumerate(wrap(one_line(text), _width(options) - cells(lead))):
        shown = paint(line, style, colour=options.colour) if style else line
        yield (" " * cells(lead) if at else lead) + shown


def _width(options: Options) -> int:
    return max(options.width, NARROWEST)
