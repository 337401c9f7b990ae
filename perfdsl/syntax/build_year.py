"""Callbacks of the statements of a year: monitoring, amendments, actions, and the journal of facts."""

from __future__ import annotations

from typing import Any

from perfdsl.syntax import ast, messages_value, messages_year
from perfdsl.syntax.build_words import Token, WordBuilder, reach, span_of
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.node import make
from perfdsl.syntax.read_literal import read_literal
from perfdsl.syntax.statement import Opener

_LONGEST_NUMBER = 12
"""Digits of the number of an entry."""


class YearBuilder(WordBuilder):
    """Makes what happens between a target and its score."""

    # ------------------------------------------------------------- monitoring

    def monitoring(self, children: list[Token]) -> Opener:
        """``监控办法 四色灯``."""
        fields = {"name": self.own_name(children[1]), "name_span": span_of(children[1])}
        return Opener(ast.Monitoring, reach(children), fields)

    def lights(self, children: list[Any]) -> ast.Lights | None:
        """``预警 资金 红 < 60%，黄 < 80%，绿 其他``."""
        subject = self.word("watched", children[1], tuple(names_in("watched").values()))
        bands = tuple(each for each in children[2:] if each is not None)
        if subject is None or len(bands) < len(children) - 2:
            return None
        return make(ast.Lights, reach(children), subject=subject, bands=bands)

    def light_band(self, children: list[Token]) -> ast.LightBand | None:
        """``红 < 60%`` · ``绿 达标`` · ``红 其他``."""
        light = self._light(children[0])
        if light is None:
            return None
        if children[1].type == "OTHERWISE":
            return make(ast.LightBand, reach(children), light=light)
        if children[1].type != "CMP":
            met = self.word("words", children[1], ("met",))
            return None if met is None else make(ast.LightBand, reach(children), light=light, met=True)
        bound = self.number_or_none(children[2])
        op = names_in("comparisons")[str(children[1])]
        return (
            None if bound is None else make(ast.LightBand, reach(children), light=light, op=op, bound=bound)
        )

    def pace(self, children: list[Any]) -> ast.Pace | None:
        """``序时 红 4月底 25%，6月底 40%``."""
        light, points = self._light(children[1]), tuple(each for each in children[2:] if each is not None)
        if light is None or not points:
            return None
        return make(ast.Pace, reach(children), light=light, points=points)

    def worst(self, children: list[Token]) -> ast.Worst | None:
        """``取最差 红，黄，蓝，绿``."""
        lights = [self._light(each) for each in children[1:]]
        return None if None in lights else make(ast.Worst, reach(children), lights=tuple(lights))

    def progress(self, children: list[Token]) -> ast.Progress | None:
        """``进度 按比例`` · ``进度 按节点``."""
        how = self.word("words", children[1], ("prorata", "by_node"))
        return None if how is None else make(ast.Progress, reach(children), how=how)

    def _light(self, token: Token) -> Any:
        return self.word("lights", token, tuple(names_in("lights").values()))

    # ------------------------------------------------------------- amendments and actions

    def amendment(self, children: list[Any]) -> Opener:
        """``调整 代表之家运行经费 2022-08-15``."""
        return self._of_project(ast.Amendment, children)

    def dropped(self, children: list[Token]) -> ast.Dropped:
        """``撤销 集中活动的次数、使用者满意率``."""
        return make(ast.Dropped, reach(children), names=tuple(self.name_of(each) for each in children[1:]))

    def action(self, children: list[Any]) -> Opener:
        """``整改 代表之家运行经费 2022-08-05``."""
        return self._of_project(ast.Action, children)

    def requirement(self, children: list[Token]) -> ast.Requirement:
        """``要求 "补开两次集中活动"``."""
        return make(ast.Requirement, reach(children), text=self.quoted(children[1]))

    def owner(self, children: list[Token]) -> ast.Owner:
        """``责任人 张三``."""
        return make(ast.Owner, reach(children), name=self.name_of(children[1]))

    def due(self, children: list[Token]) -> ast.Due | None:
        """``限期 2022-09-30``."""
        date = self.date_or_none(children[1])
        return None if date is None else make(ast.Due, reach(children), date=date)

    def result(self, children: list[Any]) -> ast.Result | None:
        """``结果 "已补开" 2022-09-20``."""
        _, text, when = children
        date = None if when is None else self.date_or_none(when)
        if when is not None and date is None:
            return None
        return make(ast.Result, reach(children), text=self.quoted(text), date=date)

    def _of_project(self, node: type[ast.Node], children: list[Any]) -> Opener:
        _, name, when = children
        date = None if when is None else self.date_or_none(when)
        fields = {"project": self.own_name(name), "project_span": span_of(name), "date": date}
        return Opener(node, reach(children), fields)

    def date_or_none(self, token: Token) -> ast.DateLiteral | None:
        """Read a day; a word such as 前 after it is not one."""
        reading = read_literal(str(token))
        if reading.kind == "date" and not reading.bound:
            return self.date_node(token, reading)
        self.complain(messages_value.not_date(self.place(span_of(token)), str(token), reading))
        return None

    # ------------------------------------------------------------- the journal

    def journal(self, children: list[Token]) -> ast.Journal | None:
        """``台账 1`` · ``台账 "实绩.sqlite"``."""
        if children[1].type == "STRING":
            return make(ast.Journal, reach(children), file=self.quoted(children[1]))
        number = self._entry_number(children[1])
        return None if number is None else make(ast.Journal, reach(children), format=number)

    def recorded(self, children: list[Token]) -> ast.Recorded | None:
        """``登记 7 "2022-07-01T09:30:12+08:00" "张三" "手工填报"``."""
        _, literal, *texts = children
        number = self._entry_number(literal)
        if number is None:
            return None
        time, who, source = (self.quoted(each) for each in texts)
        return make(ast.Recorded, reach(children), number=number, time=time, who=who, source=source)

    def digest(self, children: list[Token]) -> ast.Digest:
        """``摘要 "签到表.pdf" "9f86d0…"``."""
        _, file, sha256 = children
        return make(ast.Digest, reach(children), file=self.quoted(file), sha256=self.quoted(sha256))

    def sealed(self, children: list[Token]) -> ast.Sealed:
        """``封存 "9f86d0…" "2c26b4…"``."""
        _, before, own = children
        return make(ast.Sealed, reach(children), before=self.quoted(before), own=self.quoted(own))

    def _entry_number(self, token: Token) -> int | None:
        text = str(token).strip()
        if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER and int(text) > 0:
            return int(text)
        self.complain(messages_year.not_entry_number(self.place(span_of(token)), text))
        return None
