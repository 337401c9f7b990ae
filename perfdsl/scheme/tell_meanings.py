"""What facts of a name speak of: the same in two versions where a target keeps its kind and dimension."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme.names import indicator_term, terms_used
from perfdsl.scheme.read_aim import read_aim
from perfdsl.source import Source, Span
from perfdsl.syntax import ast
from perfdsl.syntax.expand import formula_of
from perfdsl.units import Unit

Meaning = tuple[object, ...]
"""Whether a fact is computed, the kind of its target, and the dimension of its unit."""

_ASKED: Meaning = ("asked",)


class Meant(NamedTuple):
    """A name of which facts may speak, what they say of it, and where its indicator is written."""

    name: str
    meaning: Meaning
    span: Span


class Meanings:
    """Reads what the names of a project mean in each of its versions; what versions share is read once."""

    __slots__ = ("_read", "_source", "_units")

    def __init__(self, source: Source, units: Mapping[str, Unit]) -> None:
        """Take the text that all versions are written in, and the units that it knows."""
        self._source, self._units = source, units
        self._read: dict[int, Meaning] = {}

    def of(self, project: ast.Project) -> dict[str, Meant]:
        """Give terms of what facts may speak of: indicators, and what is asked for to compute them."""
        found: dict[str, Meant] = {}
        for group in (part for part in project.parts if isinstance(part, ast.Group)):
            for each in group.indicators:
                formula = formula_of(each)
                meaning = (formula is not None, *self._kind(each.target))
                found[indicator_term(each.name)] = Meant(each.name, meaning, each.name_span)
                for term in terms_used(formula):
                    if term.startswith("“"):
                        found.setdefault(term, Meant(term.strip("“”"), _ASKED, each.name_span))
        return found

    def _kind(self, target: ast.Target | None) -> Meaning:
        if target is None:
            return ()
        if id(target) not in self._read:
            # What is wrong with a target is told where sheets are checked.
            aim = read_aim(target, self._source, self._units, Diagnostics())
            self._read[id(target)] = () if aim is None else _meaning(aim.op, aim.word, aim.unit)
        return self._read[id(target)]


def _meaning(op: str, word: str, unit: Unit) -> Meaning:
    match op:
        case "is":
            return op, word
        case "qualitative":
            return (op,)
        case _:
            return "number", unit.dimension, unit.flavour
