"""An audit as GitHub Markdown: a table for each project, and the counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from perfdsl.audit.difference import Audit, Difference
from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.report import audit_words as words
from perfdsl.report.audit_summary import count_rows, say_more
from perfdsl.report.audit_text import by_rank, cells_of, headings
from perfdsl.report.markdown import plain, table_line
from perfdsl.report.options import Options


def render(audit: Audit | None, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write an audit; what its texts hold of Markdown or HTML is shown, not obeyed."""
    return "\n".join(_lines(audit, options.language)) + "\n" if audit else ""


def _lines(audit: Audit, language: Language) -> Iterator[str]:
    yield f"{plain(audit.file)} · {words.RUBRIC.say(language)}: {plain(audit.rubric)}"
    for project, found in groupby(audit.differences, key=lambda each: each.row.project):
        yield from ["", f"### {plain(project or words.NO_PROJECT.say(language))}", ""]
        yield from table_of(found, language)
    yield ""
    for counted in count_rows(audit):
        indent = "  " if counted.is_part else ""
        yield f"{indent}- {plain(counted.what.say(language))}: {counted.rows}"
    for said in say_more(audit):
        yield from ["", plain(said.say(language))]


def table_of(rows: Iterable[Difference], language: Language) -> Iterator[str]:
    """Give a table of rows, differences first."""
    yield table_line((*headings(language), words.WHY.say(language)))
    yield "| --- | --- | --- | --- | ---: | ---: | --- |"
    for row in by_rank(rows):
        yield table_line((*cells_of(row, language), words.say_below(row).say(language)))
