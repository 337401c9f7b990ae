"""Which words and names a rule may use, with their units: over one indicator, a project, or a department."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from perfdsl.scheme.infer_units import PLAIN, RULES
from perfdsl.scheme.known_units import ANY, BOOL, MONTH_OF_YEAR, POINTS, RATIO, YUAN
from perfdsl.scheme.method_scope import Line, scope_of_words
from perfdsl.scheme.names import term
from perfdsl.scheme.rubric_scheme import RuleScheme
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of
from perfdsl.units import PURE, Unit

_FUNCTIONS = {
    "indicator": PLAIN | RULES,
    "project": PLAIN | (RULES - {"within"}),
    "department": PLAIN | {"count"},
}
NOTES = frozenset({"reason", "evidence"})
"""What 已填 and 未填 ask of a line itself; any other name is that of a fact."""

_GROUPS = frozenset({"has", "lacks", "within"})
_OF_PROJECT: dict[str, Unit] = {
    "budget": YUAN, "spent": YUAN, "execution": RATIO, "finished": BOOL, "month": MONTH_OF_YEAR,
}  # fmt: skip
_OF_LINE: dict[str, Unit] = {
    "points": POINTS, "full": POINTS, "met": BOOL, "score": POINTS, "ratio": RATIO, "upward": BOOL,
    "downward": BOOL, "unreported": BOOL, "self": POINTS, "review": POINTS, "actual": ANY, "target": ANY,
    "lower": ANY, "upper": ANY, "shortfall": ANY, "baseline": ANY,
}  # fmt: skip
OF_VALUE = frozenset({"actual", "target", "lower", "upper", "shortfall", "baseline"})
"""Words of a rule that have the unit of the line which it is held against."""


def words_of_rule(each: str) -> dict[str, Unit]:
    """Give the words that a rule may use, before it is known of which line or project it speaks."""
    match each:
        case "indicator":
            return _OF_PROJECT | _OF_LINE
        case "project":
            return {**_OF_PROJECT, "total": POINTS}
        case _:
            return {"budget": YUAN, "spent": YUAN, "execution": RATIO, "projects": PURE, "total": POINTS}


def functions_of_rule(each: str) -> AbstractSet[str]:
    """Give the functions that a rule may use."""
    return _FUNCTIONS[each]


def words_of_line(line: Line) -> dict[str, Unit]:
    """Give the words that a rule may use of one line; those that it has no value for are of any unit."""
    return words_of_rule("indicator") | scope_of_words(line)


def expressions_of(case: ast.RuleCase) -> list[ast.Expr]:
    """List all that a case of a rule computes: its condition, and the amounts of its effects."""
    return expressions_in(case.condition, case.effects)


def expressions_in(condition: ast.Expr | None, effects: Iterable[ast.Effect]) -> list[ast.Expr]:
    """List a condition, if there is one, and the amounts of effects."""
    return [each for each in (condition, *map(_amount, effects)) if each is not None]


def _amount(effect: ast.Effect) -> ast.Expr | None:
    match effect:
        case ast.Cap(most=amount) | ast.Deduct(amount=amount):
            return amount
        case _:
            return None


def values_used(*expressions: ast.Expr) -> set[str]:
    """Terms of all names of which an expression uses the value; not those of groups, notes and lines."""
    found, open_ones = set(), list(expressions)
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, ast.Name):
            found.add(term(each.name))
        if not (isinstance(each, ast.Call) and each.function in RULES and each.function != "count"):
            open_ones.extend(parts_of(each))
    return found


def facts_asked(rules: Iterable[RuleScheme]) -> set[str]:
    """Terms of the facts and indicators that rules ask for, by value or by whether they are recorded."""
    found: set[str] = set()
    for rule in rules:
        for case in rule.cases:
            expressions = expressions_of(case)
            found |= values_used(*expressions) | _filled(expressions)
    return {name for name in found if name.startswith("“")}


def _filled(expressions: list[ast.Expr]) -> set[str]:
    asked = [call for call in calls_in(*expressions) if call.function in {"filled", "unfilled"}]
    names = {term(each.name) for call in asked for each in call.arguments if isinstance(each, ast.Name)}
    return names - NOTE_TERMS


def calls_in(*expressions: ast.Expr) -> list[ast.Call]:
    """List all calls in some expressions."""
    found, open_ones = [], list(expressions)
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, ast.Call):
            found.append(each)
        open_ones.extend(parts_of(each))
    return found


NOTE_TERMS = frozenset(term(name) for name in NOTES)


def scope_with(words: Mapping[str, Unit], names: Iterable[str], known: Mapping[str, Unit]) -> dict[str, Unit]:
    """Add names that are no words: with the units of a project's indicators where it has them."""
    return {**words, **{name: known.get(name, ANY) for name in names if name.startswith("“")}}
