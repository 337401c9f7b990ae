"""Tries all examples of a set of sheets: each scored as ``eval`` would, and held to what it expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from perfdsl.diagnostic import Diagnostics
from perfdsl.examples import messages
from perfdsl.examples.bench import Bench
from perfdsl.examples.count_coverage import count_coverage
from perfdsl.examples.example import Posed, Tested, Trial, Worked
from perfdsl.examples.find_subjects import posed_in
from perfdsl.examples.find_unmet import find_unmet
from perfdsl.examples.score_method import score_method
from perfdsl.examples.score_monitoring import score_monitoring
from perfdsl.examples.score_project import score_project
from perfdsl.examples.score_rubric import score_rubric
from perfdsl.examples.score_rule import score_rule
from perfdsl.scheme import messages as scheme_messages
from perfdsl.scheme.names import key
from perfdsl.scheme.parsed import Parsed
from perfdsl.source import Place
from perfdsl.syntax import ast

Progress = Callable[[int, int], None]
EVERY = 50
"""Examples between two reports of progress."""


def run_examples(
    sheets: Sequence[Parsed],
    shipped: Sequence[Parsed],
    diagnostics: Diagnostics,
    wanted: str = "",
    progress: Progress | None = None,
) -> Tested:
    """Try the examples of sheets; ``wanted``: only those in whose name, or whose subject's, this stands.

    What is wrong with the sheets or with an example itself goes to ``diagnostics``; such examples are broken.
    """
    bench = Bench(sheets, shipped, diagnostics)
    posed = [each for sheet in sheets for each in posed_in(sheet, diagnostics)]
    chosen = [each for each in posed if _is_wanted(each, wanted)]
    trials: list[Trial] = []
    touched: set[Place] = set()
    for each in _reported(chosen, progress):
        trial, worked = _try(each, bench, diagnostics)
        trials.append(trial)
        touched |= worked.touched if worked is not None else set()
    coverage = None if wanted else count_coverage(sheets, touched)
    return Tested(tuple(trials), coverage)


def work_out(posed: Posed, bench: Bench, diagnostics: Diagnostics) -> Worked | None:
    """Give what the engine makes of an example; None after a complaint, or where its subject is wrong."""
    if bench.is_damaged(posed) or not _knows_rubric(posed, bench, diagnostics):
        return None
    units = posed.reports
    if units and not isinstance(posed.subject, ast.Project):
        diagnostics.add(messages.unit_of_nothing(posed.place, next(iter(units.values()))))
        return None
    match posed.subject:
        case ast.Method():
            return score_method(posed, bench, diagnostics)
        case ast.Project():
            return score_project(posed, bench, diagnostics)
        case ast.Rule():
            return score_rule(posed, bench, diagnostics)
        case ast.Rubric():
            return score_rubric(posed, bench, diagnostics)
        case ast.Monitoring():
            return score_monitoring(posed, bench, diagnostics)


def _try(posed: Posed, bench: Bench, diagnostics: Diagnostics) -> tuple[Trial, Worked | None]:
    own = Diagnostics()
    worked = work_out(posed, bench, own)
    unmet = [] if worked is None else find_unmet(posed, worked, own)
    diagnostics.extend(own)
    if worked is None or own.has_errors:
        return Trial(posed, "broken", tuple(unmet)), worked
    return Trial(posed, "failed" if unmet else "passed", tuple(unmet)), worked


def _knows_rubric(posed: Posed, bench: Bench, diagnostics: Diagnostics) -> bool:
    """Whether the rubric that an example names is there; else that is told."""
    name = posed.node.rubric
    definitions = bench.checker.definitions
    if not name or definitions.find_rubric(name) is not None:
        return True
    diagnostics.add(scheme_messages.unknown_rubric(posed.place, name, definitions.rubric_names()))
    return False


def _is_wanted(posed: Posed, wanted: str) -> bool:
    return not wanted or any(key(wanted) in key(name) for name in (posed.node.name, posed.subject.name))


def _reported(chosen: Sequence[Posed], progress: Progress | None) -> Iterator[Posed]:
    for done, each in enumerate(chosen):
        if progress is not None and done % EVERY == 0:
            progress(done, len(chosen))
        yield each
