"""The Python door: parse, check and score texts, and read single targets.

Texts are given as ``str`` (one sheet), or as a mapping or sequence of sheets; facts as rows like those of a
CSV file. Shipped rubrics are found by name. Nothing here raises for what a text says: look at ``diagnostics``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.pipeline import Outcome, Request
from perfdsl.source import Source
from perfdsl.syntax.read_target import read_target

if TYPE_CHECKING:
    from perfdsl.actuals.fact import Fact
    from perfdsl.scheme.scheme import Scheme
    from perfdsl.syntax.ast import Module

Texts = str | Source | Mapping[str, str] | Sequence[Source]
Facts = Sequence[Mapping[str, object]] | Mapping[str, bytes]

__all__ = ["check", "parse", "read_target", "score"]


def parse(text: str | Source) -> tuple[Module, Diagnostics]:
    """Parse one sheet; the tree holds all that could be read."""
    from perfdsl.syntax.parse import parse as parse_source

    diagnostics = Diagnostics()
    return parse_source(_sources(text)[0], diagnostics), diagnostics


def check(texts: Texts, *, rubric: str = "") -> tuple[Scheme, Diagnostics]:
    """Check sheets; the scheme holds all that is sound."""
    from perfdsl import pipeline

    diagnostics = Diagnostics()
    return pipeline.check(_sources(texts), diagnostics, shipped, rubric), diagnostics


def score(
    texts: Texts,
    actuals: Facts = (),
    *,
    rubric: str = "",
    as_of: date | None = None,
    engine: str = "exact",
    keep_going: bool = False,
) -> Outcome:
    """Score sheets against facts.

    ``actuals``: rows such as ``{"项目": "…", "指标": "集中活动的次数", "实际完成值": "11次"}`` (numbers as text, so
    that they stay exact), or files, name → content, whose endings say what they are. Facts that stand in the sheets
    count as well.
    """
    from perfdsl import pipeline

    diagnostics = Diagnostics()
    request = Request(rubric, as_of, engine, keep_going)
    prepared = pipeline.prepare(_sources(texts), diagnostics, shipped, request)
    facts = _facts(actuals, diagnostics)
    if prepared is None:
        return Outcome(None, diagnostics)
    return Outcome(pipeline.run(*prepared, facts, diagnostics, request), diagnostics)


def _sources(texts: Texts) -> list[Source]:
    if isinstance(texts, str):
        return [Source("<text>", texts)]
    if isinstance(texts, Source):
        return [texts]
    if isinstance(texts, Mapping):
        return [Source(name, text) for name, text in texts.items()]
    return list(texts)


def _facts(actuals: Facts, diagnostics: Diagnostics) -> list[Fact]:
    import json
    from pathlib import PurePath

    from perfdsl.actuals.from_table import facts_of
    from perfdsl.actuals.readers import READERS

    if isinstance(actuals, Mapping):
        files = dict(actuals)
    else:
        rows = [{name: str(value) for name, value in row.items() if value is not None} for row in actuals]
        files = {"<actuals>.json": json.dumps(rows, ensure_ascii=False).encode()} if rows else {}
    facts: list[Fact] = []
    for name, data in files.items():
        for table in READERS.get(PurePath(name).suffix.lower())(name, data, diagnostics):
            facts.extend(facts_of(table, diagnostics))
    return facts
