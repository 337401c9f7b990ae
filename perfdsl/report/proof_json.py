"""A verification as JSON, for programs; numbers are exact, as strings (a fraction as ``3/8``)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Language
from perfdsl.proof.finding import Finding, Probe, Subject, Verification, Witness
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.report.proof_words import VERDICTS, name_of
from perfdsl.report.write_json import write_json

SCHEMA_VERSION: Final = 1


def render(verification: Verification, options: Options) -> str:
    """Write a verification as JSON."""
    return write_json(verification_to_dict(verification, options.language))


def verification_to_dict(verification: Verification, language: Language) -> dict[str, Json]:
    """Give the fields of a verification. ``counts``: by verdict; ``diagnostics``: what is wrong or fails."""
    return {
        "schema_version": SCHEMA_VERSION,
        "counts": {verdict: verification.count(verdict) for verdict in VERDICTS},
        "lacks_solver": verification.lacks_solver,
        "subjects": [_subject_fields(subject, language) for subject in verification.subjects],
        "diagnostics": [
            diagnostic_to_dict(each, language) for each in (*verification.errors, *verification.complaints)
        ],
    }


def _subject_fields(subject: Subject, language: Language) -> dict[str, Json]:
    return {
        "kind": subject.kind,
        "name": subject.name,
        "used": subject.used.say(language),
        "findings": [_finding_fields(subject, finding, language) for finding in subject.findings],
        "source": place_fields(subject.place),
    }


def _finding_fields(subject: Subject, finding: Finding, language: Language) -> dict[str, Json]:
    return {
        "property": finding.about,
        "title": name_of(subject, finding).say(language),
        "verdict": finding.verdict,
        "why": finding.why.say(language),
        "allowed_because": finding.reason,
        "code": finding.complaint.code if finding.complaint else None,
        "witness": _witness_fields(finding.witness, language) if finding.witness else None,
    }


def _witness_fields(witness: Witness, language: Language) -> dict[str, Json]:
    return {
        "text": witness.said.say(language),
        "target": witness.target,
        "weight": None if witness.weight is None else _exact(witness.weight),
        "actuals": [_probe_fields(probe) for probe in witness.probes],
    }


def _probe_fields(probe: Probe) -> dict[str, Json]:
    return {
        "actual": probe.text,
        "value": _exact(probe.value),
        "points": None if probe.points is None else _exact(probe.points),
        "case": probe.case + 1 if probe.case >= 0 else None,
    }


def _exact(number: Fraction) -> str:
    return str(number)
