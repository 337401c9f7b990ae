"""Reads what a table prints as a weight or a score."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.audit.published import Points
from perfdsl.exact import read_numeral
from perfdsl.syntax.normalise import normalise

_POINTS = "分"
_MOST_CHARACTERS = 80


def read_points(text: str, *, is_weight: bool = False) -> Points | None:
    """Read ``10`` · ``9.50`` · ``10分``, a weight also as ``10%``; None for all else, and below zero."""
    if len(text) > _MOST_CHARACTERS:
        return None
    plain = normalise(text).strip()
    ending = next((end for end in (_POINTS, "%" if is_weight else "") if end and plain.endswith(end)), "")
    numeral = read_numeral(plain.removesuffix(ending).rstrip())
    if numeral is None or numeral < 0:
        return None
    exponent = numeral.as_tuple().exponent
    return Points(Fraction(numeral), -exponent if isinstance(exponent, int) and exponent < 0 else 0)
