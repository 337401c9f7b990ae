"""Callbacks of rules: whom they look at, when, and what then."""

from __future__ import annotations

from typing import Any

from perfdsl.syntax import ast, messages_rule
from perfdsl.syntax.build_expression import ExpressionBuilder
from perfdsl.syntax.build_words import Token, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.statement import Opener, Then, When


class RuleBuilder(ExpressionBuilder):
    """Makes the statements of rules."""

    def rule(self, children: list[Token]) -> Opener:
        """``规则 执行率封顶``."""
        fields = {"name": self.own_name(children[1]), "name_span": span_of(children[1])}
        return Opener(ast.Rule, reach(children), fields)

    def when(self, children: list[Any]) -> When | None:
        """``每项 当 得分 < 分值`` · the same and ``则 …`` on one line."""
        each, when, condition, then, *effects = children
        if when is not None and self.bounded(condition) is None:
            return None
        kept = tuple(effect for effect in effects if effect is not None)
        if then is not None and not kept:
            return None
        return When(reach(children), each.type.lower().removeprefix("each_"), condition, kept)

    def then(self, children: list[Any]) -> Then | None:
        """``则 提示 "…"``."""
        kept = tuple(effect for effect in children[1:] if effect is not None)
        return Then(reach(children), kept) if kept else None

    def told(self, children: list[Token]) -> ast.Told:
        """``提示 "…"``."""
        severity = children[0].type.lower()
        return make(ast.Told, reach(children), severity=severity, text=self.quoted(children[1]))

    def cap(self, children: list[Any]) -> ast.Cap | None:
        """``总分 至多 69 因为 "…"``."""
        what, sign, most, because, reason = children
        if self.bounded(most) is None or not self._is_at_most(sign):
            return None
        return make(
            ast.Cap,
            reach(children),
            what=self.name_of(what),
            most=most,
            because=self._because(because, reason),
        )

    def grade_cap(self, children: list[Any]) -> ast.GradeCap | None:
        """``等级 至多 中``."""
        _, sign, grade, because, reason = children
        if not self._is_at_most(sign):
            return None
        reason = self._because(because, reason)
        return make(ast.GradeCap, reach(children), grade=self.name_of(grade), because=reason)

    def deduct(self, children: list[Any]) -> ast.Deduct | None:
        """``扣 2分``."""
        _, amount, because, reason = children
        if self.bounded(amount) is None:
            return None
        return make(ast.Deduct, reach(children), amount=amount, because=self._because(because, reason))

    def exclude(self, children: list[Any]) -> ast.Exclude:
        """``不计``."""
        return make(ast.Exclude, reach(children), because=self._because(*children[1:]))

    def _because(self, because: Token | None, reason: Token | None) -> str:
        return "" if because is None or reason is None else self.quoted(reason)

    def _is_at_most(self, sign: Token) -> bool:
        if names_in("comparisons")[str(sign)] == "<=":
            return True
        self.complain(messages_rule.not_at_most(self.place(span_of(sign)), str(sign)))
        return False
