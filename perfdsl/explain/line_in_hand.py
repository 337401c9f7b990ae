"""One line of a project with all that is known of it: what the steps of an explanation work on."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.actuals.compute import Recorded
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Text
from perfdsl.explain.put_in_numbers import Reckoner, TextOf
from perfdsl.explain.show_value import NOT_TOLD, show_known
from perfdsl.plan.interpret import Known, scope_for
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.method_scope import Line, scope_of_words, units_of_call
from perfdsl.scheme.names import term
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.scorecard import IndicatorScore, ProjectScore


class ProjectInHand(NamedTuple):
    """A project in all its stages. ``facts``: those that count.

    ``recorded``: all that is known with its unit, by term; ``known``: the same without units.
    """

    scheme: ProjectScheme
    plan: ProjectPlan
    actuals: ProjectActuals
    score: ProjectScore
    recorded: Recorded
    known: dict[str, Known]
    facts: Mapping[str, Fact] = {}


class LineInHand(NamedTuple):
    """A line in all its stages; the execution rate has no ``scheme``. ``at``: its place in the score.

    ``call``: its method, as the rubric or the indicator names it.
    """

    project: ProjectInHand
    at: int
    plan: IndicatorPlan
    score: IndicatorScore
    fact: BoundFact | None
    call: MethodCall | None
    scheme: IndicatorScheme | None = None

    @property
    def value(self) -> Fraction | None:
        """The actual in base units; None where none is recorded."""
        if self.fact is None or (self.fact.level is not None and self.fact.value is None):
            return None
        return Fraction(0) if self.fact.value is None else self.fact.value

    @property
    def values(self) -> ChainMap[str, Known]:
        """Values of all names that the method may use, by term, as the engine has them."""
        plan = self.plan
        own: dict[str, Known] = {} if plan.baseline is None else {"baseline": plan.baseline.value}
        if self.value is not None:
            own = scope_for(plan.aim, plan.weight, self.value, own)
        return ChainMap(own, self.project.known)


def reckoner_of(line: LineInHand, call: MethodCall, *, finished: bool | None = None) -> Reckoner:
    """Make the reckoner of a line's method; ``finished`` is assumed where nobody says it."""
    values, text_of = line.values, texts_of(line)
    if finished is not None:
        values.setdefault("finished", finished)
    units = units_of_call(call, line.project.plan.units)
    outer = Reckoner(values, text_of, units)
    parameters = {term(name): outer.reckon(value) for name, value in call.arguments}
    given: dict[str, Known] = {name: each.value for name, each in parameters.items() if not each.missing}

    def text_with_parameters(name: str) -> Text | None:
        return parameters[name].numbers if name in parameters else text_of(name)

    return Reckoner(ChainMap(given, *values.maps), text_with_parameters, units)


def texts_of(line: LineInHand) -> TextOf:
    """What is written for each name: the actual and the target as their authors wrote them, all else anew."""
    plan, recorded, values = line.plan, line.project.recorded, line.values
    baseline = None if plan.baseline is None else plan.baseline.unit
    words = scope_of_words(Line(plan.aim.unit, plan.aim.op, baseline))
    written = {"actual": line.score.actual, "target": plan.aim.text.lstrip("≥≤<>=")}

    def text_of(name: str) -> Text | None:
        if name not in values:
            return NOT_TOLD if name == "finished" else None
        if name in written and line.scheme is not None:
            return Text(written[name], written[name])
        unit = words.get(name) or recorded[name][1]
        return show_known(values[name], unit, name)

    return text_of
