"""Answers ``verify``: reads rubrics and sheets, proves what can be proved, and prints it."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.cli.speak import (
    FAILED,
    choose_language,
    errors_of,
    exit_code,
    in_order,
    known_form,
    known_language,
    options_for,
    tell,
    write_data,
    write_report,
)
from perfdsl.diagnostic import Diagnostics, Language
from perfdsl.library import shipped_all, shipped_texts
from perfdsl.proof.finding import Verification
from perfdsl.proof.verify import verify
from perfdsl.registry import Registry
from perfdsl.scheme.parsed import read_source
from perfdsl.workspace import open_workspace

FORMS = Registry(
    "perfdsl.proofs",
    {
        "text": "perfdsl.report.proof_text:render",
        "json": "perfdsl.report.proof_json:render",
        "md": "perfdsl.report.proof_markdown:render",
    },
)
"""Renderers ``(verification, options) -> str``."""


def verify_paths(paths: Sequence[str], *, rubric: str, form: str, lang: str) -> int:
    """Verify and print; WrongUseError where an option has a value that cannot be.

    1 where anything is refuted that is not allowed; else as ``check`` has it.
    """
    known_form(form, FORMS)
    known_language(lang)
    diagnostics = Diagnostics()
    own = open_workspace(paths, (), diagnostics, facts=False).sources if paths else shipped_texts()
    language = choose_language(lang, own)
    if not own:
        _tell_nothing(diagnostics, form, language)
        return exit_code(diagnostics)
    sheets = [read_source(source, diagnostics) for source in own]
    library = [read_source(source, diagnostics) for source in shipped_all()] if paths else []
    verification = verify(sheets, library, diagnostics, rubric=rubric)
    errors = in_order(errors_of(diagnostics), own)
    if form != "json":
        tell(errors, language)
    text = FORMS.get(form)(verification._replace(errors=tuple(errors)), options_for(language, "out"))
    write_report(text, form)
    return FAILED if verification.count("refuted") else exit_code(diagnostics)


def _tell_nothing(diagnostics: Diagnostics, form: str, language: Language) -> None:
    """Tell why there is nothing to verify; programs get their form of it."""
    if form == "text":
        tell(diagnostics, language)
        return
    nothing = Verification((), errors=tuple(diagnostics))
    write_data(FORMS.get(form)(nothing, options_for(language, "out")))
    if form != "json":
        tell(diagnostics, language)
