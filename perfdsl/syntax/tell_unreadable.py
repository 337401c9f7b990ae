"""Finds the sentence that helps with a line that cannot be read: the first question that fits gives the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from perfdsl.diagnostic import Diagnostic
from perfdsl.source import Source, Span, TextPlace
from perfdsl.syntax import messages, messages_line, messages_value
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.near_keywords import near_head
from perfdsl.syntax.read_literal import read_literal
from perfdsl.syntax.run_tables import MOST_TOKENS, TOO_LONG, Unexpected
from perfdsl.syntax.write_words import is_bare, write_text

_NAMED = {"department", "project", "rubric", "method", "actuals", "use"}
_TEXTS = {"about", "basis", "purpose", "goal", "overall", "area", "safeguard", "reason", "evidence", "cite"}
_CLAUSES = {"weight", "scored", "formula", "baseline", "about", "basis", "reason", "evidence"}

_QUOTED = re.compile(r'"""(?s:.*?)"""|"[^"\n]*"|“[^”\n]*”')
_WORD = re.compile(r"\w*")
_LAST = re.compile(r"([\w·]+|[<>=≥≤]+|\S)\s*$")
_FOUND = re.compile(r"[\w·%]+|[<>=≥≤]+|->|\S")
_SIGN_BEFORE = re.compile(r"(>=|<=|==|[<>=≥≤])[ \t]*$")
_SIGN = re.compile(r"[<>=≥≤]")
_ANY_OPERATOR = re.compile(r"[<>=≥≤]|不低于|不少于|不超过|不高于|至少|至多|介于")
_DASHED = re.compile(r"(\d[\d.]*[^\s\d\-]*)[ \t]*(?:--?|至|到)[ \t]*(\d[\d.]*[^\s\d,，;]*)")
_FIRST_WORD = re.compile(r"(\w+)[ \t]*[:=]?[ \t]*")
_WORD_BEFORE = re.compile(r"(\w+)[ \t]*[:=]?[ \t]*$")
_VALUE = re.compile(r"(?:>=|<=|==|[<>=≥≤])[ \t]*([^<>=≥≤,;]+?)[ \t]*(?:[,;]|$)")
_JOINED = re.compile(
    r"([^\W\d]\w*?)(不低于|不少于|不小于|不超过|不高于|不多于|不大于|大于等于|小于等于|至少|至多|大于|小于|高于|低于|超过)?(\d[\d.,]*[%‰]?\w{0,4})"
)
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

    def written(self, start: int, end: int) -> str:
        """The author's own characters, full-width ones too."""
        return self.source.text[self.start + start : self.start + end]

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
    last = _LAST.search(line.text[:at])
    place = line.place(at, at + len(line.found)) if line.found or last is None else line.place(*last.span(1))
    return messages_line.unreadable(place, line.found, line.head, in_method=block == "method")


def _quotes(line: Line) -> Diagnostic | None:
    """An opening mark without its partner, or a closing one."""
    triple = line.text.rfind('"""') if line.text.count('"""') % 2 else -1
    if triple >= 0:
        return messages_line.unclosed(line.place(triple, line.ending), '"""')
    opened = re.search('["“]', line.bare)
    if opened:
        place, other = line.place(opened.start(), line.ending), '"' if opened.group() == "“" else "”"
        mixed = other in line.text[opened.start() :]
        return messages_line.mixed_marks(place) if mixed else messages_line.unclosed(place, opened.group())
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
    if line.block == "method" and before[1] == "=" and line.found == ">":
        return messages_line.odd_arrow(line.place(before.start(), line.at + 1))
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
    if (
        line.at == 0
        or names_in("heads").get(line.found) not in _CLAUSES
        or line.text[: line.at].rstrip()[-1:] in {",", "、"}
    ):
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
    first = _FIRST_WORD.match(line.text)
    before = _WORD_BEFORE.search(line.text[: line.at])
    for found, start in ((first, first.end() if first else 0), (before, line.at)):
        head = names_in("heads").get(found[1]) if found else None
        rest = line.written(start, line.ending)
        if head in _TEXTS and head is not None and rest and not _QUOTED.search(rest):
            return messages_line.needs_quotes(line.place(start, line.ending), head, rest)
    return None


