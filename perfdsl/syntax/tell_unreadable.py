"""Finds the sentence that helps with a line that cannot be read."""

from __future__ import annotations

import re
from typing import Any

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.source import Source, Span
from perfdsl.syntax import messages
from perfdsl.syntax.keywords import names_in, tables

_NAMED = {"department", "project", "rubric", "method", "actuals", "use"}
_TEXTS = {"about", "basis", "purpose", "goal", "overall", "area", "safeguard", "reason", "evidence", "cite"}
_EXAMPLES = {
    "code": "编码 13053522P00958710001D",
    "year": "年度 2022",
    "budget": "预算 5.00万元 = 财政资金 5.00万元",
    "plan": "支出计划 3月底 1.00万元，6月底 2.00万元",
    "amounts": "单位 万元",
    "weight": "权重 20",
    "scored": "评分 按完成比例",
    "formula": "计算 已建档代表数 / 代表总数",
    "baseline": "基数 100人",
    "sharing": "分摊 平均",
    "absent": "缺项 满意度指标 归 效益指标",
    "grades": "等级 优 >= 90，良 >= 80，中 >= 60，差 其他",
    "rounding": "舍入 每项 2位 四舍五入",
    "missing": "缺报 待定",
    "level": "档次 部分达成 60%..<80%",
    "unit": "计量单位 标箱",
    "otherwise": "其他 -> 实际 / 目标值",
}
_WORD_OPERATOR = re.compile(r"^(\w+?)(不低于|不少于|不超过|不高于|大于等于|小于等于|至少|至多)(\d.*)$")


def tell_unreadable(source: Source, text: str, span: Span, error: Any) -> Diagnostic:
    """Complain about a statement that lark refused at ``error``'s place."""
    at = getattr(error, "pos_in_stream", None)
    at = span[1] if at is None or not span[0] <= at <= span[1] else at
    statement = text[span[0] : span[1]]
    broken_quote = _unclosed_quote(statement)
    if broken_quote is not None:
        return messages.unclosed(source.place((span[0] + broken_quote, span[1])))
    end = _end_of_word(text, at, span[1])
    place = source.place((at, end))
    return messages.unreadable(place, text[at:end], _expected(statement), _hint(statement, text[at:end]))


def _unclosed_quote(statement: str) -> int | None:
    bare = re.sub(r'"""(?s:.*?)"""|"[^"\n]*"|“[^”\n]*”|(?:#|//)[^\n]*', lambda m: " " * len(m.group()), statement)
    found = re.search('["“]', bare)
    return None if found is None else found.start()


def _end_of_word(text: str, at: int, end: int) -> int:
    word = re.compile(r"[\w·%]+|\S").match(text, at, end)
    return word.end() if word else min(at + 1, max(end, at))


def _head(statement: str) -> str:
    word = re.match(r"\w*", statement)
    return names_in("heads").get(word.group() if word else "", "")


def _expected(statement: str) -> Text:
    head = _head(statement)
    if head in _NAMED:
        return Text("这里要一个名字；名字里有空格、括号或以数字开头时加引号",
                    "a name belongs here; put it in quotes if it has blanks or brackets or begins with a digit")  # fmt: skip
    if head in _TEXTS:
        return Text("这里要一段用引号括起来的文字", "a text in quotes belongs here")
    if head:
        return Text(f"应写成：{_EXAMPLES.get(head, '')}", f"write it like: {_EXAMPLES.get(head, '')}")
    if "->" in statement or "→" in statement:
        return Text("应写成：条件 -> 得分", "write it like: condition -> score")
    return Text("应写成：名字 运算符 数值，例如 集中活动的次数 >= 12次", "write it like: name operator value, such as meetings >= 12次")


def _hint(statement: str, found: str) -> Text | None:
    head = _head(statement)
    joined = _WORD_OPERATOR.match(statement.split()[0]) if statement.split() else None
    if joined:
        fixed = f"{joined[1]} {joined[2]} {joined[3]}"
        return Text(f"名字和运算符之间空一格：{fixed}", f"put blanks around the operator: {fixed}")
    if head in _TEXTS:
        word = tables()["heads"][head]
        return Text(f'{word[0]} "…"', f'{word[-1]} "…"')
    if found[:1] in {"(", ")", "/", "[", "]"} and not head:
        return Text('名字里有括号或斜线时，整个名字加引号："结余率(结余数/预算数)" <= 5%',
                    'a name with brackets or a slash stands in quotes: "rate (a/b)" <= 5%')  # fmt: skip
    return None
