"""The same facts for both states, each under the name that a side has for what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from perfdsl.actuals.fact import Fact
from perfdsl.diff.match_names import Match
from perfdsl.diff.match_sheets import match_lines, match_projects
from perfdsl.diff.sheets import Planned, Sheets
from perfdsl.scheme.names import key, project_keys, terms_used
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast

Renamed = dict[str, str]
"""Key of an indicator's name on the other side → its name on this one."""


class Shared(NamedTuple):
    """Facts for the old state and for the new one."""

    old: list[Fact]
    new: list[Fact]


def share_facts(old: Sheets, new: Sheets, facts: Iterable[Fact]) -> Shared:
    """Give both sides the facts, under the names that each has for what they are about.

    A fact about what only the other side knows is left out; one that neither knows stays: it is a mistake.
    """
    matches, told = match_projects(old, new), list(facts)
    turned = [Match(match.new, match.old, match.likely) for match in matches]
    return Shared(list(_named(matches, told)), list(_named(turned, told)))


def _named(matches: Sequence[Match[Planned]], facts: Iterable[Fact]) -> Iterator[Fact]:
    """Name facts as the old side of the matches does."""
    own = {name: match for match in matches if match.old for name in _keys(match.old)}
    others = {name: match for match in matches if match.new for name in _keys(match.new)}
    renamed: dict[int, Renamed] = {}
    for fact in facts:
        called = key(fact.project)
        match = own.get(called) or others.get(called)
        if match is None:
            yield fact
        elif match.old is not None:
            scheme = match.old.scheme
            known = fact if called in own else fact._replace(project=scheme.code or scheme.name)
            names = renamed.setdefault(id(match), _renamed(match))
            yield from _with_line(known, match, names)


def _with_line(fact: Fact, match: Match[Planned], renamed: Renamed) -> Iterator[Fact]:
    name = key(fact.indicator)
    assert match.old is not None  # noqa: S101 — asked only where this side has the project
    if fact.own or match.new is None or name in _known(match.old.scheme):
        yield fact
    elif name in renamed:
        yield fact._replace(indicator=renamed[name])
    elif name not in _known(match.new.scheme):
        yield fact


def _renamed(match: Match[Planned]) -> Renamed:
    if match.old is None or match.new is None:
        return {}
    pairs = [(line.old, line.new) for line in match_lines(match.old, match.new)]
    return {
        key(new.indicator.name): old.indicator.name
        for old, new in pairs
        if old and new and old.indicator and new.indicator
    }


def _known(project: ProjectScheme) -> set[str]:
    """Keys of what a fact of a project may be about: indicators, and what is asked for to compute them."""
    terms = terms_used(*(each.formula for each in project.indicators))
    asked = {name.strip("“”") for name in terms if name.startswith("“")}
    clauses = [clause for each in project.indicators for clause in each.node.clauses]
    items = [name for clause in clauses if isinstance(clause, ast.Checklist) for name in clause.items]
    measures = [each.name for clause in clauses if isinstance(clause, ast.Either) for each in clause.measures]
    return {key(each.name) for each in project.indicators} | asked | {*map(key, items), *map(key, measures)}


def _keys(project: Planned) -> set[str]:
    return project_keys(project.scheme) - {""}
