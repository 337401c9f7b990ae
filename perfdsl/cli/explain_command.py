"""``perfdsl explain P0302``: the page of a diagnostic."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from perfdsl.cli.wording import both

HELP = both("说明一个诊断代码，如 P0302", "Explain the code of a diagnostic, such as P0302")
LANG = both("只要这种语言", "only this language")
_JARGON = re.compile(r"^(```\w+) .*$", re.MULTILINE)
_NOTE = re.compile(r"<!--.*?-->\n*", re.DOTALL)


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", hidden=True)],
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help=LANG)] = "",
) -> None:
    """Print the page; an unknown code is a wrong use."""
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.speak import known_language
    from perfdsl.codes import CODES
    from perfdsl.packaged import read_packaged

    wanted = code.strip().upper()
    if wanted not in CODES:
        raise typer.BadParameter(_unknown(code, wanted, list(CODES)), param_hint="CODE")
    try:
        known_language(lang)
    except WrongUseError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from None
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
