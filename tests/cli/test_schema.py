"""``perfdsl schema``: JSON Schemas that are schemas."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from tests.cli.run import run


@pytest.mark.parametrize("what", ["ast", "report"])
def test_schemas(what: str) -> None:
    ran = run("schema", what)
    assert (ran.code, ran.err) == (0, "")
    Draft202012Validator.check_schema(ran.json)


def test_the_schema_of_the_tree_takes_a_tree() -> None:
    import json

    import perfdsl

    module, _ = perfdsl.parse(
        "采用 国家自评2020\n项目 甲\n  预算 5万元\n  产出指标 / 数量指标：\n    次数 >= 12次\n"
    )
    Draft202012Validator(run("schema", "ast").json).validate(json.loads(module.model_dump_json()))


@pytest.mark.parametrize("arguments", [(), ("tree",)])
def test_wrong_use(arguments: tuple[str, ...]) -> None:
    ran = run("schema", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "report" in ran.err
