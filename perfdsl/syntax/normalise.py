"""What an input method leaves behind (２３％，≧) read as its ASCII twin, character by character."""

from __future__ import annotations

_SPACES = [0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_INVISIBLE = [0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)]
_INVISIBLE += [*range(0x2066, 0x206A), 0xFEFF]
_TWINS = {
    "-": "‐‑‒–—―−─﹣",
    "~": "〜∼",
    "=": "═﹦",
    ">": "﹥",
    "<": "﹤",
    "≥": "≧⩾",
    "≤": "≦⩽",
    "%": "﹪",
    '"': "“”„",
    ",": "﹐",
    ":": "﹕",
    ";": "﹔",
    "(": "﹙",
    ")": "﹚",
    "·": "・‧",
}

TWINS: dict[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([*_SPACES, *_INVISIBLE], " "),
    **{ord(c): plain for plain, others in _TWINS.items() for c in others},
}
"""Code point to its twin, one character for one: offsets never move. ㎡ ² ① and 、 stay what they are."""


def normalise(text: str) -> str:
    """Give a text of the same length in which every look-alike is its twin."""
    return text if text.isascii() else text.translate(TWINS)
