"""Makes the project that a state speaks of, with lines and facts as an engine has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple, TypeVar

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.diagnostic import Text
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import IndicatorPlan, MethodPlan, ProjectPlan, RulePlan
from perfdsl.proof.rules.formula import Atom
from perfdsl.proof.rules.rule_set import RuleSet
from perfdsl.proof.rules.search import Model
from perfdsl.scheme.known_units import YUAN
from perfdsl.scheme.names import group_name
from perfdsl.scheme.scheme import Aim
from perfdsl.scorecard import Attainment, FactUsed, IndicatorScore, Interval, Judged
from perfdsl.source import Place
from perfdsl.syntax.keywords import tables
from perfdsl.units import Quantity, Unit

WHOLE = Fraction(100)
ZERO = Fraction(0)
SOME_WEIGHT = Fraction(10)
SOME_BUDGET = Fraction(10**6)
_OF_LINES = ("score", "points", "ratio", "met", "unreported")


K = TypeVar("K")
V = TypeVar("V")


class Imagined(NamedTuple):
    """A project in a state: what the exact engine is given, and the state itself."""

    plan: ProjectPlan
    lines: tuple[IndicatorScore, ...]
    values: dict[str, Known]
    facts: ProjectActuals
    model: Model


def imagine_state(model: Model, rules: RuleSet, each: str, at: int = 0) -> Imagined | None:
    """Make the project; None where its numbers fit no project. ``at``: the unit of the line spoken of.

    What the model says of a second state (names that end in ') is left out; ``second`` reads it.
    """
    whole, model = model, _first(model)
    place = rules.cases[0].place
    values = _values(model)
    lines = list(_named_lines(model, place))
    if values is None:
        return None
    plan = _plan(rules, values, place)
    if each != "indicator":
        rest = _rest(model, lines, place)
        return None if rest is None else Imagined(plan, (*lines, *rest), values, ProjectActuals(()), whole)
    aim = _aim(model, rules.units[at])
    baseline = model.numbers.get("baseline") if _known(model, "baseline") else None
    own = IndicatorPlan(
        "这一项", _path(model), aim, WHOLE, MethodPlan(""), None,
        None if baseline is None else Quantity(baseline, rules.units[at]), place, place,
    )  # fmt: skip
    cases = tuple(case._replace(lines=frozenset({0} if at in case.lines else ())) for case in rules.cases)
    plan = plan._replace(indicators=(own,), rules=cases)
    actual = model.numbers.get("actual", ZERO) if _known(model, "actual") else None
    facts = ProjectActuals((None if actual is None else BoundFact(actual, "", None),))
    return Imagined(plan, (_line(model, own, place), *lines), values, facts, whole)


def _first(model: Model) -> Model:
    truths = {atom: so for atom, so in model.truths.items() if not atom.name.endswith("'")}
    return Model(truths, {name: value for name, value in model.numbers.items() if not name.endswith("'")})


def second(model: Model) -> Model:
    """Give the second state that a model speaks of; what it has no second name for is as in the first."""
    truths = {atom._replace(name=atom.name.rstrip("'")): so for atom, so in _second_last(model.truths)}
    return Model(truths, {name.rstrip("'"): value for name, value in _second_last(model.numbers)})


def _second_last(found: Mapping[K, V]) -> list[tuple[K, V]]:
    return sorted(found.items(), key=lambda item: str(getattr(item[0], "name", item[0])).endswith("'"))


def _known(model: Model, name: str) -> bool:
    return model.truths.get(Atom("known", name), name in model.numbers)


def _true(model: Model, name: str, *, otherwise: bool = False) -> bool:
    return model.truths.get(Atom("true", name), otherwise)


def _plan(rules: RuleSet, values: Mapping[str, Known], place: Place) -> ProjectPlan:
    budget = values.get("budget")
    return ProjectPlan(
        name="", code="", department="", year=None,
        budget=None if budget is None else Quantity(Fraction(budget), YUAN), money_unit=None, units={},
        rubric="", indicators=(), execution=None, grades=rules.grades, each=rules.each, total=rules.total,
        missing="pending", place=place, rules=rules.cases,
    )  # fmt: skip


def _values(model: Model) -> dict[str, Known] | None:
    """Facts of the project by term; the rate, the budget and what was spent must agree."""
    names = {atom.name for atom in model.truths} | model.numbers.keys()
    found: dict[str, Known] = {}
    for name in names:
        if not _known(model, name) and Atom("true", name) not in model.truths:
            continue
        if name.startswith("“") and model.truths.get(Atom("known", name), True):
            found[name] = _fact(model, name)
    if _known(model, "finished"):
        found["finished"] = _true(model, "finished")
    if _known(model, "month"):
        found["month"] = model.numbers.get("month", Fraction(12))
    money = _money(model)
    return None if money is None else found | money


def _fact(model: Model, name: str) -> Known:
    if name in model.numbers and Atom("true", name) not in model.truths:
        return model.numbers[name]
    return _true(model, name, otherwise=True)


def _money(model: Model) -> dict[str, Known] | None:
    rate, budget, spent = (
        model.numbers.get(word, default) if _known(model, word) else None
        for word, default in (("execution", ZERO), ("budget", SOME_BUDGET), ("spent", ZERO))
    )
    if rate is None:
        return {word: value for word, value in (("budget", budget), ("spent", spent)) if value is not None}
    if budget is None or "budget" not in model.numbers:
        budget = spent / rate if spent and rate else SOME_BUDGET
    paid = rate * budget if spent is None or "spent" not in model.numbers else spent
    return {"budget": budget, "spent": paid, "execution": rate} if paid == rate * budget else None


def _aim(model: Model, unit: Unit) -> Aim:
    """A target of the sense and the bounds that the state has."""
    numbers = model.numbers
    target = numbers.get("target", numbers.get("lower", numbers.get("upper", Fraction(1))))
    if _true(model, "upward"):
        return Aim(">=", unit, target, None, "", "")
    if _true(model, "downward"):
        return Aim("<=", unit, None, target, "", "")
    if _known(model, "target"):
        return Aim("=", unit, target, target, "", "")
    low = numbers.get("lower") if _known(model, "lower") else None
    return Aim("in", unit, low, numbers.get("upper") if _known(model, "upper") else None, "", "")


def _path(model: Model) -> tuple[str, ...]:
    own = [atom.name for atom, so in model.truths.items() if atom.kind == "within" and so]
    return tuple(group_name(name) for name in sorted(own, key=lambda name: name not in tables()["groups"]))


def _line(model: Model, plan: IndicatorPlan, place: Place) -> IndicatorScore:
    """Give the line that a rule over each indicator speaks of."""
    waits = _true(model, "unreported")
    reached: Attainment = "met" if _true(model, "met") else "missed"
    notes = {atom.name for atom, so in model.truths.items() if atom.kind == "note" and so}
    fact = FactUsed("", place, "", *("…" if note in notes else "" for note in ("reason", "evidence")))
    given = [model.numbers.get(word) if _known(model, word) else None for word in ("self", "review")]
    line = _blank(plan.name, plan.group, place)
    weight = model.numbers.get("points", max(SOME_WEIGHT, model.numbers.get("score", ZERO)))
    return line._replace(
        attainment="pending" if waits else reached,
        ratio=model.numbers.get("ratio") if _known(model, "ratio") else None,
        weight=weight,
        points=_points(model, "score", weight, waits=waits),
        fact=fact if notes else None,
        judged=Judged(None, *given),
    )


def _points(model: Model, name: str, weight: Fraction, *, waits: bool) -> Interval:
    if not model.truths.get(Atom("known", name), not waits):
        return Interval(ZERO, weight)
    score = model.numbers.get(name, weight)
    return Interval(score, score)


def _named_lines(model: Model, place: Place) -> Iterator[IndicatorScore]:
    """Give the lines and groups that the state speaks of by name."""
    names = {atom.name for atom in model.truths if atom.kind in {"known", "true"}} | model.numbers.keys()
    keys = sorted({name.partition("\t")[2] for name in names if "\t" in name})
    groups = [atom.name for atom, so in model.truths.items() if atom.kind == "has" and so]
    for name in dict.fromkeys([*keys, *groups]):
        there = any(_known(model, f"{function}\t{name}") for function in _OF_LINES)
        if there or name in groups:
            yield _named(model, name, place, in_group=name in groups or name in tables()["groups"])


def _named(model: Model, name: str, place: Place, *, in_group: bool) -> IndicatorScore:
    waits = _true(model, f"unreported\t{name}")
    scored = model.numbers.get(f"score\t{name}", ZERO)
    weight = model.numbers.get(f"points\t{name}", scored)
    met = _true(model, f"met\t{name}", otherwise=True)
    shown = group_name(name)
    return _blank(shown, (shown,) if in_group else (), place)._replace(
        attainment="pending" if waits else "met" if met else "missed",
        ratio=model.numbers.get(f"ratio\t{name}"),
        weight=weight,
        points=_points(model, f"score\t{name}", weight, waits=waits),
    )


def _rest(model: Model, lines: list[IndicatorScore], place: Place) -> list[IndicatorScore] | None:
    """Give what is left of the total as one more line; None where that line could not have it."""
    weight = WHOLE - sum((line.weight for line in lines), ZERO)
    points = sum((line.points.low for line in lines), ZERO)
    line = _blank("其余各项", (), place)._replace(weight=weight)
    if not model.truths.get(Atom("known", "total"), True):
        return [line._replace(points=Interval(ZERO, weight))] if weight > 0 else None
    rest = model.numbers.get("total", points + weight) - points
    if rest < 0 or rest > weight:
        return None
    return [line._replace(points=Interval(rest, rest))] if weight else []


def _blank(name: str, group: tuple[str, ...], place: Place) -> IndicatorScore:
    return IndicatorScore(
        group=group, name=name, target="", actual="", attainment="missed", ratio=None, weight=ZERO,
        points=Interval(ZERO, ZERO), method="", why=Text("", ""), place=place,
    )  # fmt: skip


def without(imagined: Imagined, at: tuple[int, int]) -> Imagined:
    """Give the same project held to all rules but one effect."""
    cases: list[RulePlan] = list(imagined.plan.rules)
    case, nth = cases[at[0]], at[1]
    cases[at[0]] = case._replace(effects=(*case.effects[:nth], *case.effects[nth + 1 :]))
    return imagined._replace(plan=imagined.plan._replace(rules=tuple(cases)))
