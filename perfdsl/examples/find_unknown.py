"""Finds the words that a rule asks of a line, that make a difference, and that an example does not give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.engines.exact.rule_values import RuleValues
from perfdsl.examples import messages
from perfdsl.examples.imagine_beside import Beside
from perfdsl.examples.imagine_line import WORDS, Imagined
from perfdsl.examples.known_words import OPEN_WHILE_UNREPORTED, known_words
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.plan.interpret import MissingFact
from perfdsl.plan.plan import ProjectPlan, RulePlan
from perfdsl.scheme.rule_scope import values_used
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables

_MAY_BE_OPEN = frozenset({"score", "unreported", "self", "review"})
_EXAMPLES = {
    "points": "10分", "full": "10分", "ratio": "90%", "actual": "11次", "target": ">= 12次",
    "lower": ">= 12次", "upper": "<= 12次", "shortfall": "2次", "baseline": "100人",
}  # fmt: skip


def complain_of_unknown(
    imagined: Imagined | None, plan: ProjectPlan, beside: Beside, given: Given, reader: GivenReader
) -> None:
    """Complain of words of the line that make a difference and that the example does not give."""
    if imagined is None or reader.diagnostics.has_errors:
        return
    for word in sorted(set(_unknown(imagined, plan.rules, beside, given))):
        name = tables()["scope"][word][0]
        reader.diagnostics.add(messages.lacks(reader.posed.place, name, _EXAMPLES.get(word, "")))


def _unknown(imagined: Imagined, rules: Sequence[RulePlan], beside: Beside, given: Given) -> Iterator[str]:
    """Give the words that a case asks for and that make a difference, but that the example does not give."""
    scope = {**beside.values, **known_words(given, imagined)}
    for each in rules:
        if each.each != "indicator" or 0 not in each.lines:
            continue
        values = RuleValues(scope, each.units, (imagined.line, *beside.lines), imagined.line)
        truth = values.holds(each.condition)
        if truth == "open" or (truth == "yes" and _lacks_amount(values, each)):
            may_be_open = OPEN_WHILE_UNREPORTED if imagined.measured.unreported else frozenset[str]()
            yield from _words_of_line(each) - scope.keys() - _MAY_BE_OPEN - may_be_open


def _words_of_line(rule: RulePlan) -> set[str]:
    """Words of one line that a case of a rule over each indicator asks for."""
    amounts = (effect for effect in rule.effects if isinstance(effect, ast.Cap | ast.Deduct))
    parts = [effect.most if isinstance(effect, ast.Cap) else effect.amount for effect in amounts]
    used = values_used(*(part for part in (rule.condition, *parts) if part is not None))
    return used & {*WORDS, "lower", "upper", "shortfall", "full"}


def _lacks_amount(values: RuleValues, rule: RulePlan) -> bool:
    for effect in rule.effects:
        try:
            match effect:
                case ast.Cap(most=amount) | ast.Deduct(amount=amount):
                    values.value(amount)
        except MissingFact:
            return True
    return False
