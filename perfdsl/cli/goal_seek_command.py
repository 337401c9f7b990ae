"""``perfdsl goal-seek``: the least changes that reach a grade or a total."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import ACTUALS, AS_OF, LANG, PROJECT, RUBRIC, WARNINGS, Paths
from perfdsl.cli.wording import both, with_paths

HELP = with_paths(
    "求目标：还没有填报的指标至少要做到多少，才能得到某个等级或总分",
    "Find the least that open indicators must come to for a grade or a total",
)
GRADE = both("要得到的等级，如 优", "the grade to be reached")
SCORE = both("要得到的总分，如 90", "the total to be reached")
OPEN = both("已有实绩的这一项也可以改（指标名，或 执行数）；可写多次", "this line may change too; repeatable")
ALL_OPEN = both("每一项都可以改：假设的情形", "every line may change: a what-if")


def goal_seek(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    paths: Paths,
    grade: Annotated[str, typer.Option("--grade", "-g", metavar="GRADE", help=GRADE)] = "",
    score: Annotated[str, typer.Option("--score", "-s", metavar="NUMBER", help=SCORE)] = "",
    actuals: Annotated[
        list[str] | None, typer.Option("--actuals", "-a", metavar="FILE", help=ACTUALS)
    ] = None,
    project: Annotated[
        list[str] | None, typer.Option("--project", "-p", metavar="NAME", help=PROJECT)
    ] = None,
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF)] = "",
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    opened: Annotated[list[str] | None, typer.Option("--open", "-o", metavar="NAME", help=OPEN)] = None,
    all_open: Annotated[bool, typer.Option("--all-open", help=ALL_OPEN)] = False,
    warnings: Annotated[bool, typer.Option("--warnings", "-w", help=WARNINGS)] = False,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="text json md")] = "text",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.seek_goals import Said, seek_goals

    said = Said(
        tuple(paths),
        grade,
        score,
        tuple(actuals or ()),
        tuple(project or ()),
        as_of,
        rubric,
        tuple(opened or ()),
        all_open,
        form,
        lang,
        warnings,
    )
    try:
        code = seek_goals(said)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
