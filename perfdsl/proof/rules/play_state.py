"""Holds an imagined project to its rules with the exact engine: what it does not find is not shown."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.engines.exact.fire_rules import Fired, fire_on_line, fire_on_project
from perfdsl.engines.exact.hold_to_rules import Held, hold_to_rules
from perfdsl.engines.exact.judge_departments import judge_departments
from perfdsl.proof.rules.imagine_state import Imagined
from perfdsl.proof.rules.rule_set import Entry


class Played(NamedTuple):
    """What the engine makes of a state: effects that take place, and the project after them."""

    fired: tuple[Fired, ...]
    held: Held

    def has(self, entry: Entry) -> bool:
        """Whether an effect takes place for certain."""
        return any(each.certain and each.effect is entry.effect for each in self.fired)

    def names(self) -> list[str]:
        """Name the rules that take place, in order."""
        return list(dict.fromkeys(each.rule.name for each in self.fired if each.certain))


def play(imagined: Imagined) -> Played:
    """Hold a project to its rules."""
    plan, lines, values, facts, _ = imagined
    held = hold_to_rules(plan, facts, lines, values)
    if plan.indicators:
        fact = facts.indicators[0]
        actual = None if fact is None else fact.value
        return Played(tuple(fire_on_line(plan, 0, lines, values, actual)), held)
    return Played(tuple(fire_on_project(plan, held.lines, held.before, values)), held)


def speaks_of_department(imagined: Imagined, entry: Entry) -> bool:
    """Whether a rule over departments speaks of one whose projects share its money alike."""
    count = imagined.model.numbers.get("projects", 1)
    if count != int(count) or not 1 <= count <= MOST_PROJECTS:
        return False
    share_of = Fraction(1, int(count))
    budget, spent = imagined.plan.budget, imagined.values.get("spent")
    share = None if budget is None else budget._replace(value=budget.value * share_of)
    fact = None if spent is None else BoundFact(spent * share_of, "", None)
    pair = imagined.plan._replace(budget=share), ProjectActuals((), fact)
    return any(flag.place == entry.place for flag in judge_departments([pair] * int(count)))


MOST_PROJECTS = 100
