"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from perfdsl import __version__
from perfdsl.cli import (
    action_command,
    actuals_command,
    audit_command,
    check_command,
    diff_command,
    eval_command,
    explain_command,
    export_command,
    fmt_command,
    goal_seek_command,
    import_command,
    journal_command,
    monitor_command,
    record_command,
    report_command,
    schema_command,
    test_command,
    verify_command,
)
from perfdsl.cli.wording import both

app = typer.Typer(
    name="perfdsl",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for name, command, short, text in (
    ("eval", eval_command.evaluate, "评分，逐项说明缘由 · score projects, with reasons", eval_command.HELP),
    ("check", check_command.check, "检查目标表 · check sheets and rubrics", check_command.HELP),
    ("fmt", fmt_command.fmt, "统一排版，保留注释 · lay sheets out", fmt_command.HELP),
    (
        "explain",
        explain_command.explain,
        "说明得分的由来，或代码 · explain a score or a code",
        explain_command.HELP,
    ),
    (
        "audit",
        audit_command.audit,
        "核对填好的自评表 · audit filled self-evaluations",
        audit_command.HELP,
    ),
    (
        "import",
        import_command.import_documents,
        "把官方表格读成目标表 · read official forms into sheets",
        import_command.HELP,
    ),
    ("diff", diff_command.diff, "按意思比较两版 · compare two states", diff_command.HELP),
    (
        "goal-seek",
        goal_seek_command.goal_seek,
        "还要做到多少才能得某个等级 · the least that reaches a grade",
        goal_seek_command.HELP,
    ),
    (
        "monitor",
        monitor_command.monitor,
        "双监控：资金和目标，红黄绿蓝 · monitor money and goals on a day",
        monitor_command.HELP,
    ),
    (
        "report",
        report_command.report,
        "写出年度报告：网页、Word、Excel、PDF · write the report of a year",
        report_command.HELP,
    ),
    ("export", export_command.export, "写出官方表格 · write official forms", export_command.HELP),
    ("test", test_command.try_all, "检验算例 · try the examples", test_command.HELP),
    (
        "verify",
        verify_command.verify,
        "验证评分规则：证明或反例 · prove or refute rules",
        verify_command.HELP,
    ),
    ("record", record_command.record, "登记实绩到台账 · record a fact in the journal", record_command.HELP),
    ("schema", schema_command.schema, "打印 JSON Schema · print a JSON Schema", schema_command.HELP),
):
    kind = record_command.RecordCommand if name == "record" else None
    app.command(name, cls=kind, short_help=short, help=text)(command)


app.add_typer(
    actuals_command.actuals,
    name="actuals",
    short_help="实绩填报表 · fill-in sheets of actuals",
)
app.add_typer(action_command.action, name="action", short_help="整改 · what is to be put right")
app.add_typer(journal_command.journal, name="journal", short_help="台账：核对、查看 · the journal of facts")


def _version(value: bool) -> None:
    if value:
        typer.echo(__version__)
        raise typer.Exit


@app.callback(
    help=both("绩效目标的语言与评分引擎", "The language of performance targets, and its scoring engine")
)
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="版本 · show the version")
    ] = False,
) -> None:
    """Take what stands before a command."""
