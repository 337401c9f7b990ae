"""``perfdsl audit``: filled forms, or a table of published self-scores, beside what a rubric gives."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.wording import both

HELP = (
    both(
        "核对填好的自评表：按评分办法重算，列出对不上的地方，不作更正",
        "Hold filled forms against a rubric and themselves; nothing is corrected",
    )
    + "\n\n"
    + both("FORM：pdf docx xlsx xls html csv txt，或文件夹", "FORM: a filled form, or a folder of them")
)
CSV = both(
    "改读汇总表，每行：指标、指标值、实际完成值、分值、得分",
    "instead, a table: target, actual, weight, score",
)
RUBRIC = both("按这个评分办法，或 .perf 文件里的", "this one, or that of a .perf file")
DEFAULT_RUBRIC = "国家自评2020"
FORM = "text json csv md"
LANG = both("输出的语言", "language of the output")
BOM = both("CSV 以字节顺序标记开头，Excel 才认得中文", "begin CSV so that Excel reads it as UTF-8")

Forms = Annotated[list[str], typer.Argument(metavar="FORM", help="", show_default=False)]


def audit(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    forms: Forms = [],  # noqa: B006 — typer wants a default, and nobody changes it
    table: Annotated[str, typer.Option("--csv", metavar="FILE", help=CSV)] = "",
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = DEFAULT_RUBRIC,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=FORM)] = "text",
    bom: Annotated[bool, typer.Option("--bom", help=BOM)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    if bool(forms) == bool(table):
        raise typer.BadParameter(_NEEDS, param_hint="FORM")
    from perfdsl.cli.arguments import WrongUseError

    try:
        if forms:
            from perfdsl.cli.audit_form import audit_forms

            code = audit_forms(forms, rubric=rubric, form=form, lang=lang, bom=bom)
        else:
            from perfdsl.cli.audit_table import audit_table

            code = audit_table(table, rubric=rubric, form=form, lang=lang, bom=bom)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)


_NEEDS = (
    "给出填好的自评表，或用 --csv FILE 给出汇总表，二者取一"
    " · name filled forms, or a table of self-scores with --csv FILE; not both"
)
