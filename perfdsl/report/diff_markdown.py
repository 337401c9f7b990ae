"""A difference as GitHub Markdown: a heading and a table for each project and definition, then the impact."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Language, Text
from perfdsl.diff.comparison import Comparison
from perfdsl.diff.difference import Change, Pair
from perfdsl.diff.impact import Impact
from perfdsl.report import diff_words as words
from perfdsl.report.diff_text import say_summary
from perfdsl.report.markdown import plain, table_line
from perfdsl.report.options import Options
from perfdsl.report.say_change import say_change, say_places
from perfdsl.report.say_impact import say_line_impact, say_project_impact
from perfdsl.report.words import called

_HEADINGS = (Text("指标", "Indicator"), Text("变化", "Sense"), Text("内容", "Change"), Text("位置", "Place"))


def render(comparison: Comparison, options: Options) -> str:
    """Write a difference as Markdown; what its texts hold of Markdown or HTML is shown, not obeyed."""
    return "\n".join(_lines(comparison, options.language)).rstrip("\n") + "\n"


def _lines(comparison: Comparison, language: Language) -> Iterator[str]:
    difference = comparison.difference
    yield from [f"## {plain(f'{comparison.old} → {comparison.new}')}", ""]
    for pair in (*difference.projects, *difference.definitions):
        yield from _pair(pair, language)
    if difference.projects or difference.definitions:
        yield say_summary(difference, language)
    else:
        yield words.NO_DIFFERENCE.say(language)
    if comparison.impact is not None:
        yield ""
        yield from _impact(comparison.impact, language)


def _pair(pair: Pair, language: Language) -> Iterator[str]:
    title = f"{words.KINDS[pair.kind].say(language)} {pair.shown.name} {pair.shown.code}".strip()
    yield from [f"### {plain(title)}", ""]
    yield table_line(heading.say(language) for heading in _HEADINGS)
    yield "| --- | --- | --- | --- |"
    yield from (_change("", change, language) for change in pair.changes)
    for part in pair.parts:
        yield from (_change(called(part.shown.name, language), change, language) for change in part.changes)
    yield ""


def _change(name: str, change: Change, language: Language) -> str:
    sense = words.SENSES[change.sense].say(language)
    return table_line((name, sense, say_change(change, language), say_places(change)))


def _impact(impact: Impact, language: Language) -> Iterator[str]:
    yield from [f"### {words.IMPACT.say(language)}", ""]
    colon = "：" if language == "zh" else ": "
    for project in impact.projects:
        yield f"- {plain(project.name + colon + say_project_impact(project, language))}"
        for line in project.lines:
            said = called(line.name, language) + colon + say_line_impact(line, project, language)
            yield f"  - {plain(said)}"
    if not impact.projects:
        yield words.NO_IMPACT.say(language)
