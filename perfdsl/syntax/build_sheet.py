"""Callbacks of the statements of a target sheet and of facts."""

from __future__ import annotations

import re
from typing import Any

from perfdsl.syntax import ast, messages
from perfdsl.syntax.build_words import Token, WordBuilder, end_of, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.read_literal import read_literal
from perfdsl.syntax.statement import Bare, Entry, Opener, Said

_GROUP_NAME = re.compile(r'"[^"\n]*"|“[^”\n]*”|[^\W\d][\w·]*')
_EARLIEST, _LATEST = 1950, 2150


class SheetBuilder(WordBuilder):
    """Makes the statements of departments, projects and facts."""

    def use(self, children: list[Token]) -> ast.Use:
        """``采用 国家自评2020``."""
        return make(ast.Use, reach(children), rubric=self.name_of(children[1]))

    def department(self, children: list[Token]) -> Opener:
        """``部门 …``."""
        return Opener(ast.Department, reach(children), {"name": self.name_of(children[1])})

    def belongs_to(self, children: list[Token]) -> ast.BelongsTo:
        """``部门 101001`` in a project."""
        return make(ast.BelongsTo, reach(children), code=str(children[1]))

    def project(self, children: list[Any]) -> Opener:
        """``项目 …`` · ``项目 …，单位：万元``."""
        _, name, amounts, unit = children
        fields: dict[str, Any] = {"name": self.name_of(name), "name_span": span_of(name)}
        if unit is not None:
            fields["parts"] = (make(ast.MoneyUnit, reach([amounts, unit]), unit=str(unit)),)
        return Opener(ast.Project, reach(children[:2]), fields)

    def unit_definition(self, children: list[Any]) -> ast.UnitDefinition | None:
        """``计量单位 标箱`` · ``计量单位 打 = 12个``."""
        _, name, sign, literal = children
        equals = None if literal is None else self.number_or_none(literal)
        if literal is not None and (equals is None or not self._is_equals(sign)):
            return None
        return make(ast.UnitDefinition, reach(children), name=str(name), equals=equals)

    def code(self, children: list[Token]) -> ast.Code:
        """``编码 …``."""
        return make(ast.Code, reach(children), text=str(children[1]).strip('"'))

    def year(self, children: list[Token]) -> ast.Year | None:
        """``年度 2022``."""
        year = self.whole(children[1])
        if year is None or _EARLIEST <= year <= _LATEST:
            return None if year is None else make(ast.Year, reach(children), year=year)
        self.complain(messages.odd_year(self.place(span_of(children[1])), year))
        return None

    def money_unit(self, children: list[Token]) -> ast.MoneyUnit:
        """``单位 万元``."""
        return make(ast.MoneyUnit, reach(children), unit=str(children[1]))

    def budget(self, children: list[Any]) -> ast.Budget | None:
        """``预算 5.00万元 = 财政资金 5.00万元 + 其他资金 0万元``."""
        total, sign = self.number_or_none(children[1]), children[2]
        parts = tuple(part for part in children[3:] if isinstance(part, ast.BudgetPart))
        if total is None or (sign is not None and not self._is_equals(sign)):
            return None
        return make(ast.Budget, reach(children), total=total, parts=parts)

    def budget_part(self, children: list[Any]) -> ast.BudgetPart | None:
        """``财政资金 5.00万元``."""
        amount = self.number_or_none(children[1])
        if amount is None:
            return None
        return make(ast.BudgetPart, reach(children), name=str(children[0] or ""), amount=amount)

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
            self.complain(messages.not_month_end(self.place(span_of(children[0])), str(children[0])))
        return None

    def purpose(self, children: list[Token]) -> ast.Purpose:
        """``用途 "…"``."""
        return make(ast.Purpose, reach(children), text=self.quoted(children[1]))

    def goal(self, children: list[Any]) -> ast.Goal:
        """``目标 "…"`` · ``分项目标 人大监督 "…"``."""
        head, name, text = children
        return make(
            ast.Goal,
            reach(children),
            role=head.type.lower(),
            name="" if name is None else self.name_of(name),
            text=self.quoted(text),
        )

    def group(self, children: list[Token]) -> Opener:
        """``产出指标 / 数量指标：``."""
        names = _GROUP_NAME.findall(str(children[0]))
        path = tuple(name.strip('"“”') for name in names)
        return Opener(ast.Group, reach(children), {"path": path})

    def entry(self, children: list[Any]) -> Entry:
        """``集中活动的次数 >= 12次，权重 20``."""
        head, shape = children[0], children[1]
        name = str(head).rstrip(" \t:")
        span = (head.start_pos, head.start_pos + len(name))
        if name[0] in '"“':
            name = self.source.text[span[0] + 1 : span[1] - 1]
        clauses = tuple(clause for clause in children[2:] if clause is not None)
        end = max(span[1], *(end_of(child) for child in children[1:] if child is not None and child != "broken"), 0)
        return Entry(
            (span[0], end), name, span, None if shape == "broken" else shape, clauses, shape == "broken"
        )

    def bound(self, children: list[Any]) -> Said | str:
        """``>= 12次``."""
        value, bound = self._read_value(children[1:])
        if value is None:
            return "broken"
        op: Any = names_in("comparisons")[str(children[0])]
        return Said(reach(children), op, value, bound)

    def bare(self, children: list[Any]) -> Bare | str:
        """``12次`` · ``95%以上`` · ``2022年底前`` · ``部分达成 70%``."""
        value, bound = self._read_value(children)
        return "broken" if value is None else Bare(reach(children), value, bound)

    def range(self, children: list[Any]) -> ast.Range | str:
        """``in 90%..100%``."""
        low, high = (self.number_or_none(child) for child in children if child is not None and child.type == "LITERAL")
        if low is None or high is None:
            return "broken"
        return make(ast.Range, reach(children), low=low, high=high)

    def state(self, children: list[Token]) -> ast.State:
        """``是 健全``."""
        return make(ast.State, reach(children), word=self.name_of(children[1]))

    def qualitative(self, children: list[Any]) -> ast.Qualitative:
        """``定性 "显著提升"``."""
        text = "" if children[1] is None else self.quoted(children[1])
        return make(ast.Qualitative, reach(children), text=text)

    def fact_note(self, children: list[Token]) -> ast.FactNote:
        """``原因 "…"`` · ``佐证 "…"``."""
        head, text = children
        return make(ast.FactNote, reach(children), about=head.type.lower(), text=self.quoted(text))

    def actuals(self, children: list[Any]) -> Opener | None:
        """``实绩 代表之家运行经费 2022-12-31``."""
        _, name, when = children
        date = None
        if when is not None:
            reading = read_literal(str(when))
            if reading.kind != "date" or reading.bound:
                self.complain(messages.not_date(self.place(span_of(when)), str(when), reading))
            else:
                date = self.date_node(when, reading)
        fields = {"project": self.name_of(name), "project_span": span_of(name), "date": date}
        return Opener(ast.Actuals, reach(children), fields)

    def reserved(self, children: list[Token]) -> None:
        """``规则 …`` and ``算例 …``: kept for a later version."""
        self.complain(messages.reserved(self.place(span_of(children[0])), str(children[0])))

    def _read_value(self, tokens: list[Any]) -> tuple[ast.Number | ast.DateLiteral | ast.Word | None, str]:
        first, share = tokens[0], tokens[1] if len(tokens) > 1 else None
        if first.type == "STRING":
            return make(ast.Word, span_of(first), word=self.quoted(first)), ""
        reading = read_literal(str(first))
        if reading.kind == "number" and not reading.problem and share is None:
            return self.number_node(first, reading), reading.bound
        if reading.kind == "date" and not reading.problem and share is None:
            return self.date_node(first, reading), reading.bound
        if first.type == "LITERAL":
            self.complain(messages.bad_number(self.place(span_of(first)), str(first), reading))
            return None, ""
        number = None if share is None else self.number_or_none(share)
        return make(ast.Word, reach(tokens), word=str(first), share=number), ""

    def _is_equals(self, sign: Token) -> bool:
        if names_in("comparisons")[str(sign)] == "=":
            return True
        self.complain(messages.needs_equals(self.place(span_of(sign)), str(sign)))
        return False
