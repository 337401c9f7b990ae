"""Words and signs of comparison (不低于, 大于或等于, ≧) read as one of five operators."""

from __future__ import annotations

import re
from typing import Literal

from perfdsl.syntax.ast import Operator
from perfdsl.syntax.normalise import normalise

_WORDS: dict[Operator, str] = {
    ">=": "≥ >= => >或= 大于等于 大于或等于 高于等于 高于或等于 多于或等于 不低于 不少于 不小于"
    " 不得低于 不得少于 不得小于 应不低于 应不少于 至少 最少",
    "<=": "≤ <= =< <或= 小于等于 小于或等于 低于等于 低于或等于 少于或等于 不超过 不高于 不大于 不多于"
    " 不得超过 不得高于 不得大于 不得多于 应不超过 应不高于 不晚于 不迟于 不超 至多 最多",
    ">": "> 大于 高于 超过 超出 多于 超",
    "<": "< 小于 低于 少于 不足 不满 未满 不到 早于",
    "=": "= == 等于",
}
_MEANING: dict[str, Operator] = {
    word: operator for operator, words in _WORDS.items() for word in words.split()
}
_LEADING = re.compile("|".join(map(re.escape, sorted(_MEANING, key=len, reverse=True))))
_SIGN = re.compile(r"[≥≤<>=≠≈]")
_NO_OPERATOR = frozenset(
    {"", "定量", "-", "/", "无", "--", "定量指标", "正向", "反向", "正向指标", "反向指标"}
)
_QUALITATIVE = frozenset({"定性", "定性指标"})


def leading_operator(text: str) -> tuple[Operator | Literal[""], int]:
    """Read the operator with which a text of ASCII twins begins, and its length; ``("", 0)`` for none."""
    found = _LEADING.match(text)
    return (_MEANING[found[0]], found.end()) if found else ("", 0)


def has_sign(text: str) -> bool:
    """Whether a sign of comparison stands anywhere in the text."""
    return _SIGN.search(text) is not None


def read_operator_column(text: str) -> Operator | Literal["", "qualitative"] | None:
    """Read what a column of operators holds; None where that is unknown, empty for 定量 and the like."""
    plain = "".join(normalise(text).split())
    if plain in _QUALITATIVE:
        return "qualitative"
    return "" if plain in _NO_OPERATOR else _MEANING.get(plain)
