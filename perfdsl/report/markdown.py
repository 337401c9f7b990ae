"""A scored sheet as GitHub Markdown: a heading, a table and a total for each project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.report import words
from perfdsl.report.cells import one_line
from perfdsl.report.lay_out import lay_out
from perfdsl.report.name_place import name_place
from perfdsl.report.options import Options
from perfdsl.report.sheet import ProjectTable, Row, Sheet
from perfdsl.scorecard import Scorecard

_MARKUP = re.compile(r"[\\`*_\[\]#|~$]")


def render(scorecard: Scorecard, diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write a scorecard and its diagnostics as Markdown; the registry's name for it is ``md``."""
    sheet = render_markdown(lay_out(scorecard, options.language), options.language)
    findings = "".join(line + "\n" for line in _findings(list(diagnostics), options))
    return f"{sheet}\n{findings}" if findings else sheet


def render_markdown(sheet: Sheet, language: Language) -> str:
    """Write a sheet as Markdown; what its texts hold of Markdown or HTML is shown, not obeyed."""
    lines = [f"{words.AS_OF.say(language)} {plain(sheet.as_of)}", ""] if sheet.as_of else []
    for department in sheet.departments:
        if department.heading:
            lines += [f"## {plain(department.heading)}", ""]
        for project in department.projects:
            lines += [*_project_lines(project, sheet, language), ""]
    for total in sheet.totals:
        lines += [f"**{plain(total)}**", ""]
    if sheet.flags or sheet.faults:
        lines += [*_flag_lines(sheet.flags, sheet.faults, language), ""]
    if not sheet.departments:
        lines += [words.NO_PROJECT.say(language), ""]
    return "\n".join(lines[:-1]) + "\n"


def _project_lines(project: ProjectTable, sheet: Sheet, language: Language) -> Iterator[str]:
    yield f"### {plain(f'{project.code} {project.name}'.strip())}"
    yield ""
    if project.rubric:
        yield from [f"{words.RUBRIC.say(language)}: {plain(project.rubric)}", ""]
    yield table_line(sheet.headings)
    yield "| --- | --- | --- | --- | ---: | --- |"
    for group in project.groups:
        if group.heading:
            yield f"| **{plain(group.heading)}** | | | | | |"
        yield from (_row_line(row, language) for row in group.rows)
    yield from ["", f"**{words.TOTAL.say(language)} {plain(f'{project.total} {project.grade}'.strip())}**"]
    below = [
        *(f"- {plain(note)}" for note in project.notes),
        *_flag_lines(project.flags, project.faults, language),
    ]
    yield from ["", *below] if below else []


def _flag_lines(flags: Iterable[str], faults: Iterable[str], language: Language) -> Iterator[str]:
    yield from (f"- {words.FAULT.say(language)}: {plain(fault)}" for fault in faults)
    yield from (f"- {words.FLAG.say(language)}: {plain(flag)}" for flag in flags)


def _row_line(row: Row, language: Language) -> str:
    attainment = f"{words.SIGNS[row.state]} {row.attainment}"
    why = words.SEMICOLON.say(language).join(text for text in (row.why, *row.notes) if text)
    return table_line((row.name, row.target, row.actual, attainment, f"{row.score}/{row.weight}", why))


def table_line(texts: Iterable[str]) -> str:
    """Row of a Markdown table."""
    return f"| {' | '.join(map(plain, texts))} |"


def _findings(diagnostics: list[Diagnostic], options: Options) -> Iterator[str]:
    if not diagnostics and not options.omitted:
        return
    language = options.language
    yield from [f"### {words.FINDINGS.say(language)}", ""]
    for diagnostic in diagnostics:
        where = f" ({plain(name_place(diagnostic.labels[0].place))})" if diagnostic.labels else ""
        severity = words.SEVERITIES[diagnostic.severity].say(language)
        yield f"- {severity} {diagnostic.code}: {plain(diagnostic.message.say(language))}{where}"
    severities = [diagnostic.severity for diagnostic in diagnostics]
    yield from ["", words.count(severities, options.omitted).say(language)]


def plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    harmless = one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    return _MARKUP.sub(r"\\\g<0>", harmless)
