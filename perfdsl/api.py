"""The Python door: parse, check and score texts, and read single targets.

Texts are given as ``str`` (one sheet), or as a mapping or sequence of sheets; facts as rows like those of a
CSV file. Shipped rubrics are found by name. Nothing raises for what a text says: look at ``diagnostics``.
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
    from perfdsl.scheme.scheme import Scheme
    from perfdsl.syntax.ast import Module

Texts = str | Source | Mapping[str, str] | Sequence[Source]
Facts = Sequence[Mapping[str, object]] | Mapping[str, bytes | str]

__all__ = ["check", "parse", "read_target", "score"]


def parse(text: str | Source) -> tuple[Module, Diagnostics]:
    """Parse one sheet; the tree holds all that could be read."""
    from perfdsl.syntax.parse import parse as parse_source

    diagnostics = Diagnostics()
    return parse_source(_sources(text)[0], diagnostics), diagnostics


def check(texts: Texts, *, rubric: str = "") -> tuple[Scheme, Diagnostics]:
    """Check sheets; the scheme holds all that is sound, with every amendment in force."""
    from perfdsl import pipeline

    diagnostics = Diagnostics()
    scheme = pipeline.check(_sources(texts), diagnostics, shipped, rubric, every=True)
    return scheme, diagnostics


def score(  # noqa: PLR0913 — each has a name, and most are left out
    texts: Texts,
    actuals: Facts = (),
    *,
    rubric: str = "",
    as_of: date | None = None,
    engine: str = "exact",
    keep_going: bool = False,
) -> Outcome:
    """Score sheets against facts.

    ``actuals``: rows such as ``{"项目": "…", "指标": "活动次数", "实际完成值": "11次"}`` (numbers as text,
    so that they stay exact), or files, name → content, whose endings (.csv .json .xlsx .xls) say what they
    are. Facts that stand in the sheets count as well. The scorecard is None where an error stands in the
    way, unless ``keep_going``. KeyError where there is no such engine.
    """
    from perfdsl import pipeline
    from perfdsl.workspace import read_facts

    diagnostics = Diagnostics()
    request = Request(rubric, as_of, engine, keep_going)
    scheme, plan = pipeline.prepare(_sources(texts), diagnostics, shipped, request)
    facts = read_facts(_files(actuals).items(), diagnostics)
    return Outcome(pipeline.run(scheme, plan, facts, diagnostics, request), diagnostics)


def _sources(texts: Texts) -> list[Source]:
    if isinstance(texts, str):
        return [Source("<text>", texts)]
    if isinstance(texts, Source):
        return [texts]
    if isinstance(texts, Mapping):
        return [Source(name, text) for name, text in texts.items()]
    return list(texts)


def _files(actuals: Facts) -> dict[str, bytes]:
    """Give facts as files: rows become a JSON list, which the reader of JSON then holds to its bounds."""
    import json

    if isinstance(actuals, Mapping):
        return {name: _bytes(data) for name, data in actuals.items()}
    if not actuals:
        return {}
    rows = [{str(name): _plain(value) for name, value in row.items()} for row in actuals]
    return {"<actuals>.json": json.dumps(rows).encode()}


def _bytes(data: bytes | str) -> bytes:
    return data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data


def _plain(value: object) -> object:
    """Give a value of JSON; numbers, dates and the like as they print themselves."""
    return value if value is None or isinstance(value, str | bool) else str(value)
