"""Callbacks of the statements of methods, in plain expressions and in the words of Chinese rules."""

from __future__ import annotations

from typing import Any

from perfdsl.syntax import ast, messages_method
from perfdsl.syntax.build_expression import ExpressionBuilder, part_of_step
from perfdsl.syntax.build_words import reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.statement import Opener


class MethodBuilder(ExpressionBuilder):
    """Makes the statements of methods."""

    def method(self, children: list[Any]) -> Opener:
        """``方法 及格门槛(门槛 = 60%)``."""
        _, name, parameters = children
        fields = {"name": self.own_name(name), "name_span": span_of(name), "parameters": parameters or ()}
        return Opener(ast.Method, reach(children[:2]), fields)

    def parameters(self, children: list[Any]) -> tuple[ast.Parameter, ...]:
        """``(低, 高 = 90%)``."""
        return tuple(child for child in children if child is not None)

    def parameter(self, children: list[Any]) -> ast.Parameter | None:
        """``门槛 = 60%``."""
        name, sign, default = children
        if sign is not None and (self.bounded(default) is None or not self.is_equals(sign)):
            return None
        return make(ast.Parameter, reach(children), name=self.name_of(name), default=default)

    def level(self, children: list[Any]) -> ast.Level | None:
        """``档次 部分达成 60%..<80%``."""
        name, low, sign, high = children[1], children[2], children[-2], children[-1]
        lowest, highest = self.number_or_none(low), self.number_or_none(high)
        if lowest is None or highest is None or not self.is_below(sign):
            return None
        return make(
            ast.Level,
            reach(children),
            name=self.name_of(name),
            low=lowest,
            high=highest,
            high_open=sign is not None,
        )

    def case(self, children: list[Any]) -> ast.Case | None:
        """``实际 / 目标值 < 60% -> 0%``."""
        first, result = children
        written = self.text[slice(*result.span)] if isinstance(result, ast.Name) else ""
        if names_in("joints").get(written) == "exhausted":
            self.complain(messages_method.nothing_to_exhaust(self.place(result.span)))
            return None
        otherwise = getattr(first, "type", "") == "OTHERWISE"
        condition = None if otherwise else self.bounded(first)
        plain = isinstance(result, ast.Deduction) or self.bounded(result) is not None
        if not plain or (condition is None and not otherwise):
            return None
        start = first.start_pos if otherwise else first.span[0]
        return make(ast.Case, (start, result.span[1]), condition=condition, result=result)

    def deduction(self, children: list[Any]) -> ast.Deduction | None:
        """``扣 0.5分 每 1个百分点 超出 按比例，扣完为止``."""
        _, amount, every, step, measured, part, exhausted = children
        parts = (amount, step, measured)
        if amount is None or (every is not None and step is None):
            return None
        if any(each is not None and self.bounded(each) is None for each in parts):
            return None
        return make(
            ast.Deduction,
            reach(children),
            amount=amount,
            step=step,
            measured=measured,
            part=part_of_step(part),
            to_zero=exhausted is not None,
        )

    def bands(self, children: list[Any]) -> ast.Bands | None:
        """``分段 实际：>= 90% -> 100%，其他 -> 0%``."""
        measured, kept = children[1], tuple(each for each in children[2:] if each is not None)
        if self.bounded(measured) is None or not kept:
            return None
        return make(ast.Bands, reach(children), measured=measured, bands=kept)

    def band(self, children: list[Any]) -> ast.Band | None:
        """``>= 90% -> 100%`` · ``其他 -> 0%``."""
        sign, *rest = children
        if any(self.bounded(each) is None for each in rest):
            return None
        if sign.type == "OTHERWISE":
            return make(ast.Band, reach(children), result=rest[0])
        op = names_in("comparisons")[str(sign)]
        return make(ast.Band, reach(children), op=op, bound=rest[0], result=rest[1])

    def interpolation(self, children: list[Any]) -> ast.Interpolation | None:
        """``内插 实际：60% -> 25%，90% -> 100%``."""
        measured, *knots = children[1:]
        if len(knots) == 1:
            self.complain(messages_method.one_knot(self.place(reach(children))))
        kept = tuple(each for each in knots if each is not None)
        if self.bounded(measured) is None or len(kept) < 2:  # noqa: PLR2004 — a line has two ends
            return None
        return make(ast.Interpolation, reach(children), measured=measured, knots=kept)

    def knot(self, children: list[Any]) -> ast.Knot | None:
        """``60% -> 25%``."""
        if any(self.bounded(each) is None for each in children):
            return None
        return make(ast.Knot, reach(children), at=children[0], result=children[1])
