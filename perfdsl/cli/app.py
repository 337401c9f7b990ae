"""The commands, put together."""

from __future__ import annotations

import typer

from perfdsl.cli.check_command import check
from perfdsl.cli.eval_command import evaluate
from perfdsl.cli.explain_command import explain
from perfdsl.cli.fmt_command import fmt
from perfdsl.cli.schema_command import schema

app = typer.Typer(
    name="perfdsl",
    help="绩效目标的语言与评分引擎 · the language of performance targets, and the engine that scores them",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("eval")(evaluate)
app.command("check")(check)
app.command("fmt")(fmt)
app.command("explain")(explain)
app.command("schema")(schema)


def _version(value: bool) -> None:  # noqa: FBT001 — the shape that typer asks for
    if value:
        from importlib.metadata import version

        typer.echo(version("perfdsl"))
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="版本 · version"),  # noqa: FBT001, FBT003 — likewise
) -> None:
    """绩效目标的语言与评分引擎 · the language of performance targets, and the engine that scores them."""
