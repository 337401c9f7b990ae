"""What a character of Word's fonts Symbol and Wingdings shows: ≥ is often typed as one of these."""

from __future__ import annotations

_SYMBOL = {
    0x25: "%", 0x2B: "+", 0x2D: "−", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0x7E: "∼", 0xA3: "≤", 0xA5: "∞",
    0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
}  # fmt: skip
_WINGDINGS = {0x6F: "□", 0x71: "□", 0xA8: "□", 0xFB: "☒", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
_WINGDINGS_2 = {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0xA3: "□"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}

_USABLE = (range(0x20, 0xD800), range(0xF900, 0xFFFE))

UNKNOWN = "\ufffd"


def symbol_character(font: str, code: str) -> str:
    """Give the character that a font shows for a code such as ``F0B3``; U+FFFD where that is not known."""
    try:
        number = int(code[:6], 16)
    except ValueError:
        return UNKNOWN
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(number & 0xFF, UNKNOWN)
    return chr(number) if any(number in usable for usable in _USABLE) else UNKNOWN
