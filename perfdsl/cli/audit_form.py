"""Answers ``audit FORM…``: reads each filled form, holds it against a rubric and itself, and prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from perfdsl.audit import messages
from perfdsl.audit.choose_rubric import choose_own_rubric, choose_rubric
from perfdsl.audit.find_mistakes import audit_form
from perfdsl.audit.form_audit import FormAudit
from perfdsl.cli.open_documents import open_documents
from perfdsl.cli.progress import progress_line
from perfdsl.cli.speak import (
    choose_language,
    exit_code,
    known_form,
    known_language,
    options_for,
    tell,
    write_report,
)
from perfdsl.diagnostic import Diagnostics
from perfdsl.find_files import SHEET
from perfdsl.importers.draft import Imported
from perfdsl.importers.import_document import import_document
from perfdsl.library import shipped, shipped_all
from perfdsl.report.audit_forms import FORM_AUDITS
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.workspace import read_bytes, source_of

_FILLED = "self_evaluation"


def audit_forms(paths: Sequence[str], *, rubric: str, form: str, lang: str, bom: bool) -> int:
    """Compare and print; WrongUseError, with nothing read, where an option's value cannot be.

    0 whatever is found: it is a report. 2 for an unknown rubric, 3 where a file cannot be read or holds no
    自评表; the others are reported even then.
    """
    known_form(form, FORM_AUDITS)
    known_language(lang)
    diagnostics = Diagnostics()
    scheme = _rubric(rubric, diagnostics)
    found = list(_audit_all(paths, scheme, diagnostics)) if scheme is not None else []
    language = choose_language(lang, ())
    if form != "json":
        tell(diagnostics, language)
    if found or form == "json":
        options = options_for(language, "out", diagnostics.omitted, bom=bom)
        write_report(FORM_AUDITS.get(form)(found, list(diagnostics), options), form)
    return exit_code(diagnostics)


def _rubric(name: str, diagnostics: Diagnostics) -> RubricScheme | None:
    """Find a rubric by its name, or the only one that a file defines."""
    if not name.endswith(SHEET):
        return choose_rubric(name, shipped([name]), diagnostics)
    data = read_bytes(Path(name), diagnostics)
    if data is None:
        return None
    return choose_own_rubric(source_of(name, data, diagnostics), shipped_all(), diagnostics)


def _audit_all(paths: Sequence[str], rubric: RubricScheme, diagnostics: Diagnostics) -> Iterator[FormAudit]:
    with progress_line() as progress:
        for opened in open_documents(paths, diagnostics):
            yield from _audit(import_document(opened.document, progress), rubric, diagnostics)


def _audit(imported: Imported, rubric: RubricScheme, diagnostics: Diagnostics) -> Iterator[FormAudit]:
    """Audit the 自评表 of a document; other forms are told of, and passed over."""
    filled = [draft for draft in imported.forms if draft.kind == _FILLED]
    others = [draft for draft in imported.forms if draft.kind != _FILLED]
    if not imported.forms:
        diagnostics.add(messages.no_form(imported.file))
    elif not filled:
        diagnostics.add(messages.other_form(imported.file, others[0].kind))
    elif others:
        diagnostics.add(messages.others_passed_over(imported.file, len(others)))
    # What stands outside all forms belongs to the only one, and to none where there are several.
    prose = imported.unused if len(imported.forms) == 1 else ()
    for draft in filled:
        if draft.rows:
            yield audit_form(draft, imported.file, rubric, prose)
        else:
            diagnostics.add(messages.empty_form(imported.file))
