"""``perfdsl export``: official forms, to be filled in or filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from perfdsl.cli.eval_command import ACTUALS, LANG, PROJECT, RUBRIC, WARNINGS, Paths
from perfdsl.cli.wording import both, with_paths

if TYPE_CHECKING:
    from perfdsl.cli.export_forms import Wishes

HELP = with_paths(
    "写出官方表格（.xlsx 或 .docx）：空表供填报，有实绩的填好", "Write official forms, blank or filled"
)
FORM_OPTION = both("自评表、监控表、目标申报表 或 绩效目标表", "which form")
FORM_NAMES = "自评表|监控表|目标申报表|绩效目标表"
OUT = both("写到哪个文件：.xlsx 或 .docx", "file to write, .xlsx or .docx")
AS_OF = both("只用截至这一天的实绩，如 2022-07-31", "only facts known on this day")
THROUGH = both("监控表到几月，默认 7", "month that a monitoring form goes to, by default 7")
BLANK = both("不填实绩和得分", "leave actuals and scores blank")
FORCE = both("已有的文件也覆盖", "overwrite a file that is there")
TEMPLATE = both("填进自己的表格样式（.xlsx 或 .docx），代替 --form", "fill this template, in place of --form")
MAPPING = both("样式里各处填什么；默认在样式旁边找", "what goes where in the template")


def export(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    paths: Paths,
    out: Annotated[str, typer.Option("--out", "-o", metavar="FILE", help=OUT)],
    form: Annotated[str, typer.Option("--form", "-f", metavar=FORM_NAMES, help=FORM_OPTION)] = "",
    actuals: Annotated[
        list[str] | None, typer.Option("--actuals", "-a", metavar="FILE", help=ACTUALS)
    ] = None,
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    project: Annotated[
        list[str] | None, typer.Option("--project", "-p", metavar="NAME", help=PROJECT)
    ] = None,
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF)] = "",
    through: Annotated[
        int | None, typer.Option("--through", metavar="1-12", help=THROUGH, show_default=False)
    ] = None,
    template: Annotated[str, typer.Option("--template", "-t", metavar="FILE", help=TEMPLATE)] = "",
    mapping: Annotated[str, typer.Option("--mapping", metavar="FILE", help=MAPPING)] = "",
    blank: Annotated[bool, typer.Option("--blank", help=BLANK)] = False,
    force: Annotated[bool, typer.Option("--force", help=FORCE)] = False,
    warnings: Annotated[bool, typer.Option("--warnings", "-w", help=WARNINGS)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Hand the arguments over; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.export_forms import Wishes, export_forms
    from perfdsl.cli.export_options import check_options

    facts, projects = tuple(actuals or ()), tuple(project or ())
    wishes = Wishes(
        tuple(paths), form, out, facts, rubric, projects, as_of, through, blank, force, warnings, lang
    )
    try:
        check_options(form, template, mapping, through)
        code = _fill(wishes, template, mapping) if template else export_forms(wishes)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)


def _fill(wishes: Wishes, template: str, mapping: str) -> int:
    from perfdsl.cli.export_template import export_template

    return export_template(
        wishes.paths,
        template=template,
        out=wishes.out,
        mapping=mapping,
        actuals=wishes.actuals,
        projects=wishes.projects,
        rubric=wishes.rubric,
        as_of=wishes.as_of,
        lang=wishes.lang,
        blank=wishes.blank,
        force=wishes.force,
    )
