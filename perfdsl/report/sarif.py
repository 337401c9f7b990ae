"""Diagnostics as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from perfdsl.codes import CODES
from perfdsl.diagnostic import Diagnostic, Label, Language
from perfdsl.report import words
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json
from perfdsl.report.sarif_location import location
from perfdsl.report.write_json import write_json

VERSION: Final = "2.1.0"
SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def render(diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write one SARIF log with one run; the registry's name for it is ``sarif``."""
    return write_json({"$schema": SCHEMA, "version": VERSION, "runs": [_run(list(diagnostics), options)]})


def _run(diagnostics: list[Diagnostic], options: Options) -> dict[str, Json]:
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    rules: list[Json] = [_rule(code, options.language) for code in codes]
    results: list[Json] = [
        _result(diagnostic, codes.index(diagnostic.code), options.language) for diagnostic in diagnostics
    ]
    return {
        "tool": {"driver": {"name": "perfdsl", "rules": rules}},
        "columnKind": "utf16CodeUnits",
        "language": "zh-CN" if options.language == "zh" else "en-US",
        "invocations": [_invocation(options)],
        "results": results,
    }


def _rule(code: str, language: Language) -> dict[str, Json]:
    known = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": known.zh if language == "zh" else known.en},
        "help": {"text": f"perfdsl explain {code}"},
        "defaultConfiguration": {"level": known.severity},
    }


def _result(diagnostic: Diagnostic, rule: int, language: Language) -> dict[str, Json]:
    hints = [hint.say(language) for hint in diagnostic.hints]
    lines = [diagnostic.message.say(language), *(f"{words.HELP.say(language)}: {hint}" for hint in hints)]
    result: dict[str, Json] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity,
        "message": {"text": "\n".join(lines)},
        "locations": [_located(label, language) for label in diagnostic.labels[:1]],
    }
    related: list[Json] = [
        {"id": number, **_located(label, language)}
        for number, label in enumerate(diagnostic.labels[1:], start=1)
    ]
    return result | ({"relatedLocations": related} if related else {})


def _located(label: Label, language: Language) -> dict[str, Json]:
    said = label.text.say(language)
    return location(label.place) | ({"message": {"text": said}} if said else {})


def _invocation(options: Options) -> dict[str, Json]:
    """Say whether all that was found is listed."""
    if not options.omitted:
        return {"executionSuccessful": True}
    text = words.count([], options.omitted).say(options.language)
    notice: Json = {"level": "warning", "message": {"text": text}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notice]}
