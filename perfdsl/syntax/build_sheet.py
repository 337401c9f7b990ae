"""Callbacks of the statements of a target sheet and of facts."""

from __future__ import annotations

import re
from typing import Any

from perfdsl.syntax import ast, messages_value
from perfdsl.syntax.build_words import Token, WordBuilder, end_of, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.read_literal import read_literal
from perfdsl.syntax.statement import Bare, Entry, Opener, Reserved, Said

_GROUP_NAME = re.compile(r'"[^"\n]*"|“[^”\n]*”|[^\W\d][\w·]*')
_YEAR = re.compile(r"(\d{4})(?:年度?)?")
_EARLIEST, _LATEST = 1950, 2150


class SheetBuilder(WordBuilder):
    """Makes the statements of departments, projects and facts."""

    def use(self, children: list[Token]) -> ast.Use:
        """``采用 国家自评2020``."""
        return make(ast.Use, reach(children), rubric=self.name_of(children[1]))

    def department(self, children: list[Token]) -> Opener:
        """``部门 …``."""
        return Opener(ast.Department, reach(children), {"name": self.own_name(children[1])})

    def belongs_to(self, children: list[Token]) -> ast.BelongsTo:
        """``部门 101001`` in a project."""
        return make(ast.BelongsTo, reach(children), code=str(children[1]))

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
        if found and _EARLIEST <= int(found[1]) <= _LATEST:
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
        token = children[0]
        written = self.source.text[token.start_pos : token.end_pos]
        spans = [found.span() for found in _GROUP_NAME.finditer(str(token))]
        quoted = [token[start] in '"“' for start, _ in spans]
        path = tuple(
            written[start + 1 : end - 1] if quotes else token[start:end]
            for (start, end), quotes in zip(spans, quoted, strict=True)
        )
        return Opener(ast.Group, span_of(token), {"path": path})

    def entry(self, children: list[Any]) -> Entry:
        """``集中活动的次数 >= 12次，权重 20``."""
        head, shape = children[0], children[1]
        name = str(head).rstrip(" \t:")
        span = (head.start_pos, head.start_pos + len(name))
        if name[0] in '"“':
            name = self.source.text[span[0] + 1 : span[1] - 1]
        clauses = tuple(clause for clause in children[2:] if clause is not None)
        end = max(
            span[1], *(end_of(child) for child in children[1:] if child is not None and child != "broken"), 0
        )
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
        low, high = (
            self.number_or_none(child) for child in children if child is not None and child.type == "LITERAL"
        )
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
                self.complain(messages_value.not_date(self.place(span_of(when)), str(when), reading))
            else:
                date = self.date_node(when, reading)
        fields = {"project": self.own_name(name), "project_span": span_of(name), "date": date}
        return Opener(ast.Actuals, reach(children), fields)

    def reserved(self, children: list[Token]) -> Reserved:
        """``规则 …`` and ``算例 …``: kept for a later version."""
        word = str(children[0]).split(maxsplit=1)[0].rstrip(":")
        start = children[0].start_pos
        opens = names_in("reserved").get(word) in {"rule", "example"}
        return Reserved((start, start + len(word)), word, opens)

    def _read_value(self, tokens: list[Any]) -> tuple[ast.Number | ast.DateLiteral | ast.Word | None, str]:
        first, share = tokens[0], tokens[1] if len(tokens) > 1 else None
        if first.type == "STRING":
            return make(ast.Word, reach(tokens), word=self.quoted(first), share=self._share(share)), ""
        reading = read_literal(str(first))
        if reading.kind == "number" and not reading.problem and share is None:
            return self.number_node(first, reading), reading.bound
        if reading.kind == "date" and not reading.problem and share is None:
            return self.date_node(first, reading), reading.bound
        if first.type == "LITERAL":
            self.complain(messages_value.bad_number(self.place(span_of(first)), str(first), reading))
            return None, ""
        return make(ast.Word, reach(tokens), word=str(first), share=self._share(share)), ""

    def _share(self, token: Token | None) -> ast.Number | None:
        return None if token is None else self.number_or_none(token)
