"""The same text as different hands would type it: full-width marks, odd blanks, comments and empty lines."""

from __future__ import annotations

import re
from random import Random

QUOTED = re.compile(r'("""(?s:.*?)"""|"[^"\n]*"|“[^”\n]*”)')
TWINS = {">=": ["≥", "≧", "＞＝", "不低于 "], "<=": ["≤", "≦", "不超过 "], "->": ["→", "－＞"]}
SPLIT = re.compile(r"->|>=|<=|\n|(?<=\d),(?=\d)|.", re.DOTALL)


def typed(text: str, random: Random) -> str:
    """The same statements with full-width marks, odd blanks, comments and empty lines."""
    pieces = QUOTED.split(text)
    return "".join(piece if at % 2 else _noisy(piece, random) for at, piece in enumerate(pieces))


def _noisy(piece: str, random: Random) -> str:
    return "".join(_variant(token, random) for token in SPLIT.findall(piece))


def _variant(mark: str, random: Random) -> str:
    if mark == "\n":
        return _line_end(random)
    if random.random() < 0.7 or mark == ",":
        return mark
    if mark in TWINS:
        return random.choice(TWINS[mark])
    if mark == " ":
        return random.choice(["　", "\t", "  ", "\u00a0"])
    return chr(ord(mark) + 0xFEE0) if "!" <= mark <= "~" else mark


def _line_end(random: Random) -> str:
    beside = random.choice(["", "", "", "  # 备注，x", ' // -> "y', "＃z"])
    alone = "".join(
        random.choice(["", "", "\n", "  \t\n", "# 甲 “\n", "      // 乙\n", "  #\n"]) for _ in range(2)
    )
    return beside + random.choice(["\n", "\r\n"]) + alone + " " * random.choice([0, 0, 2, 4, 7])
