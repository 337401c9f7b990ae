"""Counts which cases of methods and of rules some example reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from perfdsl.examples.example import Coverage, Untouched
from perfdsl.scheme.parsed import Parsed
from perfdsl.source import Place, Source, TextPlace
from perfdsl.syntax import ast
from perfdsl.syntax.expand import cases_of

_LONGEST = 80


def count_coverage(sheets: Sequence[Parsed], touched: AbstractSet[Place]) -> Coverage:
    """Hold all methods and rules of some sheets against the places that had a say in some example."""
    methods = list(_in_order(sheets, ast.Method))
    rules = list(_in_order(sheets, ast.Rule))
    by_source: dict[int, list[int]] = {}
    for place in touched:
        if isinstance(place, TextPlace):
            by_source.setdefault(id(place.source), []).append(place.start)
    missed = [case for case in methods if case.place not in touched]
    missed += [case for case in rules if not _is_entered(case.place, by_source)]
    return Coverage(len(methods), len(rules), tuple(missed))


def _in_order(sheets: Iterable[Parsed], kind: type[ast.Node]) -> Iterator[Untouched]:
    for source, module, torn in sheets:
        for item in module.items:
            if isinstance(item, kind) and id(item) not in torn:
                yield from _cases(source, item)


def _cases(source: Source, item: ast.Node) -> Iterator[Untouched]:
    match item:
        case ast.Method(name=name):
            for case in cases_of(item):
                yield _case("method", name, source.place(case.span))
            for part in item.parts:
                if isinstance(part, ast.Level):
                    yield _case("method", name, source.place(part.span))
        case ast.Rule(name=name):
            for each in item.parts:
                if isinstance(each, ast.RuleCase):
                    yield _case("rule", name, source.place(each.span))


def _case(kind: str, name: str, place: TextPlace) -> Untouched:
    words = " ".join(place.text[: 4 * _LONGEST].split())
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return Untouched("rule" if kind == "rule" else "method", name, shown, place)


def _is_entered(place: Place, by_source: dict[int, list[int]]) -> bool:
    """Whether an effect of a rule's case took place."""
    if not isinstance(place, TextPlace):
        return False
    return any(place.start <= start < place.end for start in by_source.get(id(place.source), ()))
