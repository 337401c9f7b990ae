"""``perfdsl verify``: what is proved of methods and rubrics, what is refuted, and what is not known."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import LANG
from perfdsl.cli.wording import PATHS_EN, PATHS_ZH, both

HELP = "\n\n".join((
    both(
        "验证评分办法与方法：无缺口、不超出、越好越不低……证明，或举出反例",
        "Verify rubrics and methods: proved, refuted with a witness, or unknown",
    ),
    both(
        PATHS_ZH,
        PATHS_EN,
        "没有 PATH：随程序附带的评分办法",
        "no PATH: the rubrics that come with the program",
    ),
))  # fmt: skip
RUBRIC = both("只验证这个评分办法和它用的方法", "only this rubric, with the methods that it uses")


def verify(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]", hidden=True)] = None,
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="text json md")] = "text",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.verify_paths import verify_paths

    try:
        code = verify_paths(paths or (), rubric=rubric, form=form, lang=lang)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
