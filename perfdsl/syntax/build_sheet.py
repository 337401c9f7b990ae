"""Callbacks of the statements of a target sheet, but for its indicators."""

from __future__ import annotations

import re
from typing import Any

from perfdsl.syntax import ast, messages_value
from perfdsl.syntax.build_words import Token, WordBuilder, reach, span_of
from perfdsl.syntax.node import make
from perfdsl.syntax.read_literal import read_literal
from perfdsl.syntax.statement import Opener

_YEAR = re.compile(r"(\d{4})(?:年度?)?")
EARLIEST, LATEST = 1950, 2150


class SheetBuilder(WordBuilder):
    """Makes the statements of departments and projects, but for their indicators."""

    def use(self, children: list[Token]) -> ast.Use:
        """``采用 国家自评2020``."""
        return make(ast.Use, reach(children), rubric=self.name_of(children[1]))

    def department(self, children: list[Token]) -> Opener:
        """``部门 …``."""
        return Opener(ast.Department, reach(children), {"name": self.own_name(children[1])})

    def belongs_to(self, children: list[Any]) -> ast.BelongsTo:
        """``部门 101001`` · ``部门 101001，权重 30`` in a project."""
        return make(ast.BelongsTo, reach(children), code=str(children[1]), weight=children[2])

    def project(self, children: list[Any]) -> Opener:
        """``项目 …`` · ``项目 …，单位：万元``."""
        _, name, amounts, unit = children
        fields: dict[str, Any] = {"name": self.own_name(name), "name_span": span_of(name)}
        if unit is not None:
            fields["parts"] = (make(ast.MoneyUnit, reach([amounts, unit]), unit=self.name_of(unit)),)
        return Opener(ast.Project, reach(children[:2]), fields)

    def unit_definition(self, children: list[Any]) -> ast.UnitDefinition | None:
        """``计量单位 标箱`` · ``计量单位 打 = 12个``."""
        _, name, sign, literal = children
        equals = None if literal is None else self.number_or_none(literal)
        if literal is not None and (equals is None or not self.is_equals(sign)):
            return None
        return make(ast.UnitDefinition, reach(children), name=self.name_of(name), equals=equals)

    def code(self, children: list[Token]) -> ast.Code:
        """``编码 …``."""
        token = children[1]
        text = self.quoted(token) if token.startswith('"') else str(token)
        return make(ast.Code, reach(children), text=text)

    def year(self, children: list[Token]) -> ast.Year | None:
        """``年度 2022``."""
        found = _YEAR.fullmatch(str(children[1]))
        if found and EARLIEST <= int(found[1]) <= LATEST:
            return make(ast.Year, reach(children), year=int(found[1]))
        self.complain(messages_value.odd_year(self.place(span_of(children[1])), str(children[1])))
        return None

    def money_unit(self, children: list[Token]) -> ast.MoneyUnit:
        """``单位 万元``."""
        return make(ast.MoneyUnit, reach(children), unit=self.name_of(children[1]))

    def budget(self, children: list[Any]) -> ast.Budget | None:
        """``预算 5.00万元 = 财政资金 5.00万元 + 其他资金 0万元``."""
        total, sign = self.number_or_none(children[1]), children[2]
        parts = tuple(part for part in children[3:] if isinstance(part, ast.BudgetPart))
        if total is None or (sign is not None and not self.is_equals(sign)):
            return None
        return make(ast.Budget, reach(children), total=total, parts=parts)

    def budget_part(self, children: list[Any]) -> ast.BudgetPart | None:
        """``财政资金 5.00万元``."""
        amount = self.number_or_none(children[1])
        if amount is None:
            return None
        return make(
            ast.BudgetPart,
            reach(children),
            name="" if children[0] is None else self.name_of(children[0]),
            amount=amount,
        )

    def payment_plan(self, children: list[Any]) -> ast.PaymentPlan:
        """``支出计划 3月底 1.00万元，…``."""
        points = tuple(child for child in children[1:] if child is not None)
        return make(ast.PaymentPlan, reach(children), points=points)

    def payment_point(self, children: list[Token]) -> ast.PaymentPoint | None:
        """``3月底 1.00万元``."""
        when, amount = read_literal(str(children[0])), self.number_or_none(children[1])
        if when.kind == "month_end" and when.month and amount is not None:
            return make(ast.PaymentPoint, reach(children), month=when.month, amount=amount)
        if amount is not None:
            self.complain(messages_value.not_month_end(self.place(span_of(children[0])), str(children[0])))
        return None

    def purpose(self, children: list[Token]) -> ast.Purpose:
        """``用途 "…"``."""
        return make(ast.Purpose, reach(children), text=self.quoted(children[1]))

    def goal(self, children: list[Any]) -> ast.Goal:
        """``目标 "…"`` · ``分项目标 人大监督 "…"`` · ``目标 一 "…"，权重 60``."""
        head, name, text, weight = children
        return make(
            ast.Goal,
            reach(children),
            role=head.type.lower(),
            name="" if name is None else self.name_of(name),
            text=self.quoted(text),
            weight=weight,
        )

    def reporters(self, children: list[Token]) -> ast.Reporters:
        """``填报单位 河西镇、尖冢镇``."""
        return make(ast.Reporters, reach(children), names=tuple(self.name_of(each) for each in children[1:]))
