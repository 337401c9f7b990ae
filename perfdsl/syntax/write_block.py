"""Parts of blocks as lines: statements, lists where the author broke them, and entries with their clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from perfdsl.syntax import ast
from perfdsl.syntax.find_statements import find_statements
from perfdsl.syntax.line import ENTRY, PART, Line
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_entry import Noted, write_clause
from perfdsl.syntax.write_part import write_list, write_part
from perfdsl.syntax.write_rule import Listed
from perfdsl.syntax.write_words import write_text

_FIRST = re.compile(r"[^\W\d][\w·]*")
_INLINE = (ast.Weight, ast.Scored, ast.Aggregated, ast.FactNote, ast.FactPoints, ast.Foreseen)
"""Clauses that stand on the line of their indicator or fact in a tree that no text tells of."""


class BlockWriter:
    """Writes parts in one language; ``text`` (or None) tells where the author broke lines."""

    __slots__ = ("say", "text")

    def __init__(self, say: Wording, text: str | None) -> None:
        """``text``: the source in ASCII twins."""
        self.say, self.text = say, text

    def part(self, part: ast.Node) -> Iterator[Line]:
        """Write a statement, over several lines if it is a list that the author broke."""
        listed = write_list(part, self.say)
        if listed is None:
            yield Line(PART, write_part(part, self.say), part.span[0])
        else:
            yield from self.listed(listed, part.span[0])

    def listed(self, listed: Listed, start: int) -> Iterator[Line]:
        """Write a list whose head begins at ``start``."""
        head, items, separator, end = listed
        head = head if head.endswith("：") else f"{head} "
        texts = [f"{text}{separator}" for _, text in items[:-1]] + [f"{text}{end}" for _, text in items[-1:]]
        if self._broken(items):
            yield Line(PART, f"{head}{texts[0].rstrip()}", start)
            for (at, _), text in zip(items[1:], texts[1:], strict=True):
                yield Line(ENTRY, _going_on(text.rstrip()), at, goes_on=True)
        else:
            yield Line(PART, f"{head}{''.join(texts)}".rstrip(), start)

    def entry(
        self,
        indent: int,
        text: str,
        start: int,
        end: int,
        clauses: tuple[ast.Clause, ...] | tuple[Noted, ...],
    ) -> Iterator[Line]:
        """Write an entry with the clauses of its line, then the other clauses on lines of their own."""
        rest = list(clauses)
        while rest and self._is_inline(rest[0], end):
            clause = rest.pop(0)
            text, end = f"{text}{self.say.comma}{write_clause(clause, self.say)}", clause.span[1]
        yield Line(indent, text, start)
        for clause in rest:
            yield Line(indent + 2, write_clause(clause, self.say), clause.span[0])

    def has_break(self, start: int, end: int) -> bool:
        """Whether the author broke the line between two offsets."""
        return self.text is not None and self.text.find("\n", start, end) >= 0

    def _broken(self, items: list[tuple[int, str]]) -> bool:
        """Whether the author wrote a list over several lines."""
        starts = [start for start, _ in items]
        return any(self.has_break(one, other) for one, other in pairwise(starts))

    def _is_inline(self, clause: ast.Node, end: int) -> bool:
        return isinstance(clause, _INLINE) if self.text is None else not self.has_break(end, clause.span[0])


def _going_on(text: str) -> str:
    """Write a line of a list so that its first word does not begin a new statement."""
    word = _FIRST.match(text)
    begins = (
        word is not None and next(find_statements(normalise(f",\n{text}"), 0, len(text) + 2), (0, 0))[1] == 1
    )
    return f"{write_text(word.group())}{text[word.end() :]}" if word and begins else text
