"""Answers ``export --template``: reads and scores projects, and fills a user's own template for each."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.choose_projects import choose_projects
from perfdsl.cli.export_options import MARK, check_marks
from perfdsl.cli.present import read_day
from perfdsl.cli.progress import progress_line
from perfdsl.cli.put_file import is_there, put_file
from perfdsl.cli.speak import choose_language, errors_of, exit_code, in_order, known_language, tell
from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.engines import ENGINES
from perfdsl.forms import messages as messages_forms
from perfdsl.forms import messages_template as messages
from perfdsl.forms.field_values import FieldValues, budget_parts, values_of
from perfdsl.forms.fill_template import KINDS, Filled, Template, fill_template, prepare_mapping
from perfdsl.forms.gather_contents import Scored, gather_contents, pair_up
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from perfdsl.report.cells import one_line
from perfdsl.scheme.scheme import Scheme
from perfdsl.workspace import Workspace, open_workspace, read_bytes, read_facts

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_LONGEST = 60
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(?:\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever their ending."""


class _Wishes(NamedTuple):
    """What was asked for besides the paths."""

    template: str
    mapping: str
    out: str
    projects: Sequence[str]
    request: Request
    blank: bool
    force: bool


def export_template(  # noqa: PLR0913 — one for each option
    paths: Sequence[str],
    *,
    template: str,
    out: str,
    mapping: str = "",
    actuals: Sequence[str] = (),
    projects: Sequence[str] = (),
    rubric: str = "",
    as_of: str = "",
    lang: str = "",
    blank: bool = False,
    force: bool = False,
) -> int:
    """Fill the template and say which files were written; exit code 0, 2 or 3.

    ``out``: a file, a folder, or a name with ``{项目}`` or ``{编码}``. WrongUseError where an option cannot
    be. Without ``mapping``, the file of the template's name with the ending ``.toml`` is taken, if there is
    one. ``blank``: without facts and scores. ``force``: files that are there are overwritten.
    """
    known_language(lang)
    check_marks(out, allowed=True)
    wishes = _Wishes(
        template, mapping or _beside(template), out, projects, Request(rubric, read_day(as_of)), blank, force
    )
    diagnostics = Diagnostics()
    workspace = open_workspace(paths, actuals, diagnostics)
    language = choose_language(lang, workspace.sources)
    written: list[tuple[str, Filled]] = []
    if workspace.sources:
        _export(workspace, wishes, written, diagnostics)
    told = in_order(diagnostics, workspace.sources)
    tell(_about_forms(told), language)
    for name, filled in written:
        sys.stdout.write(_say_written(name, filled).say(language))
    return exit_code(diagnostics)


def _about_forms(told: Diagnostics) -> Diagnostics:
    """Leave out the warnings about sheets, which are those of check."""
    kept = errors_of(told)
    for each in told:
        if each.code.startswith("P105") and each.severity != "error":
            kept.add(each)
    return kept


def _export(
    workspace: Workspace, wishes: _Wishes, written: list[tuple[str, Filled]], diagnostics: Diagnostics
) -> None:
    with progress_line() as progress:
        scheme, plan = prepare(workspace.sources, diagnostics, shipped, wishes.request, progress)
        facts = read_facts(workspace.tables, diagnostics)
        actuals = bind_facts(scheme, plan, facts, diagnostics, wishes.request)
        is_wanted = choose_projects(wishes.projects, scheme.projects, diagnostics)
        chosen = {at for at, each in enumerate(scheme.projects) if is_wanted(each)}
        parts = {part for project in scheme.projects for part in budget_parts(project)}
        template = _read_template(wishes.template, diagnostics)
        said = _read_mapping(wishes.mapping, diagnostics) if wishes.mapping else None
        if diagnostics.has_errors or template is None:
            return
        matched = prepare_mapping(template, said, parts, diagnostics)
        if matched is None:
            return
        scorecard = ENGINES.get(wishes.request.engine)(plan, actuals)
        paired = pair_up(scheme, plan, scorecard, actuals.projects)
        values = _values(scheme, paired, chosen, actuals.as_of, blank=wishes.blank)
        outs = _name_outputs(wishes, template, values, diagnostics)
        filled = fill_template(template, matched, values if outs else (), diagnostics)
        for done, (out, each) in enumerate(zip(outs, filled, strict=False)):
            if progress is not None:
                progress(done, len(outs))
            if put_file(out, each.data, diagnostics):
                written.append((str(out), each))


