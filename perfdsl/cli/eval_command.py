"""``perfdsl eval``: score projects against what really happened."""

from __future__ import annotations

import enum
import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from perfdsl.diagnostic import Diagnostics
    from perfdsl.pipeline import Outcome


class Form(enum.StrEnum):
    """Forms of a report."""

    text = "text"
    json = "json"
    csv = "csv"
    md = "md"


def evaluate(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="目标表或文件夹，- 为标准输入 · sheets or folders, - for stdin")],
    actuals: Annotated[list[str] | None, typer.Option("--actuals", "-a", metavar="FILE", help="实绩文件，代替文件夹自带的 · facts, in place of the folder's own")] = None,
    rubric: Annotated[str, typer.Option("--rubric", "-r", help="改用这个评分办法 · score under this rubric")] = "",
    project: Annotated[list[str] | None, typer.Option("--project", "-p", help="只评这些项目（编码或名称） · only these projects")] = None,
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help="截至这一天已知的实绩 · facts known on this day")] = "",
    form: Annotated[Form, typer.Option("--format", "-f", help="输出形式 · form of the output")] = Form.text,
    fail_on: Annotated[list[str] | None, typer.Option("--fail-on", metavar="missed|pending|grade<良", help="遇此情形退出码为 1 · exit 1 if so")] = None,
    keep_going: Annotated[bool, typer.Option("--keep-going", "-k", help="有错也评没有错的项目 · score sound projects despite errors")] = False,  # noqa: FBT002 — typer's shape
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help="消息的语言 · language of messages")] = "",
) -> None:
    """评分：每个指标的目标、实绩、是否达标、得分与缘由 · score each indicator, with reasons."""
    from perfdsl.cli.evaluate import Wishes, evaluate_paths
    from perfdsl.cli.fail_on import failures
    from perfdsl.cli.speak import FAILED, choose_language, exit_code, options_for, tell
    from perfdsl.report import REPORTS

    wishes = Wishes(tuple(paths), tuple(actuals or ()), rubric, tuple(project or ()), _date(as_of), keep_going)
    outcome, sources = evaluate_paths(wishes)
    language = choose_language(lang, sources)
    conditions = failures(fail_on or [], outcome, language)
    if form is not Form.json:
        tell(errors_or_summary(outcome, form), language)
    if outcome.scorecard is not None or form is Form.json:
        options = options_for(language, "out", outcome.diagnostics.omitted)
        sys.stdout.write(REPORTS.get(form.value)(_scorecard(outcome), list(outcome.diagnostics), options))
    code = exit_code(outcome.diagnostics)
    for line in conditions:
        sys.stderr.write(line + "\n")
    raise typer.Exit(code or (FAILED if conditions else 0))


def _scorecard(outcome: Outcome) -> object:
    from perfdsl.scorecard import Scorecard

    return outcome.scorecard or Scorecard(())


def errors_or_summary(outcome: Outcome, form: Form) -> Diagnostics:
    """With a report to read, warnings would bury it: ``check`` shows them. Errors are always told."""
    from perfdsl.diagnostic import Diagnostics

    if outcome.scorecard is None or form is not Form.text:
        return outcome.diagnostics
    kept = Diagnostics()
    for diagnostic in outcome.diagnostics:
        if diagnostic.severity == "error":
            kept.add(diagnostic)
    kept.omitted = outcome.diagnostics.omitted
    return kept


def _date(text: str) -> date | None:
    from datetime import date

    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} 不是日期，写成 2022-06-30 · not a date, write 2022-06-30"
        raise typer.BadParameter(message, param_hint="--as-of") from None
