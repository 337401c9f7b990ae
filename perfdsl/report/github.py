"""Diagnostics as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perfdsl.codes import CODES
from perfdsl.diagnostic import Diagnostic, Label, Language, Severity
from perfdsl.report import words
from perfdsl.report.cells import visible
from perfdsl.report.name_place import name_place
from perfdsl.report.options import Options
from perfdsl.report.place_fields import end_of
from perfdsl.source import TextPlace

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render(diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write one workflow command a line; the registry's name for it is ``github``."""
    lines = [_command(diagnostic, options.language) for diagnostic in diagnostics]
    if options.omitted:
        lines.append("::warning::" + _escape_data(words.count([], options.omitted).say(options.language)))
    return "".join(line + "\n" for line in lines)


def _command(diagnostic: Diagnostic, language: Language) -> str:
    code = CODES[diagnostic.code]
    properties = _place_properties(diagnostic.labels[0]) if diagnostic.labels else {}
    properties["title"] = f"{diagnostic.code} {code.zh if language == 'zh' else code.en}"
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    message = "\n".join(_message_lines(diagnostic, language))
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_escape_data(message)}"


def _place_properties(label: Label) -> dict[str, str]:
    """File, line and, in a text, the columns; GitHub takes columns only of a single line."""
    place, line = label.place, label.place.position.line
    properties = {"file": place.file, "line": str(line)}
    if isinstance(place, TextPlace):
        end = end_of(place)
        properties["col"] = str(place.position.column)
        properties |= {"endColumn": str(end.column)} if end.line == line else {"endLine": str(end.line)}
    return properties


def _message_lines(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    yield diagnostic.message.say(language)
    for label in diagnostic.labels:
        yield f"{name_place(label.place)}: {label.text.say(language)}"
    for hint in diagnostic.hints:
        yield f"{words.HELP.say(language)}: {hint.say(language)}"


def _escape_data(text: str) -> str:
    """Escape a message: only ``%`` and line breaks mean something there."""
    return "%0A".join(visible(line) for line in text.replace("%", "%25").replace("\r", "%0D").split("\n"))


def _escape_property(text: str) -> str:
    """Escape a property, which a comma or a colon would end."""
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
