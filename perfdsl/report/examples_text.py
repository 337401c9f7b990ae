"""Tried examples on a terminal: what failed, with its place, then a count, then what was not reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perfdsl.diagnostic import Diagnostic, Label
from perfdsl.examples.example import Coverage, Tested, Trial, Unmet
from perfdsl.report import examples_words as words
from perfdsl.report.cells import cells, one_line, wrap
from perfdsl.report.draw_label import Margin, draw_carets, draw_line, draw_place, show_line
from perfdsl.report.name_place import name_place
from perfdsl.report.options import Options
from perfdsl.report.paint import paint

NARROWEST = 60
"""Narrower terminals are written to as if they had this many cells."""
MOST_CASES = 30
"""Cases that no example reached of which each is listed."""


def render(tested: Tested, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write tried examples as text of at most ``options.width`` cells a line."""
    options = options._replace(width=max(options.width, NARROWEST))
    blocks = ["\n".join(_failure(trial, options)) for trial in tested.trials if trial.state != "passed"]
    style = "met" if tested.count("passed") == len(tested.trials) else "missed"
    summary = words.summary(tested).say(options.language)
    tail = [paint(summary, style, colour=options.colour) if tested.trials else summary]  # type: ignore[arg-type]
    if tested.coverage is not None:
        tail += _coverage(tested.coverage, options)
    return "\n\n".join([*blocks, "\n".join(tail)]) + "\n"


def _failure(trial: Trial, options: Options) -> Iterator[str]:
    state = words.STATES[trial.state].say(options.language)
    text = one_line(f"{state} {words.title(trial).say(options.language)}")
    first, *rest = wrap(text, options.width)
    yield paint(first, "missed" if trial.state == "failed" else "error", colour=options.colour)
    yield from rest
    for unmet in trial.unmet:
        yield from _unmet(unmet, options)


def _unmet(unmet: Unmet, options: Options) -> Iterator[str]:
    gutter = len(str(unmet.place.position.line))
    margin = Margin(gutter, options.width, options.language, options.colour)
    shown = show_line(unmet.place, margin)
    yield from draw_place(unmet.place, margin)
    yield draw_line(unmet.place, shown, margin)
    yield from draw_carets(Label(unmet.place, words.compare(unmet)), shown, margin, "error")
    why = one_line(unmet.why.say(options.language))
    if why:
        lead = f"{' ' * gutter}= {words.WHY.say(options.language)}: "
        yield from _hung(lead, why, options)


def _coverage(coverage: Coverage, options: Options) -> Iterator[str]:
    language = options.language
    head = words.covered(coverage).say(language)
    if head:
        yield from wrap(head, options.width)
    for each in coverage.untouched[:MOST_CASES]:
        yield from _hung(
            f"  {name_place(each.place)} ", one_line(words.name_case(each).say(language)), options
        )
    more = len(coverage.untouched) - MOST_CASES
    if more > 0:
        yield f"  {words.and_more(more).say(language)}"


def _hung(lead: str, text: str, options: Options) -> Iterator[str]:
    """Write a text behind its lead, or below it where the lead leaves it too little room."""
    indent = cells(lead)
    if indent > options.width // 2:
        yield from wrap(lead.rstrip(), options.width)
        indent, lead = 4, " " * 4
    first, *rest = wrap(text, options.width - indent)
    yield lead + first
    yield from (" " * indent + line for line in rest)
