"""Answers ``actuals new``: reads sheets, lists the facts they need, and writes the file to be filled in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.choose_projects import choose_projects
from perfdsl.cli.progress import progress_line
from perfdsl.cli.put_file import is_there, put_file
from perfdsl.cli.speak import choose_language, exit_code, in_order, known_language, tell
from perfdsl.diagnostic import Diagnostics, Language, Text
from perfdsl.forms import messages
from perfdsl.forms.list_wanted_facts import list_wanted_facts
from perfdsl.forms.wanted_fact import WantedFact
from perfdsl.library import shipped
from perfdsl.pipeline import Request, prepare
from perfdsl.report.cells import one_line
from perfdsl.workspace import Workspace, open_workspace

KINDS = (".xlsx", ".csv")


def new_actuals(  # noqa: PLR0913 — one for each option
    paths: Sequence[str], out: str, projects: Sequence[str], *, rubric: str, force: bool, lang: str
) -> int:
    """Write the sheet and say so; exit code 0, else 2 or 3. WrongUseError where an option cannot be."""
    known_language(lang)
    kind = Path(out).suffix.lower()
    if kind not in KINDS:
        raise WrongUseError("--out", f"{out!r}：.xlsx 或 .csv · .xlsx or .csv")
    diagnostics = Diagnostics()
    workspace = open_workspace(paths, (), diagnostics, facts=False)
    language = choose_language(lang, workspace.sources)
    facts = _wanted(workspace, projects, rubric, diagnostics, language) if workspace.sources else []
    if not force and is_there(Path(out)):
        diagnostics.add(messages.exists(out))
    data = None if diagnostics.has_errors else _written(facts, kind, language, diagnostics)
    written = data is not None and put_file(Path(out), data, diagnostics)
    tell(in_order(diagnostics, workspace.sources), language)
    if written:
        sys.stdout.write(_say_written(out, facts).say(language))
    return exit_code(diagnostics)


def _wanted(
    workspace: Workspace,
    projects: Sequence[str],
    rubric: str,
    diagnostics: Diagnostics,
    language: Language,
) -> list[WantedFact]:
    """List the facts of the projects that are wanted; none after an error."""
    found = Diagnostics()
    with progress_line() as progress:
        scheme, plan = prepare(workspace.sources, found, shipped, Request(rubric), progress)
    is_wanted = choose_projects(projects, scheme.projects, found)
    plan = plan._replace(projects=tuple(filter(is_wanted, plan.projects)))
    for diagnostic in found:
        if diagnostic.severity == "error":  # the sheets' warnings are those of check
            diagnostics.add(diagnostic)
    diagnostics.omitted += found.omitted
    return [] if diagnostics.has_errors else list_wanted_facts(plan, diagnostics, language)


def _written(
    facts: Sequence[WantedFact], kind: str, language: Language, diagnostics: Diagnostics
) -> bytes | None:
    if kind == ".csv":
        from perfdsl.forms.write_fill_in_csv import write_fill_in_csv

        return write_fill_in_csv(facts, language)
    from perfdsl.forms.write_fill_in_xlsx import write_fill_in_xlsx

    try:
        return write_fill_in_xlsx(facts, language)
    except ImportError:
        diagnostics.add(messages.no_library("XlsxWriter"))
        return None


def _say_written(out: str, facts: Sequence[WantedFact]) -> Text:
    projects = len({(fact.code, fact.project) for fact in facts})
    name, rows = one_line(out), len(facts)
    return Text(
        f"{name}：{projects} 个项目，{rows} 行；填好后：perfdsl eval … --actuals {name}\n",
        f"{name}: projects {projects}, rows {rows}; once filled: perfdsl eval … --actuals {name}\n",
    )
