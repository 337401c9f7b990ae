"""``perfdsl monitor``: how far the year has come on a day, and what to act on first."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import ACTUALS, BOM, LANG, PROJECT, RUBRIC, WARNINGS, Paths
from perfdsl.cli.wording import both, with_paths

HELP = with_paths(
    "双监控：到这一天的资金和目标，红黄绿蓝，年末预计，整改，先办什么",
    "Monitor money and goals on a day: lights, forecasts, required actions, what to act on first",
)
AS_OF = both("截至哪一天，必须写，如 2022-07-31", "the day, which must be said")
BANDS = both("改用这个监控办法", "the monitoring scheme, in place of the rubric's")
FAIL_ON = both(
    "退出码为 1，如果有 red（红灯）、yellow（红灯或黄灯）、",
    "overdue（逾期的整改）；可写多次",
    "exit 1 on a red light, on a red or yellow one, on an overdue action",
)


def monitor(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    paths: Paths,
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF)] = "",
    bands: Annotated[str, typer.Option("--bands", "-b", metavar="NAME", help=BANDS)] = "",
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    actuals: Annotated[
        list[str] | None, typer.Option("--actuals", "-a", metavar="FILE", help=ACTUALS)
    ] = None,
    project: Annotated[
        list[str] | None, typer.Option("--project", "-p", metavar="NAME", help=PROJECT)
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="text json csv md")] = "text",
    fail_on: Annotated[list[str] | None, typer.Option("--fail-on", metavar="WHAT", help=FAIL_ON)] = None,
    warnings: Annotated[bool, typer.Option("--warnings", "-w", help=WARNINGS)] = False,
    bom: Annotated[bool, typer.Option("--bom", help=BOM)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.monitor_paths import Said, monitor_paths

    said = Said(
        tuple(paths),
        as_of,
        bands,
        rubric,
        tuple(actuals or ()),
        tuple(project or ()),
        form,
        tuple(fail_on or ()),
        lang,
        warnings,
        bom,
    )
    try:
        code = monitor_paths(said)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
