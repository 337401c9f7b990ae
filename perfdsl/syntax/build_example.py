"""Callbacks of examples: what is given, and what should come of it."""

from __future__ import annotations

from typing import Any

from perfdsl.syntax import ast, messages_rule, messages_value
from perfdsl.syntax.build_words import Token, WordBuilder, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make, with_fields
from perfdsl.syntax.read_literal import read_literal
from perfdsl.syntax.statement import Bare, Opener, Said

STATES = ("met", "missed", "pending", "excluded")


class ExampleBuilder(WordBuilder):
    """Makes the statements of examples."""

    def example(self, children: list[Any]) -> Opener:
        """``算例 "开了 11 次"`` · ``算例 "…" 采用 国家自评2020``."""
        _, name, use, rubric = children
        fields = {
            "name": self.own_name(name),
            "name_span": span_of(name),
            "rubric": "" if use is None else self.name_of(rubric),
        }
        return Opener(ast.Example, reach(children), fields)

    def given(self, children: list[Any]) -> ast.Given | None:
        """``设 集中活动的次数 = 11次，原因 "…"`` · ``设 填报单位 河西镇，优良率 = 90%``."""
        facts: list[ast.GivenFact] = []
        broken = False
        reporter = children[2]
        for child in children[3:]:
            match child:
                case None:
                    broken = True
                case ast.GivenFact():
                    facts.append(child)
                    broken = False
                case _ if broken:
                    pass  # it is about the fact that could not be read
                case _ if not facts:
                    self.complain(messages_rule.note_before_fact(self.place(child.span)))
                case ast.FactNote():
                    facts[-1] = with_fields(facts[-1], notes=(*facts[-1].notes, child))
                case ast.FactPoints():
                    facts[-1] = with_fields(facts[-1], points=(*facts[-1].points, child))
        if not facts:
            return None
        reported_by = "" if reporter is None else self.name_of(reporter)
        return make(ast.Given, reach(children), reporter=reported_by, facts=tuple(facts))

    def given_fact(self, children: list[Any]) -> ast.GivenFact | None:
        """``集中活动的次数 = 11次`` · ``目标 在 90%..100%`` · ``已完成``."""
        name, shape = children
        fields: dict[str, Any] = {"name": self.name_of(name), "name_span": span_of(name)}
        match shape:
            case "broken":
                return None
            case Said(op=op, value=value, bound=bound) if bound in {"", op}:
                fields |= {"op": op, "value": value}
            case Bare(value=value, bound=bound):
                fields |= {"op": bound or None, "value": value}
            case ast.Node():
                fields["target"] = shape
            case Said(span=span):
                self.complain(messages_rule.two_signs(self.place(span)))
                return None
        if self._is_inexact(fields.get("value")):
            return None
        return make(ast.GivenFact, reach(children), **fields)

    def _is_inexact(self, value: Any) -> bool:
        """Whether a value is a word such as 约11次; complains of it."""
        reading = read_literal(value.word) if isinstance(value, ast.Word) else None
        if reading is None or reading.problem != "inexact":
            return False
        self.complain(messages_value.bad_number(self.place(value.span), value.word, reading))
        return True

    def expect(self, children: list[Any]) -> ast.Expect | None:
        """``应 集中活动的次数 得 11.46分，等级 优``."""
        kept = tuple(each for each in children[1:] if each is not None)
        return make(ast.Expect, reach(children), expectations=kept) if kept else None

    def expect_points(self, children: list[Any]) -> ast.ExpectPoints | None:
        """``集中活动的次数 得 11.46分`` · ``得 9分..<12分`` · ``总分 97.81分``."""
        there = [each for each in children if each is not None]
        numbers = [self.number_or_none(each) for each in there if each.type == "LITERAL"]
        sign = children[-2] if len(numbers) > 1 else None
        if None in numbers or not self.is_below(sign):
            return None
        return make(
            ast.ExpectPoints,
            reach(children),
            name=self.name_of(there[0]) if there[0].type in {"NAME", "STRING"} else "",
            low=numbers[0],
            high=numbers[1] if len(numbers) > 1 else None,
            high_open=sign is not None,
        )

    def expect_state(self, children: list[Any]) -> ast.ExpectState | ast.ExpectLight | None:
        """``集中活动的次数 未达标`` · ``未达标`` · ``资金 黄``."""
        name, said = children
        light = names_in("lights").get(str(said))
        if light is not None:
            of = "" if name is None else self.name_of(name)
            return make(ast.ExpectLight, reach(children), name=of, light=light)
        state = names_in("words").get(str(said))
        if state not in STATES:
            self.complain(messages_rule.unknown_expectation(self.place(span_of(said)), str(said)))
            return None
        return make(
            ast.ExpectState, reach(children), name="" if name is None else self.name_of(name), state=state
        )

    def expect_grade(self, children: list[Token]) -> ast.ExpectGrade:
        """``等级 优``."""
        return make(ast.ExpectGrade, reach(children), grade=self.name_of(children[1]))

    def expect_told(self, children: list[Any]) -> ast.ExpectTold:
        """``提示 偏差须说明`` · ``无 错误``."""
        lacks, severity, rule = children
        return make(
            ast.ExpectTold,
            reach(children),
            severity=severity.type.lower(),
            rule="" if rule is None else self.name_of(rule),
            absent=lacks is not None,
        )
