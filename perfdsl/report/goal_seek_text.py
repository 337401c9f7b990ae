"""Answers to ``goal-seek`` on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from perfdsl.diagnostic import Diagnostic
from perfdsl.goal_seek.answer import Answer
from perfdsl.report import goal_seek_words as words
from perfdsl.report.cells import cells, one_line, pad, wrap
from perfdsl.report.goal_seek_outline import Outline, outline
from perfdsl.report.options import Options
from perfdsl.report.paint import Style, paint

NARROWEST: Final = 60
"""Narrower terminals are written to as if they had this many cells."""

_BULLET: Final = "  - "
_STYLES: Final[dict[str, Style]] = {"already": "met", "out_of_reach": "missed", "nothing_open": "missed"}


def render(answers: Sequence[Answer], _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write answers as text of at most ``options.width`` cells a line (at least ``NARROWEST``)."""
    blocks = ["\n".join(_draw(answer, options)) for answer in answers]
    return "\n\n".join(blocks or [words.NO_PROJECT.say(options.language)]) + "\n"


def _draw(answer: Answer, options: Options) -> Iterator[str]:
    found = outline(answer, options.language)
    yield from _hung("", found.title, options, "strong")
    yield from _facts(found, options)
    if found.verdict:
        yield from _hung("", found.verdict, options, _STYLES.get(answer.verdict, "strong"))
    for section in found.sections:
        yield ""
        yield from _hung("", section.heading, options, "strong")
        for item in section.items:
            yield from _hung(_BULLET, item, options)
    if found.remarks:
        yield ""
    for remark in found.remarks:
        yield from _hung("", remark, options)


def _facts(found: Outline, options: Options) -> Iterator[str]:
    widest = max(cells(label) for label, _ in found.facts)
    for label, what in found.facts:
        yield from _hung(pad(f"{label}:", widest + 2), what, options)


def _hung(lead: str, text: str, options: Options, style: Style | None = None) -> Iterator[str]:
    width = max(options.width, NARROWEST) - cells(lead)
    for at, line in enumerate(wrap(one_line(text), width)):
        shown = paint(line, style, colour=options.colour) if style else line
        yield (" " * cells(lead) if at else lead) + shown
