"""``perfdsl test``: the examples in sheets and rubrics, tried."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import LANG
from perfdsl.cli.wording import PATHS_EN, PATHS_ZH, both

HELP = "\n\n".join((
    both(
        "检验算例：按引擎算一遍，与应得的数比较，并说出没有算例触及的情形",
        "Try the examples: compare each with what it expects; tell what none reaches",
    ),
    both(PATHS_ZH, PATHS_EN, "没有 PATH：当前文件夹", "no PATH: the current folder"),
))  # fmt: skip
SHIPPED = both("检验随程序附带的评分办法", "try the rubrics that come with the program")
NAME = both(
    "只检验名字里有这几个字的算例，或这样的方法、项目的算例", "only examples of this name, or of such a block"
)
SUGGEST = both(
    "不检验，而写出边界情形的算例，供核对后收入",
    "write examples of boundary cases instead, for you to check",
)


def try_all(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]", hidden=True)] = None,
    shipped: Annotated[bool, typer.Option("--shipped", help=SHIPPED)] = False,
    name: Annotated[str, typer.Option("-k", metavar="NAME", help=NAME)] = "",
    suggest: Annotated[bool, typer.Option("--suggest", help=SUGGEST)] = False,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="text json junit")] = "text",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.try_examples import Said, try_examples

    try:
        code = try_examples(Said(tuple(paths or ()), shipped, name, suggest, form, lang))
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
