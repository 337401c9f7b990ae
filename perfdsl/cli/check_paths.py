"""Answers ``check``: checks all that the paths name, tells what is wrong, and gives the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from perfdsl.check_many import check_many
from perfdsl.cli.progress import progress_line, usable_processes
from perfdsl.cli.speak import choose_language, exit_code, in_order, known_form, known_language, tell
from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.library import shipped_all
from perfdsl.report import DIAGNOSTICS
from perfdsl.store.keep import open_store
from perfdsl.workspace import open_workspace


def check_paths(paths: Sequence[str], *, rubric: str, form: str, jobs: int, lang: str) -> int:
    """Check and tell; WrongUseError where an option has a value that cannot be."""
    known_form(form, DIAGNOSTICS)
    known_language(lang)
    diagnostics = Diagnostics()
    workspace = open_workspace(paths, (), diagnostics, facts=False)
    if workspace.sources:
        with progress_line() as progress, open_store() as store:
            check_many(
                workspace.sources,
                shipped_all(),
                diagnostics,
                rubric=rubric,
                store=store,
                processes=jobs or usable_processes(),
                progress=progress,
            )
    language = choose_language(lang, workspace.sources)
    tell(in_order(diagnostics, workspace.sources), language, form)
    if form == "text" and not len(diagnostics):
        sys.stdout.write(_all_well(len(workspace.sources)).say(language))
    return exit_code(diagnostics)


def _all_well(count: int) -> Text:
    files = "1 file" if count == 1 else f"{count} files"
    return Text(f"{count} 个文件，没有发现问题\n", f"{files}, nothing to complain of\n")
