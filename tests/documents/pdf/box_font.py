"""A typeface of boxes, made here: pages in it look the same on every machine, whatever its fonts."""

from __future__ import annotations

from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

NAME = "Boxes"
_EM = 1000
_NARROW = range(0x21, 0x7F)
_WIDE = (
    range(0xA1, 0x600), range(0x2010, 0x2060), range(0x20A0, 0x2700), range(0x3001, 0x3200),
    range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0xFF01, 0xFFF0),
)  # fmt: skip


def box_font() -> BytesIO:
    """Make the font: Latin letters half an em wide, all others an em; blanks show nothing."""
    font = FontBuilder(_EM, isTTF=True)
    font.setupGlyphOrder([".notdef", "blank", "space", "narrow", "wide"])
    mapped = dict.fromkeys(_NARROW, "narrow") | {code: "wide" for part in _WIDE for code in part}
    font.setupCharacterMap(mapped | {0x20: "blank", 0xA0: "blank", 0x3000: "space"})
    shapes = {name: _box(width) for name, width in {".notdef": 500, "narrow": 500, "wide": 1000}.items()}
    font.setupGlyf(shapes | {"blank": TTGlyphPen(None).glyph(), "space": TTGlyphPen(None).glyph()})
    widths = {".notdef": 500, "blank": 500, "space": 1000, "narrow": 500, "wide": 1000}
    font.setupHorizontalMetrics({name: (width, 60) for name, width in widths.items()})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": NAME, "styleName": "Regular", "psName": f"{NAME}-Regular"})
    font.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    font.setupPost()
    out = BytesIO()
    font.save(out)
    out.seek(0)
    return out


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    corners = [(60, -60), (60, 800), (width - 60, 800), (width - 60, -60)]
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
