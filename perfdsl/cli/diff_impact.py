"""Scores both sides of a difference under the same facts, those that ``--actuals`` names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from perfdsl import pipeline
from perfdsl.actuals.fact import Fact
from perfdsl.actuals.from_sheet import facts_in_sheets
from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.diff.impact import Impact
from perfdsl.diff.measure_impact import measure_impact
from perfdsl.diff.share_facts import share_facts
from perfdsl.diff.sheets import Sheets
from perfdsl.find_files import is_sheet
from perfdsl.scheme.keep_sound import complain_of_rubrics
from perfdsl.scheme.parsed import read_source
from perfdsl.scheme.scheme import Scheme
from perfdsl.scorecard import Scorecard
from perfdsl.syntax import ast
from perfdsl.workspace import read_bytes, read_facts, source_of


def read_facts_of(files: Sequence[str], diagnostics: Diagnostics) -> list[Fact]:
    """Read tables, and the 实绩 blocks of sheets."""
    tables: list[tuple[str, bytes]] = []
    facts: list[Fact] = []
    for name in dict.fromkeys(files):
        data = read_bytes(Path(name), diagnostics)
        if data is None:
            continue
        if is_sheet(Path(name)):
            facts += _facts_of_sheet(name, data, diagnostics)
        else:
            tables.append((name, data))
    return [*facts, *read_facts(tables, diagnostics)]


def score_both(old: Sheets, new: Sheets, facts: Sequence[Fact], diagnostics: Diagnostics) -> Impact | None:
    """Score both sides under these facts alone; None where an error stands in the way.

    What stands in 实绩 blocks of either side is left aside: it may differ between them.
    """
    shared = share_facts(old, new, facts)
    before = _score(old, shared.old, diagnostics)
    after = _score(new, shared.new, diagnostics)
    return None if before is None or after is None else measure_impact(old, new, before, after)


def _score(side: Sheets, facts: Sequence[Fact], diagnostics: Diagnostics) -> Scorecard | None:
    found = Diagnostics()
    complain_of_rubrics(side.scheme, found)
    request = pipeline.Request()
    scorecard = pipeline.run(side.scheme._replace(actuals=()), side.plan, facts, found, request)
    # Both sides complain of a fact that neither can use: it is told once.
    told = {_identity(each) for each in diagnostics}
    for each in found:
        if _identity(each) not in told:
            diagnostics.add(each)
    return scorecard


def _identity(diagnostic: Diagnostic) -> tuple[object, ...]:
    return diagnostic.code, diagnostic.message, diagnostic.labels[:1]


def _facts_of_sheet(name: str, data: bytes, diagnostics: Diagnostics) -> list[Fact]:
    source = source_of(name, data, diagnostics)
    module = read_source(source, diagnostics).module
    blocks = tuple((source, item) for item in module.items if isinstance(item, ast.Actuals))
    return facts_in_sheets(Scheme(actuals=blocks))
