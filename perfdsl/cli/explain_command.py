"""``perfdsl explain P0302``: the page of a diagnostic."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="诊断代码，如 P0302 · code of a diagnostic")],
    lang: Annotated[str, typer.Option("--lang", metavar="zh|en", help="语言 · language")] = "",
) -> None:
    """说明一个诊断代码 · explain the code of a diagnostic."""
    from perfdsl.codes import CODES
    from perfdsl.packaged import read_packaged

    wanted = code.strip().upper()
    if wanted not in CODES:
        near = _near(wanted, list(CODES))
        message = f"没有代码 {code}；{near} · there is no code {code}"
        raise typer.BadParameter(message, param_hint="CODE")
    typer.echo(_in_language(read_packaged("diagnostics", f"{wanted}.md"), lang))


def _in_language(page: str, lang: str) -> str:
    """Keep one language's part of a page, or both."""
    head, _, rest = page.partition("\n## 中文\n")
    chinese, _, english = rest.partition("\n## English\n")
    if lang == "zh":
        return f"{head}\n{chinese}".rstrip()
    if lang == "en":
        return f"{head}\n{english}".rstrip()
    return page.rstrip()


def _near(wanted: str, known: list[str]) -> str:
    from perfdsl.scheme.did_you_mean import did_you_mean

    near = did_you_mean(wanted, known)
    return f"是不是 {near}？" if near else f"代码从 {known[0]} 到 {known[-1]}"
