"""Writes an expression with the numbers put in: ``实际 / 目标值`` becomes ``11次 / 12次``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from perfdsl.diagnostic import Language, Text
from perfdsl.explain.show_value import show_result
from perfdsl.explain.told import Reckoned
from perfdsl.plan.interpret import Interpreter, Known, MissingFact
from perfdsl.scheme.names import term, terms_used
from perfdsl.syntax import ast
from perfdsl.syntax.node import make
from perfdsl.syntax.write_expression import ExpressionWriter
from perfdsl.units import PURE, Unit

TextOf = Callable[[str], Text | None]
"""Gives what is written in the place of a term; None: the name stays."""

_LANGUAGES: tuple[Language, Language] = ("zh", "en")


class NumberWriter(ExpressionWriter):
    """Writes known names as what they stand for; those without a text stay names."""

    __slots__ = ("text_of",)

    def __init__(self, language: Language, text_of: TextOf) -> None:
        """``text_of``: term of a name → what is written in its place."""
        super().__init__(language, translates=True)
        self.text_of = text_of

    def _write(self, expression: ast.Expr, *, first: bool) -> tuple[int, str]:
        level, text = super()._write(in_plain_steps(expression), first=first)
        if not isinstance(expression, ast.Name):
            return level, text
        known = self.text_of(term(expression.name))
        if known is None:
            return level, text
        shown = known.say(self.language)
        return level, f"({shown})" if shown.startswith("-") else shown


def in_plain_steps(expression: ast.Expr) -> ast.Expr:
    """Write ``k 每 s m`` as the product that it is: ``k * m / s``, the count of steps whole where it is."""
    if not isinstance(expression, ast.Per):
        return expression
    span = expression.span
    count: ast.Expr = make(ast.Binary, span, op="/", left=expression.measured, right=expression.step)
    if expression.part in {"floor", "ceil"}:
        count = make(ast.Call, span, function=expression.part, arguments=(count,))
    return make(ast.Binary, span, op="*", left=expression.amount, right=count)


class Reckoner:
    """Reckons expressions over the values of one line, and writes them with these put in."""

    __slots__ = ("interpreter", "text_of")

    def __init__(self, values: Mapping[str, Known], text_of: TextOf, units: Mapping[str, Unit]) -> None:
        """``values`` and ``text_of`` go by the term of a name."""
        self.interpreter = Interpreter(values, units)
        self.text_of = text_of

    def reckon(self, expression: ast.Expr, unit: Unit = PURE) -> Reckoned:
        """Give an expression with its value, shown in a unit of its dimension (a share by default)."""
        words = Text(*(ExpressionWriter(each, translates=True).write(expression) for each in _LANGUAGES))
        numbers = Text(*(NumberWriter(each, self.text_of).write(expression) for each in _LANGUAGES))
        constant = not terms_used(expression)
        try:
            value = self.interpreter.value(expression)
        except MissingFact as missing:
            return Reckoned(words, numbers, missing=str(missing))
        return Reckoned(words, numbers, value, show_result(value, unit), constant)
