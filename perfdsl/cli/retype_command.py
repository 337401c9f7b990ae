"""The command that shows one line of an explained project in full, as it is typed in a shell."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.explain.explanation import Explanation
from perfdsl.explain.find_asked import EXECUTION, Asked, find_asked
from perfdsl.scheme.scheme import ProjectScheme

_PLAIN = re.compile(r"[\w@%+=:,./-]+")
_SPECIAL_IN_QUOTES = re.compile(r"[\"$`\\!]")


class Typed(NamedTuple):
    """What was typed besides what was asked for: paths, and options word by word."""

    paths: tuple[str, ...]
    options: tuple[str, ...]


def command_for_worst(
    told: Explanation, project: ProjectScheme, known: Sequence[ProjectScheme], typed: Typed
) -> str:
    """Give the command for the line that lost most; empty where no name would find it.

    ``known``: all projects that there are.
    """
    at = max(range(len(told.lines)), key=lambda at: (told.lines[at].lost, told.lines[at].is_open), default=-1)
    if at < 0:
        return ""
    places = [each.place for each in project.indicators]
    line = told.lines[at].score.place
    meant = Asked(project, places.index(line) if line in places else EXECUTION)
    for what in _names(meant, project):
        if find_asked(what, known, Diagnostics()) == meant:
            arguments = [what, *typed.paths]
            dashed = any(each.startswith("-") for each in arguments)
            words = [*typed.options, "--", *arguments] if dashed else [*arguments, *typed.options]
            return " ".join(["perfdsl", "explain", *map(quoted, words)])
    return ""


def _names(meant: Asked, project: ProjectScheme) -> Iterator[str]:
    """Give ways to name a line, the shortest first."""
    for name in filter(None, (project.name, project.code)):
        if meant.indicator is None or meant.indicator == EXECUTION:
            yield f"{name}/预算执行率"
            continue
        each = project.indicators[meant.indicator]
        for first in range(len(each.group), -1, -1):
            yield "/".join((name, *each.group[first:], each.name))


def quoted(word: str) -> str:
    """Quote a word where a shell needs it: Chinese needs no quotes, blanks and brackets do."""
    if _PLAIN.fullmatch(word):
        return word
    return shlex.quote(word) if _SPECIAL_IN_QUOTES.search(word) else f'"{word}"'
