"""One label of a diagnostic: the name of its place, the line of text, and carets under what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from perfdsl.diagnostic import Label, Language, Severity
from perfdsl.report.cells import cells, one_line, wrap
from perfdsl.report.name_place import name_place
from perfdsl.report.paint import Style, paint
from perfdsl.report.window import Shown, fit, mark
from perfdsl.source import Place


class Margin(NamedTuple):
    """What is left of every line of an excerpt: room for line numbers of ``gutter`` cells, and a bar."""

    gutter: int
    width: int
    language: Language
    colour: bool

    @property
    def room(self) -> int:
        """Cells to the right of the bar and its blank."""
        return self.width - self.gutter - 2

    def bar(self, sign: str = "│", number: str = "") -> str:
        """Draw the margin of one line."""
        return paint(f"{number:>{self.gutter}}{sign}", "frame", colour=self.colour) + " "

    def paint(self, text: str, style: Style) -> str:
        """Colour a text where colours were asked for."""
        return paint(text, style, colour=self.colour)


def draw_place(place: Place, margin: Margin) -> Iterator[str]:
    """Draw the line that names a place."""
    first, *rest = wrap(name_place(place), margin.room - 1)
    yield margin.bar("┌─") + first
    yield from (f"{margin.bar()} {line}" for line in rest)


def draw_text(label: Label, margin: Margin) -> Iterator[str]:
    """Draw what is to be seen in a file as a whole: no line of it is to blame."""
    text = one_line(label.text.say(margin.language))
    yield from (margin.bar() + line for line in wrap(text, margin.room) if line)


def show_line(place: Place, margin: Margin) -> Shown:
    """Show the line of a place, cut to the room beside the margin."""
    return fit(mark(place, 5 * margin.width), margin.room)


def draw_line(place: Place, shown: Shown, margin: Margin) -> str:
    """Draw the line with its number."""
    return (margin.bar(number=str(place.position.line)) + shown.text).rstrip(" ")


def draw_carets(label: Label, shown: Shown, margin: Margin, severity: Severity) -> Iterator[str]:
    """Draw the carets and what is to be seen there, beside them or, where that is too long, below."""
    text = one_line(label.text.say(margin.language))
    carets = margin.bar() + " " * shown.before + margin.paint("^" * shown.under, severity)
    if shown.under and shown.before + shown.under + 1 + cells(text) <= margin.room:
        yield f"{carets} {text}".rstrip(" ")
        return
    if shown.under:
        yield carets
    indent = min(shown.before, max(margin.room - cells(text), 0))
    yield from (margin.bar() + " " * indent + line for line in wrap(text, margin.room - indent) if line)
