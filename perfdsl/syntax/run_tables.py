"""Runs the parse tables over a text: an LALR(1) machine with a lexer that knows what may come next.

The tables are lark's, so the grammar decides; the machine is ours, because it is faster than lark's, whose
tokens count lines and columns, and because a program that only reads sheets need not load a parser generator.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from perfdsl.syntax.keywords import NOTHING

END = "$END"
DONE, STUCK = -(10**9), -(10**9) - 1
"""What ends a chain of reductions besides a shift."""

MANY, OFTEN = 20, 200
"""A state with more terminals than these gets one expression at once, others after being asked so often."""

Scan = Callable[[str, int, int], "re.Match[str] | None"]


class Token(str):
    """A stretch of the text with the name of its terminal."""

    __slots__ = ("end_pos", "start_pos", "type")

    type: str
    start_pos: int
    end_pos: int


MOST_TOKENS = 20_000
"""Tokens of one statement; a long list has some hundreds."""

TOO_LONG: frozenset[str] = frozenset()
"""What could stand after too many tokens."""


class Unexpected(Exception):  # noqa: N818 — it never leaves this room
    """The text cannot go on as it does at ``at``; ``expected`` are the terminals that could stand there."""

    def __init__(self, at: int, expected: frozenset[str]) -> None:
        """Remember the place."""
        super().__init__(at)
        self.at = at
        self.expected = expected


class Machine:
    """A parser for one builder, whose methods are called by the names of the grammar's rules.

    A rule is its name, the count of its symbols, whether a single child stands for itself, the children to
    pick (None: all), and the builder's method (None: the rule stands for its children).
    """

    __slots__ = (
        "_blank",
        "_gotos",
        "_rows",
        "_rules",
        "_scanners",
        "_silent",
        "_singles",
        "_starts",
        "_terminals",
    )

    def __init__(self, packed: str, builder: object) -> None:
        """Unpack tables as ``make_tables`` packs them."""
        tables = json.loads(packed, parse_float=Decimal)
        self._rules = [
            (name, length, bool(alone), picks, getattr(builder, name, None))
            for name, length, alone, picks in tables["rules"]
        ]
        rows = tables["rows"]
        self._rows: list[dict[str, int]] = [rows[number][0] for number in tables["states"]]
        self._gotos: list[dict[str, int]] = [rows[number][1] for number in tables["states"]]
        self._starts: dict[str, tuple[int, int]] = tables["starts"]
        self._terminals: list[tuple[str, str]] = tables["terminals"]
        self._silent = frozenset(tables["silent"])
        self._blank = "".join(["(?:", "|".join([*tables["ignored"], NOTHING]), ")*+"])
        self._scanners: dict[int, Scan] = {}
        self._singles: dict[str, Scan] = {}

    def parse(self, text: str, start: str, at: int, end: int) -> Any:
        """Parse ``text[at:end]`` as a rule; raises ``Unexpected``."""
        state, last = self._starts[start]
        rows, scanners, silent = self._rows, self._scanners, self._silent
        states: list[int] = [state]
        values: list[Any] = []
        for _ in range(MOST_TOKENS):
            found = (scanners.get(state) or self._scanner(state))(text, at, end)
            if found is None:
                raise self._unexpected(text, at, end, state)
            name = found.lastgroup or END
            number = rows[state][name]
            if number < 0:
                number = self._reduce(name, number, states, values, last)
                if number < 0:
                    if name == END and number == DONE:
                        return values[-1]
                    raise self._unexpected(text, at, end, states[-1])
            at = found.end()
            state = number
            states.append(state)
            if name in silent:
                values.append(None)
            else:
                token = Token(found[name])
                token.type, token.start_pos, token.end_pos = name, found.start(name), at
                values.append(token)
        raise Unexpected(at, TOO_LONG)

    def _reduce(self, name: str, number: int, states: list[int], values: list[Any], last: int) -> int:
        """Apply rules until the terminal can be taken; gives the state after it, ``DONE`` or ``STUCK``."""
        rules, gotos, rows = self._rules, self._gotos, self._rows
        while number < 0:
            origin, length, alone, picks, make = rules[~number]
            if length == 1 and alone and picks is None:
                state = gotos[states[-2]][origin]
                states[-1] = state
            else:
                children = values[-length:] if length else []
                if length:
                    del values[-length:], states[-length:]
                if picks is not None:
                    children = _picked(children, picks)
                if alone and len(children) == 1:
                    values.append(children[0])
                else:
                    values.append(children if make is None else make(children))
                state = gotos[states[-1]][origin]
                states.append(state)
            if state == last and name == END:
                return DONE
            number = rows[state].get(name, STUCK)
            if number == STUCK:
                return STUCK
        return number

    def _scanner(self, state: int) -> Scan:
        """Make the lexer of a state; states that allow the same terminals share it.

        Compiling one expression for all terminals of a state is most of what a short run would take, so a
        state with few of them tries one after the other until it has been asked often enough.
        """
        allowed = self._rows[state]
        alike = [other for other, row in enumerate(self._rows) if row.keys() == allowed.keys()]
        names = [name for name, _ in self._terminals if name in allowed]
        scan = (
            self._together(names, END in allowed)
            if len(names) > MANY
            else self._in_turn(names, END in allowed, alike)
        )
        self._scanners.update(dict.fromkeys(alike, scan))
        return scan

    def _together(self, names: list[str], may_end: bool) -> Scan:
        """Blanks and comments, then one of the terminals."""
        wanted = frozenset(names)
        choices = "|".join(f"(?P<{name}>{pattern})" for name, pattern in self._terminals if name in wanted)
        end = (r"|\Z" if choices else r"\Z") if may_end else ""
        return re.compile(f"{self._blank}(?:{choices}{end})").match

    def _in_turn(self, names: list[str], may_end: bool, alike: list[int]) -> Scan:
        singles = [self._single(name) for name in names] + ([self._single("")] if may_end else [])
        asked = 0

        def scan(text: str, at: int, end: int) -> re.Match[str] | None:
            nonlocal asked
            asked += 1
            if asked == OFTEN:
                self._scanners.update(dict.fromkeys(alike, self._together(names, may_end)))
            for single in singles:
                found = single(text, at, end)
                if found is not None:
                    return found
            return None

        return scan

    def _single(self, name: str) -> Scan:
        """The lexer of one terminal; without a name, of the end."""
        if name not in self._singles:
            self._singles[name] = self._together([name] if name else [], not name)
        return self._singles[name]

    def _unexpected(self, text: str, at: int, end: int, state: int) -> Unexpected:
        blank = re.compile(self._blank).match(text, at, end)
        return Unexpected(blank.end() if blank else at, frozenset(self._rows[state]))


def _picked(children: list[Any], picks: list[Any]) -> list[Any]:
    picked: list[Any] = []
    for pick in picks:
        if pick is None:
            picked.append(None)
        elif isinstance(pick, int):
            picked.append(children[pick])
        elif picked:
            picked += children[pick[0]]
        else:
            picked = children[pick[0]]  # its own list, not a copy: a list of n items is built in n steps
    return picked
