"""Questions about a line that cannot be read: deductions, bands and interpolation in methods."""

from __future__ import annotations

import re
from collections.abc import Callable

from perfdsl.diagnostic import Diagnostic
from perfdsl.syntax import messages_method, messages_value
from perfdsl.syntax.refused_line import WORD_BEFORE, Line, joint
from perfdsl.units import find_unit

_STEP_FIRST = re.compile(r"(?:每(?!满|项)|per\b)[^,;]{0,40}?(?:扣|deduct)")
_WORD_AFTER = re.compile(r"[,;]?[ \t]*(\w+)")
_SIGN = re.compile(r"[<>=≥≤]")
_DIGITS = re.compile(r"(?<![\w.])(\d[\d.]{0,30})[ \t]+$")
_NUMBER = re.compile(r"\d[\d,]*$")


def _step_first(line: Line) -> Diagnostic | None:
    """``每 1次 扣 2分``."""
    found = _STEP_FIRST.search(line.bare) if line.block in {"rule", "method"} else None
    if found is None or re.search("扣|deduct", line.bare[: found.start()]):
        return None
    return messages_method.deduct_first(line.place(*found.span()))


def _unit_apart(line: Line) -> Diagnostic | None:
    """``扣 2 分``: in a formula a blank ends the number."""
    number = _DIGITS.search(line.text[: line.at])
    amounts = line.block in {"rule", "method"} or line.head == "formula"
    if number is None or not amounts or not line.found or find_unit(line.found) is None:
        return None
    place = line.place(number.start(), line.at + len(line.found))
    return messages_method.unit_apart(place, f"{number[1]}{line.found}")


def _exhausted(line: Line) -> Diagnostic | None:
    """扣完为止 where nothing is deducted step by step."""
    before = WORD_BEFORE.search(line.text[: line.at])
    after = _WORD_AFTER.match(line.text, line.at)
    if after and joint(after[1]) == "exhausted":
        return messages_method.nothing_to_exhaust(line.place(*after.span(1)))
    if before is None or joint(before[1]) != "exhausted":
        return None
    return messages_method.nothing_to_exhaust(line.place(*before.span(1)))


def _bands(line: Line) -> Diagnostic | None:
    """分段 and 内插 without their colon, and bands or knots of the other kind."""
    if line.head not in {"bands", "interpolation"} or not line.found:
        return None
    place = line.place(line.at, line.at + len(line.found))
    colon = line.bare.find(":")
    if colon < 0 or line.at < colon:
        return messages_method.needs_measure(place, line.head)
    if line.head == "interpolation" and _SIGN.match(line.found):
        return messages_method.sign_of_knot(place)
    number = _NUMBER.search(line.text[: line.at].rstrip())
    if line.found in {"->", "→"} and number and "," in number.group():
        start = number.start()
        return messages_value.comma_in_number(line.place(*number.span()), line.text[start : number.end()])
    begins = line.text[: line.at].rstrip()[-1:] in {":", ",", ";"}
    if line.head == "bands" and begins and line.found[:1].isalnum():
        return messages_method.band_without_sign(place)
    return None


ABOUT_METHODS: tuple[Callable[[Line], Diagnostic | None], ...] = (
    _unit_apart,
    _exhausted,
    _step_first,
    _bands,
)
"""In the order in which they are asked; the first that fits gives the answer."""
