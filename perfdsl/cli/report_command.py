"""``perfdsl report``: the year of a department and its projects, on pages for people."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl.cli.eval_command import ACTUALS, KEEP_GOING, LANG, PROJECT, RUBRIC, WARNINGS, Paths
from perfdsl.cli.wording import both, with_paths

HELP = with_paths(
    "写出年度报告：部门汇总、各项目逐项得分与缘由、资金进度、监控、整改",
    "Write the report of a year: departments, projects, money, lights, actions",
)
OUT = both(
    "写到哪个文件：.html（网页）、.docx、.xlsx 或 .pdf；可写多次",
    "file to write: .html, .docx, .xlsx or .pdf; repeatable",
)
AS_OF = both("只用截至这一天的实绩，并监控到这一天", "only facts known on this day, and its lights")
BANDS = both("改用这个监控办法", "monitor by this scheme")
AGAINST = both("往年的文件夹，与它比较；可写多次", "the folder of an earlier year; repeatable")
DEPARTMENT = both("只看这个部门，写代码或名称；可写多次", "only this department; repeatable")
TITLE = both("报告的标题", "title of the report")
NOTE = both("写在最前面的说明，如“实绩为虚构示例”", "what every reader must be told first")
BROWSER = both("用哪个浏览器打印 PDF，默认自己找", "browser that prints PDFs, by default one found here")
FORCE = both("已有的文件也覆盖", "overwrite a file that is there")


def report(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    paths: Paths,
    out: Annotated[list[str], typer.Option("--out", "-o", metavar="FILE", help=OUT)],
    actuals: Annotated[
        list[str] | None, typer.Option("--actuals", "-a", metavar="FILE", help=ACTUALS)
    ] = None,
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF)] = "",
    bands: Annotated[str, typer.Option("--bands", metavar="NAME", help=BANDS)] = "",
    against: Annotated[list[str] | None, typer.Option("--against", metavar="PATH", help=AGAINST)] = None,
    department: Annotated[
        list[str] | None, typer.Option("--department", "-d", metavar="NAME", help=DEPARTMENT)
    ] = None,
    project: Annotated[
        list[str] | None, typer.Option("--project", "-p", metavar="NAME", help=PROJECT)
    ] = None,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help=TITLE)] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help=NOTE)] = "",
    browser: Annotated[str, typer.Option("--browser", metavar="PROGRAM", help=BROWSER)] = "",
    force: Annotated[bool, typer.Option("--force", help=FORCE)] = False,
    keep_going: Annotated[bool, typer.Option("--keep-going", "-k", help=KEEP_GOING)] = False,
    warnings: Annotated[bool, typer.Option("--warnings", "-w", help=WARNINGS)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.write_report import Asked, write_report

    asked = Asked(
        tuple(paths), tuple(out), tuple(actuals or ()), rubric, as_of, bands, tuple(against or ()),
        tuple(department or ()), tuple(project or ()), title, note,
        browser, force, keep_going, warnings, lang,
    )  # fmt: skip
    try:
        code = write_report(asked)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)
