"""A scored sheet on a terminal: tables that keep their shape at any width, in Chinese too.

The tables are drawn by hand. One measure of width (``perfdsl.report.cells``) then decides for excerpts and
tables alike, and nothing has to be imported that takes longer than the scoring itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.report import words
from perfdsl.report.cells import cells, one_line, wrap
from perfdsl.report.draw_row import INDENT, Grid, draw_headings, draw_row, natural_widths
from perfdsl.report.fit_columns import fit_columns
from perfdsl.report.lay_out import lay_out
from perfdsl.report.options import Options
from perfdsl.report.paint import Style
from perfdsl.report.sheet import ProjectTable, Sheet
from perfdsl.scorecard import Scorecard

NARROWEST = 60
"""Narrower terminals are written to as if they had this many cells."""


def render(scorecard: Scorecard, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write a scorecard as text; the registry's name for it is ``text``. Diagnostics have their own form."""
    sheet = lay_out(scorecard, options.language)
    return render_terminal(sheet, width=options.width, colour=options.colour, language=options.language)


def render_terminal(sheet: Sheet, *, width: int, colour: bool, language: Language) -> str:
    """Draw every table of a sheet.

    No line is wider than ``width`` cells (at least ``NARROWEST``); long texts wrap inside their column.
    Without ``colour`` no escape is written, and with it nothing is said by colour alone.
    """
    wide = max(width, NARROWEST)
    columns = fit_columns(natural_widths(sheet), wide - INDENT)
    grid = Grid(columns, wide, colour)
    blocks = ["\n".join(_wrapped(f"{words.AS_OF.say(language)} {sheet.as_of}", grid))] if sheet.as_of else []
    for department in sheet.departments:
        if department.heading:
            blocks.append("\n".join(_wrapped(department.heading, grid, "strong")))
        blocks += ["\n".join(_draw(project, sheet, grid, language)) for project in department.projects]
    if sheet.totals:
        blocks.append("\n".join(line for total in sheet.totals for line in _wrapped(total, grid, "strong")))
    if sheet.flags or sheet.faults:
        blocks.append("\n".join(_draw_flags(sheet.flags, sheet.faults, grid, language)))
    if not sheet.departments:
        blocks.append(words.NO_PROJECT.say(language))
    return "\n\n".join(blocks) + "\n"


def _draw(project: ProjectTable, sheet: Sheet, grid: Grid, language: Language) -> Iterator[str]:
    rule = grid.paint("─" * min(grid.columns.total + INDENT, grid.width), "frame")
    yield from _wrapped(f"{project.code} {project.name}", grid, "strong")
    if project.rubric:
        yield from _wrapped(f"{words.RUBRIC.say(language)}: {project.rubric}", grid, "faint")
    yield from [rule, *draw_headings(sheet.headings, grid), rule]
    for group in project.groups:
        if group.heading:
            yield from _wrapped(group.heading, grid)
        for row in group.rows:
            yield from draw_row(row, grid)
    yield rule
    yield from _wrapped(f"{words.TOTAL.say(language)} {project.total} {project.grade}", grid, "strong")
    for note in project.notes:
        yield from _hung("  ", note, grid)
    yield from _draw_flags(project.flags, project.faults, grid, language)


def _draw_flags(flags: Iterable[str], faults: Iterable[str], grid: Grid, language: Language) -> Iterator[str]:
    for fault in faults:
        yield from _hung(f"! {words.FAULT.say(language)}: ", fault, grid, "error")
    for flag in flags:
        yield from _hung(f"! {words.FLAG.say(language)}: ", flag, grid)


def _wrapped(text: str, grid: Grid, style: Style | None = None) -> Iterator[str]:
    yield from (grid.paint(line, style) for line in wrap(one_line(text), grid.width))


def _hung(lead: str, text: str, grid: Grid, style: Style = "warning") -> Iterator[str]:
    first, *rest = wrap(one_line(text), grid.width - cells(lead))
    yield (grid.paint(lead, style) if lead.strip() else lead) + first
    yield from (" " * cells(lead) + line for line in rest)
