"""``perfdsl audit --csv``: published self-scores beside what a rubric gives."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.wording import both

HELP = both(
    "核对已公布的自评得分：逐行列出与评分办法的差异，不作更正",
    "Hold published self-scores against a rubric; nothing is corrected",
)
CSV = both(
    "自评表，每行：三级指标、指标值、实际完成值、分值、得分",
    "the table, line by line: target, actual, weight, score",
)
RUBRIC = both("按这个评分办法", "hold them against this rubric")
DEFAULT_RUBRIC = "国家自评2020"
FORM = "text json csv md"
LANG = both("输出的语言", "language of the output")
BOM = both("CSV 以字节顺序标记开头，Excel 才认得中文", "begin CSV so that Excel reads it as UTF-8")


def audit(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    forms: Annotated[list[str] | None, typer.Argument(metavar="FORM", hidden=True)] = None,
    table: Annotated[str, typer.Option("--csv", metavar="FILE", help=CSV)] = "",
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = DEFAULT_RUBRIC,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=FORM)] = "text",
    bom: Annotated[bool, typer.Option("--bom", help=BOM)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    if forms or not table:
        raise typer.BadParameter(_needs(forms or []), param_hint="--csv")
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.audit_table import audit_table

    try:
        code = audit_table(table, rubric=rubric, form=form, lang=lang, bom=bom)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)


def _needs(forms: list[str]) -> str:
    """Say what is wanted in place of nothing, or of a form, which this version does not read."""
    shown = f"{forms[0]}：" if forms else ""
    return (
        f"{shown}用 --csv FILE 给出自评表（CSV，每个指标一行）；填好的表格文件还不能直接核对"
        " · name a CSV of self-scores with --csv FILE; filled forms cannot be audited yet"
    )
