"""Exact decimal numbers of bounded size: read from text, rounded by a named mode, and written out again."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal

MOST_DIGITS = 30
"""Digits that one numeral may have (zeros before the first other digit of its whole part are free)."""

MOST_CHARACTERS = 64
"""Characters that one numeral may have, signs, commas and leading zeros included."""

PLACES_WHEN_ENDLESS = 4
"""Decimals shown of a number whose decimal writing does not end."""

RoundingMode = Literal["half_up", "half_even", "truncate"]
NumeralProblem = Literal["", "not_a_numeral", "too_long"]

_NUMERAL = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_CHUNK = 4000
_CHUNK_BASE = 10**_CHUNK


def read_numeral(text: str) -> Decimal | None:
    """Read ``[+-]digits[.digits]``, with well-formed thousands commas or none; trailing zeros are kept.

    None for anything else and for a numeral beyond the bounds; ``numeral_problem`` tells which.
    """
    return None if numeral_problem(text) else Decimal(text.replace(",", ""))


def numeral_problem(text: str) -> NumeralProblem:
    """Why ``read_numeral`` gives None; empty where it reads."""
    if len(text) > MOST_CHARACTERS:
        return "too_long" if _NUMERAL.fullmatch(text) else "not_a_numeral"
    if not _NUMERAL.fullmatch(text):
        return "not_a_numeral"
    digits = text.lstrip("+-").replace(",", "").lstrip("0").replace(".", "")
    return "too_long" if len(digits) > MOST_DIGITS else ""


def round_to(x: Fraction, places: int, mode: RoundingMode) -> Fraction:
    """Round to a number of decimals (0 or more): half away from zero, half to even, or toward zero."""
    scale: int = 10**places
    above, below = abs(x.numerator) * scale, x.denominator
    whole, rest = divmod(above, below)
    if mode == "half_up":
        up = 2 * rest >= below
    elif mode == "half_even":
        up = 2 * rest > below or (2 * rest == below and whole % 2 == 1)
    else:
        up = False
    return Fraction((whole + up) * (-1 if x < 0 else 1), scale)


def show(x: Fraction, places: int | None = None) -> str:
    """Write as plain decimal text, with exactly ``places`` decimals (half up) where they are given.

    Otherwise exactly, where the writing ends within ``MOST_DIGITS`` decimals, or rounded half up to four.
    """
    if places is None:
        found = decimals_needed(x)
        places = PLACES_WHEN_ENDLESS if found is None else found
    scaled = round_to(x, places, "half_up") * 10**places
    digits = _write_whole(abs(scaled.numerator)).rjust(places + 1, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


def show_trimmed(x: Fraction, places: int = PLACES_WHEN_ENDLESS) -> str:
    """Write for people: at most ``places`` decimals (half up) and no needless zeros."""
    text = show(x, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals_needed(x: Fraction) -> int | None:
    """Count the decimals of an exact writing; None where it does not end within ``MOST_DIGITS``."""
    if 10**MOST_DIGITS % x.denominator:
        return None
    places = 0
    while 10**places % x.denominator:
        places += 1
    return places


def _write_whole(n: int) -> str:
    # Python refuses to write very long whole numbers in one go.
    parts: list[str] = []
    while n >= _CHUNK_BASE:
        n, rest = divmod(n, _CHUNK_BASE)
        parts.append(str(rest).rjust(_CHUNK, "0"))
    return str(n) + "".join(reversed(parts))
