"""Writes an entry in the language itself, so that a journal is a sheet that people and programs read."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics, Language
from perfdsl.journal.entry import Entry, Seal
from perfdsl.journal.seal_line import LIKE_A_SEAL, head_line, seal_of
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import spell
from perfdsl.syntax.layout import write_module
from perfdsl.syntax.node import make
from perfdsl.syntax.parse import parse
from perfdsl.syntax.same_words import same_words
from perfdsl.syntax.write_words import write_text

_NOWHERE = (0, 0)


def write_entry(entry: Entry, before: str, language: Language = "zh") -> str:
    """Write an entry after the one with the seal ``before``: an empty line, its text, its seal line.

    The first entry of a journal begins with the journal's own first line, which its seal covers too.
    """
    head = head_line(language) if entry.number == 1 else ""
    word = spell("heads", "sealed", language)
    covered = f"{head}\n{_body(entry, language)}{word} {write_text(before)} "
    return f"{covered}{write_text(seal(before, covered).own)}\n"


def seal(before: str, covered: str) -> Seal:
    """Seal the exact text of an entry up to its own seal."""
    return seal_of(before, covered.encode())


def reads_back(entry: Entry, language: Language = "zh") -> bool:
    """Whether the text of an entry says, when it is read again, exactly what the entry says.

    It does not for texts that the language has no way to write: one that needs triple quotes and has some
    itself, control characters, line ends of other systems, or a line that begins as a seal does.
    """
    try:
        text = write_entry(entry, "0" * 64, language)
        seals = len(LIKE_A_SEAL.findall(text.encode()))
    except UnicodeEncodeError:
        return False
    found = Diagnostics()
    items = parse(Source("", text), found).items
    head = 1 if entry.number == 1 else 0
    wanted = _items(entry)
    read = items[head : head + len(wanted)]
    return (
        not found.has_errors
        and seals == 1
        and "\r" not in text
        and len(items) == head + len(wanted) + 1
        and same_words(tuple(read), tuple(wanted))
    )


def _body(entry: Entry, language: Language) -> str:
    return write_module(make(ast.Module, _NOWHERE, items=tuple(_items(entry))), language=language)


def _items(entry: Entry) -> list[ast.Item]:
    first = make(
        ast.Recorded, _NOWHERE, number=entry.number, time=entry.time, who=entry.who, source=entry.source
    )
    digests = [make(ast.Digest, _NOWHERE, file=each.file, sha256=each.sha256) for each in entry.evidence]
    return [first, *entry.blocks, *digests]
