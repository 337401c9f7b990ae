"""Answers ``audit --csv``: reads the table, compares each row, prints, and gives the exit code."""

from __future__ import annotations

from pathlib import Path

from perfdsl.actuals.readers.read_csv import read
from perfdsl.actuals.table import whole_file
from perfdsl.audit import messages
from perfdsl.audit.choose_rubric import choose_rubric
from perfdsl.audit.compare import audit
from perfdsl.audit.difference import Audit
from perfdsl.audit.published import Published
from perfdsl.audit.read_published import read_published
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
from perfdsl.library import shipped
from perfdsl.report.audit_forms import AUDITS
from perfdsl.workspace import read_bytes


def audit_table(path: str, *, rubric: str, form: str, lang: str, bom: bool) -> int:
    """Compare and print; WrongUseError, with nothing read, where an option's value cannot be.

    0 whatever the differences are: it is a report. 2 for an unknown rubric, 3 where the table cannot be read
    whole; rows that can be are compared even then.
    """
    known_form(form, AUDITS)
    known_language(lang)
    diagnostics = Diagnostics()
    found = _audit(path, rubric, diagnostics)
    language = choose_language(lang, ())
    if form != "json":
        tell(diagnostics, language)
    if found is not None or form == "json":
        options = options_for(language, "out", diagnostics.omitted, bom=bom)
        text = AUDITS.get(form)(found, list(diagnostics), options)
        write_report(text, form)
    return exit_code(diagnostics)


def _audit(path: str, rubric: str, diagnostics: Diagnostics) -> Audit | None:
    scheme = choose_rubric(rubric, shipped([rubric]), diagnostics)
    published = _read(path, diagnostics)
    if scheme is None or published is None:
        return None
    with progress_line() as progress:
        return audit(published, scheme, progress)


def _read(path: str, diagnostics: Diagnostics) -> Published | None:
    data = read_bytes(Path(path), diagnostics)
    if data is None:
        return None
    own = Diagnostics()
    tables = read(path, data, own)
    if not tables and not own.has_errors:
        # An empty file is only worth a warning where facts are read; here it is all there was to read.
        diagnostics.add(messages.no_rows(whole_file(path)))
        return None
    diagnostics.extend(own)
    return read_published(tables[0], diagnostics) if tables else None
