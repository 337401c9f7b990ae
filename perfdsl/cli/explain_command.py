"""``perfdsl explain``: how the points of a project came about; the page of a diagnostic, for a code."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from perfdsl.cli.eval_command import ACTUALS, AS_OF, LANG, RUBRIC
from perfdsl.cli.wording import PATHS_EN, PATHS_ZH, both

HELP = (
    both(
        "说明得分的由来：explain 项目 或 explain 项目/指标；也说明诊断代码，如 P0302",
        "Explain a score: explain PROJECT[/INDICATOR]; or a code, such as P0302",
    )
    + "\n\n"
    + both(
        "WHAT：项目的名称、编码或名称的一部分，后面可以加 /指标；或诊断代码",
        "WHAT: a project (name, code, part of a name), or with /INDICATOR; or a code",
        f"{PATHS_ZH}；默认是当前文件夹",
        f"{PATHS_EN}; or here",
    )
)
FORM = "text json md"
KEEP_GOING = both("规则不允许的，分数也照给", "give the score although rules do not allow it")
_CODE = re.compile(r"[Pp]\d{4}")
_LIKE_A_CODE = re.compile(r"[Pp]\d{1,6}")
_JARGON = re.compile(r"^(```\w+) .*$", re.MULTILINE)
_NOTE = re.compile(r"<!--.*?-->\n*", re.DOTALL)


def explain(  # noqa: PLR0913, PLR0917 — one for each option; typer reads them
    what: Annotated[str, typer.Argument(metavar="WHAT", hidden=True)],
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", hidden=True)] = None,
    actuals: Annotated[
        list[str] | None, typer.Option("--actuals", "-a", metavar="FILE", help=ACTUALS)
    ] = None,
    rubric: Annotated[str, typer.Option("--rubric", "-r", metavar="NAME", help=RUBRIC)] = "",
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=AS_OF)] = "",
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help=FORM)] = "text",
    keep_going: Annotated[bool, typer.Option("--keep-going", "-k", help=KEEP_GOING)] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Print a page for a code, and an explanation for all else; a value that cannot be is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError

    asked = what.strip()
    try:
        if _CODE.fullmatch(asked) or (_LIKE_A_CODE.fullmatch(asked) and not paths):
            _print_page(asked, lang)
            return
        from perfdsl.cli.explain_project import Said, explain_asked

        said = Said(asked, tuple(paths or ["."]), tuple(actuals or ()), rubric, as_of, form, lang, keep_going)
        code = explain_asked(said)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
    raise typer.Exit(code)


def _print_page(code: str, lang: str) -> None:
    """Print the page of a code; an unknown one is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.speak import known_language
    from perfdsl.codes import CODES
    from perfdsl.packaged import read_packaged

    wanted = code.upper()
    if wanted not in CODES:
        raise WrongUseError("WHAT", _unknown(code, wanted, list(CODES)))
    known_language(lang)
    typer.echo(page_in(lang, read_packaged("diagnostics", f"{wanted}.md")))


def page_in(lang: str, page: str) -> str:
    """Give one language's part of a page, or both, without what the page says to our tests."""
    head, _, rest = page.partition("\n## 中文\n")
    chinese, _, english = rest.partition("\n## English\n")
    parts = {"zh": f"{head.rstrip()}\n\n{chinese.strip()}", "en": f"{head.rstrip()}\n\n{english.strip()}"}
    return _JARGON.sub(r"\1", _NOTE.sub("", parts.get(lang, page))).rstrip()


def _unknown(code: str, wanted: str, known: list[str]) -> str:
    from perfdsl.scheme.did_you_mean import did_you_mean

    near = did_you_mean(wanted, known)
    if near:
        return f"没有代码 {code}；是不是 {near}？ · there is no code {code}; did you mean {near}?"
    first, last = known[0], known[-1]
    return f"没有代码 {code}；代码从 {first} 到 {last} · there is no code {code}; they are {first} to {last}"
