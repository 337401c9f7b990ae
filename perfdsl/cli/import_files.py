"""Answers ``import``: reads each document, writes its sheets, reports, and gives the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from perfdsl import messages_files as messages
from perfdsl.cli.arguments import WrongUseError
from perfdsl.cli.assume_rubric import assume_rubrics
from perfdsl.cli.draw_pages import draw_pages_of
from perfdsl.cli.open_documents import Opened, open_documents
from perfdsl.cli.progress import progress_line
from perfdsl.cli.put_file import put_file
from perfdsl.cli.speak import (
    choose_language,
    exit_code,
    known_form,
    known_language,
    options_for,
    tell,
    write_report,
)
from perfdsl.diagnostic import Diagnostics, Language
from perfdsl.importers.draft import FormDraft
from perfdsl.importers.import_document import import_document
from perfdsl.importers.sheet.build_project import Wanted
from perfdsl.importers.sheet.write_sheets import Sheet, write_sheets
from perfdsl.library import shipped_names
from perfdsl.report.import_forms import IMPORTS
from perfdsl.report.import_report import ImportReport
from perfdsl.syntax.build_sheet import EARLIEST, LATEST

_REPORTS: Final = {".html": "html", ".htm": "html", ".json": "json", ".txt": "text"}


class Order(NamedTuple):
    """What the person asks for: see the options of ``import``."""

    out: str
    rubric: str
    year: int
    form: str
    report: str
    force: bool
    lang: str

    @property
    def pictures(self) -> bool:
        """Whether a report shows the pages."""
        return "html" in {self.form, _REPORTS.get(Path(self.report).suffix.lower(), "")}


def import_files(paths: Sequence[str], order: Order) -> int:
    """Import all; WrongUseError, with nothing read, where an option's value cannot be.

    0 where every document was read, whatever is left to be filled; 3 where one could not be, or a file could
    not be written. Documents that can be read are imported even then.
    """
    _check(order)
    diagnostics = Diagnostics()
    if order.rubric and order.rubric not in shipped_names():
        diagnostics.add(messages.rubric_of_its_own(order.rubric, shipped_names()))
    reports = list(_import_all(paths, order, diagnostics))
    language = choose_language(order.lang, ())
    if order.form != "json":
        tell(diagnostics, language)
    if order.report:
        form = _REPORTS[Path(order.report).suffix.lower()]
        put_file(Path(order.report), _render(reports, form, language, diagnostics).encode(), diagnostics)
    if reports or order.form == "json":
        write_report(_render(reports, order.form, language, diagnostics), order.form)
    return exit_code(diagnostics)


def _check(order: Order) -> None:
    known_form(order.form, IMPORTS)
    known_language(order.lang)
    if order.report and Path(order.report).suffix.lower() not in _REPORTS:
        raise WrongUseError("--report", f"{order.report!r}：.html .json .txt 之一 · one of .html .json .txt")
    if order.year and not EARLIEST <= order.year <= LATEST:
        raise WrongUseError("--year", f"{order.year}：{EARLIEST}–{LATEST}")


def _import_all(paths: Sequence[str], order: Order, diagnostics: Diagnostics) -> Iterator[ImportReport]:
    wanted = _wanted(order)
    taken: set[str] = set()
    with progress_line() as progress:
        for opened in open_documents(paths, diagnostics):
            imported = import_document(opened.document, progress)
            if not imported.forms and imported.department is None:
                diagnostics.add(messages.no_forms(imported.file))
            files: tuple[str, ...] = ()
            if order.out:
                files = _write(write_sheets(imported, wanted, taken), order, diagnostics)
            yield _with_pictures(ImportReport(imported, files), opened, order)


def _wanted(order: Order) -> Callable[[FormDraft], Wanted]:
    if not order.rubric:
        return assume_rubrics(order.year or None)
    named = Wanted(order.rubric, rubric_is_assumed=False, year=order.year or None)
    return lambda _form: named


def _write(sheets: Sequence[Sheet], order: Order, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Write the sheets; one that is there already, and differs, may hold a person's work and stays."""
    written: list[str] = []
    for sheet in sheets:
        path, data = Path(order.out) / sheet.file, sheet.text.encode()
        if not order.force and path.exists() and _content(path) != data:
            diagnostics.add(messages.sheet_exists(str(path)))
        elif put_file(path, data, diagnostics):
            written.append(str(path))
    return tuple(written)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _with_pictures(report: ImportReport, opened: Opened, order: Order) -> ImportReport:
    if not order.pictures or opened.document.kind != "pdf":
        return report
    pictures, resolution = draw_pages_of(report.imported, opened.data)
    return report._replace(pictures=pictures, dots_per_inch=resolution)


def _render(reports: Sequence[ImportReport], form: str, language: Language, diagnostics: Diagnostics) -> str:
    options = options_for(language, "out", diagnostics.omitted)
    text: str = IMPORTS.get(form)(reports, list(diagnostics), options)
    return text
