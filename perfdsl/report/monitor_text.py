"""Monitoring on a terminal: what an officer needs to know on the first screen, each project below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from perfdsl.diagnostic import Diagnostic
from perfdsl.monitor.monitored import Monitored
from perfdsl.report import monitor_words as words
from perfdsl.report.cells import cells, one_line, wrap
from perfdsl.report.draw_table import Column, Drawn, draw_table
from perfdsl.report.lay_monitored import lay_monitored
from perfdsl.report.monitor_sheet import DepartmentPages, LineGroup, Lit, MonitorSheet, ProjectPage
from perfdsl.report.options import Options
from perfdsl.report.paint import Style, paint
from perfdsl.report.words import NO_PROJECT
from perfdsl.syntax.ast import Light

NARROWEST: Final = 60
"""Narrower terminals are written to as if they had this many cells."""


def render(monitored: Monitored | None, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write monitoring as text of at most ``options.width`` cells a line (at least ``NARROWEST``)."""
    if monitored is None:
        return ""
    sheet = lay_monitored(monitored, options.language)
    return "\n".join(Drawing(sheet, options).lines()) + "\n"


class Drawing:
    """Draws one sheet."""

    __slots__ = ("colour", "language", "sheet", "width")

    def __init__(self, sheet: MonitorSheet, options: Options) -> None:
        """Take the width and the colours that the reader has."""
        self.sheet, self.language, self.colour = sheet, options.language, options.colour
        self.width = max(options.width, NARROWEST)

    def lines(self) -> Iterator[str]:
        """Give the lines of the whole report."""
        yield from self._wrapped(self.sheet.title, "strong")
        if not any(department.rows for department in self.sheet.departments):
            yield from self._wrapped(NO_PROJECT.say(self.language))
            return
        yield from self._wrapped(self.sheet.counts)
        for department in self.sheet.departments:
            if department.summary.word:
                yield from self._lit(department.summary)
        yield ""
        yield from self._first()
        yield from self._overview()
        for department in self.sheet.departments:
            yield from self._own(department)
            for project in department.projects:
                yield ""
                yield from self._project(project)
        if self.sheet.left_out:
            yield ""
            yield from self._wrapped(self.sheet.left_out)

    def _first(self) -> Iterator[str]:
        yield from self._wrapped(words.FIRST.say(self.language), "strong")
        for at, urgent in enumerate(self.sheet.urgent, start=1):
            yield from self._lit(urgent, f"{at:>2} ")
        if self.sheet.more:
            yield from self._wrapped("   " + self.sheet.more)
        for action in self.sheet.actions:
            yield from self._lit(action, f"{words.ACTIONS.say(self.language)} ")
        if not self.sheet.urgent and not self.sheet.actions:
            yield from self._wrapped(words.NOTHING_FIRST.say(self.language))

    def _overview(self) -> Iterator[str]:
        for department in self.sheet.departments:
            named = len(self.sheet.departments) > 1
            heading = department.summary.what if named else words.OVERVIEW.say(self.language)
            yield ""
            yield from self._wrapped(heading, "strong")
            yield from self._rows(department)

    def _rows(self, department: DepartmentPages) -> Iterator[str]:
        name, rate, money, goals, gap, lights = self.sheet.project_headings
        columns = (
            self._light_column(),
            Column(name, 8, 40),
            Column(rate, 7, 8, right=True),
            Column(money, 7, 8, right=True),
            Column(goals, 7, 8, right=True),
            Column(gap, 6, 18, right=True),
            Column(lights, 5, 24),
        )
        rows = [Drawn((_boxed(row.word), *row.cells), style=row.light) for row in department.rows]
        yield from draw_table(columns, rows, self.width, colour=self.colour)

    def _project(self, page: ProjectPage) -> Iterator[str]:
        yield from self._lit(Lit(page.light, page.word, page.title), style="strong")
        for lit in page.money:
            if lit.said or lit.light:
                yield from self._lit(lit, "  ")
        yield from self._lines(page.groups)
        for heading, found in ((words.GOALS, page.goals), (words.ACTIONS, page.actions)):
            if found:
                yield f"{heading.say(self.language)}:"
                for lit in found:
                    yield from self._lit(lit, "  ")

    def _own(self, department: DepartmentPages) -> Iterator[str]:
        """Draw the lines of a department's own."""
        if department.own:
            yield ""
            yield from self._lit(department.summary._replace(said=()), style="strong")
            yield from self._lines(department.own)

    def _lines(self, groups: Iterable[LineGroup]) -> Iterator[str]:
        name, target, actual, due, progress, year = self.sheet.line_headings
        columns = (
            self._light_column(),
            Column(name, 8, 30),
            Column(target, 6, 16),
            Column(actual, 6, 14),
            Column(due, 6, 14),
            Column(progress, 7, 9, right=True),
            Column(year, 6, 10),
        )
        rows: list[Drawn] = []
        for group in groups:
            if group.heading:
                rows.append(Drawn((), heading=group.heading))
            rows += [Drawn((_boxed(row.word), *row.cells), row.said, row.light) for row in group.rows]
        yield ""
        yield from draw_table(columns, rows, self.width, colour=self.colour)

    def _light_column(self) -> Column:
        return Column(words.LIGHT.say(self.language), 4 if self.language == "zh" else 8, 8)

    def _lit(self, lit: Lit, lead: str = "", style: Style | None = None) -> Iterator[str]:
        """Draw a light with what it is of, and what is said of it hung below."""
        box = _boxed(lit.word) + " "
        indent = " " * (cells(lead) + cells(box))
        first, *rest = wrap(one_line(lit.what), self.width - len(indent))
        yield lead + self._painted(_boxed(lit.word), lit.light) + " " + self._styled(first, style)
        yield from (indent + self._styled(line, style) for line in rest)
        for said in lit.said:
            for line in wrap(one_line(said), self.width - len(indent)):
                yield indent + paint(line, "faint", colour=self.colour)

    def _painted(self, box: str, light: Light | None) -> str:
        return box if light is None else paint(box, light, colour=self.colour)

    def _styled(self, text: str, style: Style | None) -> str:
        return text if style is None else paint(text, style, colour=self.colour)

    def _wrapped(self, text: str, style: Style | None = None) -> Iterator[str]:
        yield from (self._styled(line, style) for line in wrap(one_line(text), self.width))


def _boxed(word: str) -> str:
    return f"[{word}]"
