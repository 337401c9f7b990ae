"""Departments on a terminal: the score and of what it is made, the ranking, and what people gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from perfdsl.diagnostic import Diagnostic
from perfdsl.report import department_words as words
from perfdsl.report import terminal
from perfdsl.report.cells import one_line, wrap
from perfdsl.report.department_tables import DepartmentPage, Table, lay_department, say_flags
from perfdsl.report.draw_table import Column, Drawn, draw_table
from perfdsl.report.options import Options
from perfdsl.report.paint import Style, paint
from perfdsl.report.view_departments import view_departments
from perfdsl.report.words import AS_OF, DEPARTMENT, NO_PROJECT
from perfdsl.scorecard import Scorecard

NARROWEST: Final = 60
"""Narrower terminals are written to as if they had this many cells."""


def render(scorecard: Scorecard, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write departments as text of at most ``options.width`` cells a line (at least ``NARROWEST``)."""
    return "\n".join(_lines(scorecard, options._replace(width=max(options.width, NARROWEST)))) + "\n"


def _lines(scorecard: Scorecard, options: Options) -> Iterator[str]:
    views = view_departments(scorecard)
    if scorecard.as_of:
        yield from [f"{AS_OF.say(options.language)} {scorecard.as_of}", ""]
    for at, view in enumerate(views):
        if at:
            yield ""
        yield from _draw(lay_department(view, options.language), options, named=view.department is not None)
    if not views:
        yield NO_PROJECT.say(options.language)
    for said in (
        *say_flags(scorecard.flags, options.language),
        words.say_absent(scorecard).say(options.language),
    ):
        if views and said:
            yield ""
            yield from _wrapped(said, options)


def _draw(page: DepartmentPage, options: Options, *, named: bool) -> Iterator[str]:
    lead = f"{DEPARTMENT.say(options.language)} " if named else ""
    yield from _wrapped(lead + page.title, options, "strong")
    if page.total:
        yield from _wrapped(page.total, options, "strong")
    for said in page.said:
        yield from _wrapped(said, options)
    first, *others = page.tables or (None,)
    for table in (first,) if first else ():
        yield from ["", *_table(table, options)]
    if page.own is not None:
        yield ""
        yield from _wrapped(words.OWN_LINES.say(options.language), options, "strong")
        yield terminal.render(Scorecard((page.own,)), [], options).rstrip("\n")
    for table in others:
        yield from ["", *_table(table, options)]


def _table(table: Table, options: Options) -> Iterator[str]:
    yield from _wrapped(table.heading, options, "strong")
    columns = [
        Column(heading, *_room(at, len(table.headings)), right=at >= table.texts)
        for at, heading in enumerate(table.headings)
    ]
    rows = (Drawn(row) for row in table.rows)
    yield from draw_table(columns, rows, options.width, colour=options.colour)


def _room(at: int, columns: int) -> tuple[int, int]:
    """The least and most cells of a column: the name gives way first, and then what may be an interval."""
    name = 1 if columns == 7 else 0  # noqa: PLR2004 — the ranking, which begins with the rank
    if at == name:
        return (8, 30)
    return (4, 8) if at < name else (5, 16)


def _wrapped(text: str, options: Options, style: Style | None = None) -> Iterator[str]:
    for line in wrap(one_line(text), options.width):
        yield paint(line, style, colour=options.colour) if style else line
