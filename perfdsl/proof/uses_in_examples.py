"""What the worked examples (算例) of a method use it for: targets and weights that people know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.examples.example import Posed
from perfdsl.examples.find_subjects import posed_in
from perfdsl.examples.imagine_line import bound_actual
from perfdsl.examples.read_given import GivenReader
from perfdsl.examples.read_wish import WORDS, read_wish
from perfdsl.plan.compile_plan import EXECUTION_AIM
from perfdsl.proof.list_uses import given_of
from perfdsl.proof.settings import Known
from perfdsl.proof.use import Use, suits
from perfdsl.scheme.check import Checker
from perfdsl.scheme.known_units import RATIO
from perfdsl.scheme.parsed import Parsed
from perfdsl.scheme.rubric_scheme import MethodScheme
from perfdsl.syntax import ast

MOST_READ = 40
"""Examples of one method that are read for this."""


class Shown(NamedTuple):
    """Uses that examples show, each once, and the targets, weights and actuals that they have."""

    uses: tuple[Use, ...] = ()
    settings: tuple[Known, ...] = ()


class ExampleReader:
    """Reads the examples of a method when they are asked for: most proofs need none."""

    __slots__ = ("_posed", "checker")

    def __init__(self, sheets: Sequence[Parsed], checker: Checker) -> None:
        """Find which examples are of which method; ``checker`` knows the definitions of these sheets."""
        self.checker = checker
        self._posed: dict[int, list[Posed]] = {}
        for sheet in sheets:
            for posed in posed_in(sheet, Diagnostics()):
                if isinstance(posed.subject, ast.Method) and not posed.torn:
                    self._posed.setdefault(id(posed.subject), []).append(posed)

    def read(self, method: MethodScheme) -> Shown:
        """Give what the examples of a method show; of one that is wrong only ``test`` tells."""
        uses: dict[object, Use] = {}
        settings: dict[Known, None] = {}
        for posed in self._posed.get(id(method.node), [])[:MOST_READ]:
            for use, known in self._read(posed):
                unit = use.unit and use.unit.dimension
                uses.setdefault((use.op, unit, use.execution, given_of(use.call)), use)
                if not use.execution:
                    settings[known] = None
        return Shown(tuple(uses.values()), tuple(settings))

    def _read(self, posed: Posed) -> Iterator[tuple[Use, Known]]:
        quiet = Diagnostics()
        reader = GivenReader(posed, self.checker.definitions.units, quiet)
        given = reader.sort(WORDS)
        wish = read_wish(self.checker, reader, given)
        if wish is None or quiet.has_errors or wish.weight <= 0:
            return
        if wish.aim is None:
            use = Use(wish.call, "=", RATIO, execution=True, used=False)
            yield from [(use, Known(EXECUTION_AIM, wish.weight, None))] if suits(use) else []
            return
        written = given.words.get("actual")
        bound = None if written is None else bound_actual(reader, written, wish.aim, posed.node.span)
        actual = None if bound is None else bound.value
        anywhere = Use(wish.call, wish.aim.op, used=False)
        for use in (anywhere, anywhere._replace(unit=wish.aim.unit)):
            if suits(use):
                yield use, Known(wish.aim, wish.weight, actual)
                return
