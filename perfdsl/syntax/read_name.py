"""Tells whether a word in an expression is a name or a Chinese numeral such as 二十三万元."""

from __future__ import annotations

from functools import lru_cache

from perfdsl.syntax.read_literal import LiteralReading, read_literal
from perfdsl.units import find_unit

_CHINESE_DIGITS = frozenset("零〇一二三四五六七八九十百千万亿两半壹贰叁肆伍陆柒捌玖拾佰仟")


@lru_cache(maxsize=4096)
def reads_as_number(word: str) -> LiteralReading | None:
    """Give the reading of a Chinese numeral with a known unit or none; None for any other word."""
    if not word or word[0] not in _CHINESE_DIGITS:
        return None
    reading = read_literal(word)
    if reading.kind != "number" or reading.bound or reading.problem:
        return None
    return reading if not reading.unit or find_unit(reading.unit) is not None else None
