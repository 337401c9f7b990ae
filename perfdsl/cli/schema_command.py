"""``perfdsl schema``: JSON Schemas of the tree and of the report."""

from __future__ import annotations

import enum
from typing import Annotated

import typer

from perfdsl.cli.wording import both

HELP = both(
    "打印 JSON Schema：ast 是语法树，report 是 eval --format json 的结果",
    "Print a JSON Schema: ast of the tree, report of what eval --format json gives",
)


class What(enum.StrEnum):
    """What there is a schema of."""

    ast = "ast"
    report = "report"


def schema(
    what: Annotated[What, typer.Argument(metavar="ast|report", hidden=True)],
) -> None:
    """Print the schema."""
    from perfdsl.cli.speak import write_data
    from perfdsl.report.write_json import write_json

    if what is What.ast:
        from perfdsl.syntax.schema import json_schema

        found = json_schema()
    else:
        from perfdsl.report.scorecard_schema import SCHEMA

        found = SCHEMA
    write_data(write_json(found))
