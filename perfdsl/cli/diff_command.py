"""``perfdsl diff``: what changed between two states of sheets, by what they mean."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import LANG
from perfdsl.cli.wording import both

HELP = "\n\n".join((
    both(
        "比较两版目标表与评分办法的意思：放宽、收紧、增删、改名",
        "Compare what two states of sheets mean: loosened, tightened, added, renamed",
    ),
    both(
        "OLD：旧的文件、文件夹，或 git 版本（如 HEAD~3，取 NEW 当时的内容）",
        "OLD: an older file or folder, or a git revision (HEAD~3: of NEW)",
        "NEW：新的文件或文件夹",
        "NEW: the newer file or folder",
    ),
    both(
        "只给 OLD 并加 --between：同一份表在两天之间因调整而起的变化",
        "OLD alone with --between: what amendments changed in it between two days",
    ),
))  # fmt: skip
BETWEEN = both("比较同一份表在这两天的值", "compare the values in force on these two days")
ACTUALS = both("在这些实绩下各项得分怎样变；可写多次", "facts: how scores change under them; repeatable")
FAIL_ON = both(
    "有 loosened（放宽）、tightened 等时退出码为 1",
    "exit 1 if anything is loosened, tightened … (any: all)",
)


def diff(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    old: Annotated[str, typer.Argument(metavar="OLD", hidden=True)],
    new: Annotated[str, typer.Argument(metavar="NEW", hidden=True)] = "",
    between: Annotated[
        tuple[str, str] | None, typer.Option("--between", metavar="DATE DATE", help=BETWEEN)
    ] = None,
    actuals: Annotated[
        list[str] | None, typer.Option("--actuals", "-a", metavar="FILE", help=ACTUALS)
    ] = None,
    fail_on: Annotated[list[str] | None, typer.Option("--fail-on", metavar="WHAT", help=FAIL_ON)] = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="text json md")] = "text",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.diff_paths import Wishes, diff_paths

    try:
        code = diff_paths(Wishes(old, new, actuals or (), fail_on or (), form, lang, between))
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
