"""Makes the project that a state speaks of, with lines and facts as an engine has them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple, TypeVar

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import IndicatorPlan, MethodPlan, ProjectPlan, RulePlan
from perfdsl.proof.rules.formula import Atom
from perfdsl.proof.rules.imagine_lines import (
    WHOLE,
    ZERO,
    is_known,
    is_true,
    named_lines,
    own_line,
    path_of_line,
    rest_of_total,
)
from perfdsl.proof.rules.rule_set import RuleSet
from perfdsl.proof.rules.search import Model
from perfdsl.scheme.known_units import YUAN
from perfdsl.scheme.scheme import Aim
from perfdsl.scorecard import IndicatorScore
from perfdsl.source import Place
from perfdsl.units import Quantity, Unit

SOME_BUDGET = Fraction(10**6)


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
    lines = list(named_lines(model, place))
    if values is None:
        return None
    plan = _plan(rules, values, place)
    if each != "indicator":
        rest = rest_of_total(model, lines, place)
        return None if rest is None else Imagined(plan, (*lines, *rest), values, ProjectActuals(()), whole)
    aim = _aim(model, rules.units[at])
    baseline = model.numbers.get("baseline") if is_known(model, "baseline") else None
    own = IndicatorPlan(
        "这一项", path_of_line(model), aim, WHOLE, MethodPlan(""), None,
        None if baseline is None else Quantity(baseline, rules.units[at]), place, place,
    )  # fmt: skip
    cases = tuple(case._replace(lines=frozenset({0} if at in case.lines else ())) for case in rules.cases)
    plan = plan._replace(indicators=(own,), rules=cases)
    actual = model.numbers.get("actual", ZERO) if is_known(model, "actual") else None
    facts = ProjectActuals((None if actual is None else BoundFact(actual, "", None),))
    return Imagined(plan, (own_line(model, own, place), *lines), values, facts, whole)


def _first(model: Model) -> Model:
    truths = {atom: so for atom, so in model.truths.items() if not atom.name.endswith("'")}
    return Model(truths, {name: value for name, value in model.numbers.items() if not name.endswith("'")})


def second(model: Model) -> Model:
    """Give the second state that a model speaks of; what it has no second name for is as in the first."""
    truths = {atom._replace(name=atom.name.rstrip("'")): so for atom, so in _second_last(model.truths)}
    return Model(truths, {name.rstrip("'"): value for name, value in _second_last(model.numbers)})


def _second_last(found: Mapping[K, V]) -> list[tuple[K, V]]:
    return sorted(found.items(), key=lambda item: str(getattr(item[0], "name", item[0])).endswith("'"))


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
        if not is_known(model, name) and Atom("true", name) not in model.truths:
            continue
        if name.startswith("“") and model.truths.get(Atom("known", name), True):
            found[name] = _fact(model, name)
    if is_known(model, "finished"):
        found["finished"] = is_true(model, "finished")
    if is_known(model, "month"):
        found["month"] = model.numbers.get("month", Fraction(12))
    money = _money(model)
    return None if money is None else found | money


def _fact(model: Model, name: str) -> Known:
    if name in model.numbers and Atom("true", name) not in model.truths:
        return model.numbers[name]
    return is_true(model, name, otherwise=True)


def _money(model: Model) -> dict[str, Known] | None:
    """Budget, what was spent, and their rate; None where the three do not agree."""
    given = model.numbers
    rate = given.get("execution", ZERO) if is_known(model, "execution") else None
    budget = given.get("budget", SOME_BUDGET) if rate is not None or is_known(model, "budget") else None
    spent = given.get("spent", ZERO) if rate is not None or is_known(model, "spent") else None
    if rate and "budget" not in given and "spent" in given:
        budget = given["spent"] / rate
    if rate is not None and budget is not None and "spent" not in given:
        spent = rate * budget
    found: dict[str, Known] = {} if budget is None else {"budget": budget}
    found |= {} if spent is None else {"spent": spent}
    if budget and spent is not None:
        found["execution"] = spent / budget
    return found if rate is None or found.get("execution") == rate else None


def _aim(model: Model, unit: Unit) -> Aim:
    """A target of the sense and the bounds that the state has."""
    numbers = model.numbers
    target = numbers.get("target", numbers.get("lower", numbers.get("upper", Fraction(1))))
    if is_true(model, "upward"):
        return Aim(">=", unit, target, None, "", "")
    if is_true(model, "downward"):
        return Aim("<=", unit, None, target, "", "")
    if is_known(model, "target"):
        return Aim("=", unit, target, target, "", "")
    low = numbers.get("lower") if is_known(model, "lower") else None
    return Aim("in", unit, low, numbers.get("upper") if is_known(model, "upper") else None, "", "")


def without(imagined: Imagined, at: tuple[int, int]) -> Imagined:
    """Give the same project held to all rules but one effect."""
    cases: list[RulePlan] = list(imagined.plan.rules)
    case, nth = cases[at[0]], at[1]
    cases[at[0]] = case._replace(effects=(*case.effects[:nth], *case.effects[nth + 1 :]))
    return imagined._replace(plan=imagined.plan._replace(rules=tuple(cases)))
