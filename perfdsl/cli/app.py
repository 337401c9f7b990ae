"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl import __version__
from perfdsl.cli import check_command, eval_command, explain_command, fmt_command, schema_command
from perfdsl.cli.wording import both

app = typer.Typer(
    name="perfdsl",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for name, command, short, text in (
    ("eval", eval_command.evaluate, "评分，逐项说明缘由 · score projects, with reasons", eval_command.HELP),
    ("check", check_command.check, "检查目标表 · check sheets and rubrics", check_command.HELP),
    ("fmt", fmt_command.fmt, "统一排版，保留注释 · lay sheets out", fmt_command.HELP),
    ("explain", explain_command.explain, "说明一个诊断代码 · explain a code", explain_command.HELP),
    ("schema", schema_command.schema, "打印 JSON Schema · print a JSON Schema", schema_command.HELP),
):
    app.command(name, short_help=short, help=text)(command)


def _version(value: bool) -> None:
    if value:
        typer.echo(__version__)
        raise typer.Exit


@app.callback(
    help=both("绩效目标的语言与评分引擎", "The language of performance targets, and its scoring engine")
)
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="版本 · show the version")
    ] = False,
) -> None:
    """Take what stands before a command."""
