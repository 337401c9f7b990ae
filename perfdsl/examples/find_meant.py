"""Finds what an expectation is about: the line under test, one by name, a group, or the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.engines.exact.round_points import add_up
from perfdsl.examples import messages
from perfdsl.examples.example import Posed, Worked
from perfdsl.examples.tell_found import tell_line, tell_total
from perfdsl.scheme.names import EVERYTHING, group_key, key, scope_word
from perfdsl.scorecard import IndicatorScore, Interval
from perfdsl.syntax import ast

OWN_WORDS = frozenset({"score", "actual", "target"})
"""Words that stand for the line under test, besides no name at all."""


class Meant(NamedTuple):
    """What an expectation is about: a line, several, or the total; with its points and why they are so."""

    points: Interval
    why: Text
    line: IndicatorScore | None = None


class Finder(NamedTuple):
    """Finds the lines of one example; what is not there is complained of."""

    posed: Posed
    worked: Worked
    diagnostics: Diagnostics

    def find(self, name: str, node: ast.Node) -> Meant | None:
        """Find what a name (empty: none) means in an expectation; None after a complaint."""
        worked = self.worked
        word = scope_word(name)
        if word == "total":
            return self._total(node)
        if not name or (word in OWN_WORDS and worked.line is not None):
            return self._own(node)
        named = [line for line in worked.lines if key(line.name) == key(name)]
        if len(named) == 1:
            return _of_line(named[0])
        group = [line for line in worked.lines if line.group and group_key(line.group[0]) == group_key(name)]
        if group_key(name) == EVERYTHING:
            group = group or list(worked.lines)
        if named or not group:
            self._complain(name, named, node)
            return None
        if len(group) == 1 and group_key(group[0].name) == group_key(name):
            return _of_line(group[0])
        return Meant(
            add_up([line.points for line in group]),
            tell_total(worked._replace(lines=tuple(group), applied=())),
        )

    def _total(self, node: ast.Node) -> Meant | None:
        if self.worked.total is None:
            self.diagnostics.add(messages.no_total(self.posed.source.place(node.span)))
            return None
        return Meant(self.worked.total, tell_total(self.worked))

    def _own(self, node: ast.Node) -> Meant | None:
        if self.worked.line is None:
            names = [line.name for line in self.worked.lines]
            self.diagnostics.add(messages.nameless(self.posed.source.place(node.span), names))
            return None
        return _of_line(self.worked.line)

    def _complain(self, name: str, named: Sequence[IndicatorScore], node: ast.Node) -> None:
        place = self.posed.source.place(node.span)
        if named:
            self.diagnostics.add(messages.ambiguous_expected(place, name))
            return
        known = dict.fromkeys(_names(self.worked.lines))
        self.diagnostics.add(messages.unknown_expected(place, name, known))


def _names(lines: Sequence[IndicatorScore]) -> Iterator[str]:
    yield from (line.name for line in lines)
    yield from (line.group[0] for line in lines if line.group)


def _of_line(line: IndicatorScore) -> Meant:
    return Meant(line.points, tell_line(line), line)
