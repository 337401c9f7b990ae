"""The first line of each block, as text."""

from __future__ import annotations

from typing import assert_never

from perfdsl.syntax import ast
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_expression import ExpressionWriter
from perfdsl.syntax.write_words import write_date, write_name, write_project_of_facts, write_text

Block = (
    ast.Department
    | ast.Project
    | ast.Rubric
    | ast.Method
    | ast.Monitoring
    | ast.Rule
    | ast.Example
    | ast.Amendment
    | ast.Actuals
    | ast.Action
)


def write_head(item: Block, say: Wording) -> str:
    """Write ``项目 代表之家运行经费`` · ``评分办法 湖北2020 沿用 国家自评2020`` · ``算例 "开了 11 次"``."""
    match item:
        case (
            ast.Department(name=name)
            | ast.Project(name=name)
            | ast.Rule(name=name)
            | ast.Monitoring(name=name)
        ):
            return f"{say.head(item.kind)} {write_name(name)}"
        case ast.Rubric(name=name, extends=parent):
            extends = f" {say.joint('extends')} {write_name(parent)}" if parent else ""
            return f"{say.head('rubric')} {write_name(name)}{extends}"
        case ast.Method(name=name):
            return f"{say.head('method')} {write_name(name)}{_parameters(item, say)}"
        case ast.Example(name=name, rubric=rubric):
            use = f" {say.head('use')} {write_name(rubric)}" if rubric else ""
            return f"{say.head('example')} {write_text(name)}{use}"
        case ast.Actuals(project=project, date=date):
            by = f" {say.head('reporters')} {write_name(item.reporter)}" if item.reporter else ""
            return f"{say.head('actuals')} {_of_project(project, date)}{by}"
        case ast.Amendment(project=project, date=date):
            return f"{say.head('amend')} {_of_project(project, date)}"
        case ast.Action(project=project, date=date):
            return f"{say.head('action')} {_of_project(project, date)}"
        case _:
            assert_never(item)


def _of_project(project: str, date: ast.DateLiteral | None) -> str:
    when = "" if date is None else f" {write_date(date)}"
    return f"{write_project_of_facts(project)}{when}"


def _parameters(method: ast.Method, say: Wording) -> str:
    writer = ExpressionWriter(say.language)
    written = [
        write_name(each.name)
        if each.default is None
        else f"{write_name(each.name)} = {writer.write(each.default)}"
        for each in method.parameters
    ]
    return f"({', '.join(written)})" if written else ""
