"""What the tool tells a person about their text: what, where, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from perfdsl.codes import severity_of
from perfdsl.source import Place

Severity = Literal["error", "warning", "note"]
Language = Literal["zh", "en"]

MOST_DIAGNOSTICS = 1000
"""Beyond this many, further ones are only counted: a hostile text must not fill the memory."""


class Text(NamedTuple):
    """A sentence in both languages."""

    zh: str
    en: str

    def say(self, language: Language) -> str:
        """Give the wording in a language."""
        return self.zh if language == "zh" else self.en


class Label(NamedTuple):
    """A place and what is to be seen there."""

    place: Place
    text: Text


class Diagnostic(NamedTuple):
    """One complaint. The first label is the main place; hints are remedies."""

    code: str
    message: Text
    labels: tuple[Label, ...] = ()
    hints: tuple[Text, ...] = ()

    @property
    def severity(self) -> Severity:
        """Severity, fixed by the code."""
        return severity_of(self.code)


def complaint(code: str, place: Place | None, message: Text, at: Text, *hints: Text) -> Diagnostic:
    """Make a diagnostic with one label, or with none where there is no place to point to."""
    return Diagnostic(code, message, () if place is None else (Label(place, at),), hints)


class Diagnostics:
    """The complaints of one run, in the order in which they were found."""

    __slots__ = ("_found", "omitted")

    def __init__(self) -> None:
        """Start with none."""
        self._found: list[Diagnostic] = []
        self.omitted = 0

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a complaint, or count it where there are too many already."""
        if len(self._found) < MOST_DIAGNOSTICS:
            self._found.append(diagnostic)
        else:
            self.omitted += 1

    def extend(self, others: Diagnostics) -> None:
        """Take over the complaints of another stage."""
        for diagnostic in others:
            self.add(diagnostic)
        self.omitted += others.omitted

    @property
    def has_errors(self) -> bool:
        """Whether any complaint stops the run (omitted ones are presumed to)."""
        return self.omitted > 0 or any(d.severity == "error" for d in self._found)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Iterate in order."""
        return iter(self._found)

    def __len__(self) -> int:
        """Count those kept."""
        return len(self._found)
