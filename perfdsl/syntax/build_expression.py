"""Callbacks of the expression rules."""

from __future__ import annotations

from typing import Any

from perfdsl.syntax import ast, messages, messages_value
from perfdsl.syntax.build_words import Token, WordBuilder, end_of, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.read_name import reads_as_number

DEEPEST = 60
"""Levels of an expression; later stages may recurse this deep and no deeper."""


class ExpressionBuilder(WordBuilder):
    """Makes expression nodes; an operand that could not be read makes the whole None."""

    def number(self, children: list[Token]) -> ast.Number | None:
        """``60%``."""
        return self.number_or_none(children[0])

    def name(self, children: list[Token]) -> ast.Name | ast.Number:
        """``实际``, or a Chinese numeral with a known unit such as ``二十三万元``."""
        token = children[0]
        reading = reads_as_number(str(token)) if token.type == "NAME" else None
        if reading is not None:
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
        if compares(right):
            self.complain(messages.compare_in_middle(self.place(right.span)))
            return None
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
        return make(
            ast.Per, reach(children), amount=amount, step=step, measured=measured, part=part_of_step(part)
        )

    def call(self, children: list[Any]) -> ast.Call | None:
        """``min(a, b)``."""
        function = names_in("functions").get(str(children[0]))
        if function is None:
            self.complain(messages.unknown_function(self.place(span_of(children[0])), str(children[0])))
            return None
        if any(argument is None for argument in children[1:]):
            return None
        self._commas(end_of(children[0]))
        return make(ast.Call, reach(children), function=function, arguments=tuple(children[1:]))

    def filled(self, children: list[Token]) -> ast.Call:
        """``未填 原因`` · ``已填 佐证`` · ``未填 集中活动的次数``; the English name of a word of facts."""
        word = names_in("heads").get(str(children[1])) if children[1].type == "NAME" else None
        return self._asks(children, word if word in {"reason", "evidence"} else self.name_of(children[1]))

    def has(self, children: list[Token]) -> ast.Call:
        """``有 成本指标`` · ``无 成本指标`` · ``属于 产出指标``."""
        return self._asks(children, self.name_of(children[1]))

    def _asks(self, children: list[Token], name: str) -> ast.Call:
        about = make(ast.Name, span_of(children[1]), name=name)
        return make(ast.Call, reach(children), function=children[0].type.lower(), arguments=(about,))

    def bounded(self, expression: Any) -> Any:
        """Give the expression, or None where it nests deeper than later stages may recurse."""
        if expression is None or depth_of(expression) <= DEEPEST:
            return expression
        self.complain(messages.too_deep(self.place(expression.span), DEEPEST))
        return None

    def _commas(self, start: int) -> None:
        """Complain of numbers with commas between the brackets that began at ``start``."""
        while self.with_commas and self.with_commas[-1].span[0] >= start:
            number = self.with_commas.pop()
            self.complain(messages_value.comma_in_number(self.place(number.span), number.text))

    def _binary(self, op: str, left: Any, right: Any) -> ast.Binary | None:
        if left is None or right is None:
            return None
        return make(ast.Binary, (left.span[0], right.span[1]), op=op, left=left, right=right)

    def _unary(self, op: str, children: list[Any]) -> ast.Unary | None:
        if children[1] is None:
            return None
        return make(ast.Unary, reach(children), op=op, operand=children[1])


def part_of_step(token: Token | None) -> str | None:
    """How a part of a step counts: ``按比例`` · ``（每满）``; None where it is not said."""
    return None if token is None else names_in("joints")[token.strip("( \t)")]


def compares(expression: ast.Expr | None) -> bool:
    """Whether a comparison stands anywhere inside; the middle of ``a < b < c`` is in the tree twice."""
    here = [] if expression is None else [expression]
    while here:
        each = here.pop()
        if isinstance(each, ast.Binary) and each.op not in {"+", "-", "*", "/"}:
            return True
        here += parts_of(each)
    return False


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
