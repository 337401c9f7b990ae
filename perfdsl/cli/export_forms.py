"""Answers ``export``: reads sheets and facts, lays every project out as a form, and writes the file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.choose_projects import choose_projects
from perfdsl.cli.export_options import check_marks
from perfdsl.cli.hold_back import hold_back
from perfdsl.cli.present import read_day, say_held_back
from perfdsl.cli.progress import progress_line
from perfdsl.cli.put_file import may_write, put_file
from perfdsl.cli.speak import choose_language, exit_code, known_language, tell
from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.forms import WRITERS
from perfdsl.forms.lay_out_form import CALLED, FormKind, lay_out_form, tell_left_out
from perfdsl.source import Source
from perfdsl.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from perfdsl.forms.form import Form

USUAL_MONTH = 7
"""Monitoring forms are asked for in August (财预〔2019〕136号, from memory)."""

_OURS = "P104"


class Wishes(NamedTuple):
    """What the arguments of ``export`` ask for; ``through`` None: not said."""

    paths: tuple[str, ...]
    form: str
    out: str
    actuals: tuple[str, ...] = ()
    rubric: str = ""
    projects: tuple[str, ...] = ()
    as_of: str = ""
    through: int | None = None
    blank: bool = False
    force: bool = False
    warnings: bool = False
    lang: str = ""


def export_forms(wishes: Wishes) -> int:
    """Write the forms; WrongUseError, with nothing read or written, where an option's value cannot be."""
    kind = _known_kind(wishes.form)
    known_language(wishes.lang)
    day = read_day(wishes.as_of)
    check_marks(wishes.out, allowed=False)
    diagnostics = Diagnostics()
    sources: list[Source] = []
    forms: list[Form] = []
    if may_write([wishes.out], WRITERS.names(), diagnostics, force=wishes.force):
        workspace = open_workspace(wishes.paths, wishes.actuals, diagnostics, facts=not wishes.blank)
        sources = workspace.sources
        forms = _lay_out(kind, wishes, day, workspace, diagnostics) if sources else []
    written = bool(forms) and not diagnostics.has_errors and _write(forms, wishes.out, diagnostics)
    return _tell(wishes, sources, diagnostics, forms if written else [])


def _known_kind(name: str) -> FormKind:
    if name not in CALLED:
        known = "、".join(CALLED)
        raise WrongUseError("--form", f"{name!r}：{known} 之一 · one of {known}")
    return CALLED[name]


def _lay_out(
    kind: FormKind, wishes: Wishes, day: date | None, workspace: Workspace, diagnostics: Diagnostics
) -> list[Form]:
    from perfdsl.cli.score_for_forms import score_for_forms
    from perfdsl.forms.gather_contents import gather_contents

    through = wishes.through or (day.month if day else USUAL_MONTH)
    scheme, projects = score_for_forms(
        kind, wishes.rubric, day, through, workspace, diagnostics, blank=wishes.blank
    )
    if diagnostics.has_errors:
        return []
    is_wanted = choose_projects(wishes.projects, [each.scheme for each in projects], diagnostics)
    chosen = [each for each in projects if is_wanted(each.scheme)]
    for each in chosen:
        tell_left_out(kind, each.scheme, diagnostics)
    contents = gather_contents(scheme, chosen, blank=wishes.blank)
    return [lay_out_form(kind, each, through) for each in contents]


def _write(forms: Sequence[Form], out: str, diagnostics: Diagnostics) -> bool:
    with progress_line() as progress:
        data: bytes | None = WRITERS.get(Path(out).suffix.lower())(forms, diagnostics, progress)
    return data is not None and put_file(Path(out), data, diagnostics)


def _tell(wishes: Wishes, sources: Sequence[Source], diagnostics: Diagnostics, forms: Sequence[Form]) -> int:
    """Tell errors and what the forms leave out; other warnings are only counted, unless asked for."""
    language = choose_language(wishes.lang, sources)
    told, held_back = hold_back(
        diagnostics, sources, lambda each: wishes.warnings or not forms or each.code.startswith(_OURS)
    )
    tell(told, language)
    if forms:
        sys.stdout.write(_say_written(wishes, len(forms)).say(language))
        sys.stdout.flush()
        sys.stderr.write(say_held_back(held_back).say(language))
    return exit_code(diagnostics)


def _say_written(wishes: Wishes, count: int) -> Text:
    many = "form" if count == 1 else "forms"
    return Text(
        f"写好 {wishes.out}：{wishes.form} {count} 张\n", f"{wishes.out}: {count} {many} ({wishes.form})\n"
    )
