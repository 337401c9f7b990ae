"""Makes one fact of those of several reporting units, before anything is scored: a sum, or a mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals import messages_reporting as messages
from perfdsl.actuals.bound import Awaited, BoundFact, Known, Reported
from perfdsl.actuals.fact import Fact
from perfdsl.actuals.reporting_units import ReportingUnits
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.plan import IndicatorPlan
from perfdsl.scheme.known_units import is_deadline
from perfdsl.units import Quantity, Unit, show_quantity

Said = Mapping[str, BoundFact]
"""Key of a unit → its own fact."""


class Aggregation(NamedTuple):
    """Aggregates the facts of one project. ``spent``: what each unit itself recorded as spent."""

    units: ReportingUnits
    spent: Said
    diagnostics: Diagnostics

    def line(self, line: IndicatorPlan, said: Said) -> tuple[BoundFact | None, Awaited]:
        """Give the fact of a line; None while a unit is awaited, or after a complaint."""
        first = next(iter(said.values()))
        amount = line.aim.op not in {"is", "qualitative"} and not is_deadline(line.aim.unit)
        if line.aggregated is None and first.fact is not None:
            self.diagnostics.add(messages.no_aggregation(first.fact, line, amount=amount))
        if line.aggregated is None or not amount:  # the latter was told when the sheet was checked
            return None, Awaited()
        by_money = line.aggregated == "by_money"
        awaited = Awaited(self._lacking(said), self._lacking(self.spent) if by_money else ())
        if awaited.reports or awaited.spent:
            return None, awaited
        parts = self._parts(said)
        value = self._value(line, parts)
        if value is None:
            return None, awaited._replace(weightless=True)
        word = {"sum": "求和", "equal": "平均", "by_money": "按资金加权"}[line.aggregated]
        shown = show_quantity(Quantity(value, line.aim.unit))
        return self._joined(value, f"{shown}（{len(parts)} 家{word}）", parts), awaited

    def money(self, unit: Unit) -> tuple[BoundFact | None, Awaited]:
        """Sum what units have spent; None while one is awaited."""
        lacking = self._lacking(self.spent)
        if lacking:
            return None, Awaited(lacking)
        parts = self._parts(self.spent)
        total = sum((part.value for part in parts), Fraction(0))
        text = f"{show_quantity(Quantity(total, unit))}（{len(parts)} 家合计）"
        return self._joined(total, text, parts), Awaited()

    def finished(self, said: Mapping[str, bool]) -> bool | None:
        """Finished once every unit has; one that has not is enough to say no."""
        if not all(said.values()):
            return False
        return None if self._lacking(said) else True

    def number(self, said: Mapping[str, tuple[Fact, Known]]) -> Known | None:
        """Sum a number that is no indicator; None while a unit is awaited, or after a complaint."""
        numbers = [said[unit] for unit in self.units.names if unit in said]
        first, unit = numbers[0][0], numbers[0][1].unit
        for fact, known in numbers:
            if (
                isinstance(known.value, bool)
                or not _adds_up(known.unit)
                or known.unit.dimension != unit.dimension
            ):
                self.diagnostics.add(messages.does_not_add_up(fact, first))
                return None
        if self._lacking(said):
            return None
        return Known(sum((Fraction(known.value) for _, known in numbers), Fraction(0)), unit)

    def _lacking(self, said: Mapping[str, object]) -> tuple[str, ...]:
        return tuple(name for unit, name in self.units.names.items() if unit not in said)

    def _parts(self, said: Said) -> list[Reported]:
        found = []
        for unit, name in self.units.names.items():
            fact, money = said[unit], self.spent.get(unit)
            spent = None if money is None else money.value
            assert fact.value is not None  # noqa: S101 — amounts have values
            assert fact.fact is not None  # noqa: S101 — a unit recorded it
            found.append(Reported(name, fact.value, fact.text, spent, fact.fact))
        return found

    def _value(self, line: IndicatorPlan, parts: Sequence[Reported]) -> Fraction | None:
        weights = [Fraction(1)] * len(parts)
        if line.aggregated == "by_money":
            weights = [part.spent or Fraction(0) for part in parts]
        if not sum(weights):
            self.diagnostics.add(messages.nothing_to_weigh_by(parts[0].fact, line))
            return None
        total = sum((weight * part.value for weight, part in zip(weights, parts, strict=True)), Fraction(0))
        return total if line.aggregated == "sum" else total / sum(weights)

    def _joined(self, value: Fraction, text: str, parts: Sequence[Reported]) -> BoundFact:
        """Make one fact: as late as the latest part, with what every unit gave as reason and evidence."""
        facts = [part.fact for part in parts]
        days = [fact.day for fact in facts if fact.day is not None]
        causes = {fact.cause for fact in facts if fact.reason}
        fact = facts[0]._replace(
            day=max(days, default=None),
            reason="；".join(f"{part.reporter}：{part.fact.reason}" for part in parts if part.fact.reason),
            evidence="；".join(
                f"{part.reporter}：{part.fact.evidence}" for part in parts if part.fact.evidence
            ),
            reporter="",
            cause=causes.pop() if len(causes) == 1 else None,
            foreseen=None,
        )
        return BoundFact(value, text, fact, parts=tuple(parts))


def _adds_up(unit: Unit) -> bool:
    return not unit.flavour and not is_deadline(unit) and all(power > 0 for _, power in unit.dimension.powers)
