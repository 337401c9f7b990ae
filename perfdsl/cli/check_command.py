"""``perfdsl check``: whether everything is written down right."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import LANG, Paths
from perfdsl.cli.wording import both, with_paths

HELP = with_paths(
    "检查目标表与评分办法：一次说出所有的错", "Check sheets and rubrics, and tell all that is wrong"
)
RUBRIC = both("按这个评分办法检查", "check under this rubric")
JOBS = both("用几个进程，0 为自动", "processes, 0 for automatic")


def check(
    paths: Paths,
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORM", help="text json sarif github")
    ] = "text",
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="NUMBER", min=0, max=61, help=JOBS)] = 0,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.check_paths import check_paths

    try:
        code = check_paths(paths, rubric=rubric, form=form, jobs=jobs, lang=lang)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
