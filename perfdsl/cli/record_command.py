"""``perfdsl record``: append what happened to the journal of facts."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from perfdsl.cli.eval_command import LANG
from perfdsl.cli.wording import both

HELP = (
    both(
        "登记实绩：核对以后，追加到台账末尾，连同佐证的摘要一起封存；更正就再登记一次",
        "Record a fact: checked, then appended to the journal and sealed; a correction is a new record",
    )
    + "\n\n"
    + both(
        "PROJECT：项目的编码或名称；INDICATOR：指标名，或 执行数、已完成；VALUE：如 11次",
        "PROJECT by code or name; INDICATOR by name, or spent or finished; VALUE such as 11次",
        "--from 一次登记一张表：要么全部，要么一条也不登记 · a whole table at once, or none of it",
    )
)
DATE = both("哪一天的实绩，如 2022-07-31；必写，表里没有日期的行也用它", "the day of the fact; required")
REASON = both("偏差原因", "the reason of a deviation")
CAUSE = both(
    "原因的类别：", "经费保障 制度保障 人员保障 硬件条件保障 其他", "funding rules staff equipment other"
)
EVIDENCE = both(
    "佐证文件，登记它的摘要；可写多次", "a file of evidence, whose digest is recorded; repeatable"
)
FORECAST = both("全年预计完成", "what is expected by the end of the year")
REPORTER = both("填报单位", "the unit that reports it")
SOURCE = both("来源，默认是 手工填报 或表的文件名", "where it comes from")
WHO = both("谁登记的，默认是系统的用户名", "who records it, by default the user of the system")
FROM = both("登记这张表里的所有实绩：.xlsx .csv .json", "record all facts of a table")
IN = both("目标表的文件夹或文件", "folder or file of the sheets")


_BELOW_ZERO = re.compile(r"[-－−][0-9.０-９]")


class RecordCommand(TyperCommand):
    """Reads a value below zero, which begins as an option does, as a value."""

    def parse_args(
        self,
        ctx: Any,  # noqa: ANN401 — its type is not public
        args: list[str],
    ) -> list[str]:
        """Put such values, which come last anyway, behind ``--``."""
        below = [
            at
            for at, word in enumerate(args)
            if _BELOW_ZERO.match(word) and at and not args[at - 1].startswith("-")
        ]
        if below and "--" not in args:
            args = [
                *(word for at, word in enumerate(args) if at not in below),
                "--",
                *(args[at] for at in below),
            ]
        return super().parse_args(ctx, args)


def record(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    project: Annotated[str, typer.Argument(metavar="[PROJECT]", help="", show_default=False)] = "",
    indicator: Annotated[str, typer.Argument(metavar="[INDICATOR]", help="", show_default=False)] = "",
    value: Annotated[str, typer.Argument(metavar="[VALUE]", help="", show_default=False)] = "",
    date: Annotated[str, typer.Option("--date", "-d", metavar="DATE", help=DATE)] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=REASON)] = "",
    cause: Annotated[str, typer.Option("--cause", metavar="CAUSE", help=CAUSE)] = "",
    evidence: Annotated[
        list[str] | None, typer.Option("--evidence", "-e", metavar="FILE", help=EVIDENCE)
    ] = None,
    forecast: Annotated[str, typer.Option("--forecast", metavar="VALUE", help=FORECAST)] = "",
    reporter: Annotated[str, typer.Option("--reporter", metavar="UNIT", help=REPORTER)] = "",
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help=SOURCE)] = "",
    who: Annotated[str, typer.Option("--who", metavar="NAME", help=WHO)] = "",
    table: Annotated[str, typer.Option("--from", metavar="FILE", help=FROM)] = "",
    where: Annotated[str, typer.Option("--in", metavar="PATH", help=IN)] = ".",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.record_facts import Order, record_facts

    order = Order(
        project, indicator, value, date, reason, cause, tuple(evidence or ()), forecast, reporter, source,
        who, table, where, lang,
    )  # fmt: skip
    try:
        code = record_facts(order)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
