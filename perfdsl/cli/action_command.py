"""``perfdsl action``: what is to be put right (整改), opened and closed in the journal."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import LANG
from perfdsl.cli.record_command import IN, SOURCE, WHO
from perfdsl.cli.wording import both

HELP = both(
    "整改：登记要求，办结时登记结果和佐证", "What is to be put right: record it, and close it with evidence"
)
OPEN = (
    both("登记一条整改要求", "record what is to be put right")
    + "\n\n"
    + both(
        "PROJECT：编码或名称；REQUIREMENT：要求，如 “补开两次活动”",
        "PROJECT by code or name; REQUIREMENT in words",
    )
)
CLOSE = (
    both("办结一条整改：写结果，附佐证", "close an action: its result, with evidence")
    + "\n\n"
    + both("REQUIREMENT：登记时的原话，或其中的一段", "REQUIREMENT as it was recorded, or a part of it")
)
DATE = both("哪一天，如 2022-08-05；必写", "the day, such as 2022-08-05; required")
OWNER = both("责任人", "who is responsible")
DUE = both("限期", "until when")
RESULT = both("结果", "what was done")
EVIDENCE = both(
    "佐证文件，登记它的摘要；可写多次", "a file of evidence, whose digest is recorded; repeatable"
)

action = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=HELP)

_Project = Annotated[str, typer.Argument(metavar="PROJECT", help="", show_default=False)]
_Requirement = Annotated[str, typer.Argument(metavar="REQUIREMENT", help="", show_default=False)]


@action.command("open", short_help="登记要求 · record a requirement", help=OPEN)
def open_one(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    project: _Project,
    requirement: _Requirement,
    date: Annotated[str, typer.Option("--date", "-d", metavar="DATE", help=DATE)] = "",
    owner: Annotated[str, typer.Option("--owner", metavar="NAME", help=OWNER)] = "",
    due: Annotated[str, typer.Option("--due", metavar="DATE", help=DUE)] = "",
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help=SOURCE)] = "",
    who: Annotated[str, typer.Option("--who", metavar="NAME", help=WHO)] = "",
    where: Annotated[str, typer.Option("--in", metavar="PATH", help=IN)] = ".",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over."""
    from perfdsl.cli.record_action import Order

    _record(Order(project, requirement, date, owner, due, "", (), source, who, where, lang))


@action.command("close", short_help="办结 · close it", help=CLOSE)
def close(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    project: _Project,
    requirement: _Requirement,
    result: Annotated[str, typer.Option("--result", metavar="TEXT", help=RESULT)],
    date: Annotated[str, typer.Option("--date", "-d", metavar="DATE", help=DATE)] = "",
    evidence: Annotated[
        list[str] | None, typer.Option("--evidence", "-e", metavar="FILE", help=EVIDENCE)
    ] = None,
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help=SOURCE)] = "",
    who: Annotated[str, typer.Option("--who", metavar="NAME", help=WHO)] = "",
    where: Annotated[str, typer.Option("--in", metavar="PATH", help=IN)] = ".",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over."""
    from perfdsl.cli.record_action import Order

    _record(
        Order(
            project,
            requirement,
            date,
            "",
            "",
            result,
            tuple(evidence or ()),
            source,
            who,
            where,
            lang,
            closes=True,
        )
    )


def _record(order: object) -> None:
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.record_action import Order, record_action

    assert isinstance(order, Order)  # noqa: S101 — both commands make one
    try:
        code = record_action(order)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