def _values(
    scheme: Scheme, paired: Sequence[Scored], chosen: set[int], as_of: str, *, blank: bool
) -> list[FieldValues]:
    contents = gather_contents(scheme, paired, blank=blank)
    return [
        values_of(each, scored, as_of)
        for at, (each, scored) in enumerate(zip(contents, paired, strict=True))
        if at in chosen
    ]


def _read_template(name: str, diagnostics: Diagnostics) -> Template | None:
    data = read_bytes(Path(name), diagnostics)
    return None if data is None else Template(name, Path(name).suffix.lower(), data)


def _beside(template: str) -> str:
    """Name the mapping file beside a template, if there is one."""
    path = Path(template).with_suffix(".toml")
    return str(path) if path != Path(template) and path.is_file() else ""


def _read_mapping(name: str, diagnostics: Diagnostics) -> tuple[str, str]:
    data = read_bytes(Path(name), diagnostics) or b""
    return name, data.decode("utf-8-sig", "replace")


# ---------------------------------------------------------------- where to


def _name_outputs(
    wishes: _Wishes, template: Template, values: Sequence[FieldValues], diagnostics: Diagnostics
) -> list[Path]:
    """Name a file for each project; none after a complaint."""
    pattern = wishes.out
    if pattern.endswith(("/", "\\")) or _is_folder(Path(pattern)) or not Path(pattern).suffix:
        pattern = str(Path(pattern) / f"{{项目}}{template.kind}")
    if Path(pattern).suffix.lower() != template.kind:
        kinds = " ".join(KINDS)
        raise WrongUseError(
            "--out", f"{wishes.out!r}：与模板同为 {template.kind} · as the template ({kinds})"
        )
    if len(values) > 1 and not MARK.search(pattern):
        diagnostics.add(messages.several_projects(wishes.out, len(values)))
        return []
    outs = [_named(pattern, each) for each in values]
    seen = {_same_on_any_system(Path(template.name))}
    for out in outs:
        if _same_on_any_system(out) in seen:
            diagnostics.add(messages.same_output(str(out)))
            return []
        seen.add(_same_on_any_system(out))
    there = [out for out in outs if is_there(out)] if not wishes.force else []
    for out in there:
        diagnostics.add(messages_forms.exists(str(out)))
    return [] if there else outs


def _is_folder(path: Path) -> bool:
    return is_there(path) and path.is_dir()


def _same_on_any_system(path: Path) -> str:
    """Give what two paths have in common that are one file where capitals do not count."""
    return unicodedata.normalize("NFC", str(path.resolve())).casefold()


def _named(pattern: str, values: FieldValues) -> Path:
    path = Path(MARK.sub(lambda mark: _put(mark[1], values), pattern))
    return path.with_name(f"_{path.name}") if _RESERVED.match(path.name) else path


def _put(mark: str, values: FieldValues) -> str:
    """Give a name or a code as a part of a file's name."""
    text = values.name if mark in {"项目", "project"} else values.code
    return _UNSAFE.sub("_", text).strip(". ")[:_LONGEST] or "_"


def _say_written(name: str, filled: Filled) -> Text:
    if not filled.blank:
        return Text(f"{one_line(name)}\n", f"{one_line(name)}\n")
    zh, en = "、".join(filled.blank), ", ".join(filled.blank)
    return Text(f"{one_line(name)}：没有值、空着的：{zh}\n", f"{one_line(name)}: no value for {en}\n")
