"""What single units have said of a project, gathered while it is bound."""

from __future__ import annotations

from perfdsl.actuals.bound import BoundFact, Known
from perfdsl.actuals.fact import Fact
from perfdsl.scheme.names import key


class UnitReports:
    """Facts by what they are about and by the key of the unit that reports them.

    ``amounts``: of lines, by index, and of what was spent (MONEY). ``numbers``: of what is no indicator.
    """

    __slots__ = ("amounts", "numbers", "truths")

    def __init__(self) -> None:
        """Start with nothing said."""
        self.amounts: dict[int, dict[str, BoundFact]] = {}
        self.numbers: dict[str, dict[str, tuple[Fact, Known]]] = {}
        self.truths: dict[str, bool] = {}

    def __bool__(self) -> bool:
        """Whether a unit has said anything."""
        return bool(self.amounts or self.numbers or self.truths)

    def amount(self, at: int, fact: Fact, bound: BoundFact | None) -> None:
        """Keep a fact of a line, if it is sound."""
        if bound is not None:
            self.amounts.setdefault(at, {})[key(fact.reporter)] = bound

    def truth(self, fact: Fact, said: bool | None) -> None:
        """Keep whether a unit has finished."""
        if said is not None:
            self.truths[key(fact.reporter)] = said

    def number(self, term: str, fact: Fact, number: Known) -> None:
        """Keep a number that a formula or a rule asks for."""
        self.numbers.setdefault(term, {})[key(fact.reporter)] = fact, number
