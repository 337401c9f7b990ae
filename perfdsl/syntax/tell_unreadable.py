"""Finds the sentence that helps with a line that cannot be read: the first question that fits gives the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from perfdsl.diagnostic import Diagnostic
from perfdsl.source import Source, Span, TextPlace
from perfdsl.syntax import messages, messages_line
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.near_keywords import near_head
from perfdsl.syntax.run_tables import MOST_TOKENS, TOO_LONG, Unexpected
from perfdsl.syntax.write_words import write_text

_NAMED = {"department", "project", "rubric", "method", "actuals", "use"}
_TEXTS = {"about", "basis", "purpose", "goal", "overall", "area", "safeguard", "reason", "evidence", "cite"}
_CLAUSES = {"weight", "scored", "formula", "baseline", "about", "basis", "reason", "evidence"}

_QUOTED = re.compile(r'"""(?s:.*?)"""|"[^"\n]*"|“[^”\n]*”')
_WORD = re.compile(r"\w*")
_FOUND = re.compile(r"[\w·%]+|[<>=≥≤]+|->|\S")
_SIGN_BEFORE = re.compile(r"(>=|<=|==|[<>=≥≤])[ \t]*$")
_SIGN = re.compile(r"[<>=≥≤]")
_ANY_OPERATOR = re.compile(r"[<>=≥≤]|不低于|不少于|不超过|不高于|至少|至多|介于")
_DASHED = re.compile(r"(\d[\d.]*[^\s\d\-]*)[ \t]*(?:--?|至|到)[ \t]*(\d[\d.]*[^\s\d,，;]*)")
_SPLIT_NUMBER = re.compile(r"\d[\d,]*,$")
_GROUP = re.compile(r'(?:[^\W\d][\w·]*|"[^"]*")(?:[ \t]*/[ \t]*(?:[^\W\d][\w·]*|"[^"]*"))+')
_GROUP_AND_MORE = re.compile(_GROUP.pattern[:-1] + r"*[ \t]*:[ \t]*(?=\S)")
_LONGEST = 2000
"""Characters of a line that the questions look at; whatever is longer has no better answer anyway."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement that was refused at ``at`` (an offset in ``text``, which is the statement in ASCII twins)."""

    source: Source
    start: int
    text: str
    at: int
    head: str | None
    block: str

    def place(self, start: int, end: int) -> TextPlace:
        """Point into the statement."""
        return self.source.place((self.start + start, self.start + end))

    @property
    def found(self) -> str:
        """The word or mark at which the reading stopped; empty at the end."""
        match = _FOUND.match(self.text, self.at)
        return match.group() if match else ""

    @property
    def bare(self) -> str:
        """The statement with blanks for what stands in quotes."""
        return _QUOTED.sub(lambda match: " " * len(match.group()), self.text)

    @property
    def ending(self) -> int:
        """Where the statement's last word ends."""
        return len(self.text.rstrip())


def tell_unreadable(source: Source, text: str, span: Span, error: Unexpected, block: str) -> Diagnostic:
    """Complain about a statement in a block; ``text`` is the whole source in ASCII twins."""
    if error.expected is TOO_LONG:
        return messages_line.too_long(source.place((error.at, error.at + 1)), MOST_TOKENS)
    start, end = span[0], min(span[1], span[0] + _LONGEST)
    statement = text[start:end]
    word = _WORD.match(statement)
    head = names_in("heads").get(word.group() if word else "")
    line = Line(source, start, statement, min(max(error.at - start, 0), len(statement)), head, block)
    for question in _QUESTIONS:
        answer = question(line)
        if answer is not None:
            return answer
    at = min(line.at, line.ending)
    place = line.place(at, at + len(line.found)) if line.found else line.place(max(at - 1, 0), at)
    return messages_line.unreadable(place, line.found, line.head, in_method=block == "method")


def _quotes(line: Line) -> Diagnostic | None:
    """An opening mark without its partner, or a closing one."""
    opened = re.search('"""|["“]', line.bare)
    if opened:
        return messages_line.unclosed(line.place(opened.start(), line.ending), opened.group())
    closing = line.bare.find("”")
    return None if closing < 0 else messages_line.stray_mark(line.place(closing, closing + 1), "”")


def _full_stop(line: Line) -> Diagnostic | None:
    if line.found not in {"。", "."} or line.text[line.at :].strip() != line.found:
        return None
    return messages_line.full_stop(line.place(line.at, line.at + 1), line.found)


