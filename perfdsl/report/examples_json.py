"""The stable JSON of tried examples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.examples.example import Coverage, Tested, Trial, Unmet
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.report.write_json import write_json

SCHEMA_VERSION: Final = 1


def render(tested: Tested, diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write tried examples with the diagnostics of the run; no ``coverage`` where only some were tried."""
    language, coverage = options.language, tested.coverage
    return write_json(
        {
            "schema_version": SCHEMA_VERSION,
            "summary": {
                "examples": len(tested.trials),
                "passed": tested.count("passed"),
                "failed": tested.count("failed"),
                "broken": tested.count("broken"),
            },
            "examples": [_trial(trial, language) for trial in tested.trials],
            "coverage": None if coverage is None else _coverage(coverage),
            "diagnostics": [diagnostic_to_dict(each, language) for each in diagnostics],
        }
    )


def _trial(trial: Trial, language: Language) -> dict[str, Json]:
    posed = trial.posed
    return {
        "name": posed.node.name,
        "subject": {"kind": posed.subject.kind, "name": posed.subject.name},
        "rubric": posed.node.rubric or None,
        "state": trial.state,
        "unmet": [_unmet(each, language) for each in trial.unmet],
        "source": place_fields(posed.place),
    }


def _unmet(unmet: Unmet, language: Language) -> dict[str, Json]:
    return {
        "expected": unmet.expected.say(language),
        "found": unmet.found.say(language),
        "difference": unmet.difference or None,
        "why": unmet.why.say(language),
        "source": place_fields(unmet.place),
    }


def _coverage(coverage: Coverage) -> dict[str, Json]:
    return {
        "method_cases": {"all": coverage.method_cases, "touched": coverage.touched("method")},
        "rule_cases": {"all": coverage.rule_cases, "touched": coverage.touched("rule")},
        "untouched": [
            {"kind": each.kind, "name": each.name, "case": each.case, "source": place_fields(each.place)}
            for each in coverage.untouched
        ],
    }
