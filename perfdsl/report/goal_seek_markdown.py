"""Answers to ``goal-seek`` as Markdown: a heading for each project, a list for each way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from perfdsl.diagnostic import Diagnostic
from perfdsl.goal_seek.answer import Answer
from perfdsl.report import goal_seek_words as words
from perfdsl.report.goal_seek_outline import outline
from perfdsl.report.markdown import plain
from perfdsl.report.options import Options


def render(answers: Sequence[Answer], _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write answers as Markdown; what their texts hold of Markdown or HTML is shown, not obeyed."""
    blocks = ["\n".join(_draw(answer, options)) for answer in answers]
    return "\n\n".join(blocks or [words.NO_PROJECT.say(options.language)]) + "\n"


def _draw(answer: Answer, options: Options) -> Iterator[str]:
    found = outline(answer, options.language)
    yield f"### {plain(found.title)}"
    yield ""
    yield from (f"- {label}: {plain(what)}" for label, what in found.facts)
    if found.verdict:
        yield from ["", f"**{plain(found.verdict)}**"]
    for section in found.sections:
        yield from ["", f"#### {plain(section.heading)}", ""]
        yield from (f"- {plain(item)}" for item in section.items)
    for remark in found.remarks:
        yield from ["", plain(remark)]
