"""Chinese numerals (三十五万六千, 一百零五, 三点五, 壹佰) read exactly, or not at all."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

MOST_CHARACTERS = 40
"""Characters that one Chinese numeral may have."""

_DIGITS = "零一二三四五六七八九"
_OTHER_FORMS = str.maketrans(
    "〇○壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸點",
    "零零一二三四五六七八九十百千万亿两二三六点",
)
_WHOLE_CHARACTERS = frozenset("零一二三四五六七八九十百千万亿两")
_DECIMALS = frozenset(_DIGITS)
_SECTION = re.compile(
    r"(?:(?P<k>[一二三四五六七八九两])千)?(?P<zk>零)?"
    r"(?:(?P<h>[一二三四五六七八九两])百)?(?P<zh>零)?"
    r"(?:(?P<t>[一二三四五六七八九])?(?P<ten>十))?(?P<zt>零)?"
    r"(?P<u>[一二三四五六七八九])?"
)
_LEAST_SCALE = 10**4
_SCALES = (("亿", 10**8), ("万", 10**4))


def read_chinese_numeral(text: str) -> Decimal | None:
    """Read a whole or decimal Chinese numeral below 10^16, ordinary or capital; 半 alone is 0.5.

    None where it is malformed or has two readings: 三万五 is 30,005 in writing and 35,000 in speech.
    """
    if not text or len(text) > MOST_CHARACTERS:
        return None
    plain = text.translate(_OTHER_FORMS)
    if plain == "半":
        return Decimal("0.5")
    whole, point, decimals = plain.partition("点")
    value = _read_whole(whole)
    if value is None or (point and (not _are_digits(decimals) or value >= _LEAST_SCALE)):
        return None
    return Decimal(f"{value}.{_ascii_digits(decimals)}") if point else Decimal(value)


def read_digit_by_digit(text: str) -> int | None:
    """Read 二〇二二 as 2022 (as years are written); None where another character stands in it."""
    plain = text.translate(_OTHER_FORMS)
    if not plain or len(plain) > MOST_CHARACTERS or not _are_digits(plain):
        return None
    return int(_ascii_digits(plain))


def chinese_prefix_length(text: str) -> int:
    """Count the characters of the numeral with which a text such as 三十五万六千元 begins; 0 for none.

    A 千 that cannot belong to the numeral is left to the unit: 五百千瓦时 begins with 五百.
    """
    plain = text[: MOST_CHARACTERS + 1].translate(_OTHER_FORMS)
    if plain.startswith("半"):
        return 1
    end = _run_of(plain, _WHOLE_CHARACTERS, 0)
    if plain[end : end + 1] == "点":
        after = _run_of(plain, _DECIMALS, end + 1)
        if after > end + 1:
            return after if read_chinese_numeral(plain[:after]) is not None else 0
    if read_chinese_numeral(plain[:end]) is not None:
        return end
    return end - 1 if plain[:end].endswith("千") and read_chinese_numeral(plain[: end - 1]) is not None else 0


def _run_of(text: str, characters: frozenset[str], start: int) -> int:
    end = start
    while end < len(text) and text[end] in characters:
        end += 1
    return end


def _are_digits(text: str) -> bool:
    return bool(text) and all(c in _DECIMALS for c in text)


def _ascii_digits(text: str) -> str:
    return "".join(str(_DIGITS.index(c)) for c in text)


def _read_whole(text: str) -> int | None:
    if text == "零":
        return 0
    if text.startswith("零") or (text.endswith("两") and text != "两"):
        return None
    return _read_scaled(text, 0)


def _read_scaled(text: str, scale_at: int) -> int | None:
    """Read ``high 亿 low`` or ``high 万 low``; a gap below the scale must be spoken as 零, once."""
    if scale_at == len(_SCALES):
        return _read_section(text)
    word, scale = _SCALES[scale_at]
    head, found, tail = text.rpartition(word) if word == "亿" else text.partition(word)
    if not found:
        return _read_scaled(text, scale_at + 1)
    high = _read_scaled(head, scale_at + 1)
    if high is None or not tail:
        return None if high is None else high * scale
    low = _read_scaled(tail.removeprefix("零"), scale_at + 1)
    if low is None or not _gap_is_spoken(high, low, scale, spoken=tail.startswith("零")):
        return None
    return high * scale + low


def _gap_is_spoken(high: int, low: int, scale: int, *, spoken: bool) -> bool:
    return spoken if low < scale // 10 else not spoken or high % 10 == 0


def _read_section(text: str) -> int | None:
    """Read 1 to 9999; 一百五 and 一千二 are speech for 150 and 1200, and refused."""
    if text == "两":
        return 2
    found = _SECTION.fullmatch(text)
    if not text or found is None:
        return None
    tens = (_digit(found["t"]) or 1) if found["ten"] else 0
    digits = (_digit(found["k"]), _digit(found["h"]), tens, _digit(found["u"]))
    zeros = tuple(at for at, name in enumerate(("zk", "zh", "zt")) if found[name])
    if not _zeros_fit(digits, zeros):
        return None
    return digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]


def _digit(text: str | None) -> int:
    if not text:
        return 0
    return 2 if text == "两" else _DIGITS.index(text)


def _zeros_fit(digits: tuple[int, ...], zeros: tuple[int, ...]) -> bool:
    """Whether 零 stands exactly where places are skipped between two digits that are there."""
    places = [at for at, digit in enumerate(digits) if digit]
    gaps = tuple(one for one, other in pairwise(places) if other > one + 1)
    return zeros == gaps
