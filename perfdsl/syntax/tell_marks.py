"""Questions about a line that cannot be read: whether quotes, signs, commas and brackets are in order."""

from __future__ import annotations

import re
from collections.abc import Callable

from perfdsl.diagnostic import Diagnostic
from perfdsl.syntax import messages_line
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.refused_line import CLAUSES, EACH, WORD, Line

_SIGN_BEFORE = re.compile(r"(>=|<=|==|[<>=≥≤])[ \t]*$")
_SIGN = re.compile(r"[<>=≥≤]")
_DASHED = re.compile(
    r"(?<![\d.])(\d[\d.]{0,30}[^\s\d\-]{0,12})[ \t]*(?:--?|至|到)[ \t]*(\d[\d.]{0,30}[^\s\d,，;]{0,12})"
)
_SIGN_AFTER = re.compile(r"[\d.]+%?[ \t]*[<>≤≥]")
_SPLIT_NUMBER = re.compile(r"\d[\d,]*,$")


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
    """A full stop at the end."""
    if line.found not in {"。", "."} or line.text[line.at :].strip() != line.found:
        return None
    return messages_line.full_stop(line.place(line.at, line.at + 1), line.found)


def _signs(line: Line) -> Diagnostic | None:
    """Two operators in a row."""
    before = _SIGN_BEFORE.search(line.text[: line.at])
    if before is None or not _SIGN.match(line.found):
        return None
    if line.block == "method" and before[1] == "=" and line.found == ">":
        return messages_line.odd_arrow(line.place(before.start(), line.at + 1))
    return messages_line.two_signs(line.place(line.at, line.at + len(line.found)), before[1], line.found)


def _comma(line: Line) -> Diagnostic | None:
    """A comma between digits that are not thousands."""
    before = _SPLIT_NUMBER.search(line.text[: line.at])
    if before is None or not line.found[:1].isdecimal() or _SIGN_AFTER.match(line.text, line.at):
        return None
    end = line.at + len(line.found)
    return messages_line.odd_comma(line.place(before.start(), end), line.text[before.start() : end])


def _dash(line: Line) -> Diagnostic | None:
    """A range with a dash."""
    found = None if line.head else _DASHED.search(line.bare)
    if found is None or not found.start() <= line.at <= found.end():
        return None
    return messages_line.needs_range(line.place(*found.span()), found[1], found[2])


def _clause(line: Line) -> Diagnostic | None:
    """A clause without a comma before it."""
    if (
        line.at == 0
        or line.head in EACH
        or names_in("heads").get(line.found) not in CLAUSES
        or line.text[: line.at].rstrip()[-1:] in {",", "、"}
    ):
        return None
    return messages_line.needs_comma(line.place(line.at, line.at + len(line.found)), line.found)


def _dangling(line: Line) -> Diagnostic | None:
    """A comma at the end of a line, with nothing to go on with."""
    if line.text[: line.ending][-1:] not in {",", "、", ";"} or line.at < line.ending - 1:
        return None
    return messages_line.dangling(
        line.place(line.ending - 1, line.ending), line.source.text[line.start + line.ending - 1]
    )


def _own_line(line: Line) -> Diagnostic | None:
    """Two clauses on a line of their own."""
    if line.head not in CLAUSES or line.found not in {",", "、"}:
        return None
    rest = line.text[line.at + 1 :].strip()
    word = WORD.match(rest)
    if word is None or names_in("heads").get(word.group()) not in CLAUSES:
        return None
    return messages_line.own_line(line.place(line.at, line.at + 1), rest)


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


ABOUT_MARKS: tuple[Callable[[Line], Diagnostic | None], ...] = (
    _quotes, _full_stop, _signs, _comma, _dash, _clause, _dangling, _own_line, _brackets,
)  # fmt: skip
"""In the order in which they are asked; the first that fits gives the answer."""
