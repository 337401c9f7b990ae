"""``perfdsl fmt``: one layout for all sheets."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import Paths
from perfdsl.cli.wording import both, with_paths

HELP = with_paths(
    "统一目标表的排版，保留注释；有错的文件不动", "Lay sheets out, keeping comments; files with errors stay"
)
CHECK = both("只检查，不改；有要改的，退出码为 1", "only check; exit 1 if anything would change")
DIFF = both("显示会怎样改，不写文件", "show the changes, write nothing")
EXPAND = both(
    "把 扣、分段、内插、清单、择一 写成式子，打印出来，不写文件",
    "print with the short words written out; write nothing",
)
LANG = both("把关键字换成这种语言", "write keywords in this language")


def fmt(
    paths: Paths,
    check: Annotated[bool, typer.Option("--check", help=CHECK)] = False,
    diff: Annotated[bool, typer.Option("--diff", help=DIFF)] = False,
    expand: Annotated[bool, typer.Option("--expand", help=EXPAND)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.format_paths import format_paths

    try:
        code = format_paths(paths, check=check, diff=diff, expand=expand, lang=lang)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
