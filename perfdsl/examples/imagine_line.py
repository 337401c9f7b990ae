"""Makes the line that an example of a rule over each indicator speaks of, from the words that it gives."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact
from perfdsl.actuals.convert import Converter
from perfdsl.engines.exact.score_line import ratio_of
from perfdsl.examples import messages
from perfdsl.examples.imagine import NO_AIM, imagined_line, imagined_plan
from perfdsl.examples.imagine_groups import GIVEN
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.plan.interpret import is_met
from perfdsl.plan.plan import IndicatorPlan, MethodPlan
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import Aim, IndicatorScheme
from perfdsl.scorecard import Attainment, FactUsed, IndicatorScore, Interval, Judged
from perfdsl.source import Span
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from perfdsl.units import PURE, Quantity, Unit

WORDS = (
    "score", "points", "ratio", "actual", "target", "met", "self", "review", "unreported", "upward",
    "downward", "baseline",
)  # fmt: skip
"""Words of rules that an example may give of one line."""

NAME = "这一项"
WHOLE = Fraction(100)
ZERO = Fraction(0)


class Measured(NamedTuple):
    """What is given of a line besides its points; ``met``: None where nothing says it."""

    aim: Aim
    fact: BoundFact | None
    baseline: Quantity | None
    ratio: Fraction | None
    met: bool | None
    unreported: bool


class Imagined(NamedTuple):
    """A line as scored, its scheme and plan, and what was read of it."""

    line: IndicatorScore
    scheme: IndicatorScheme
    plan: IndicatorPlan
    measured: Measured


def imagine_line(reader: GivenReader, given: Given, group: str) -> Imagined:
    """Make the line; ``group``: of level 1, where the example says it."""
    posed, words = reader.posed, given.words
    path = (group,) if group else ()
    measured = _measured(reader, given)
    weight = reader.points(words["points"]) if "points" in words else WHOLE
    points = _points(reader, words, weight or ZERO)
    scheme = imagined_line(posed, NAME, path, measured.aim, posed.node.name_span)
    plan = _plan(reader, scheme, measured, weight or ZERO)
    reached: Attainment = "met" if measured.met else "missed"
    line = IndicatorScore(
        group=path,
        name=NAME,
        target=measured.aim.text,
        actual=measured.fact.text if measured.fact else "",
        attainment="pending" if measured.unreported else reached,
        ratio=measured.ratio,
        weight=weight or ZERO,
        points=points,
        method="",
        why=GIVEN,
        place=posed.place,
        fact=_used(reader, given),
        judged=_judged(reader, given),
    )
    return Imagined(line, scheme, plan, measured)


def _measured(reader: GivenReader, given: Given) -> Measured:
    words = given.words
    baseline = reader.quantity(words["baseline"], "100人") if "baseline" in words else None
    aim = (reader.aim(words["target"]) if "target" in words else None) or _sense(reader, words)
    fact = _actual(reader, words, aim)
    if fact is not None and "target" not in words and fact.unit is not None:
        aim = aim._replace(unit=fact.unit)
    bound = None if fact is None else fact.bound
    value = None if bound is None else bound.value
    ratio = None if value is None else ratio_of(aim, value)
    if "ratio" in words:
        number = reader.quantity(words["ratio"], "90%")
        ratio = None if number is None else number.value
        if number is not None and (
            number.unit.dimension != PURE.dimension or number.unit.flavour == "difference"
        ):
            reader.diagnostics.add(
                messages.number_wanted(reader.place(words["ratio"]), words["ratio"].name, "90%")
            )
    unreported = reader.truth(words["unreported"]) is True if "unreported" in words else False
    return Measured(aim, bound, baseline, ratio, _met(reader, given, aim, value), unreported)


def _sense(reader: GivenReader, words: Mapping[str, ast.GivenFact]) -> Aim:
    """An aim that says no more than whether more or less is better."""
    if "upward" in words and reader.truth(words["upward"]):
        return NO_AIM._replace(op=">=")
    if "downward" in words and reader.truth(words["downward"]):
        return NO_AIM._replace(op="<=")
    return NO_AIM


class Actual(NamedTuple):
    """An actual; its unit where no target has one."""

    bound: BoundFact
    unit: Unit | None = None


def _actual(reader: GivenReader, words: Mapping[str, ast.GivenFact], aim: Aim) -> Actual | None:
    if "actual" not in words:
        return None
    if "target" not in words:
        number = reader.quantity(words["actual"], "11次")
        return None if number is None else Actual(BoundFact(number.value, "", None), number.unit)
    bound = bound_actual(reader, words["actual"], aim, words["target"].span)
    return None if bound is None else Actual(bound)


def bound_actual(reader: GivenReader, fact: ast.GivenFact, aim: Aim, span: Span) -> BoundFact | None:
    """Put an actual into the unit of its target, which stands at a span; None after a complaint."""
    recorded = reader.fact(fact)
    scheme = imagined_line(reader.posed, NAME, (), aim, span)
    plan = _plan(reader, scheme, Measured(aim, None, None, None, None, False), WHOLE)
    converter = Converter(imagined_plan(reader.posed, reader.units), reader.diagnostics)
    return None if recorded is None else converter.line(recorded, plan)


def _met(reader: GivenReader, given: Given, aim: Aim, value: Fraction | None) -> bool | None:
    """Whether the target is met: as said, else as the actual has it; None where neither says so."""
    if any(key(fact.name) in tables()["words"]["missed"] for fact in given.names):
        return False
    if "met" in given.words:
        return reader.truth(given.words["met"])
    return None if value is None or "target" not in given.words else is_met(aim, value)


def _points(reader: GivenReader, words: Mapping[str, ast.GivenFact], weight: Fraction) -> Interval:
    """Points as given; all of the weight is open where none are, or nothing where the total is given."""
    if "score" not in words:
        return Interval(ZERO, ZERO if "total" in words else weight)
    points = reader.points(words["score"])
    if points is None:
        return Interval(ZERO, weight)
    if points > weight:
        reader.diagnostics.add(
            messages.above_weight(reader.place(words["score"]), words["score"].name, weight)
        )
    return Interval(points, points)


def _plan(
    reader: GivenReader, scheme: IndicatorScheme, measured: Measured, weight: Fraction
) -> IndicatorPlan:
    return IndicatorPlan(
        name=scheme.name,
        group=scheme.group,
        aim=measured.aim,
        weight=weight,
        method=MethodPlan(""),
        formula=None,
        baseline=measured.baseline,
        place=reader.posed.place,
        target_place=scheme.place,
    )


def _used(reader: GivenReader, given: Given) -> FactUsed:
    """Give the reason and the evidence, after whichever fact they stand."""
    notes = {note.about: note.text for fact in reader.posed.facts for note in fact.notes}
    text = getattr(given.words["actual"].value, "text", "") if "actual" in given.words else ""
    return FactUsed(text, reader.posed.place, "", notes.get("reason", ""), notes.get("evidence", ""))


def _judged(reader: GivenReader, given: Given) -> Judged:
    """Give the self-score and the reviewer's, as words (自评得分 9分) or as in a form (自评 9分)."""
    found: dict[str, Fraction] = {}
    for note in (note for fact in reader.posed.facts for note in fact.points):
        place = reader.posed.source.place(note.span)
        if note.about == "deducted":
            reader.diagnostics.add(messages.unknown_given(place, "扣分", ("自评", "核查")))
        elif note.points.unit not in {"", "分"} or note.points.value < 0:
            reader.diagnostics.add(messages.points_wanted(place, tables()["heads"][note.about][0]))
        else:
            found[note.about] = Fraction(note.points.value)
    for word in ("self", "review"):
        points = reader.points(given.words[word]) if word in given.words else None
        found |= {} if points is None else {word: points}
    return Judged(None, found.get("self"), found.get("review"))
