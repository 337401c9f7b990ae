"""Options of ``export`` that cannot be, alone or together: told before anything is read."""

from __future__ import annotations

import re
from pathlib import Path

from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.put_file import is_there

MARK = re.compile(r"\{(项目|编码|project|code)\}")
"""What a name of a file may have for the name and the code of a project."""

_BRACE = re.compile(r"[{}]")
_WITH_MONTH = "监控表"
_LAST_MONTH = 12


def check_options(form: str, template: str, mapping: str, through: int | None) -> None:
    """Raise WrongUseError where an option cannot be, or has nothing to work on."""
    if template and form:
        raise WrongUseError(
            "--form", "样式已由 --template 给出，只写一个 · --template gives the form: choose one"
        )
    if mapping and not template:
        raise WrongUseError("--mapping", "它说明 --template 的样式，这里没有 · it needs a --template")
    if through is None:
        return
    if not 1 <= through <= _LAST_MONTH:
        raise WrongUseError("--through", f"{through}：1 至 12 · 1 to 12")
    if form != _WITH_MONTH:
        raise WrongUseError(
            "--through",
            f"只有 {_WITH_MONTH} 有月份，其余用 --as-of · only {_WITH_MONTH} has a month: use --as-of",
        )


def check_marks(out: str, *, allowed: bool) -> None:
    """Raise WrongUseError for a mistyped ``{项目}`` in a name, or for any where there is one file for all.

    Braces of folders that are there already are no marks.
    """
    new = _what_is_new(Path(out))
    rest = MARK.sub("", new) if allowed else new
    if _BRACE.search(rest) is None:
        return
    if allowed:
        raise WrongUseError("--out", f"{out!r}：可写 {{项目}} 或 {{编码}} · write {{项目}} or {{编码}}")
    if MARK.search(new):
        raise WrongUseError(
            "--out",
            f"{out!r}：几个项目写进同一个文件，名字里没有 {{项目}} · all projects go into one file",
        )


def _what_is_new(path: Path) -> str:
    there = next((each for each in (path, *path.parents) if is_there(each)), Path())
    return str(path)[len(str(there)) :] if there != Path() else str(path)
