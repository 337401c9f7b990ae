"""The parser makes trees without validating them; here they are validated, and read back from JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.layout import write_module
from perfdsl.syntax.parse import parse
from perfdsl.syntax.schema import json_schema
from tests.syntax.trees import MODULES

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "specs").rglob("*.perf"), *(Path(__file__).parent / "bad").glob("*.perf")])
VALIDATOR = Draft202012Validator(json_schema())


def survives(module: ast.Module) -> None:
    written = module.model_dump_json()
    assert ast.Module.model_validate_json(written) == module
    VALIDATOR.validate(json.loads(written))


def test_the_schema_is_one_and_stable() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json.dumps(json_schema()) == json.dumps(json_schema())
    assert "$id" not in json_schema()
    assert {"Module", "Indicator", "Method"} <= {*json_schema()["$defs"], "Module"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_trees_of_texts(path: Path) -> None:
    survives(parse(Source("x", path.read_text(encoding="utf-8")), Diagnostics()))


@given(MODULES)
def test_random_trees(module: Any) -> None:
    survives(module)
    survives(parse(Source("x", write_module(module, language="zh")), Diagnostics()))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "module", "span": [0, 1], "items": [{"kind": "use", "span": [0, 1]}]},
        {"kind": "module", "span": [0, 1], "items": [{"span": [0, 1], "rubric": "a"}]},
        {"kind": "module", "span": [0, 1], "items": [], "more": 1},
    ],
)
def test_the_schema_refuses(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(wrong)
