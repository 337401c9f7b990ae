"""Diagnostics for people: the message, the places with carets under them, and a remedy.

错误[P0302]: 12人 不能与 12次 比较：单位不同
  ┌─ specs/linxi-2022/meetings.perf:14:18
14│     召开县会议次数 >= 7次
  │                       ^^^ 目标以“次”计
  = 建议: 改为 7次；`perfdsl explain P0302`
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.report import words
from perfdsl.report.cells import cells, one_line, wrap
from perfdsl.report.draw_label import Margin, draw_carets, draw_line, draw_place, draw_text, show_line
from perfdsl.report.options import Options
from perfdsl.source import CellPlace, Place, TextPlace

NARROWEST = 40
"""Narrower terminals are written to as if they had this many cells."""


def render(diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write diagnostics as text; the registry's name for it is ``text``."""
    return render_diagnostics(
        diagnostics,
        language=options.language,
        width=options.width,
        colour=options.colour,
        omitted=options.omitted,
    )


def render_diagnostics(
    diagnostics: Iterable[Diagnostic],
    *,
    language: Language,
    width: int = 80,
    colour: bool = False,
    omitted: int = 0,
) -> str:
    """Write each diagnostic with its excerpts, then a line that counts them; empty where there are none.

    No line is wider than ``width`` cells (at least ``NARROWEST``), and nothing but line feeds and, with
    ``colour``, our own escapes controls the terminal. ``omitted`` ones are only counted.
    """
    listed = list(diagnostics)
    blocks = [_draw(diagnostic, language, max(width, NARROWEST), colour) for diagnostic in listed]
    counted = words.count([diagnostic.severity for diagnostic in listed], omitted).say(language)
    return "\n".join([*blocks, counted + "\n"]) if counted else ""


def _draw(diagnostic: Diagnostic, language: Language, width: int, colour: bool) -> str:
    lines = [str(label.place.position.line) for label in diagnostic.labels]
    margin = Margin(max(map(len, lines), default=1), width, language, colour)
    drawn = [*_head(diagnostic, margin), *_labels(diagnostic, margin), *_remedies(diagnostic, margin)]
    return "\n".join(drawn) + "\n"


def _head(diagnostic: Diagnostic, margin: Margin) -> Iterator[str]:
    label = f"{words.SEVERITIES[diagnostic.severity].say(margin.language)}[{diagnostic.code}]"
    message = one_line(diagnostic.message.say(margin.language))
    first, *rest = wrap(f"{label}: {message}", margin.width - 2)
    yield margin.paint(label, diagnostic.severity) + first.removeprefix(label)
    yield from (f"  {line}" for line in rest)


def _labels(diagnostic: Diagnostic, margin: Margin) -> Iterator[str]:
    """Draw every label; a place's name and a line are not repeated for the next label that shares them."""
    last_named, last_drawn = None, None
    for label in diagnostic.labels:
        named = _named(label.place)
        if named != last_named:
            yield from draw_place(label.place, margin)
        if isinstance(label.place, CellPlace) and label.place.is_whole:
            yield from draw_text(label, margin)
            continue
        shown = show_line(label.place, margin)
        drawn = (named, label.place.position.line, shown.text)
        if drawn != last_drawn:
            yield draw_line(label.place, shown, margin)
        yield from draw_carets(label, shown, margin, diagnostic.severity)
        last_named, last_drawn = named, drawn


def _named(place: Place) -> tuple[str, ...]:
    """What the line above an excerpt names: a file, or a file and a cell."""
    if isinstance(place, TextPlace):
        return (place.file,)
    return (place.file, place.sheet, str(place.row), place.column)


def _remedies(diagnostic: Diagnostic, margin: Margin) -> Iterator[str]:
    word = words.HELP.say(margin.language)
    lead = f"{' ' * margin.gutter}= {word}: "
    for hint in words.with_page(diagnostic.hints, diagnostic.code):
        first, *rest = wrap(one_line(hint.say(margin.language)), margin.width - cells(lead))
        yield lead.replace(word, margin.paint(word, "strong")) + first
        yield from (" " * cells(lead) + line for line in rest)
