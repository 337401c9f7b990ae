"""Reading single tokens: names, texts in quotes, numbers, dates, and words of a fixed list."""

from __future__ import annotations

import re
from typing import Any

from perfdsl.diagnostic import Diagnostic
from perfdsl.source import Source, Span, TextPlace
from perfdsl.syntax import ast, messages, messages_value
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.read_literal import LiteralReading, read_literal

_LINE_END = re.compile(r"\r+\n")

Token = Any
"""A token of ``run_tables``, or of lark: a ``str`` with ``type``, ``start_pos`` and ``end_pos``."""


class WordBuilder:
    """What all builders share: the source being read and the complaints about it."""

    source: Source
    text: str
    complaints: list[Diagnostic]
    with_commas: list[ast.Number]
    """Numbers such as 1,234, in the order of the text: between brackets they could be two arguments."""

    def begin(self, source: Source, text: str) -> None:
        """Start on another text; ``text`` is the source's, normalised one character to one."""
        self.source, self.text, self.complaints = source, text, []
        self.with_commas = []

    def place(self, span: Span) -> TextPlace:
        """Point into the source."""
        return TextPlace(self.source, span[0], span[1])

    def complain(self, diagnostic: Diagnostic) -> None:
        """Add a complaint about the statement that is being read."""
        self.complaints.append(diagnostic)

    def name_of(self, token: Token) -> str:
        """Give a bare word as it reads, or what stands between the quotes."""
        return self.quoted(token) if token.type == "STRING" else str(token)

    def own_name(self, token: Token) -> str:
        """Give the name of a block; an empty one is complained of."""
        name = self.name_of(token)
        if not name:
            self.complain(messages.empty_name(self.place(span_of(token))))
        return name

    def quoted(self, token: Token) -> str:
        """Text between quotes, exactly as written."""
        written = self.source.text[token.start_pos : token.end_pos]
        quotes = 3 if written.startswith('"""') and len(written) >= 6 else 1  # noqa: PLR2004 — two triples
        text = written[quotes:-quotes]
        return _LINE_END.sub("\n", text) if "\r" in text else text

    def word(self, table: str, token: Token, among: tuple[str, ...]) -> str | None:
        """Read a word of a fixed list, giving its English name."""
        name = names_in(table).get(str(token))
        if name in among:
            return name
        self.complain(messages.unknown_word(self.place(span_of(token)), str(token), table, among))
        return None

    def number_or_none(self, token: Token) -> ast.Number | None:
        """Read a number with its unit; a date or a suffix such as 以上 is not one."""
        reading = read_literal(str(token))
        if reading.kind == "number" and not reading.bound and not reading.problem:
            return self.number_node(token, reading)
        self.complain(messages_value.bad_number(self.place(span_of(token)), str(token), reading))
        return None

    def number_node(self, token: Token, reading: LiteralReading) -> ast.Number:
        """Make the node of a reading that is a number, unless its comma may be a separator of a list."""
        span = span_of(token)
        written = self.source.text[span[0] : span[1]]
        doubtful = "，" in written or "、" in written
        if doubtful:
            self.complain(messages_value.comma_in_number(self.place(span), str(token)))
        number = make(ast.Number, span, value=reading.value, unit=reading.unit, text=str(token).strip())
        if "," in token and not doubtful:
            self.with_commas.append(number)
        return number

    def date_node(self, token: Token, reading: LiteralReading) -> ast.DateLiteral:
        """Make the node of a reading that is a date."""
        return make(
            ast.DateLiteral,
            span_of(token),
            year=reading.year,
            month=reading.month,
            day=reading.day,
            text=str(token).strip(),
        )

    def is_equals(self, sign: Token) -> bool:
        """Whether a comparison is ``=``; complains of another."""
        if names_in("comparisons")[str(sign)] == "=":
            return True
        self.complain(messages_value.needs_equals(self.place(span_of(sign)), str(sign)))
        return False

    def is_below(self, sign: Token | None) -> bool:
        """Whether what stands before the upper end of a range says ``<``, if anything; or complain."""
        if sign is None or sign.type != "CMP" or names_in("comparisons")[str(sign)] == "<":
            return True
        self.complain(messages_value.odd_range_sign(self.place(span_of(sign)), str(sign)))
        return False


def span_of(token: Token) -> Span:
    """Span of a token, without blanks at its end and the colon of a keyword."""
    if token.type == "CMP":
        return (token.start_pos, token.end_pos)
    return (token.start_pos, token.start_pos + len(token.rstrip(" \t:=")))


def reach(children: list[Any]) -> Span:
    """Span from the first to the last child that is there."""
    there = [child for child in children if child is not None and child != ()]
    return (start_of(there[0]), end_of(there[-1]))


def start_of(child: Any) -> int:
    """Where a token or node begins."""
    start: int = child.span[0] if hasattr(child, "span") else child.start_pos
    return start


def end_of(child: Any) -> int:
    """Where a token or node ends."""
    if type(child) is tuple:
        return end_of(child[-1])
    end: int = child.span[1] if hasattr(child, "span") else span_of(child)[1]
    return end
