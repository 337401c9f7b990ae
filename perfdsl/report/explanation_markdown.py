"""Explanations as Markdown: the project, and each of its lines in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perfdsl.diagnostic import Diagnostic
from perfdsl.explain.explanation import Explanation
from perfdsl.report import explanation_words as words
from perfdsl.report.explanation_item import Item
from perfdsl.report.explanation_lines import LineOutline
from perfdsl.report.explanation_outline import outline
from perfdsl.report.markdown import plain
from perfdsl.report.options import Options
from perfdsl.report.words import SIGNS


def render(told: Explanation | None, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write an explanation as Markdown; what its texts hold of Markdown or HTML is shown, not obeyed."""
    if told is None:
        return words.NOTHING.say(options.language) + "\n"
    return "\n".join(_draw(told, options)) + "\n"


def _draw(told: Explanation, options: Options) -> Iterator[str]:
    found = outline(told, options.language, full=True)
    yield from [f"## {plain(found.title)}", ""]
    for row in found.facts:
        yield from (f"- {row.label}: {_item(item)}" for item in row.items)
    for section in found.sections:
        yield from ["", f"### {plain(section.heading)}", ""]
        for item in section.items:
            yield f"{'  ' * item.depth}- {_item(item)}"
    for line in found.lines:
        yield ""
        yield from _line(line)


def _line(line: LineOutline) -> Iterator[str]:
    yield f"### {plain(line.name)} {plain(line.points)} {SIGNS[line.state]} {line.attainment}"
    yield ""
    yield plain(line.group)
    if line.sentence:
        yield from ["", f"**{plain(line.sentence)}**"]
    yield ""
    for row in line.rows:
        first, *rest = row.items
        yield f"- {row.label}: {_item(first)}"
        yield from (f"  - {_item(item)}" for item in rest)


def _item(item: Item) -> str:
    mark = f"{item.mark} " if item.mark else ""
    place = f" — {plain(item.place)}" if item.place else ""
    return f"{mark}{plain(item.text)}{place}"
