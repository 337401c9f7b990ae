"""``perfdsl import``: official forms, as they are, turned into sheets."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.wording import both

HELP = (
    both(
        "把官方表格（pdf docx xlsx xls html csv txt）读成目标表；没有读准的地方写成 待填",
        "Read official forms and write sheets; what is not read surely is left as a hole",
    )
    + "\n\n"
    + both("DOC：表格文件，或装有它们的文件夹", "DOC: documents, or folders of them")
)
OUT = both("目标表写到这个文件夹；不写则只看报告", "write sheets into this folder; without it, only report")
RUBRIC = both("目标表采用这个评分办法，省略时用通行的一种并注明", "sheets use this rubric")
YEAR = both("表里没有印年度时，用这个年度", "the year of forms that print none")
FORM = "text json html"
REPORT = both("另把报告写成文件：.html、.json 或 .txt", "write the report to a file too: .html .json .txt")
FORCE = both("覆盖已有的目标表", "overwrite sheets that are there")
LANG = both("报告的语言", "language of the report")

Documents = Annotated[list[str], typer.Argument(metavar="DOC...", help="", show_default=False)]


def import_documents(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    documents: Documents,
    out: Annotated[str, typer.Option("--out", "-o", metavar="DIR", help=OUT)] = "",
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    year: Annotated[int, typer.Option("--year", metavar="YEAR", help=YEAR, show_default=False)] = 0,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=FORM)] = "text",
    report: Annotated[str, typer.Option("--report", metavar="FILE", help=REPORT)] = "",
    force: Annotated[bool, typer.Option("--force", help=FORCE)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.import_files import Order, import_files

    order = Order(out=out, rubric=rubric, year=year, form=form, report=report, force=force, lang=lang)
    try:
        code = import_files(documents, order)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
