"""Callbacks of the clauses of an indicator."""

from __future__ import annotations

from typing import Any

from perfdsl.syntax import ast, messages_method
from perfdsl.syntax.build_expression import ExpressionBuilder
from perfdsl.syntax.build_words import Token, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make


class ClauseBuilder(ExpressionBuilder):
    """Makes what is said of an indicator besides its target."""

    def weight(self, children: list[Token]) -> ast.Weight | None:
        """``权重 20``."""
        points = self.number_or_none(children[1])
        return None if points is None else make(ast.Weight, reach(children), points=points)

    def scored(self, children: list[Any]) -> ast.Scored:
        """``评分 及格门槛(70%)``."""
        return make(
            ast.Scored, reach(children), method=self.name_of(children[1]), arguments=children[2] or ()
        )

    def formula(self, children: list[Any]) -> ast.Formula | None:
        """``计算 已建档代表数 / 代表总数``."""
        expression = self.bounded(children[1])
        return None if expression is None else make(ast.Formula, reach(children), expression=expression)

    def baseline(self, children: list[Token]) -> ast.Baseline | None:
        """``基数 100人``."""
        value = self.number_or_none(children[1])
        return None if value is None else make(ast.Baseline, reach(children), value=value)

    def remark(self, children: list[Token]) -> ast.Remark:
        """``说明 "…"`` · ``依据 "…"``."""
        head, text = children
        return make(ast.Remark, reach(children), about=head.type.lower(), text=self.quoted(text))

    def unsettled(self, children: list[Token | None]) -> ast.Unsettled:
        """``待填 指标值 "12次" 因为 "没有运算符"`` · ``存疑 …``."""
        head, field, printed, _, reason = children
        assert head is not None  # noqa: S101 — the grammar has them
        assert field is not None  # noqa: S101
        return make(
            ast.Unsettled,
            reach(children),
            how=head.type.lower(),
            field=self.name_of(field),
            printed="" if printed is None else self.quoted(printed),
            reason="" if reason is None else self.quoted(reason),
        )

    def aggregated(self, children: list[Token]) -> ast.Aggregated | None:
        """``汇总 求和`` · ``汇总 按资金``."""
        how = self.word("words", children[1], ("sum", "equal", "by_money"))
        return None if how is None else make(ast.Aggregated, reach(children), how=how)

    def serves(self, children: list[Token]) -> ast.Serves:
        """``对应 一``."""
        return make(ast.Serves, reach(children), goal=self.name_of(children[1]))

    def arguments(self, children: list[Any]) -> tuple[ast.Argument, ...]:
        """``(低 = 60%, 90%)``."""
        there = tuple(child for child in children if child is not None)
        if there:
            self._commas(there[0].span[0])
        return there

    def argument(self, children: list[Any]) -> ast.Argument | None:
        """``60%`` · ``低 = 60%``."""
        value = self.bounded(children[0])
        match value:
            case None:
                return None
            case ast.Binary(op="=", left=ast.Name(name=name), right=right):
                return make(ast.Argument, value.span, name=name, value=right)
            case _:
                return make(ast.Argument, value.span, value=value)

    def checklist(self, children: list[Token]) -> ast.Checklist:
        """``清单 制度健全、台账齐全``."""
        return make(ast.Checklist, reach(children), items=tuple(self.name_of(each) for each in children[1:]))

    def either(self, children: list[Any]) -> ast.Either | None:
        """``择一 论文 >= 3篇；获奖 >= 1项``."""
        if len(children) == 2:  # noqa: PLR2004 — the keyword and one measure
            self.complain(messages_method.one_measure(self.place(reach(children))))
            return None
        kept = tuple(each for each in children[1:] if each is not None)
        return make(ast.Either, reach(children), measures=kept) if kept else None

    def measure(self, children: list[Token]) -> ast.Measure | None:
        """``论文 >= 3篇``."""
        name, sign, literal = children
        op, bound = names_in("comparisons")[str(sign)], self.number_or_none(literal)
        if op not in {">=", "<="}:
            self.complain(messages_method.measure_sign(self.place(span_of(sign)), str(sign)))
            return None
        if bound is None:
            return None
        return make(ast.Measure, reach(children), name=self.name_of(name), op=op, bound=bound)
