"""``perfdsl actuals``: sheets in which people fill in what really happened."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import LANG, PROJECT, RUBRIC, Paths
from perfdsl.cli.wording import both, with_paths

HELP = both("实绩的填报表", "Fill-in sheets of actuals")
NEW = with_paths(
    "做一张实绩填报表：每个要填的事实一行；填好后用 eval --actuals 读",
    "Make a fill-in sheet, one row for each fact that is wanted; once filled, read it with eval --actuals",
)
OUT = both("写到哪个文件：.xlsx 或 .csv", "the file to write: .xlsx or .csv")
FORCE = both("文件已经有了，也覆盖它", "overwrite the file if it exists")

actuals = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=HELP)


@actuals.callback()
def root() -> None:
    """Keep ``new`` a command of its own."""


@actuals.command("new", short_help="做一张填报表 · make a fill-in sheet", help=NEW)
def new(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    paths: Paths,
    out: Annotated[str, typer.Option("--out", "-o", metavar="FILE", help=OUT)],
    project: Annotated[
        list[str] | None, typer.Option("--project", "-p", metavar="NAME", help=PROJECT)
    ] = None,
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    force: Annotated[bool, typer.Option("--force", help=FORCE)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.new_actuals import new_actuals

    try:
        code = new_actuals(paths, out, project or (), rubric=rubric, force=force, lang=lang)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
