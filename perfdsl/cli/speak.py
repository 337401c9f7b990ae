"""How the commands speak: to whom, in which language, how wide, and with what exit code."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Literal

from perfdsl.cli.arguments import WrongUseError
from perfdsl.diagnostic import Diagnostic, Diagnostics, Language
from perfdsl.registry import Registry
from perfdsl.report import DIAGNOSTICS, Options
from perfdsl.source import Source, TextPlace

OK, FAILED, BAD_SPEC, BAD_DATA = 0, 1, 2, 3
NARROWEST, DEFAULT_WIDTH, WIDEST = 40, 80, 200

_BLOCK = re.compile(
    r"^[^\w\n#/]*(?:(?P<zh>采用|部门|项目|评分办法|方法|规则|算例|实绩|计量单位|台账)|"
    r"(?P<en>(?i:use|department|project|rubric|method|rule|example|actuals|unit|journal)\b))",
    re.MULTILINE,
)
_FAULT = "P0712"
"""A rule that the facts do not keep."""
_FILES = {"P0801", "P0802", "P0804", "P0805", "P0808", "P0854", "P0855", "P0857"}


def choose_language(wanted: str, sources: Sequence[Source]) -> Language:
    """Take the language that was asked for, else that of the first keyword of a block in the files."""
    if wanted in {"zh", "en"}:
        return "zh" if wanted == "zh" else "en"
    for source in sources[:20]:
        found = _BLOCK.search(source.text, 0, 20_000)
        if found:
            return "zh" if found["zh"] else "en"
    return _language_of_system()


def _language_of_system() -> Language:
    """Chinese, unless the environment says English."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if named.lower().startswith("en") else "zh"


def options_for(
    language: Language, stream: Literal["out", "err"], omitted: int = 0, *, bom: bool = False
) -> Options:
    """Width and colour for a stream: no colour into pipes, or where NO_COLOR is set."""
    file = sys.stdout if stream == "out" else sys.stderr
    colour = file.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Options(language, terminal_width(), colour, omitted, bom)


def terminal_width() -> int:
    """Cells of a line: of the terminal, else of COLUMNS, else 80."""
    import shutil

    return max(NARROWEST, min(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, WIDEST))


def in_order(diagnostics: Diagnostics, sources: Sequence[Source]) -> Diagnostics:
    """Put complaints in the order of the texts, from top to bottom; those about no text come last."""
    order = {id(source): at for at, source in enumerate(sources)}

    def where(diagnostic: Diagnostic) -> tuple[int, int]:
        place = diagnostic.labels[0].place if diagnostic.labels else None
        return (
            (order.get(id(place.source), len(order)), place.start)
            if isinstance(place, TextPlace)
            else (len(order), 0)
        )

    arranged = Diagnostics()
    for diagnostic in sorted(diagnostics, key=where):
        arranged.add(diagnostic)
    arranged.omitted = diagnostics.omitted
    return arranged


def errors_of(diagnostics: Diagnostics) -> Diagnostics:
    """Give the errors alone: with a table to read, warnings would bury it."""
    errors = Diagnostics()
    for diagnostic in diagnostics:
        if diagnostic.severity == "error":
            errors.add(diagnostic)
    errors.omitted = diagnostics.omitted
    return errors


def tell(diagnostics: Diagnostics, language: Language, form: str = "text") -> None:
    """Print diagnostics: text to the error stream, all other forms to the output."""
    if form != "text":
        write_data(
            DIAGNOSTICS.get(form)(list(diagnostics), options_for(language, "out", diagnostics.omitted))
        )
    elif len(diagnostics):
        sys.stderr.write(
            DIAGNOSTICS.get("text")(list(diagnostics), options_for(language, "err", diagnostics.omitted))
        )


def known_form(name: str, forms: Registry) -> None:
    """WrongUseError where there is no such form of output, built in or installed."""
    if name not in forms:
        known = " ".join(forms.names())
        raise WrongUseError("--format", f"{name!r}：{known} 之一 · one of {known}")


def known_language(name: str) -> None:
    """WrongUseError where we do not speak a language; empty stands for that of the files."""
    if name not in {"", "zh", "en"}:
        raise WrongUseError("--lang", f"{name!r}：zh 或 en · zh or en")


def write_data(text: str) -> None:
    """Print what programs read: always as UTF-8."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout.write(text)


def write_report(text: str, form: str) -> None:
    """Print a report: text for people as the terminal has it, all other forms as programs read them."""
    sys.stdout.write(text) if form == "text" else write_data(text)


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """2 where a spec is wrong, 3 where only data are wrong or missing, else 0."""
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    if not errors:
        return OK
    return BAD_DATA if all(map(_is_data, errors)) else BAD_SPEC


def _is_data(diagnostic: Diagnostic) -> bool:
    """Whether a complaint is about facts or files rather than about what is written in sheets."""
    code = diagnostic.code
    if code.startswith(("P06", "P10", "P11", "P15")) or code in _FILES or code == _FAULT:
        return True
    # A unit that differs is a fact's fault where a fact is pointed at.
    return any(getattr(label.place, "row", 0) for label in diagnostic.labels)
