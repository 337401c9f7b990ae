"""``perfdsl check``: is everything written down right?"""

from __future__ import annotations

import enum
from typing import Annotated

import typer


class Form(enum.StrEnum):
    """Forms of diagnostics."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="目标表或文件夹，- 为标准输入 · sheets or folders, - for stdin")],
    rubric: Annotated[str, typer.Option("--rubric", "-r", help="按这个评分办法检查 · check under this rubric")] = "",
    form: Annotated[Form, typer.Option("--format", "-f", help="输出形式 · form of the output")] = Form.text,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help="消息的语言 · language of messages")] = "",
) -> None:
    """检查目标表与评分办法 · check sheets and rubrics."""
    from perfdsl import pipeline
    from perfdsl.cli.speak import choose_language, exit_code, tell
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.library import shipped
    from perfdsl.workspace import open_workspace

    diagnostics = Diagnostics()
    workspace = open_workspace(paths, (), diagnostics, facts=False)
    if workspace.sources:
        pipeline.check(workspace.sources, diagnostics, shipped, rubric)
    language = choose_language(lang, workspace.sources)
    tell(diagnostics, language, form.value)
    if form is Form.text and not len(diagnostics):
        count = len(workspace.sources)
        typer.echo(f"{count} 个文件，没有发现问题" if language == "zh" else f"{count} files, nothing to complain of")
    raise typer.Exit(exit_code(diagnostics))
