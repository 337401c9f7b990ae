"""Monitoring as GitHub Markdown: the summary, what to act on first, tables, and each project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.monitor.monitored import Monitored
from perfdsl.report import monitor_words as words
from perfdsl.report.lay_monitored import lay_monitored
from perfdsl.report.markdown import plain, table_line
from perfdsl.report.monitor_sheet import DepartmentPages, LineGroup, Lit, MonitorSheet, ProjectPage
from perfdsl.report.options import Options
from perfdsl.report.words import NO_PROJECT, SEMICOLON, WHY


def render(monitored: Monitored | None, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write monitoring as Markdown; what its texts hold of Markdown or HTML is shown, not obeyed."""
    if monitored is None:
        return ""
    sheet = lay_monitored(monitored, options.language)
    lines = list(_lines(sheet, options.language))
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _lines(sheet: MonitorSheet, language: Language) -> Iterator[str]:
    yield from [f"# {plain(sheet.title)}", ""]
    if not any(department.rows for department in sheet.departments):
        yield NO_PROJECT.say(language)
        return
    yield from [plain(sheet.counts), ""]
    yield from (_item(each.summary, language) for each in sheet.departments if each.summary.word)
    yield from ["", f"## {words.FIRST.say(language)}", ""]
    yield from (f"{at}. {_lit(each, language)}" for at, each in enumerate(sheet.urgent, start=1))
    if sheet.more:
        yield from ["", plain(sheet.more), ""]
    if sheet.actions:
        yield ""
    yield from (_item(each, language) for each in sheet.actions)
    if not sheet.urgent and not sheet.actions:
        yield words.NOTHING_FIRST.say(language)
    for department in sheet.departments:
        yield from ["", f"## {plain(department.summary.what) or words.OVERVIEW.say(language)}", ""]
        yield from _overview(department, sheet, language)
    for department in sheet.departments:
        if department.own:
            title = f"[{department.summary.word}] {department.summary.what}"
            yield from ["", f"### {plain(title)}", *_lines_of(department.own, sheet, language)]
        for page in department.projects:
            yield from ["", *_project(page, sheet, language)]
    if sheet.left_out:
        yield from ["", plain(sheet.left_out)]


def _overview(department: DepartmentPages, sheet: MonitorSheet, language: Language) -> Iterator[str]:
    yield table_line([words.LIGHT.say(language), *sheet.project_headings])
    yield "| --- | --- | ---: | ---: | ---: | ---: | --- |"
    yield from (table_line([row.word, *row.cells]) for row in department.rows)


def _project(page: ProjectPage, sheet: MonitorSheet, language: Language) -> Iterator[str]:
    yield from [f"### [{plain(page.word)}] {plain(page.title)}", ""]
    yield from (_item(each, language) for each in page.money if each.said or each.light)
    yield from _lines_of(page.groups, sheet, language)
    for heading, found in ((words.GOALS, page.goals), (words.ACTIONS, page.actions)):
        yield from _section(heading.say(language), found, language)


def _lines_of(groups: Sequence[LineGroup], sheet: MonitorSheet, language: Language) -> Iterator[str]:
    yield from ["", table_line([words.LIGHT.say(language), *sheet.line_headings, WHY.say(language)])]
    yield "| --- | --- | --- | --- | --- | ---: | --- | --- |"
    for group in groups:
        if group.heading:
            yield f"| | **{plain(group.heading)}** | | | | | | |"
        for row in group.rows:
            yield table_line([row.word, *row.cells, SEMICOLON.say(language).join(row.said)])


def _section(heading: str, found: Sequence[Lit], language: Language) -> Iterator[str]:
    if found:
        yield from ["", f"**{heading}**", "", *(_item(each, language) for each in found)]


def _item(lit: Lit, language: Language) -> str:
    return f"- {_lit(lit, language)}"


def _lit(lit: Lit, language: Language) -> str:
    said = SEMICOLON.say(language).join(lit.said)
    between = "：" if language == "zh" else ": "
    return f"**[{plain(lit.word)}]** {plain(lit.what)}{between if said else ''}{plain(said)}"
