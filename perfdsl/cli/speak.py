"""How the commands speak: to whom, in which language, how wide, and with what exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Literal

from perfdsl.diagnostic import Diagnostic, Diagnostics, Language
from perfdsl.report import DIAGNOSTICS, Options
from perfdsl.source import Source

OK, FAILED, BAD_SPEC, BAD_DATA = 0, 1, 2, 3
NARROWEST, DEFAULT_WIDTH, WIDEST = 40, 80, 200


def choose_language(wanted: str, sources: Sequence[Source]) -> Language:
    """Take the language that was asked for, else that of the files: Chinese where any keyword line has it."""
    if wanted in {"zh", "en"}:
        return "zh" if wanted == "zh" else "en"
    for source in sources[:20]:
        if any("\u4e00" <= c <= "\u9fff" for c in source.text[:4000]):
            return "zh"
    return "en" if sources else "zh"


def options_for(language: Language, stream: Literal["out", "err"], omitted: int = 0) -> Options:
    """Width and colour for a stream: no colour into pipes, or where NO_COLOR is set."""
    file = sys.stdout if stream == "out" else sys.stderr
    colour = file.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Options(language=language, width=terminal_width(), colour=colour, omitted=omitted)


def terminal_width() -> int:
    """Cells of a line: of the terminal, else of COLUMNS, else 80."""
    import shutil

    return max(NARROWEST, min(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, WIDEST))


def tell(diagnostics: Diagnostics, language: Language, form: str = "text") -> None:
    """Print diagnostics: text to the error stream, all other forms to the output."""
    if form == "text":
        if len(diagnostics):
            sys.stderr.write(DIAGNOSTICS.get("text")(list(diagnostics), options_for(language, "err", diagnostics.omitted)))
        return
    sys.stdout.write(DIAGNOSTICS.get(form)(list(diagnostics), options_for(language, "out", diagnostics.omitted)))


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """2 where a spec is wrong, 3 where only data are wrong or missing, else 0."""
    errors = {d.code for d in diagnostics if d.severity == "error"}
    if not errors:
        return OK
    data = all(_is_data(d) for d in diagnostics if d.severity == "error")
    return BAD_DATA if data else BAD_SPEC


def _is_data(diagnostic: Diagnostic) -> bool:
    """Whether a complaint is about facts or files rather than about what is written in sheets."""
    if diagnostic.code.startswith("P06") or diagnostic.code in {"P0801", "P0802", "P0804", "P0805"}:
        return True
    # A unit that differs is a fact's fault where a fact is pointed at.
    places = [label.place for label in diagnostic.labels]
    return any(getattr(place, "row", 0) for place in places)
