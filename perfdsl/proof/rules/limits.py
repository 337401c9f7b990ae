"""Limits that rules set to one thing (总分, 得分, a line by name, 等级), and when one is above another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.engines.exact.round_points import round_points
from perfdsl.proof.rules.encode_amount import named_line
from perfdsl.proof.rules.encode_condition import ConditionEncoder
from perfdsl.proof.rules.formula import ALWAYS, NEVER, Every, Formula, Linear, any_of, compared, number
from perfdsl.proof.rules.quotient import Choice, comparison
from perfdsl.proof.rules.rule_set import Entry, RuleSet
from perfdsl.scheme.grade import grade_of, totals_between
from perfdsl.scheme.names import scope_word
from perfdsl.syntax import ast

MOST_QUIET = 12
"""Cases that are kept from interfering while an example is looked for."""
_WHOLE = Fraction(100)


class Better(NamedTuple):
    """The totals that get a better grade than some: all from a bound on (``open``: above it); None: none."""

    bound: Fraction | None
    open: bool = False

    def holds(self, total: Linear) -> Formula:
        """When a total is one of them."""
        if self.bound is None:
            return NEVER
        return compared(total, ">" if self.open else ">=", number(self.bound))

    def of(self, amount: Choice) -> Formula:
        """When an amount is one of them; of a quotient nothing is said."""
        if not amount.bottom.fixed:
            return ALWAYS
        return self.holds(amount.top.times(1 / amount.bottom.constant))


def limited_by(entry: Entry) -> str:
    """Give the variable that an effect limits; empty where it limits none. A grade is had by the total."""
    match entry.effect:
        case ast.Cap(what=what):
            word = scope_word(what)
            return word if word in {"score", "total"} else named_line("score", what, {})
        case ast.GradeCap():
            return "total"
        case _:
            return ""


def better_than(grade: str, rules: RuleSet) -> Better | None:
    """Give the totals with a better grade; None where these are not all above some bound."""
    names = [each.name for each in rules.grades]
    if grade not in names:
        return None
    marks = sorted(totals_between(Fraction(0), _WHOLE, rules.grades))
    given = [grade_of(each, rules.grades) for each in marks]
    better = [bool(name) and names.index(name) < names.index(grade) for name in given]
    if better != sorted(better):
        return None
    if not any(better):
        return Better(None)
    first = better.index(True)
    on_mark = first == 0 or first == len(marks) - 1 or grade_of_bound(marks[first], rules)
    return Better(marks[first]) if on_mark else Better(marks[first - 1], open=True)


def grade_of_bound(total: Fraction, rules: RuleSet) -> bool:
    """Whether a total is itself a bound of a grade."""
    return any(total in {each.bound, each.high} for each in rules.grades if each.op)


class Limits:
    """Writes what limits do as formulas; ``renamed``: names of a second state."""

    __slots__ = ("_fails", "_holds", "_renamed", "_rules")

    def __init__(self, rules: RuleSet, renamed: Mapping[str, str] | None = None) -> None:
        """Take the rules that the limits are from."""
        self._rules, self._renamed = rules, renamed or {}
        self._holds: dict[int, Formula] = {}
        self._fails: dict[int, Formula] = {}

    def encoder(self, entry: Entry) -> ConditionEncoder:
        """Give what reads the names of an effect."""
        return ConditionEncoder(entry.case.units, self._renamed, splits_rate=self._rules.splits_rate)

    def applies(self, entry: Entry) -> Formula:
        """When an effect takes place."""
        at = entry.at[0]
        if at not in self._holds:
            self._holds[at] = self.encoder(entry).yes(entry.case.condition)
        return self._holds[at]

    def fails(self, entry: Entry) -> Formula:
        """When the condition of an effect does not hold, or is not known to."""
        at = entry.at[0]
        if at not in self._fails:
            self._fails[at] = self.encoder(entry).not_yes(entry.case.condition)
        return self._fails[at]

    def amounts(self, entry: Entry) -> list[Choice]:
        """Give what a limit of points may be, as it is after rounding where it is a number."""
        assert isinstance(entry.effect, ast.Cap)  # noqa: S101 — only these have points
        found = self.encoder(entry).amounts(entry.effect.most)
        return [self._rounded(each) for each in found]

    def _rounded(self, amount: Choice) -> Choice:
        if not amount.top.fixed or not amount.bottom.fixed:
            return amount
        value = amount.top.constant / amount.bottom.constant
        step = self._rules.total or self._rules.each
        return amount._replace(top=number(round_points(max(value, Fraction(0)), step)), bottom=number(1))

    def leaves(self, entry: Entry, above: Choice, *, equal: bool = False) -> Formula:
        """When a limit of points does not apply, or is higher than an amount (``equal``: or the same)."""
        assert isinstance(entry.effect, ast.Cap)  # noqa: S101 — only these have points
        sign = ">=" if equal else ">"
        higher = tuple(comparison(each, sign, above) for each in self.amounts(entry))
        return any_of((*self._idle(entry), *higher))

    def leaves_grade(self, entry: Entry, better: Better, grade: str, *, equal: bool = False) -> Formula:
        """When an effect leaves a better grade than one (``equal``: a limit to the same grade does too)."""
        if isinstance(entry.effect, ast.GradeCap):
            names = [each.name for each in self._rules.grades]
            own = names.index(entry.effect.grade) if entry.effect.grade in names else -1
            free = own < names.index(grade) or (equal and own == names.index(grade))
            return ALWAYS if free else any_of(self._idle(entry))
        high = (Every((*each.guard, better.of(each))) for each in self.amounts(entry))
        return any_of((*self._idle(entry), *high))

    def quiet(self, entry: Entry) -> list[Formula]:
        """When nothing else interferes: no other case takes points off or leaves the line out."""
        loud = (ast.Deduct, ast.Exclude)
        others = [
            each
            for each in self._rules.entries(entry.case.each)
            if each.at[0] != entry.at[0] and isinstance(each.effect, loud)
        ]
        return [self.fails(each) for each in others[:MOST_QUIET]]

    def _idle(self, entry: Entry) -> Iterator[Formula]:
        """When an effect takes no place: its condition does not hold, or its amount has no value."""
        yield self.fails(entry)
        if isinstance(entry.effect, ast.Cap):
            yield self.encoder(entry).undefined(entry.effect.most)
