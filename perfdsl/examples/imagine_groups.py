"""Makes the groups that an example of a rubric gives points to, each a line with the rubric's weight."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.examples import messages
from perfdsl.examples.imagine import NO_AIM, imagined_line, imagined_project
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.scheme.names import EVERYTHING, group_key, group_name, indicator_term, key
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.scheme.rule_scope import facts_asked
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scheme.share_weights import share_weights
from perfdsl.scorecard import FactUsed, IndicatorScore, Interval
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables

GIVEN = Text("算例所给", "given by the example")
ZERO = Fraction(0)


class Sheet(NamedTuple):
    """The imagined project: its scheme, its groups as given, their weights, and the execution rate's."""

    scheme: ProjectScheme
    groups: tuple[ast.GivenFact, ...]
    weights: tuple[Fraction, ...]
    execution: Fraction


def imagine_sheet(rubric: RubricScheme, reader: GivenReader, given: Given) -> Sheet:
    """Give each group that is named its points, as for a sheet with these groups of level 1."""
    asked = facts_asked(rubric.rules)
    groups = tuple(_once([fact for fact in given.names if _is_group(fact, asked)], reader))
    posed = reader.posed
    lines = tuple(
        imagined_line(posed, each.name, _path(each.name), NO_AIM, each.name_span) for each in groups
    )
    scheme = imagined_project(posed, reader.units, lines, rubric.rules)
    weights, execution = share_weights(scheme, rubric._replace(shares=True), reader.diagnostics)
    return Sheet(scheme, groups, weights, execution)


def _once(groups: list[ast.GivenFact], reader: GivenReader) -> Iterator[ast.GivenFact]:
    """Give each group once: 产出 and 产出指标 are one."""
    seen: dict[str, ast.GivenFact] = {}
    for fact in groups:
        first = seen.setdefault(group_key(fact.name), fact)
        if first is fact:
            yield fact
        else:
            reader.diagnostics.add(messages.given_twice(reader.place(fact), reader.place(first), fact.name))


def _is_group(fact: ast.GivenFact, asked: set[str]) -> bool:
    """Whether a fact is about a group; one that a rule asks for is not, unless it is called as groups are."""
    return indicator_term(fact.name) not in asked or group_key(fact.name) in tables()["groups"]


def _path(name: str) -> tuple[str, ...]:
    """Path of a group; 全部 stands for indicators that are in none."""
    return () if group_key(name) == EVERYTHING else (name,)


def lines_of(sheet: Sheet, reader: GivenReader) -> list[IndicatorScore]:
    """Give the groups as scored lines."""
    return [group_line(fact, at, reader) for fact, at in zip(sheet.groups, sheet.weights, strict=True)]


def group_line(fact: ast.GivenFact, weight: Fraction, reader: GivenReader) -> IndicatorScore:
    """Give the line of a group: with points, left out (不计), or pending (待定)."""
    pending = IndicatorScore(
        group=_path(fact.name),
        name=group_name(group_key(fact.name)),
        target="",
        actual="",
        attainment="pending",
        ratio=None,
        weight=weight,
        points=Interval(ZERO, weight),
        method="",
        why=GIVEN,
        place=reader.place(fact),
    )
    word = key(fact.value.word) if isinstance(fact.value, ast.Word) else ""
    if word in tables()["words"]["excluded"]:
        return pending._replace(points=Interval(ZERO, ZERO), excluded=True)
    return pending if word in tables()["words"]["pending"] else _with_points(pending, fact, reader)


def _with_points(line: IndicatorScore, fact: ast.GivenFact, reader: GivenReader) -> IndicatorScore:
    """Give a line the points of a fact; those above its weight are complained of (one without weight was)."""
    points = reader.points(fact)
    if points is None:
        return line
    if points > line.weight > 0:
        reader.diagnostics.add(messages.above_weight(reader.place(fact), fact.name, line.weight))
    notes = {note.about: note.text for note in fact.notes}
    text = getattr(fact.value, "text", "")
    used = FactUsed(text, line.place, "", notes.get("reason", ""), notes.get("evidence", ""))
    met = points >= line.weight
    return line._replace(
        actual=text, attainment="met" if met else "missed", points=Interval(points, points), fact=used
    )
