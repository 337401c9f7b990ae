from __future__ import annotations

import json
from typing import Any

import jsonschema
from hypothesis import given

from perfdsl.diagnostic import Diagnostic
from perfdsl.report.diagnostics_json import diagnostic_to_dict, render
from perfdsl.report.options import Options
from perfdsl.report.scorecard_schema import DIAGNOSTIC
from tests.report import hostile, invented
from tests.report.conftest import Golden


def test_the_list(golden: Golden) -> None:
    golden("diagnostics.json", render(invented.diagnostics(), Options("zh")))


def test_the_language_of_a_message() -> None:
    found = diagnostic_to_dict(invented.units_differ(), "en")
    assert found["message"] == found["message_en"] == "7人 cannot be compared with 7次: the units differ"
    assert found["hints"] == ["change it to 7次"]


@given(hostile.diagnostics)
def test_any_diagnostic_comes_back_as_it_was(found: Diagnostic) -> None:
    text = render([found], Options("zh"))
    assert hostile.obeyed(text) == set()
    fields: dict[str, Any] = json.loads(text)[0]
    # To JSON two surrogates in a row are one character.
    assert fields == json.loads(json.dumps(diagnostic_to_dict(found, "zh")))
    jsonschema.validate(fields, DIAGNOSTIC)
