"""Reads what an example gives of a project as a whole: its budget, its spending, whether it is finished."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.actuals.bound import BoundFact
from perfdsl.examples import messages
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.plan.interpret import Known
from perfdsl.syntax import ast
from perfdsl.units import PURE


def values_of_project(reader: GivenReader, given: Given) -> dict[str, Known]:
    """Values of 预算, 执行数, 预算执行率, 已完成 and 月份 (last where not said), as far as they follow."""
    words = given.words
    values: dict[str, Known] = {"month": reader.month(words.get("month"))}
    budget = reader.money(words.get("budget"))
    spent = reader.money(words.get("spent"), may_be_zero=True)
    values |= {} if budget is None else {"budget": budget.value}
    values |= {} if spent is None else {"spent": spent.value}
    rate = words.get("execution")
    if rate is not None and not is_points(rate):
        found = read_rate(reader, [rate])
        values |= {} if found is None else {"execution": found.value}
    elif budget is not None and spent is not None:
        values["execution"] = spent.value / budget.value
    if "finished" in words:
        values["finished"] = reader.truth(words["finished"])
    return values


def is_points(fact: ast.GivenFact) -> bool:
    """Whether a fact about the execution rate gives its points (9.6分) or leaves it out: not the rate."""
    return not isinstance(fact.value, ast.Number) or fact.value.unit == "分"


def read_rate(reader: GivenReader, facts: Sequence[ast.GivenFact]) -> BoundFact | None:
    """Read an execution rate: a share of the budget, zero or more; None after a complaint."""
    if len(facts) > 1:
        places = reader.place(facts[1]), reader.place(facts[0])
        reader.diagnostics.add(messages.given_twice(*places, facts[1].name))
    number = reader.quantity(facts[0], "96%")
    if number is None:
        return None
    fits = number.unit.dimension == PURE.dimension and number.unit.flavour != "difference"
    bare = not number.unit.flavour and number.value > 1
    if not fits or bare or number.value < 0:
        reader.diagnostics.add(messages.number_wanted(reader.place(facts[0]), facts[0].name, "96%"))
        return None
    return BoundFact(number.value, text_of(facts[0]), None)


def text_of(fact: ast.GivenFact | None) -> str:
    """Give a value as written; empty for a word, or where there is none."""
    return "" if fact is None else getattr(fact.value, "text", "")
