"""Says in a project's scheme which amendments it stems from, and which names count on other days only."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.scheme.scheme import OutOfForce, ProjectScheme
from perfdsl.scheme.tell_meanings import Meaning, Meanings, Meant
from perfdsl.scheme.version import Amended, Stem, Version, day_of
from perfdsl.scorecard import AmendedBy
from perfdsl.source import Source, Span
from perfdsl.syntax import ast
from perfdsl.syntax.same_words import same_words

LONGEST = 200
"""Characters that are kept of what stood there before."""


def tell_amended(project: ProjectScheme, version: Version, history: Amended) -> ProjectScheme:
    """Give a project with the amendments of its parts and its indicators."""
    source, stems = project.source, version.stems
    indicators = tuple(
        each._replace(amended_by=_amended_by(stems[id(each.node)], source))
        if id(each.node) in stems
        else each
        for each in project.indicators
    )
    parts = [part for part in version.node.parts if id(part) in stems]
    return project._replace(
        indicators=indicators,
        written=history.written,
        amended_by={part.kind: _amended_by(stems[id(part)], source) for part in parts},
        dropped_by={thing: _amended_by(Stem(node), source) for thing, node in version.dropped.items()},
        out_of_force=tuple(_out_of_force(project, version, history)),
    )


def _amended_by(stem: Stem, source: Source) -> AmendedBy:
    node, was = stem.amendment, stem.was
    assert node.date is not None  # noqa: S101 — one without a day is never in force
    cites = [part.text for part in node.parts if isinstance(part, ast.Cite)]
    return AmendedBy(
        day=day_of(node.date).isoformat(),
        cites=cites[0] if cites else "",
        place=source.place(node.project_span),
        was="" if was is None else _written(source, *_what_it_was(was, stem.now)),
    )


def _what_it_was(was: ast.Part | ast.Indicator, now: ast.Indicator | None) -> Span:
    """Give the span of what stood there before, without the word or the name that it begins with."""
    match was:
        case ast.Budget():
            return was.total.span[0], was.span[1]
        case ast.PaymentPlan(points=(first, *_)):
            return first.span[0], was.span[1]
        case ast.Indicator(target=target) if target is not None:
            same = now is not None and same_words(target, now.target)
            changed = [clause for clause in was.clauses if now is None or clause not in now.clauses]
            return changed[0].span if same and changed else target.span
        case _:
            return was.span


def _written(source: Source, start: int, end: int) -> str:
    return " ".join(source.text[start : min(end, start + LONGEST)].split())


def _out_of_force(project: ProjectScheme, version: Version, history: Amended) -> Iterator[OutOfForce]:
    """Give the names that do not mean the same in all versions, in the order of the alphabet.

    Another number of a target, or another unit of its dimension, is the same thing: its facts stay good.
    """
    at = len(history.until(version)) - 1
    meanings = Meanings(project.source, project.units)
    timeline = [meanings.of(each.node) for each in history.versions]
    for term in sorted(set[str]().union(*timeline)):
        same = [_meaning(names.get(term)) == _meaning(timeline[at].get(term)) for names in timeline]
        first = at
        while first and same[first - 1]:
            first -= 1
        last = next((later for later in range(at, len(timeline)) if not same[later]), None)
        was = [names[term] for names in timeline[:first] if term in names]
        will = [names[term] for names in timeline[last:] if term in names] if last is not None else []
        for other in [*was[-1:], *will[:1]][:1]:
            before = history.versions[first].since if was else None
            after = None if last is None or not will else history.versions[last].since
            yield OutOfForce(other.name, before, after, project.source.place(other.span))


def _meaning(meant: Meant | None) -> Meaning | None:
    return None if meant is None else meant.meaning
