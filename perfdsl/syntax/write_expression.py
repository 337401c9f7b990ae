"""Expressions as text, with the fewest brackets that keep their meaning."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from perfdsl.diagnostic import Language
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import compares
from perfdsl.syntax.keywords import names_in, spell, tables
from perfdsl.syntax.write_words import write_number, write_operand

_OR, _AND, _NOT, _COMPARE, _SUM, _PER, _PRODUCT, _MINUS, _ATOM = range(9)
"""How tightly the forms of an expression bind, loosest first; a looser inside a tighter needs brackets."""

ASKED = frozenset({"has", "lacks", "within", "filled", "unfilled"})
"""Calls that are written without brackets: 有 成本指标, 未填 原因."""

_LEVELS = {
    "or": _OR, "and": _AND, "+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT,
    ">=": _COMPARE, "<=": _COMPARE, ">": _COMPARE, "<": _COMPARE, "=": _COMPARE,
}  # fmt: skip


class ExpressionWriter:
    """Writes expressions in one language; ``own`` names (a method's parameters) are never translated."""

    __slots__ = ("_calls", "language", "own", "translates")

    def __init__(
        self, language: Language, own: AbstractSet[str] = frozenset(), *, translates: bool = False
    ) -> None:
        """``translates``: names that mean the same in both languages (实际, actual) are written in it."""
        self.language, self.own, self.translates = language, own, translates
        self._calls = 0

    def write(self, expression: ast.Expr, *, first: bool = False) -> str:
        """Write an expression; ``first`` where it begins a statement."""
        return self._within(expression, _OR, first=first)

    def write_sum(self, expression: ast.Expr) -> str:
        """Write an expression as the right side of a comparison."""
        return self._within(expression, _SUM)

    def write_factor(self, expression: ast.Expr) -> str:
        """Write an expression as a factor of a product."""
        return self._within(expression, _PRODUCT)

    def write_atom(self, expression: ast.Expr) -> str:
        """Write an expression where one word, number or bracket stands."""
        return self._within(expression, _ATOM)

    def _asked(self, name: str, function: str) -> str:
        if name in {"reason", "evidence"} and function.endswith("filled"):
            return spell("heads", name, self.language)
        return write_operand(self._spell(name), first=True)

    def _within(self, expression: ast.Expr, level: int, *, first: bool = False) -> str:
        own_level, text = self._write(expression, first=first)
        return text if own_level >= level else f"({text})"

    def _write(self, expression: ast.Expr, *, first: bool) -> tuple[int, str]:
        match expression:
            case ast.Number():
                return _ATOM, self._number(expression)
            case ast.Name(name=name):
                return _ATOM, write_operand(self._spell(name), first=first)
            case ast.Unary(op="-", operand=operand):
                return _MINUS, f"-{self._within(operand, _MINUS)}"
            case ast.Unary(operand=operand):
                return _NOT, f"{spell('joints', 'not', self.language)} {self._within(operand, _NOT)}"
            case ast.Binary():
                return self._binary(expression, first=first)
            case ast.Call(function=function, arguments=(ast.Name(name=name),)) if function in ASKED:
                return _ATOM, f"{spell('joints', function, self.language)} {self._asked(name, function)}"
            case ast.Call(function=function, arguments=arguments):
                return _ATOM, f"{_spell_function(function, self.language)}({self._list(arguments)})"
            case ast.Per():
                return _PER, self._per(expression, first=first)

    def _list(self, arguments: tuple[ast.Expr, ...]) -> str:
        self._calls += 1
        written = ", ".join(self.write(each) for each in arguments)
        self._calls -= 1
        return written

    def _number(self, number: ast.Number) -> str:
        """Write a number; between the brackets of a call a comma would be read as one between arguments."""
        written = write_number(number, words=True)
        return written.replace(",", "") if self._calls else written

    def _binary(self, binary: ast.Binary, *, first: bool) -> tuple[int, str]:
        level = _LEVELS[binary.op]
        chained = _chained(binary)
        if chained is not None:
            low, high = chained
            return _COMPARE, f"{self._compare(low, first=first)} {high.op} {self._within(high.right, _SUM)}"
        if level == _COMPARE:
            return _COMPARE, self._compare(binary, first=first)
        op = spell("joints", binary.op, self.language) if level <= _AND else binary.op
        left = self._within(binary.left, level, first=first)
        return level, f"{left} {op} {self._within(binary.right, level + 1)}"

    def _compare(self, binary: ast.Binary, *, first: bool) -> str:
        return (
            f"{self._within(binary.left, _SUM, first=first)} {binary.op} {self._within(binary.right, _SUM)}"
        )

    def _per(self, per: ast.Per, *, first: bool) -> str:
        amount = self._within(per.amount, _PRODUCT, first=first)
        return f"{amount} {self.write_step(per.step, per.measured, per.part)}"

    def write_step(self, step: ast.Expr, measured: ast.Expr | None, part: str | None) -> str:
        """Write ``每 1个百分点 超出 按比例``; a name before a bracket would be read as a function."""
        of_what = "" if measured is None else self.write_atom(measured)
        every = self.write_atom(step)
        words = [f"({every})" if of_what.startswith("(") and isinstance(step, ast.Name) else every, of_what]
        words.append("" if part is None else spell("joints", part, self.language))
        return " ".join([spell("joints", "every", self.language), *filter(None, words)])

    def _spell(self, name: str) -> str:
        word = names_in("scope").get(name)
        return (
            spell("scope", word, self.language) if word and self.translates and name not in self.own else name
        )


def _spell_function(function: str, language: Language) -> str:
    """Spell a function: min is the same in both languages, 得分 is not."""
    spellings = tables()["functions"][function]
    return spellings[0] if language == "zh" else next(word for word in spellings if word.isascii())


def _chained(binary: ast.Binary) -> tuple[ast.Binary, ast.Binary] | None:
    """Give both halves of ``a <= b < c``: they share their middle."""
    match binary:
        case ast.Binary(op="and", left=ast.Binary() as low, right=ast.Binary() as high):
            both = _LEVELS[low.op] == _LEVELS[high.op] == _COMPARE and low.right == high.left
            return (low, high) if both and not compares(low.right) else None
    return None
