"""Departments as GitHub Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perfdsl.diagnostic import Diagnostic
from perfdsl.report import department_words as words
from perfdsl.report.department_tables import DepartmentPage, Table, lay_department, say_flags
from perfdsl.report.lay_out import lay_out
from perfdsl.report.markdown import plain, render_markdown, table_line
from perfdsl.report.options import Options
from perfdsl.report.view_departments import view_departments
from perfdsl.report.words import AS_OF, DEPARTMENT, NO_PROJECT
from perfdsl.scorecard import Scorecard


def render(scorecard: Scorecard, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write departments as Markdown; what their texts hold of Markdown or HTML is shown, not obeyed."""
    return "\n".join(_lines(scorecard, options)) + "\n"


def _lines(scorecard: Scorecard, options: Options) -> Iterator[str]:
    views = view_departments(scorecard)
    if scorecard.as_of:
        yield from [f"{AS_OF.say(options.language)} {plain(scorecard.as_of)}", ""]
    for at, view in enumerate(views):
        if at:
            yield ""
        lead = f"{DEPARTMENT.say(options.language)} " if view.department else ""
        yield from _page(lead, lay_department(view, options.language), options)
    if not views:
        yield NO_PROJECT.say(options.language)
    for said in (
        *say_flags(scorecard.flags, options.language),
        words.say_absent(scorecard).say(options.language),
    ):
        if views and said:
            yield from ["", plain(said)]


def _page(lead: str, page: DepartmentPage, options: Options) -> Iterator[str]:
    yield f"## {plain(lead + page.title)}"
    if page.total:
        yield from ["", f"**{plain(page.total)}**"]
    if page.said:
        yield from ["", *(f"- {plain(said)}" for said in page.said)]
    for table in page.tables:
        yield from ["", *_table(table)]
    if page.own is not None:
        own = render_markdown(lay_out(Scorecard((page.own,)), options.language), options.language)
        yield from ["", f"### {words.OWN_LINES.say(options.language)}", "", own.rstrip("\n")]


def _table(table: Table) -> Iterator[str]:
    yield from [f"### {plain(table.heading)}", "", table_line(table.headings)]
    rules = ["---" if at < table.texts else "---:" for at in range(len(table.headings))]
    yield f"| {' | '.join(rules)} |"
    yield from (table_line(row) for row in table.rows)
