"""``perfdsl schema``: JSON Schemas of the tree and of what commands print as JSON."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from perfdsl.cli.wording import both

if TYPE_CHECKING:
    from perfdsl.report.schema_parts import Schema

HELP = both(
    "打印 JSON Schema：ast 是语法树，report 是 eval --format json 的结果，",
    "department 是 eval --by department 的，monitor 是 monitor 的",
    "Print a JSON Schema: ast of the tree, report of what eval --format json gives,",
    "department of eval --by department, monitor of monitor",
)


class What(enum.StrEnum):
    """What there is a schema of."""

    ast = "ast"
    report = "report"
    department = "department"
    monitor = "monitor"


def schema(
    what: Annotated[What, typer.Argument(metavar="ast|report|department|monitor", hidden=True)],
) -> None:
    """Print the schema."""
    from perfdsl.cli.speak import write_data
    from perfdsl.report.write_json import write_json

    write_data(write_json(_schema(what)))


def _schema(what: What) -> Schema:
    match what:
        case What.ast:
            from perfdsl.syntax.schema import json_schema

            return json_schema()
        case What.report:
            from perfdsl.report.scorecard_schema import SCHEMA as REPORT

            return REPORT
        case What.department:
            from perfdsl.report.department_schema import SCHEMA as DEPARTMENT

            return DEPARTMENT
        case What.monitor:
            from perfdsl.report.monitor_schema import SCHEMA as MONITOR

            return MONITOR
        case _:
            assert_never(what)
