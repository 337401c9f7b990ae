"""Questions about a line that cannot be read: which word lacks its quotes, colon, arrow or blanks."""

from __future__ import annotations

import re
from collections.abc import Callable

from perfdsl.diagnostic import Diagnostic
from perfdsl.syntax import messages, messages_line, messages_value
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.near_keywords import near_head
from perfdsl.syntax.read_literal import read_literal
from perfdsl.syntax.refused_line import QUOTED, TEXTS, WORD, Line
from perfdsl.syntax.write_words import is_bare, write_text

_NAMED = {"department", "project", "rubric", "method", "rule", "example", "actuals", "use"}
_ANY_OPERATOR = re.compile(r"[<>=≥≤]|不低于|不少于|不超过|不高于|至少|至多|介于")
_FIRST_WORD = re.compile(r"(\w+)[ \t]*[:=]?[ \t]*")
_WORD_BEFORE = re.compile(r"(\w+)[ \t]*[:=]?[ \t]*$")
_BARE_CAUSE = re.compile(r"(\w+)[ \t]*[:=]?[ \t]+(\w+)[ \t]*$")
"""A word after 原因 that was taken for one of the five causes."""
_VALUE = re.compile(r"(?:>=|<=|==|[<>=≥≤])[ \t]*([^<>=≥≤,;]+?)[ \t]*(?:[,;]|$)")
_JOINED = re.compile(
    r"([^\W\d]\w*?)"
    r"(不低于|不少于|不小于|不超过|不高于|不多于|不大于|大于等于|小于等于|至少|至多|大于|小于|高于|低于|超过)?"
    r"(\d[\d.,]*[%‰]?\w{0,4})"
)
_GROUP = re.compile(r'(?:[^\W\d][\w·]*|"[^"]*")(?:[ \t]*/[ \t]*(?:[^\W\d][\w·]*|"[^"]*"))+')
_GROUP_AND_MORE = re.compile(_GROUP.pattern[:-1] + r"*[ \t]*:[ \t]*(?=\S)")


def _text_without_quotes(line: Line) -> Diagnostic | None:
    """A text that stands bare after its keyword: the first of the line, or the one before the stop."""
    first = _FIRST_WORD.match(line.text)
    before = _WORD_BEFORE.search(line.text[: line.at])
    bare = _BARE_CAUSE.search(line.text[: line.at])
    for found, start in (
        (first, first.end() if first else 0),
        (before, line.at),
        (bare, bare.start(2) if bare else 0),
    ):
        head = names_in("heads").get(found[1]) if found else None
        rest = line.written(start, line.ending)
        if head is not None and head in TEXTS and rest and not QUOTED.search(rest):
            return messages_line.needs_quotes(line.place(start, line.ending), head, rest)
    return None


def _name_of_head(line: Line) -> Diagnostic | None:
    """A project's name and the like with blanks, brackets or a leading digit."""
    first = _FIRST_WORD.match(line.text)
    if line.head not in _NAMED or not line.found or first is None:
        return None
    name = line.written(first.end(), line.ending)
    if not name or '"' in name or (line.head == "actuals" and " " in name):
        return None
    fixed = f"{first[1]} {write_text(name)}"
    return messages_line.name_needs_quotes(line.place(first.end(), line.ending), name, fixed)


def _group(line: Line) -> Diagnostic | None:
    """A group without its colon, or with an indicator on its line."""
    plain = line.text.rstrip()
    more = _GROUP_AND_MORE.match(plain)
    if more and not line.head:
        return messages_line.needs_line(line.place(more.end(), len(plain)), plain[more.end() :])
    if line.block in {"method", "rubric"} or line.head or not _GROUP.fullmatch(plain):
        return None
    return messages_line.needs_colon(line.place(len(plain) - 1, len(plain)), plain)


def _slip(line: Line) -> Diagnostic | None:
    """A first word that is nearly a keyword."""
    word = WORD.match(line.text)
    head = near_head(word.group(), line.block) if word and not line.head else None
    if head is None or word is None:
        return None
    return messages.unknown_head(line.place(*word.span()), word.group(), head)


def _arrow(line: Line) -> Diagnostic | None:
    """A line of a method without ``->``."""
    if (
        line.block != "method"
        or line.head not in {None, "otherwise"}
        or "->" in line.text
        or "→" in line.text
    ):
        return None
    return messages_line.needs_arrow(line.place(0, line.ending), line.text[: line.at].strip() or line.text)


def _joined(line: Line) -> Diagnostic | None:
    """``控制率不低于90%`` in one word."""
    found = None if line.head else _JOINED.fullmatch(line.text.rstrip())
    if found is None:
        return None
    place = line.place(0, line.ending)
    if found[2]:
        return messages_value.joined_operator(place, found[1], found[2], found[3])
    return messages_value.no_operator(place, found[1], found[3])


def _value(line: Line) -> Diagnostic | None:
    """A value that is known to be no number: 约90%, 1 2次, 6月30日."""
    found = None if line.head else _VALUE.search(line.bare)
    if found is None or line.block == "method":
        return None
    reading = read_literal(found[1])
    if reading.problem in {"", "not_a_number"}:
        return None
    return messages_value.bad_number(line.place(*found.span(1)), found[1], reading)


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


ABOUT_WORDS: tuple[Callable[[Line], Diagnostic | None], ...] = (
    _text_without_quotes, _name_of_head, _group, _slip, _arrow, _joined, _value, _group_name, _name_of_entry,
)  # fmt: skip
"""In the order in which they are asked; the first that fits gives the answer."""
