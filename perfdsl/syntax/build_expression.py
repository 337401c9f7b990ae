"""Callbacks of the expression rules."""

from __future__ import annotations

from typing import Any

from perfdsl.syntax import ast, messages
from perfdsl.syntax.build_words import Token, WordBuilder, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.read_literal import read_literal
from perfdsl.units import find_unit

DEEPEST = 60
"""Levels of an expression; later stages may recurse this deep and no deeper."""

_CHINESE_DIGITS = frozenset("零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟")


class ExpressionBuilder(WordBuilder):
    """Makes expression nodes; an operand that could not be read makes the whole None."""

    def number(self, children: list[Token]) -> ast.Number | None:
        """``60%``."""
        return self.number_or_none(children[0])

    def name(self, children: list[Token]) -> ast.Name | ast.Number:
        """``实际``, or a Chinese numeral with a known unit such as ``二十三万元``."""
        token = children[0]
        if token.type == "NAME" and token[0] in _CHINESE_DIGITS:
            reading = read_literal(str(token))
            plain = reading.kind == "number" and not reading.bound and not reading.problem
            if plain and (not reading.unit or find_unit(reading.unit) is not None):
                return self.number_node(token, reading)
        return make(ast.Name, span_of(token), name=self.name_of(token))

    def disjunction(self, children: list[Any]) -> ast.Binary | None:
        """``a 或 b``."""
        return self._binary("or", children[0], children[-1])

    def conjunction(self, children: list[Any]) -> ast.Binary | None:
        """``a 且 b``."""
        return self._binary("and", children[0], children[-1])

    def negation(self, children: list[Any]) -> ast.Unary | None:
        """``非 a``."""
        return self._unary("not", children)

    def compare(self, children: list[Any]) -> ast.Binary | None:
        """``a >= b`` · ``a <= b < c``, which is ``a <= b 且 b < c``."""
        left, op, right, second, last = children
        first = self._binary(names_in("comparisons")[str(op)], left, right)
        if second is None:
            return first
        return self._binary("and", first, self._binary(names_in("comparisons")[str(second)], right, last))

    def addition(self, children: list[Any]) -> ast.Binary | None:
        """``a + b`` · ``a - b``."""
        return self._binary(str(children[1]), children[0], children[2])

    def multiplication(self, children: list[Any]) -> ast.Binary | None:
        """``a * b`` · ``a / b``."""
        sign = "*" if children[1].type == "STAR" else "/"
        return self._binary(sign, children[0], children[2])

    def minus(self, children: list[Any]) -> ast.Unary | None:
        """``-a``."""
        return self._unary("-", children)

    def per(self, children: list[Any]) -> ast.Per | None:
        """``0.5分 每 1个百分点 超出 按比例``."""
        amount, _, step, measured, part = children
        if amount is None or step is None or measured is None:
            return None
        how = None if part is None else names_in("joints")[str(part)]
        return make(ast.Per, reach(children), amount=amount, step=step, measured=measured, part=how)

    def call(self, children: list[Any]) -> ast.Call | None:
        """``min(a, b)``."""
        function = names_in("functions").get(str(children[0]))
        if function is None:
            self.complain(messages.unknown_function(self.place(span_of(children[0])), str(children[0])))
            return None
        if any(argument is None for argument in children[1:]):
            return None
        self._commas(children[1:])
        return make(ast.Call, reach(children), function=function, arguments=tuple(children[1:]))

    def bounded(self, expression: Any) -> Any:
        """Give the expression, or None where it nests deeper than later stages may recurse."""
        if expression is None or depth_of(expression) <= DEEPEST:
            return expression
        self.complain(messages.too_deep(self.place(expression.span), DEEPEST))
        return None

    def _commas(self, arguments: list[Any]) -> None:
        for argument in arguments:
            if isinstance(argument, ast.Number) and "," in argument.text:
                self.complain(messages.comma_in_number(self.place(argument.span), argument.text))

    def _binary(self, op: str, left: Any, right: Any) -> ast.Binary | None:
        if left is None or right is None:
            return None
        return make(ast.Binary, (left.span[0], right.span[1]), op=op, left=left, right=right)

    def _unary(self, op: str, children: list[Any]) -> ast.Unary | None:
        if children[1] is None:
            return None
        return make(ast.Unary, reach(children), op=op, operand=children[1])


def parts_of(expression: ast.Expr) -> tuple[ast.Expr, ...]:
    """Operands of an expression, from left to right."""
    match expression:
        case ast.Unary(operand=operand):
            return (operand,)
        case ast.Binary(left=left, right=right):
            return (left, right)
        case ast.Call(arguments=arguments):
            return arguments
        case ast.Per(amount=amount, step=step, measured=measured):
            return (amount, step, measured)
        case _:
            return ()


def depth_of(expression: ast.Expr) -> int:
    """Levels of an expression, counted without recursion: it may be as long as the text."""
    level, here = 0, [expression]
    while here:
        level += 1
        here = [part for each in here for part in parts_of(each)]
    return level
