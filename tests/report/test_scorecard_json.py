from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostic
from perfdsl.report.options import Options
from perfdsl.report.scorecard_json import render
from perfdsl.report.scorecard_schema import SCHEMA
from perfdsl.scorecard import Scorecard
from tests.report import hostile, invented
from tests.report.conftest import Golden

VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
COUNTS = {"schema_version", "line", "column", "end_line", "end_column", "projects"}


def numbers(value: Any, name: str = "") -> set[str]:
    """Names of the fields that hold a number."""
    match value:
        case bool() | str() | None:
            return set()
        case dict():
            return {found for key, inner in value.items() for found in numbers(inner, key)}
        case list():
            return {found for inner in value for found in numbers(inner, name)}
        case _:
            return {name}


def read(card: Scorecard, found: list[Diagnostic]) -> dict[str, Any]:
    text = render(card, found, Options("zh"))
    assert hostile.obeyed(text) == set()
    text.encode()
    fields: dict[str, Any] = json.loads(text, parse_float=Decimal)
    VALIDATOR.validate(fields)
    assert numbers(fields) <= COUNTS
    return fields


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_scorecard(golden: Golden) -> None:
    text = render(invented.scorecard(), [invented.units_differ()], Options("zh"))
    golden("scorecard.json", text)
    read(invented.scorecard(), [invented.units_differ()])


def test_what_rules_and_people_did(golden: Golden) -> None:
    golden("ruled.json", render(invented.ruled(), [], Options("zh")))
    fields = read(invented.ruled(), [])
    home, _, meetings = fields["projects"]
    first = home["indicators"][0]
    assert (first["before_range"], first["score"]) == (["11.46", "11.46"], "9.46")
    assert (first["deducted"], first["self_score"], first["review_score"]) == ("2", "11", "10.5")
    assert home["before_range"] == ["94.81", "94.81"]
    assert [each["rule"] for each in home["applied"]] == ["执行率封顶"]
    assert [(flag["code"], flag["rule"]) for flag in home["flags"]] == [
        ("P0711", "偏差须说明"), ("P0712", "须有佐证"),
    ]  # fmt: skip
    assert home["flags"][0]["source"]["file"] == "specs/规则.perf"
    assert not meetings["applied"][0]["certain"]
    assert meetings["indicators"][0]["self_score"] is None
    assert [flag["text"] for flag in fields["flags"]] == ["部门预算执行率偏低"]


def test_the_promised_fields() -> None:
    home, _, meetings, affairs = read(invented.scorecard(), [])["projects"]
    assert (home["total"], home["total_range"], home["grade"]) == ("97.81", ["97.81", "97.81"], "优")
    first = home["indicators"][0]
    assert first["group"] == ["产出指标", "数量指标"]
    assert (first["attainment"], first["ratio"], first["weight"], first["score"]) == (
        "missed", "0.9167", "12.5", "11.46",
    )  # fmt: skip
    assert first["source"] == {"file": "specs/13053522P00958710001D.perf", "line": 2, "column": 5}
    assert first["fact"]["reason"] == "一次活动改为线上"
    assert (meetings["total"], meetings["grade"], meetings["total_range"]) == (None, "", ["68.00", "84.00"])
    assert meetings["total_range_open"]
    assert meetings["possible_grades"] == ["中", "良"]
    pending = meetings["indicators"][2]
    assert (pending["score"], pending["score_range"], pending["ratio"], pending["fact"]) == (
        None, ["0.00", "10.00"], None, None,
    )  # fmt: skip
    assert [line["excluded"] for line in affairs["indicators"]] == [False, True]


@settings(deadline=None)
@given(hostile.scorecards, st.lists(hostile.diagnostics, max_size=2))
def test_any_scorecard_follows_the_schema(card: Scorecard, found: list[Diagnostic]) -> None:
    fields = read(card, found)
    assert len(fields["projects"]) == len(card.projects)
