"""Callbacks of indicators and facts: the name, what is said of it, and the groups that they stand in."""

from __future__ import annotations

import re
from typing import Any

from perfdsl.syntax import ast, messages_value
from perfdsl.syntax.build_words import Token, WordBuilder, end_of, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.read_literal import read_literal
from perfdsl.syntax.statement import Bare, Entry, Opener, Said

CAUSES = ("funding", "rules", "staff", "equipment", "other")
_GROUP_NAME = re.compile(r'"[^"\n]*"|“[^”\n]*”|[^\W\d][\w·]*')


class EntryBuilder(WordBuilder):
    """Makes groups, entries, their values, and the heads of blocks of facts."""

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

    def fact_note(self, children: list[Any]) -> ast.FactNote | None:
        """``原因 "…"`` · ``原因 人员保障 "…"`` · ``佐证 "…"``."""
        head, cause, text = children
        about, named = head.type.lower(), None
        if cause is not None and about == "evidence":
            self.complain(messages_value.cause_of_evidence(self.place(span_of(cause))))
            return None
        if cause is not None:
            named = "other" if cause.type == "OTHERWISE" else self.word("causes", cause, CAUSES)
            if named is None:
                return None
        return make(ast.FactNote, reach(children), about=about, cause=named, text=self.quoted(text))

    def foreseen(self, children: list[Any]) -> ast.Foreseen | None:
        """``预计 12次``."""
        value, bound = self._read_value(children[1:])
        if value is None:
            return None
        if bound:
            written = self.source.text[slice(*value.span)]
            self.complain(messages_value.bound_foreseen(self.place(value.span), written))
            return None
        return make(ast.Foreseen, reach(children), value=value)

    def fact_points(self, children: list[Token]) -> ast.FactPoints | None:
        """``扣分 2分`` · ``自评 11.46分``."""
        points = self.number_or_none(children[1])
        if points is None:
            return None
        return make(ast.FactPoints, reach(children), about=children[0].type.lower(), points=points)

    def actuals(self, children: list[Any]) -> Opener | None:
        """``实绩 代表之家运行经费 2022-12-31`` · ``实绩 农村公路 2022-12-31 填报单位 河西镇``."""
        _, name, when, _, reporter = children
        date = None
        if when is not None:
            reading = read_literal(str(when))
            if reading.kind != "date" or reading.bound:
                self.complain(messages_value.not_date(self.place(span_of(when)), str(when), reading))
            else:
                date = self.date_node(when, reading)
        fields = {
            "project": self.own_name(name),
            "project_span": span_of(name),
            "date": date,
            "reporter": "" if reporter is None else self.name_of(reporter),
        }
        return Opener(ast.Actuals, reach(children), fields)

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
