"""How an actual that is not recorded itself came about: its formula, or what was spent over the budget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from perfdsl.diagnostic import Text
from perfdsl.explain.line_in_hand import LineInHand, texts_of
from perfdsl.explain.put_in_numbers import Reckoner
from perfdsl.explain.show_value import UNKNOWN
from perfdsl.explain.told import ComputedTold, FactTold, Told
from perfdsl.scheme.known_units import RATIO
from perfdsl.scheme.names import key, scope_word, term
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of
from perfdsl.syntax.node import make

_CLAUSES = frozenset({"formula", "checklist", "either"})


def trace_computed(line: LineInHand) -> ComputedTold | None:
    """Say how an actual was computed; None where it is recorded itself."""
    if line.scheme is None:
        return _execution(line)
    formula = line.plan.formula
    if formula is None:
        return None
    reckoner = _reckoner(line)
    clause = [each for each in line.scheme.node.clauses if each.kind in _CLAUSES][-1]
    place = line.scheme.source.place(clause.span)
    reckoned = reckoner.reckon(formula, line.plan.aim.unit)
    facts = tuple(_facts(line, formula, reckoner))
    return ComputedTold(Told(" ".join(place.text.split()), place), reckoned, facts)


def _execution(line: LineInHand) -> ComputedTold | None:
    """执行数 / 预算, whose words stand in no sheet."""
    span = (0, 0)
    spent, budget = (make(ast.Name, span, name=name) for name in ("执行数", "预算"))
    formula = make(ast.Binary, span, op="/", left=spent, right=budget)
    spent_text = "" if line.project.actuals.spent is None else line.project.actuals.spent.text
    reckoner = _reckoner(line, {"spent": spent_text, "budget": line.score.target})
    return ComputedTold(Told(""), reckoner.reckon(formula, RATIO), tuple(_facts(line, formula, reckoner)))


def _reckoner(line: LineInHand, written: Mapping[str, str] = MappingProxyType({})) -> Reckoner:
    """Formulas see what was recorded, and no word of the line's own method; ``written``: how, by term."""
    recorded, shown = line.project.known, texts_of(line)

    def text_of(name: str) -> Text | None:
        if written.get(name):
            return Text(written[name], written[name])
        return shown(name) if name in recorded else None

    return Reckoner(recorded, text_of, line.project.plan.units)


def _facts(line: LineInHand, formula: ast.Expr, reckoner: Reckoner) -> Iterator[FactTold]:
    for name in _names(formula):
        fact = line.project.facts.get(scope_word(name) or key(name))
        text = reckoner.text_of(term(name)) or UNKNOWN
        day = fact.day.isoformat() if fact is not None and fact.day is not None else ""
        yield FactTold(name, text, None if fact is None else fact.place, day)


def _names(expression: ast.Expr) -> list[str]:
    """Names of an expression, each once, in the order in which they were written."""
    found = [expression.name] if isinstance(expression, ast.Name) else []
    for part in parts_of(expression):
        found += _names(part)
    return list(dict.fromkeys(found))
