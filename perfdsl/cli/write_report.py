"""Answers ``report``: scores a year, gathers it, and writes it into files, each whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from perfdsl.annual.writers import WRITERS
from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.hold_back import hold_back
from perfdsl.cli.present import read_day, say_held_back
from perfdsl.cli.put_file import may_write, put_file
from perfdsl.cli.speak import choose_language, exit_code, known_language, tell
from perfdsl.diagnostic import Diagnostics, Language, Text
from perfdsl.source import Source
from perfdsl.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from perfdsl.annual.annual import AnnualReport

PAGE, PRINTED = ".html", ".pdf"
_OURS = "P15"


class Asked(NamedTuple):
    """What the arguments of ``report`` ask for."""

    paths: tuple[str, ...]
    outs: tuple[str, ...]
    actuals: tuple[str, ...] = ()
    rubric: str = ""
    as_of: str = ""
    bands: str = ""
    against: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    title: str = ""
    note: str = ""
    browser: str = ""
    force: bool = False
    keep_going: bool = False
    warnings: bool = False
    lang: str = ""


def write_report(asked: Asked) -> int:
    """Write the files; WrongUseError, with nothing read or written, where an option's value cannot be."""
    known_language(asked.lang)
    day = read_day(asked.as_of)
    if len({Path(out).resolve() for out in asked.outs}) < len(asked.outs):
        raise WrongUseError("--out", "两次写到同一个文件 · two of them are the same file")
    diagnostics = Diagnostics()
    workspace, written = Workspace(), list[str]()
    if may_write(asked.outs, sorted({*WRITERS.names(), PRINTED}), diagnostics, force=asked.force):
        workspace = open_workspace(asked.paths, asked.actuals, diagnostics)
    language = choose_language(asked.lang, workspace.sources)
    if workspace.sources:
        report = _gather(asked, day, workspace, language, diagnostics)
        written = [] if report is None else _write_all(report, asked, diagnostics)
    return _tell(asked, workspace.sources, diagnostics, written, language)


def _gather(
    asked: Asked, day: date | None, workspace: Workspace, language: Language, diagnostics: Diagnostics
) -> AnnualReport | None:
    """Score the year and gather its report; None where an error stands in the way."""
    from perfdsl.annual.gather_annual import gather_annual
    from perfdsl.annual.shorten_places import shorten_places
    from perfdsl.annual.year import Wishes
    from perfdsl.cli.score_year import score_year

    year = score_year(asked, day, workspace, diagnostics)
    if year is None:
        return None
    named = [*(each.name for each in workspace.sources), *(name for name, _ in workspace.tables)]
    report = gather_annual(year, Wishes(language, asked.title, asked.note, tuple(dict.fromkeys(named))))
    return shorten_places(report, _shared_folder(named))


def _shared_folder(names: Sequence[str]) -> str:
    """Give the folder that files with absolute names share, with its last slash; empty for others."""
    if not names or not all(Path(name).is_absolute() for name in names):
        return ""
    folders = [str(Path(name).parent) for name in names]
    shared = os.path.commonpath(folders)
    return "" if Path(shared).parent == Path(shared) else shared + os.sep


def _write_all(report: AnnualReport, asked: Asked, diagnostics: Diagnostics) -> list[str]:
    """Make every file, and only then write them; gives the names of those written."""
    made: dict[str, bytes] = {}
    for out in asked.outs:
        if not _make(report, Path(out).suffix.lower(), made, asked.browser, diagnostics):
            return []
    return [out for out in asked.outs if put_file(Path(out), made[Path(out).suffix.lower()], diagnostics)]


def _make(
    report: AnnualReport, kind: str, made: dict[str, bytes], browser: str, diagnostics: Diagnostics
) -> bool:
    """Make the content of files of a kind, once; False after a complaint."""
    if kind in made:
        return True
    data: bytes | None
    if kind == PRINTED:
        from perfdsl.cli.print_pdf import print_pdf

        is_drawn = _make(report, PAGE, made, browser, diagnostics)
        data = print_pdf(made[PAGE], diagnostics, browser) if is_drawn else None
    else:
        data = WRITERS.get(kind)(report, diagnostics)
    if data is None:
        return False
    made[kind] = data
    return True


def _tell(
    asked: Asked,
    sources: Sequence[Source],
    diagnostics: Diagnostics,
    written: Sequence[str],
    language: Language,
) -> int:
    """Tell errors and what the report lacks; other warnings are only counted, unless asked for."""
    told, held_back = hold_back(
        diagnostics, sources, lambda each: asked.warnings or each.code.startswith(_OURS)
    )
    tell(told, language)
    for out in written:
        sys.stdout.write(Text(f"写好 {out}\n", f"{out} is written\n").say(language))
    sys.stdout.flush()
    if written:
        sys.stderr.write(say_held_back(held_back).say(language))
    return exit_code(diagnostics)
