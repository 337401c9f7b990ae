"""Scores texts in memory, as one command would: sheets, the shipped rubrics, and facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from perfdsl import pipeline
from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.library import shipped
from perfdsl.pipeline import Outcome, Request
from perfdsl.scheme.scheme import Scheme
from perfdsl.scorecard import IndicatorScore, ProjectScore
from perfdsl.source import Place, Source, TextPlace

Texts = str | Mapping[str, str]


def sources_of(texts: Texts) -> list[Source]:
    named = {"表.perf": texts} if isinstance(texts, str) else texts
    return [Source(name, text) for name, text in named.items()]


def run_texts(
    texts: Texts,
    table: str = "",
    *,
    rubric: str = "",
    as_of: date | None = None,
    keep_going: bool = False,
) -> Outcome:
    """Score sheets whose facts stand in 实绩 blocks, and in the text of a CSV file where one is given."""
    request = Request(rubric, as_of, keep_going=keep_going)
    return pipeline.score(sources_of(texts), facts_of_csv(table), shipped, request)


def facts_of_csv(table: str):
    from perfdsl.actuals.from_table import facts_of
    from perfdsl.actuals.readers.read_csv import read

    if not table:
        return []
    found = Diagnostics()
    facts = [fact for each in read("实绩.csv", table.encode(), found) for fact in facts_of(each, found)]
    assert not list(found)
    return facts


def score_texts(texts: Texts, table: str = "", **wishes) -> list[ProjectScore]:
    """Score sheets that must be free of errors."""
    outcome = run_texts(texts, table, **wishes)
    assert outcome.scorecard is not None, say_all(outcome.diagnostics)
    return list(outcome.scorecard.projects)


def score_one(texts: Texts, table: str = "", **wishes) -> ProjectScore:
    (project,) = score_texts(texts, table, **wishes)
    return project


def line_named(project: ProjectScore, name: str) -> IndicatorScore:
    (line,) = (line for line in project.indicators if line.name == name)
    return line


def check_texts(texts: Texts, *, rubric: str = "") -> tuple[Scheme, list[Diagnostic]]:
    diagnostics = Diagnostics()
    scheme = pipeline.check(sources_of(texts), diagnostics, shipped, rubric)
    return scheme, list(diagnostics)


def complaints(texts: Texts, table: str = "", **wishes) -> list[Diagnostic]:
    """All complaints of a run, in order."""
    return list(run_texts(texts, table, **wishes).diagnostics)


def only_complaint(texts: Texts, table: str = "", **wishes) -> Diagnostic:
    found = complaints(texts, table, **wishes)
    assert len(found) == 1, say_all(found)
    return found[0]


def say_all(diagnostics) -> str:
    return "\n".join(
        f"{d.code} {d.message.zh} @{[text_at(label.place) for label in d.labels]}" for d in diagnostics
    )


def text_at(place: Place) -> str:
    return place.text


def labels_of(diagnostic: Diagnostic) -> list[str]:
    """Texts at the places that a complaint shows."""
    return [text_at(label.place) for label in diagnostic.labels]


def lines_of(diagnostic: Diagnostic) -> list[int]:
    return [label.place.position.line for label in diagnostic.labels if isinstance(label.place, TextPlace)]
