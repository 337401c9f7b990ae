"""Lights the money, and the one target, that an example of a monitoring scheme (监控办法) gives."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.actuals.bound import BoundFact
from perfdsl.actuals.convert import Converter
from perfdsl.diagnostic import Diagnostics
from perfdsl.examples import messages
from perfdsl.examples.bench import Bench
from perfdsl.examples.example import Posed, Worked
from perfdsl.examples.imagine import imagined_plan
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.examples.watched import watch_alone
from perfdsl.monitor.count_months import last_day
from perfdsl.monitor.monitor_money import Purse
from perfdsl.monitor.stand_line import Standing, stand
from perfdsl.monitor.watch import Watch, watch_on
from perfdsl.plan.plan import IndicatorPlan, MethodPlan
from perfdsl.scheme.monitoring import MonitoringScheme
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax import ast
from perfdsl.units import PURE, find_unit

WORDS = ("month", "budget", "spent", "target", "actual")
SOME_YEAR = 2000


def score_monitoring(posed: Posed, bench: Bench, diagnostics: Diagnostics) -> Worked | None:
    """Give the lights at a month's end, of December where none is given; None after a complaint."""
    scheme = _scheme(posed, bench)
    reader = GivenReader(posed, bench.checker.definitions.units, diagnostics)
    given = reader.sort(WORDS)
    for fact in given.names:
        place = posed.source.place(fact.name_span)
        diagnostics.add(messages.unknown_given(place, fact.name, ["月份", "预算", "执行数", "目标", "实际"]))
    if posed.node.rubric:
        diagnostics.add(messages.needless_rubric(posed.place))
    month = reader.month(given.words.get("month"))
    if scheme is None:
        return None
    watch = watch_on(scheme, last_day(SOME_YEAR, month.__floor__()), SOME_YEAR)
    aim = None if "target" not in given.words else reader.aim(given.words["target"])
    standing = None if aim is None else _standing(aim, reader, given, watch)
    purse = _purse(reader, given)
    if diagnostics.has_errors:
        return None
    return Worked((), watched=watch_alone(purse, standing, aim.unit if aim else PURE, watch))


def _scheme(posed: Posed, bench: Bench) -> MonitoringScheme | None:
    """Give the meaning of the scheme above; None where it is another of the same name that counts."""
    definitions = bench.checker.definitions
    found = definitions.monitorings.get(key(posed.subject.name))
    if found is None or found.node is not posed.subject:
        return None
    return bench.checker.monitorings[key(posed.subject.name)]


def _purse(reader: GivenReader, given: Given) -> Purse:
    budget = reader.money(given.words.get("budget"))
    spent = reader.money(given.words.get("spent"), may_be_zero=True)
    if spent is not None and budget is None:
        reader.diagnostics.add(messages.lacks(reader.posed.place, "预算", "5万元"))
    return Purse(None if budget is None else budget.value, None if spent is None else spent.value)


def _standing(aim: Aim, reader: GivenReader, given: Given, watch: Watch) -> Standing:
    posed = reader.posed
    line = IndicatorPlan(
        name=posed.subject.name,
        group=(),
        aim=aim,
        weight=Fraction(0),
        method=MethodPlan(""),
        formula=None,
        baseline=None,
        place=posed.place,
        target_place=posed.place,
    )
    actual = given.words.get("actual")
    recorded = None if actual is None else reader.fact(actual)
    if recorded is None:
        return stand(line, None, watch)
    if aim.op == "qualitative":
        return stand(line, _share(recorded.value, reader, actual), watch)
    converter = Converter(imagined_plan(posed, reader.units), reader.diagnostics)
    return stand(line, converter.line(recorded, line), watch)


def _share(value: ast.Value | None, reader: GivenReader, actual: ast.GivenFact | None) -> BoundFact | None:
    """Read a level of quality by its share: a scheme alone does not say how much a level is worth."""
    share = value.share if isinstance(value, ast.Word) else value
    unit = find_unit(share.unit, reader.units) if isinstance(share, ast.Number) else None
    if not isinstance(share, ast.Number) or unit is None or unit.dimension != PURE.dimension:
        if actual is not None:
            reader.diagnostics.add(messages.number_wanted(reader.place(actual), actual.name, "部分达成 70%"))
        return None
    size = Fraction(share.value) * unit.factor
    return BoundFact(size, share.text, None, level=0 if size >= 1 else 1)
