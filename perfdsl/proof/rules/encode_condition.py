"""When a condition of a rule holds for certain, when it does not, and when neither: as formulas.

The engine has four answers: yes, no, not known yet, no such value. A condition that is not answered yes
does not hold, nor need its negation.
"""

from __future__ import annotations

from collections.abc import Mapping

from perfdsl.proof.rules.encode_amount import (
    ALWAYS_KNOWN,
    Naming,
    choices_of,
    name_of,
    named_line,
)
from perfdsl.proof.rules.formula import ALWAYS, NEVER, Atom, Formula, Said, all_of, any_of, known, true
from perfdsl.proof.rules.quotient import NOTHING, Choice, comparison
from perfdsl.scheme.names import group_key
from perfdsl.scheme.rule_scope import NOTES
from perfdsl.syntax import ast
from perfdsl.units import Unit

_OPPOSITE = {"<=": ">", "<": ">=", ">=": "<", ">": "<=", "=": "<>"}


class ConditionEncoder:
    """Writes conditions of one case as formulas."""

    __slots__ = ("naming",)

    def __init__(
        self,
        units: Mapping[str, Unit],
        renamed: Mapping[str, str] | None = None,
        *,
        splits_rate: bool = False,
    ) -> None:
        """``renamed``: words that have names of their own in a second state."""
        self.naming = Naming(units, renamed or {}, self._strictly, splits_rate)

    def yes(self, condition: ast.Expr | None) -> Formula:
        """When a condition holds for certain."""
        return ALWAYS if condition is None else self._answered(condition, wanted=True)

    def not_yes(self, condition: ast.Expr | None) -> Formula:
        """When it does not, or is not known to."""
        return NEVER if condition is None else self._unanswered(condition, wanted=True)

    def amounts(self, expression: ast.Expr) -> list[Choice]:
        """Give what an amount may be."""
        return choices_of(expression, self.naming)

    def _answered(self, condition: ast.Expr, *, wanted: bool) -> Formula:
        match condition:
            case ast.Binary(op="and" | "or" as op, left=left, right=right):
                both = (self._answered(left, wanted=wanted), self._answered(right, wanted=wanted))
                return all_of(both) if (op == "and") == wanted else any_of(both)
            case ast.Unary(op="not", operand=operand):
                return self._answered(operand, wanted=not wanted)
            case leaf:
                return self._leaf(leaf, wanted=wanted)

    def _unanswered(self, condition: ast.Expr, *, wanted: bool) -> Formula:
        match condition:
            case ast.Binary(op="and" | "or" as op, left=left, right=right):
                both = (self._unanswered(left, wanted=wanted), self._unanswered(right, wanted=wanted))
                return any_of(both) if (op == "and") == wanted else all_of(both)
            case ast.Unary(op="not", operand=operand):
                return self._unanswered(operand, wanted=not wanted)
            case leaf:
                return any_of((self._leaf(leaf, wanted=not wanted), self._unknown(leaf)))

    def _leaf(self, leaf: ast.Expr, *, wanted: bool) -> Formula:
        match leaf:
            case ast.Name(name=name):
                found = name_of(name, self.naming.renamed)
                said = true(found, holds=wanted)
                return said if found in ALWAYS_KNOWN else all_of((known(found), said))
            case ast.Call():
                return self._asked(leaf, wanted=wanted)
            case ast.Binary(left=left, op=op, right=right):
                sign = op if wanted else _OPPOSITE[op]
                ones, others = self.amounts(left), self.amounts(right)
                return any_of(comparison(one, sign, other) for one in ones for other in others)
            case _:
                return NEVER

    def _asked(self, call: ast.Call, *, wanted: bool) -> Formula:
        name = call.arguments[0]
        if not isinstance(name, ast.Name):
            return NEVER
        match call.function:
            case "has" | "lacks":
                return Said(Atom("has", group_key(name.name)), wanted == (call.function == "has"))
            case "within":
                return Said(Atom("within", group_key(name.name)), wanted)
            case "filled" | "unfilled":
                return self._filled(name.name, wanted=wanted == (call.function == "filled"))
            case function:
                found = named_line(function, name.name, self.naming.renamed)
                return all_of((known(found), true(found, holds=wanted)))

    def _filled(self, name: str, *, wanted: bool) -> Formula:
        if name in NOTES:
            return Said(Atom("note", name), wanted)
        found = name_of(name, self.naming.renamed)
        if found in ALWAYS_KNOWN:
            return ALWAYS if wanted else NEVER
        return known(found, holds=wanted)

    def _strictly(self, condition: ast.Expr, wanted: bool) -> Formula:
        """When a condition inside an amount is so; there, nothing to the right of a gap is looked at."""
        match condition:
            case ast.Binary(op="and" | "or" as op, left=left, right=right):
                one, other = self._strictly(left, wanted), self._strictly(right, wanted)
                if (op == "and") == wanted:
                    return all_of((one, other))
                return any_of((one, all_of((self._strictly(left, not wanted), other))))
            case ast.Unary(op="not", operand=operand):
                return self._strictly(operand, not wanted)
            case leaf:
                return self._leaf(leaf, wanted=wanted)

    def _unknown(self, leaf: ast.Expr) -> Formula:
        """When a leaf is neither yes nor no: a value is missing, or something is divided by zero."""
        match leaf:
            case ast.Name(name=name):
                return self._missing(name_of(name, self.naming.renamed))
            case ast.Call(function="met" | "unreported" as function, arguments=(ast.Name(name=name),)):
                return known(named_line(function, name, self.naming.renamed), holds=False)
            case ast.Binary(left=left, right=right):
                return any_of((self.undefined(left), self.undefined(right)))
            case _:
                return NEVER

    def _missing(self, name: str) -> Formula:
        return NEVER if name in ALWAYS_KNOWN else known(name, holds=False)

    def undefined(self, amount: ast.Expr) -> Formula:
        """When an amount has no value."""
        match amount:
            case ast.Name(name=name) if name_of(name, {}) == "execution" and self.naming.splits_rate:
                return self._no_rate()
            case ast.Name(name=name):
                return self._missing(name_of(name, self.naming.renamed))
            case ast.Call(function="count", arguments=arguments):
                return any_of(map(self._neither, arguments))
            case ast.Call(
                function="score" | "points" | "ratio" as function, arguments=(ast.Name(name=name),)
            ):
                return known(named_line(function, name, self.naming.renamed), holds=False)
            case ast.Binary(op="/", left=left, right=right):
                return any_of((self.undefined(left), self.undefined(right), self._zero(right)))
            case ast.Per(amount=one, step=step, measured=measured):
                return any_of((*map(self.undefined, (one, step, measured)), self._zero(step)))
            case ast.Binary(left=left, right=right):
                return any_of((self.undefined(left), self.undefined(right)))
            case ast.Unary(operand=operand):
                return self.undefined(operand)
            case ast.Call(arguments=arguments):
                return any_of(map(self.undefined, arguments))
            case _:
                return NEVER

    def _zero(self, divisor: ast.Expr) -> Formula:
        return any_of(comparison(each, "=", NOTHING) for each in self.amounts(divisor))

    def _neither(self, condition: ast.Expr) -> Formula:
        """When a condition inside an amount is neither so nor not so."""
        match condition:
            case ast.Binary(op="and" | "or" as op, left=left, right=right):
                goes_on = self._strictly(left, op == "and")
                return any_of((self._neither(left), all_of((goes_on, self._neither(right)))))
            case ast.Unary(op="not", operand=operand):
                return self._neither(operand)
            case leaf:
                return self._unknown(leaf)

    def _no_rate(self) -> Formula:
        spent, budget = (self.naming.renamed.get(each, each) for each in ("spent", "budget"))
        return any_of((known(spent, holds=False), known(budget, holds=False), self._zero(_BUDGET)))


_BUDGET = ast.Name(span=(0, 0), name="budget")