def _signs(line: Line) -> Diagnostic | None:
    before = _SIGN_BEFORE.search(line.text[: line.at])
    if before is None or not _SIGN.match(line.found):
        return None
    return messages_line.two_signs(line.place(line.at, line.at + len(line.found)), before[1], line.found)


def _comma(line: Line) -> Diagnostic | None:
    before = _SPLIT_NUMBER.search(line.text[: line.at])
    if before is None or not line.found[:1].isdecimal():
        return None
    end = line.at + len(line.found)
    return messages_line.odd_comma(line.place(before.start(), end), line.text[before.start() : end])


def _dash(line: Line) -> Diagnostic | None:
    found = None if line.head else _DASHED.search(line.bare)
    if found is None or not found.start() <= line.at <= found.end():
        return None
    return messages_line.needs_range(line.place(*found.span()), found[1], found[2])


def _clause(line: Line) -> Diagnostic | None:
    if line.at == 0 or names_in("heads").get(line.found) not in _CLAUSES or line.text[: line.at].rstrip()[-1:] in {",", "、"}:
        return None
    return messages_line.needs_comma(line.place(line.at, line.at + len(line.found)), line.found)


def _brackets(line: Line) -> Diagnostic | None:
    """The first bracket that closes nothing, or the last that is never closed."""
    opened: list[int] = []
    for at, character in enumerate(line.bare):
        if character == "(":
            opened.append(at)
        elif character == ")":
            if not opened:
                return messages_line.odd_bracket(line.place(at, at + 1), ")")
            opened.pop()
    return messages_line.odd_bracket(line.place(opened[-1], opened[-1] + 1), "(") if opened else None


def _text_without_quotes(line: Line) -> Diagnostic | None:
    if line.head not in _TEXTS:
        return None
    rest = re.sub(r"^\w+[ \t]*[:=]?[ \t]*", "", line.text, count=1).rstrip()
    if not rest or _QUOTED.search(rest):
        return None
    begin = line.text.index(rest)
    return messages_line.needs_quotes(line.place(begin, begin + len(rest)), line.head, rest)


def _name_of_head(line: Line) -> Diagnostic | None:
    """A project's name and the like with blanks, brackets or a leading digit."""
    if line.head not in _NAMED:
        return None
    word, _, rest = line.text.rstrip().partition(" ")
    name = rest.strip()
    if not name or '"' in name or (line.head == "actuals" and " " in name):
        return None
    begin = line.text.index(name)
    return messages_line.name_needs_quotes(line.place(begin, begin + len(name)), name, f"{word} {write_text(name)}")


def _group(line: Line) -> Diagnostic | None:
    """A group without its colon, or with an indicator on its line."""
    plain = line.text.rstrip()
    more = _GROUP_AND_MORE.match(plain)
    if more and not line.head:
        return messages_line.needs_line(line.place(more.end(), len(plain)), plain[more.end() :])
    if line.block in {"method", "rubric"} or line.head or not _GROUP.fullmatch(plain):
        return None
    return messages_line.needs_colon(line.place(len(plain) - 1, len(plain)), plain)


def _name_of_entry(line: Line) -> Diagnostic | None:
    """An indicator whose name has brackets, a slash, blanks or a leading digit."""
    if line.head or line.block == "method" or "->" in line.text:
        return None
    sign = _ANY_OPERATOR.search(line.bare)
    name = line.text[: sign.start()].strip() if sign else ""
    if not name or name[0] in '"“' or re.fullmatch(r"[^\W\d][\w·]*", name):
        return None
    fixed = f"{write_text(name)} {line.text[sign.start() :].strip()}" if sign else name
    return messages_line.name_needs_quotes(line.place(0, len(name)), name, fixed)


def _slip(line: Line) -> Diagnostic | None:
    word = _WORD.match(line.text)
    head = near_head(word.group()) if word and not line.head else None
    if head is None or word is None:
        return None
    return messages.unknown_head(line.place(*word.span()), word.group(), head)


def _arrow(line: Line) -> Diagnostic | None:
    if line.block != "method" or line.head not in {None, "otherwise"} or "->" in line.text or "→" in line.text:
        return None
    return messages_line.needs_arrow(line.place(0, line.ending), line.text[: line.at].strip() or line.text)


_QUESTIONS: tuple[Callable[[Line], Diagnostic | None], ...] = (
    _quotes, _full_stop, _signs, _comma, _dash, _clause, _brackets, _text_without_quotes, _name_of_head, _group,
    _slip, _arrow, _name_of_entry,
)  # fmt: skip
