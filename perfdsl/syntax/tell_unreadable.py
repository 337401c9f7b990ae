"""Finds the sentence that helps with a line that cannot be read: the first question that fits answers."""

from __future__ import annotations

import re

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.source import Source, Span
from perfdsl.syntax import messages_line
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.messages_sample import DEDUCTION, IN_BLOCK, INDICATOR, SAMPLES
from perfdsl.syntax.refused_line import WORD, Line
from perfdsl.syntax.run_tables import MOST_TOKENS, TOO_LONG, Unexpected
from perfdsl.syntax.tell_marks import ABOUT_MARKS
from perfdsl.syntax.tell_methods import ABOUT_METHODS
from perfdsl.syntax.tell_rules import ABOUT_RULES
from perfdsl.syntax.tell_words import ABOUT_WORDS

_LAST = re.compile(r"([\w·]+|[<>=≥≤]+|\S)\s*$")
_DEDUCTS = re.compile(r"(?:->|→)[ \t]*(?:扣|deduct\b)")
_LONGEST = 2000
"""Characters of a line that the questions look at; whatever is longer has no better answer anyway."""


def tell_unreadable(source: Source, text: str, span: Span, error: Unexpected, block: str) -> Diagnostic:
    """Complain about a statement in a block; ``text`` is the whole source in ASCII twins."""
    if error.expected is TOO_LONG:
        return messages_line.too_long(source.place((error.at, error.at + 1)), MOST_TOKENS)
    start, end = span[0], min(span[1], span[0] + _LONGEST)
    statement = text[start:end]
    word = WORD.match(statement)
    head = names_in("heads").get(word.group() if word else "")
    line = Line(source, start, statement, min(max(error.at - start, 0), len(statement)), head, block)
    for question in (*ABOUT_MARKS, *ABOUT_METHODS, *ABOUT_RULES, *ABOUT_WORDS):
        answer = question(line)
        if answer is not None:
            return answer
    at = min(line.at, line.ending)
    last = _LAST.search(line.text[:at])
    place = line.place(at, at + len(line.found)) if line.found or last is None else line.place(*last.span(1))
    return messages_line.unreadable(place, line.found, _sample(line))


def _sample(line: Line) -> Text:
    """How a statement looks that begins as this one does, or that stands in such a block."""
    if line.block == "method" and _DEDUCTS.search(line.bare):
        return DEDUCTION
    return SAMPLES.get(line.head or "") or IN_BLOCK.get(line.block, INDICATOR)