def _name_of_head(line: Line) -> Diagnostic | None:
    """A project's name and the like with blanks, brackets or a leading digit."""
    if line.head not in _NAMED or not line.found:
        return None
    word, _, rest = line.written(0, line.ending).partition(line.text[line.text.find(" ")])
    name = rest.strip(" \t　:：")
    if " " not in line.text or not name or '"' in name or (line.head == "actuals" and " " in name):
        return None
    begin = line.written(0, line.ending).index(name, len(word))
    return messages_line.name_needs_quotes(
        line.place(begin, begin + len(name)), name, f"{word} {write_text(name)}"
    )


def _dangling(line: Line) -> Diagnostic | None:
    """A comma at the end of a line, with nothing to go on with."""
    if line.text[: line.ending][-1:] not in {",", "、", ";"} or line.at < line.ending - 1:
        return None
    return messages_line.dangling(
        line.place(line.ending - 1, line.ending), line.source.text[line.start + line.ending - 1]
    )


def _own_line(line: Line) -> Diagnostic | None:
    """Two clauses on a line of their own."""
    if line.head not in _CLAUSES or line.found not in {",", "、"}:
        return None
    rest = line.text[line.at + 1 :].strip()
    word = _WORD.match(rest)
    if word is None or names_in("heads").get(word.group()) not in _CLAUSES:
        return None
    return messages_line.own_line(line.place(line.at, line.at + 1), rest)


def _value(line: Line) -> Diagnostic | None:
    """A value that is known to be no number: 约90%, 1 2次, 6月30日."""
    found = None if line.head else _VALUE.search(line.bare)
    if found is None or line.block == "method":
        return None
    reading = read_literal(found[1])
    if reading.problem in {"", "not_a_number"}:
        return None
    return messages_value.bad_number(line.place(*found.span(1)), found[1], reading)


def _joined(line: Line) -> Diagnostic | None:
    """``控制率不低于90%`` in one word."""
    found = None if line.head else _JOINED.fullmatch(line.text.rstrip())
    if found is None:
        return None
    place = line.place(0, line.ending)
    if found[2]:
        return messages_value.joined_operator(place, found[1], found[2], found[3])
    return messages_value.no_operator(place, found[1], found[3])


def _group_name(line: Line) -> Diagnostic | None:
    """A group whose names have brackets, commas and the like."""
    plain = line.text.rstrip()
    if line.head or not plain.endswith(":") or _ANY_OPERATOR.search(line.bare):
        return None
    names = [name.strip() for name in plain[:-1].split("/")]
    if not all(names):
        return None
    fixed = " / ".join(name if is_bare(name) or name[0] in '"“' else write_text(name) for name in names)
    return messages_line.name_needs_quotes(line.place(0, len(plain) - 1), plain[:-1], f"{fixed}:")


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
    name = line.written(0, sign.start()).strip() if sign else ""
    if not name or name[0] in '"“' or re.fullmatch(r"[^\W\d][\w·]*", name):
        return None
    fixed = f"{write_text(name)} {line.text[sign.start() : line.ending]}" if sign else name
    return messages_line.name_needs_quotes(line.place(0, len(name)), name, fixed)


def _slip(line: Line) -> Diagnostic | None:
    word = _WORD.match(line.text)
    head = near_head(word.group()) if word and not line.head else None
    if head is None or word is None:
        return None
    return messages.unknown_head(line.place(*word.span()), word.group(), head)


def _arrow(line: Line) -> Diagnostic | None:
    if (
        line.block != "method"
        or line.head not in {None, "otherwise"}
        or "->" in line.text
        or "→" in line.text
    ):
        return None
    return messages_line.needs_arrow(line.place(0, line.ending), line.text[: line.at].strip() or line.text)


_QUESTIONS: tuple[Callable[[Line], Diagnostic | None], ...] = (
    _quotes, _full_stop, _signs, _comma, _dash, _clause, _dangling, _own_line, _brackets, _text_without_quotes,
    _name_of_head, _group, _slip, _arrow, _joined, _value, _group_name, _name_of_entry,
)  # fmt: skip
