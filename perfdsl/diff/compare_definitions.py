"""What changed of the blocks that define something: rubrics, methods, rules, units, departments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from perfdsl.diff.difference import Change, Kind, Named, Pair, renamed, whole
from perfdsl.diff.match_names import Match, Matcher
from perfdsl.diff.say_block import Block, say_block
from perfdsl.diff.say_method import say_cases, say_method
from perfdsl.diff.say_rubric import say_rubric
from perfdsl.diff.say_year import name_block, say_monitoring
from perfdsl.diff.saying import Saying, change_of, compare_sayings
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import Scheme
from perfdsl.syntax import ast

_KINDS: dict[str, Kind] = {
    "department": "department",
    "rubric": "rubric",
    "method": "method",
    "rule": "rule",
    "unit_definition": "unit",
    "monitoring": "monitoring",
    "amendment": "amendment",
    "action": "action",
}
_ORDER = list(_KINDS)
_OTHERS = {"project", "use", "actuals", "example"}
"""Blocks that define nothing: compared elsewhere, or no part of what is asked of a project."""


class Definition(NamedTuple):
    """A block that defines something, with its name."""

    name: str
    code: str
    block: Block


def compare_definitions(old: Scheme, new: Scheme) -> Iterator[Pair]:
    """Compare the named blocks of both states, kind by kind; only those that differ."""
    before, after = _definitions(old), _definitions(new)
    for kind in [*_ORDER, *sorted({*before, *after} - set(_ORDER))]:
        for match in _matched(before.get(kind, []), after.get(kind, [])):
            pair = _compare(_KINDS.get(kind, "block"), match)
            if pair.differs:
                yield pair


def _definitions(scheme: Scheme) -> dict[str, list[Definition]]:
    found: dict[str, list[Definition]] = {}
    for source, item in scheme.written:
        name = name_block(item) if isinstance(item, ast.Amendment | ast.Action) else getattr(item, "name", "")
        if name and item.kind not in _OTHERS:
            block = Block(source, item, scheme.units)
            found.setdefault(item.kind, []).append(Definition(name, _code(item), block))
    return found


def _code(item: ast.Item) -> str:
    parts: Iterable[object] = getattr(item, "parts", ())
    return next((part.text for part in parts if isinstance(part, ast.Code)), "")


def _matched(old: Sequence[Definition], new: Sequence[Definition]) -> list[Match[Definition]]:
    matcher = Matcher(old, new)
    matcher.by_key(lambda each: key(each.code))
    matcher.by_key(lambda each: key(each.name))
    matcher.by_similar_names(lambda each: key(each.name), _say_the_same)
    return matcher.result()


def _say_the_same(old: Definition, new: Definition) -> bool:
    """A definition is taken for a renamed one only where nothing else of it changed."""
    return not list(_said(old.block, new.block))


def _compare(kind: Kind, match: Match[Definition]) -> Pair:
    old, new = match.old, match.new
    before, after = (None if each is None else _name(each) for each in (old, new))
    if old is None or new is None or before is None or after is None:
        return whole(kind, before, after)
    changes = (*renamed(before, after, likely=match.likely), *_said(old.block, new.block))
    return Pair(kind, before, after, changes)


def _said(old: Block, new: Block) -> Iterator[Change]:
    if isinstance(old.node, ast.Rubric):
        yield from compare_sayings(say_rubric(old), say_rubric(new))
    elif isinstance(old.node, ast.Monitoring):
        yield from compare_sayings(say_monitoring(old), say_monitoring(new))
    elif old.node.kind in {"method", "rule"}:
        yield from compare_sayings(say_method(old), say_method(new))
        yield from _compare_cases(say_cases(old), say_cases(new))
    else:
        yield from compare_sayings(say_block(old), say_block(new))


def _compare_cases(old: list[Saying], new: list[Saying]) -> Iterator[Change]:
    """Cases are read top-down: equal ones at both ends are left aside, and the rest pairs up in order."""
    same = _equal_at_start(old, new)
    before, after = old[same:], new[same:]
    end = _equal_at_start(before[::-1], after[::-1])
    before, after = before[: len(before) - end], after[: len(after) - end]
    for at in range(max(len(before), len(after))):
        one, other = (each[at] if at < len(each) else None for each in (before, after))
        yield change_of(one, other)._replace(name=str(same + at + 1))


def _equal_at_start(old: Iterable[Saying], new: Iterable[Saying]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one.meaning != other.meaning:
            break
        count += 1
    return count


def _name(definition: Definition) -> Named:
    block = definition.block
    node: Any = block.node
    span = getattr(node, "name_span", None) or getattr(node, "project_span", node.span)
    return Named(definition.name, block.source.place(span), definition.code)
