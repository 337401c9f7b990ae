"""``perfdsl schema``: JSON Schemas of the tree and of the report."""

from __future__ import annotations

import enum
import json
from typing import Annotated

import typer


class What(enum.StrEnum):
    """What there is a schema of."""

    ast = "ast"
    report = "report"


def schema(what: Annotated[What, typer.Argument(help="ast：语法树 · the tree；report：评分结果 · the report of eval")] = What.ast) -> None:
    """打印 JSON Schema · print a JSON Schema."""
    if what is What.ast:
        from perfdsl.syntax.schema import json_schema

        found = json_schema()
    else:
        from perfdsl.report.scorecard_schema import SCHEMA

        found = SCHEMA
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
