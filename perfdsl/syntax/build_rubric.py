"""Callbacks of the statements of rubrics."""

from __future__ import annotations

from typing import Any

from perfdsl.syntax import ast, messages_rule, messages_value
from perfdsl.syntax.build_expression import ExpressionBuilder
from perfdsl.syntax.build_words import Token, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.statement import Opener

ALLOWED = ("beyond_range", "not_monotone", "gap", "overlap", "jump", "unreachable", "weights")


class RubricBuilder(ExpressionBuilder):
    """Makes the statements of scoring schemes."""

    def rubric(self, children: list[Any]) -> Opener:
        """``评分办法 湖北2020 沿用 国家自评2020``."""
        name, parent = children[1], children[3] if len(children) > 3 else None  # noqa: PLR2004 — with a parent four
        fields = {
            "name": self.own_name(name),
            "name_span": span_of(name),
            "extends": "" if parent is None else self.name_of(parent),
        }
        return Opener(ast.Rubric, reach(children), fields)

    def cite(self, children: list[Any]) -> ast.Cite | None:
        """``引自 "财预〔2020〕10号" 未核对原文``."""
        _, text, note = children
        if note is not None and self.word("words", note, ("unchecked",)) is None:
            return None
        return make(ast.Cite, reach(children), text=self.quoted(text), unchecked=note is not None)

    def weights(self, children: list[Any]) -> ast.Weights | None:
        """``权重 产出指标 50，… 当 无 成本指标``."""
        *groups, when, has, group = children[1:]
        condition = None
        if when is not None:
            span = reach([when, has, group])
            condition = make(ast.GroupCondition, span, has=has.type == "HAS", group=self.name_of(group))
        kept = tuple(each for each in groups if each is not None)
        return make(ast.Weights, reach(children), groups=kept, condition=condition)

    def group_weight(self, children: list[Token]) -> ast.GroupWeight | None:
        """``产出指标 50``."""
        points = self.number_or_none(children[1])
        if points is None:
            return None
        return make(ast.GroupWeight, reach(children), group=self.name_of(children[0]), points=points)

    def absent(self, children: list[Token]) -> ast.Absent:
        """``缺项 满意度指标 归 效益指标`` · ``缺项 满意度指标 按比例``."""
        heir = self.name_of(children[3]) if len(children) > 3 else ""  # noqa: PLR2004 — with an heir there are four
        return make(ast.Absent, reach(children), group=self.name_of(children[1]), heir=heir)

    def sharing(self, children: list[Token]) -> ast.Sharing | None:
        """``分摊 平均``."""
        how = self.word("words", children[1], ("equal",))
        return None if how is None else make(ast.Sharing, reach(children), how=how)

    def scoring(self, children: list[Any]) -> ast.Scoring:
        """``评分 >=, > 按完成比例；…``."""
        return make(ast.Scoring, reach(children), cases=tuple(children[1:]))

    def scoring_case(self, children: list[Any]) -> ast.ScoringCase:
        """``>=, > 按完成比例``."""
        *selectors, method, arguments = children
        end = arguments[-1].span[1] if arguments else span_of(method)[1]
        return make(
            ast.ScoringCase,
            (selectors[0].span[0], end),
            selectors=tuple(selectors),
            method=self.name_of(method),
            arguments=arguments or (),
        )

    def selector(self, children: list[Token]) -> ast.Selector:
        """``>=`` · ``定性`` · ``满意度指标``; signs and kinds by their English name."""
        token = children[0]
        if token.type == "CMP":
            text = names_in("comparisons")[str(token)]
        else:
            text = names_in("selectors").get(str(token)) or self.name_of(token)
        return make(ast.Selector, span_of(token), text=text)

    def grades(self, children: list[Any]) -> ast.Grades:
        """``等级 优 >= 90，…``."""
        return make(
            ast.Grades, reach(children), bands=tuple(each for each in children[1:] if each is not None)
        )

    def grade_band(self, children: list[Token]) -> ast.GradeBand | None:
        """``优 >= 90`` · ``差 其他``."""
        name = self.name_of(children[0])
        if children[1].type == "OTHERWISE":
            return make(ast.GradeBand, reach(children), name=name)
        if children[1].type == "LITERAL":
            return self._grade_between(name, children)
        bound = self.number_or_none(children[2])
        if bound is None:
            return None
        op = names_in("comparisons")[str(children[1])]
        return make(ast.GradeBand, reach(children), name=name, op=op, bound=bound)

    def _grade_between(self, name: str, children: list[Token]) -> ast.GradeBand | None:
        """``良 80 至不足 90`` · ``良 80..<90``: from the first number to the second, or just below it."""
        low, high, sign = self.number_or_none(children[1]), self.number_or_none(children[-1]), children[-2]
        if low is None or high is None or not self.is_below(sign):
            return None
        return make(
            ast.GradeBand,
            reach(children),
            name=name,
            op=">=",
            bound=low,
            high=high,
            high_open=sign is not None,
        )

    def rounding(self, children: list[Any]) -> ast.Rounding:
        """``舍入 每项 2位 四舍五入``."""
        return make(
            ast.Rounding, reach(children), rules=tuple(each for each in children[1:] if each is not None)
        )

    def rounding_rule(self, children: list[Token]) -> ast.RoundingRule | None:
        """``每项 2位 四舍五入``."""
        what = self.word("words", children[0], ("each", "total"))
        places = self.places(children[1])
        mode = self.word("words", children[2], ("half_up", "half_even", "truncate"))
        if what is None or places is None or mode is None:
            return None
        return make(ast.RoundingRule, reach(children), what=what, places=places, mode=mode)

    def places(self, token: Token) -> int | None:
        """Read ``2位`` or ``2``: decimal places, at most six."""
        text = str(token).removesuffix("位").removesuffix("places").strip()
        if text.isascii() and text.isdigit() and len(text) == 1 and int(text) <= 6:  # noqa: PLR2004 — a cent of a cent
            return int(text)
        self.complain(messages_value.not_places(self.place(span_of(token)), str(token)))
        return None

    def missing(self, children: list[Token]) -> ast.Missing | None:
        """``缺报 待定``."""
        how = self.word("words", children[1], ("pending", "zero", "excluded", "error"))
        return None if how is None else make(ast.Missing, reach(children), how=how)

    def applies(self, children: list[Token]) -> ast.Applies:
        """``适用 偏差须说明，执行率封顶``."""
        return make(ast.Applies, reach(children), rules=tuple(self.name_of(each) for each in children[1:]))

    def allow(self, children: list[Token]) -> ast.Allow | None:
        """``允许 超额扣分 因为 "…"``."""
        what = self.word("words", children[1], ALLOWED)
        if what is None:
            return None
        reason = self.quoted(children[3])
        if not reason.strip():
            self.complain(messages_rule.no_reason(self.place(span_of(children[3]))))
            return None
        return make(ast.Allow, reach(children), what=what, reason=reason)

    def monitored_by(self, children: list[Token]) -> ast.MonitoredBy:
        """``监控 四色灯``."""
        return make(ast.MonitoredBy, reach(children), scheme=self.name_of(children[1]))

    def rollup(self, children: list[Any]) -> ast.Rollup | None:
        """``汇总 自身 60%，各项目 40% 按预算``."""
        parts = tuple(each for each in children[1:] if each is not None)
        return make(ast.Rollup, reach(children), parts=parts) if len(parts) == len(children) - 1 else None

    def rollup_part(self, children: list[Any]) -> ast.RollupPart | None:
        """``各项目 40% 按预算``."""
        of = self.word("words", children[0], ("own", "projects"))
        share = self.number_or_none(children[1])
        how = None
        if children[2] is not None:
            how = self.word("words", children[2], ("equal", "by_budget", "by_weight"))
        if of is None or share is None or (how is None and children[2] is not None):
            return None
        return make(ast.RollupPart, reach(children), of=of, share=share, how=how)
