"""``perfdsl eval``: score projects against what really happened."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.wording import both, with_paths

Paths = Annotated[list[str], typer.Argument(metavar="PATH", hidden=True)]
"""What a command works on; its help says it."""

HELP = with_paths("评分：每个指标的目标、实绩、是否达标、得分与缘由", "Score each indicator, with reasons")
ACTUALS = both("实绩文件，代替文件夹自带的；可写多次", "facts, in place of the folder's own; repeatable")
RUBRIC = both("改用这个评分办法", "score under this rubric")
PROJECT = both("只看这个项目，写编码或名称；可写多次", "only this project, by code or name; repeatable")
AS_OF = both("只用截至这一天的实绩，如 2022-06-30", "only facts known on this day")
FORM = "text json csv md"
FAIL_ON = both(
    "退出码为 1，如果有 missed（未达标）、pending（待定）",
    "或 'grade<良'（低于良）；可写多次",
    "exit 1 if anything is missed, pending, or below a grade",
)
KEEP_GOING = both("有错时，没有错的项目照评", "score the sound projects despite errors")
WARNINGS = both("表格之外也显示警告", "show warnings besides the table")
BOM = both("CSV 以字节顺序标记开头，Excel 才认得中文", "begin CSV so that Excel reads it as UTF-8")
BY = both(
    "department：按部门看得分、排名、自评和核查的差异", "department: roll-up, ranking, reviewer's differences"
)
LANG = both("输出的语言，默认随文件", "language of the output, by default that of the files")


def evaluate(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    paths: Paths,
    actuals: Annotated[
        list[str] | None, typer.Option("--actuals", "-a", metavar="FILE", help=ACTUALS)
    ] = None,
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    project: Annotated[
        list[str] | None, typer.Option("--project", "-p", metavar="NAME", help=PROJECT)
    ] = None,
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF)] = "",
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=FORM)] = "text",
    by: Annotated[str, typer.Option("--by", metavar="department", help=BY)] = "",
    fail_on: Annotated[list[str] | None, typer.Option("--fail-on", metavar="WHAT", help=FAIL_ON)] = None,
    keep_going: Annotated[bool, typer.Option("--keep-going", "-k", help=KEEP_GOING)] = False,
    warnings: Annotated[bool, typer.Option("--warnings", "-w", help=WARNINGS)] = False,
    bom: Annotated[bool, typer.Option("--bom", help=BOM)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import Arguments, WrongUseError
    from perfdsl.cli.present import answer

    said = Arguments(
        paths,
        actuals or [],
        project or [],
        fail_on or [],
        rubric,
        as_of,
        form,
        lang,
        by,
        keep_going,
        warnings,
        bom,
    )
    try:
        code = answer(said)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
