"""SARIF is checked against the rules of version 2.1.0 that our logs can break, written out below."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from perfdsl.codes import CODES
from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.report.options import Options
from perfdsl.report.sarif import render
from perfdsl.report.sarif_location import to_uri, utf16_column
from perfdsl.source import Source
from tests.report import hostile, invented
from tests.report.conftest import Golden

MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "properties": {
        name: {"type": "integer", "minimum": 1}
        for name in ("startLine", "startColumn", "endLine", "endColumn")
    },
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "properties": {
        "id": {"type": "integer", "minimum": -1},
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9._~:/%-]*$"}},
                    "additionalProperties": False,
                },
                "region": REGION,
            },
            "additionalProperties": False,
        },
        "logicalLocations": {
            "type": "array",
            "uniqueItems": True,
            "items": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in ("name", "fullyQualifiedName", "kind")},
                "additionalProperties": False,
            },
        },
        "message": MESSAGE,
    },
    "additionalProperties": False,
}
LOCATIONS = {"type": "array", "uniqueItems": True, "items": LOCATION}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "shortDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": {
            "type": "object",
            "properties": {"level": LEVEL},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": -1},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": LOCATIONS,
    },
    "additionalProperties": False,
}
INVOCATION = {
    "type": "object",
    "required": ["executionSuccessful"],
    "properties": {
        "executionSuccessful": {"type": "boolean"},
        "toolExecutionNotifications": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message"],
                "properties": {"level": LEVEL, "message": MESSAGE},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
RUN = {
    "type": "object",
    "required": ["tool"],
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "properties": {
                "driver": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string"},
                        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
                    },
                    "additionalProperties": False,
                }
            },
            "additionalProperties": False,
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
        "invocations": {"type": "array", "items": INVOCATION},
        "results": {"type": "array", "items": RESULT},
    },
    "additionalProperties": False,
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
    "additionalProperties": False,
}


def log(found: list[Diagnostic], options: Options | None = None) -> dict[str, Any]:
    text = render(found, options or Options("en"))
    assert hostile.obeyed(text) == set()
    written: dict[str, Any] = json.loads(text)
    jsonschema.validate(written, SARIF)
    return written


def test_each_severity(golden: Golden) -> None:
    golden("diagnostics.sarif", render(invented.diagnostics(), Options("zh", omitted=2)))
    log(invented.diagnostics(), Options("zh", omitted=2))


def test_rules_come_from_the_codes() -> None:
    run = log(invented.diagnostics())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["P0302", "P9901", "P9902"]
    assert rules[0]["shortDescription"]["text"] == CODES["P0302"].en
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert rules[result["ruleIndex"]]["defaultConfiguration"]["level"] == result["level"]


def test_columns_count_utf16_code_units() -> None:
    source = Source("a.perf", "甲\n𠮷田 >= 7次\n")
    start = source.text.index("7次")
    found = Diagnostic("P0302", Text("x", "x"), (Label(source.place((start, start + 2)), Text("", "")),))
    region = log([found])["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 10}
    assert source.position(start).column == 7
    assert utf16_column(Source("a", "abc\ud800x"), 4) == 5
    assert utf16_column(Source("a", "abc"), 2) == 3


def test_the_second_place_is_a_related_one_and_hints_are_told() -> None:
    result = log([invented.units_differ()])["runs"][0]["results"][0]
    assert result["message"]["text"].endswith("\nhelp: change it to 7次")
    related = result["relatedLocations"][0]
    assert related["logicalLocations"][0]["fullyQualifiedName"] == "C3"
    assert related["message"]["text"] == "the actual counts 人"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("specs/a.perf", "specs/a.perf"),
        ("办 公.perf", "%E5%8A%9E%20%E5%85%AC.perf"),
        ("/srv/a.perf", "file:///srv/a.perf"),
        ("C:\\srv\\a.perf", "file:///C:/srv/a.perf"),
        ("specs\\a.perf", "specs/a.perf"),
        ("a:b?c#d", "a%3Ab%3Fc%23d"),
        ("-", "-"),
        ("\ud800", "%ED%A0%80"),
    ],
)
def test_file_names_become_uris(file: str, uri: str) -> None:
    assert to_uri(file) == uri


@given(hostile.diagnostics)
def test_any_diagnostic_makes_a_valid_log(found: Diagnostic) -> None:
    log([found])
