"""The explanation of each line as the page shows it: labelled rows that numbers in tables link to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from perfdsl.annual import words
from perfdsl.annual.annual import ProjectPart
from perfdsl.annual.line_part import LinePart
from perfdsl.diagnostic import Language
from perfdsl.report import explanation_words
from perfdsl.report.explanation_item import Item, Row
from perfdsl.report.explanation_words import colon

_ENDS = {"TARGET": "target", "ACTUAL": "actual", "WEIGHT": "weight", "POINTS": "points", "METHOD": "method"}


class ExplainedRow(NamedTuple):
    """What is said under a label; ``anchor``: empty where no number links to it."""

    anchor: str
    label: str
    items: tuple[Item, ...]


class Explained(NamedTuple):
    """A line explained: ``head`` is its points of its weight, ``sentence`` why it has not all of them."""

    line: LinePart
    head: str
    sentence: str
    rows: tuple[ExplainedRow, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """Where numbers may link to."""
        return frozenset(row.anchor for row in self.rows)


def explained_of(part: ProjectPart, language: Language) -> tuple[Explained, ...]:
    """Give the explanation of each line; where there is none, what the report itself knows of it."""
    found = part.outline.lines if part.outline else ()
    names = {getattr(explanation_words, name).say(language): end for name, end in _ENDS.items()}
    told = []
    for at, line in enumerate(part.lines):
        outlined = found[at] if at < len(found) else None
        rows = outlined.rows if outlined else tuple(_known(line, language))
        told.append(
            Explained(
                line=line,
                head=outlined.points if outlined else f"{line.points.text}/{line.weight.text}",
                sentence=line.why,
                rows=tuple(
                    ExplainedRow(f"{line.anchor}-{names[row.label]}" if row.label in names else "", *row)
                    for row in (*rows, *_watched(line, language))
                ),
            )
        )
    return tuple(told)


def _watched(line: LinePart, language: Language) -> Iterator[Row]:
    """Say which light shines and why, and what the year's end is likely to bring."""
    if line.lit is not None:
        yield Row(
            words.LIGHT.say(language), (Item(line.lit.text), *([Item(line.lit.why)] if line.lit.why else ()))
        )
    if line.forecast:
        yield Row(words.FORECAST.say(language), (Item(line.forecast),))


def _known(line: LinePart, language: Language) -> Iterator[Row]:
    """Say what is known without an explanation: the target and the fact, with their places."""
    yield Row(explanation_words.TARGET.say(language), (Item(line.target, line.target_source),))
    actual = line.actual or explanation_words.NO_ACTUAL.say(language)
    day = explanation_words.bracketed(line.day, language)
    notes = [
        Item(f"{label.say(language)}{colon(language)}{text}")
        for label, text in ((words.REASON, line.reason), (words.EVIDENCE, line.evidence))
        if text
    ]
    yield Row(explanation_words.ACTUAL.say(language), (Item(f"{actual}{day}", line.source), *notes))
    yield Row(explanation_words.WEIGHT.say(language), (Item(line.weight.text),))
