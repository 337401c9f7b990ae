"""``perfdsl journal``: look at the journal of facts, and find whether it was changed."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import LANG
from perfdsl.cli.wording import both

HELP = both("台账：核对、查看", "The journal of facts: verify it, look at it")
_PATH = both(
    "PATH：工作区的文件夹，或台账文件；默认是这里", "PATH: folder of the sheets, or a ledger; here by default"
)
VERIFY = (
    both(
        "核对台账：任何改动、缺少都会指出；打印末尾的序号和封存",
        "find every change and gap; print number and seal of the last entry",
    )
    + f"\n\n{_PATH}"
)
SHOW = both("列出登记了什么", "list what was recorded") + f"\n\n{_PATH}"
HEAD = (
    both("打印末尾的序号和封存，供抄存", "print number and seal of the last entry, to be kept elsewhere")
    + f"\n\n{_PATH}"
)
EXPECT = both(
    "台账里必须有这一笔，如 7:2c26b46b68ff；抄存的封存（可只写开头）由此查出末尾被删",
    "this entry must be there: finds entries taken off the end",
)
FORM = "text json csv perf"

journal = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=HELP)

_Path = Annotated[str, typer.Argument(metavar="[PATH]", help="", show_default=False)]


@journal.command("verify", short_help="核对 · find changes and gaps", help=VERIFY)
def verify(
    path: _Path = ".",
    expect: Annotated[str, typer.Option("--expect", metavar="N:SEAL", help=EXPECT)] = "",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over."""
    _answer("verify", path, expect, lang)


@journal.command("show", short_help="查看 · list the entries", help=SHOW)
def show(
    path: _Path = ".",
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=FORM)] = "text",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over."""
    _answer("show", path, form, lang)


@journal.command("head", short_help="末尾的封存 · the last seal", help=HEAD)
def head(
    path: _Path = ".",
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over."""
    _answer("head", path, "", lang)


def _answer(what: str, path: str, option: str, lang: str) -> None:
    from perfdsl.cli import read_ledger
    from perfdsl.cli.arguments import WrongUseError

    answers = {
        "verify": read_ledger.verify_ledger,
        "show": read_ledger.show_ledger,
        "head": read_ledger.print_head,
    }
    try:
        code = answers[what](path, option, lang)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
