"""A difference on a terminal: what changed of each project and definition, then what that does to scores."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Language
from perfdsl.diff.comparison import Comparison
from perfdsl.diff.difference import SENSES, Change, Difference, Pair, Sense
from perfdsl.diff.impact import Impact, ProjectImpact
from perfdsl.report import diff_words as words
from perfdsl.report.cells import cells, one_line, pad, wrap
from perfdsl.report.options import Options
from perfdsl.report.paint import Style, paint
from perfdsl.report.say_change import say_change, say_places
from perfdsl.report.say_impact import say_line_impact, say_project_impact
from perfdsl.report.words import called

NARROWEST = 60
"""Narrower terminals are written to as if they had this many cells."""

_STEP = 2


def render(comparison: Comparison, options: Options) -> str:
    """Write a difference as text of ``options.width`` cells."""
    writer = _Writer(options)
    lines = writer.lines(comparison)
    return "\n".join(lines) + "\n"


def say_summary(difference: Difference, language: Language) -> str:
    """``放宽 1，收紧 2``; senses that do not occur are left out."""
    counted = [(sense, difference.count(sense)) for sense in SENSES]
    comma = "，" if language == "zh" else ", "
    return comma.join(f"{words.SENSES[sense].say(language)} {count}" for sense, count in counted if count)


class _Writer:
    """Writes lines for one reader."""

    __slots__ = ("colour", "language", "width")

    def __init__(self, options: Options) -> None:
        self.language, self.colour = options.language, options.colour
        self.width = max(options.width, NARROWEST)

    def lines(self, comparison: Comparison) -> Iterator[str]:
        yield from self._hung("", f"{comparison.old} → {comparison.new}", 0, "faint")
        difference = comparison.difference
        for pair in (*difference.projects, *difference.definitions):
            yield ""
            yield from self._pair(pair)
        yield ""
        if difference.projects or difference.definitions:
            yield say_summary(difference, self.language)
        else:
            yield words.NO_DIFFERENCE.say(self.language)
        if comparison.impact is not None:
            yield ""
            yield from self._impact(comparison.impact)

    def _pair(self, pair: Pair) -> Iterator[str]:
        title = f"{words.KINDS[pair.kind].say(self.language)} {pair.shown.name} {pair.shown.code}"
        if pair.is_whole:
            yield from self._change(pair.changes[0], 0, title)
            return
        yield from self._hung("", title, 0, "strong")
        for change in pair.changes:
            yield from self._change(change, _STEP)
        for part in pair.parts:
            if part.is_whole:
                yield from self._change(part.changes[0], _STEP)
                continue
            yield from self._hung("", called(part.shown.name, self.language), _STEP, None)
            for change in part.changes:
                yield from self._change(change, 2 * _STEP)

    def _change(self, change: Change, indent: int, title: str = "") -> Iterator[str]:
        word = pad(words.SENSES[change.sense].say(self.language), self._widest()) + " "
        yield from self._hung(
            word, title or say_change(change, self.language), indent, words.STYLES[change.sense]
        )
        places = say_places(change)
        if places:
            yield from self._hung("", places, indent + cells(word), "faint")

    def _widest(self) -> int:
        senses: tuple[Sense, ...] = SENSES
        return max(cells(words.SENSES[sense].say(self.language)) for sense in senses)

    def _impact(self, impact: Impact) -> Iterator[str]:
        yield self._paint(words.IMPACT.say(self.language), "strong")
        for project in impact.projects:
            yield from self._project(project)
        if not impact.projects:
            yield words.NO_IMPACT.say(self.language)

    def _project(self, project: ProjectImpact) -> Iterator[str]:
        colon = "：" if self.language == "zh" else ": "
        said = say_project_impact(project, self.language)
        yield from self._hung("", f"{project.name}{colon}{said}", _STEP, None)
        for line in project.lines:
            said = say_line_impact(line, project, self.language)
            yield from self._hung("", f"{called(line.name, self.language)}{colon}{said}", 2 * _STEP, None)

    def _hung(self, lead: str, text: str, indent: int, style: Style | None) -> Iterator[str]:
        """Write a text whose further lines stand under its first; the lead, or all of it, in a style."""
        edge = indent + cells(lead)
        for at, line in enumerate(wrap(one_line(text), self.width - edge)):
            before = self._paint(lead, style) if at == 0 else " " * cells(lead)
            yield " " * indent + before + (line if lead else self._paint(line, style))

    def _paint(self, text: str, style: Style | None) -> str:
        return paint(text, style, colour=self.colour) if style else text
