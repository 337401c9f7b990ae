"""Sets up the sheet and the styles of a report in a text document: A4, in official typefaces."""

from __future__ import annotations

from typing import Any

from perfdsl.diagnostic import Language

_TITLE, _HEADING, _SECOND, _BODY = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
_LATIN = "Times New Roman"

_INSTEAD = {
    _TITLE: "小标宋;方正小标宋_GBK;华文中宋;宋体;SimSun;Noto Serif CJK SC;Source Han Serif SC",
    _HEADING: "SimHei;Noto Sans CJK SC;Source Han Sans SC;WenQuanYi Zen Hei",
    _SECOND: "楷体;KaiTi;Noto Serif CJK SC",
    _BODY: "仿宋;FangSong;Noto Serif CJK SC;Source Han Serif SC",
    _LATIN: "Liberation Serif",
}
"""What may take the place of a typeface that a machine does not have."""

FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others.replace(";", ",")}"/>'
        f'<w:charset w:val="{"00" if name == _LATIN else "86"}"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, others in _INSTEAD.items()
    )
    + "</w:fonts>"
).encode()

_Document = Any  # python-docx carries no types
_Style = Any

_LONG, _SHORT, _SIDE, _TOP = 297, 210, 20, 22
_BODY_SIZE, _TABLE_SIZE = 11, 9
_HEADINGS = ((16, _HEADING), (14, _SECOND), (12, _HEADING), (11, _SECOND))
"""Points and typeface of each level."""


def set_styles(document: _Document, language: Language) -> None:
    """Set up an empty document."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(_SHORT), Mm(_LONG)
    section.left_margin = section.right_margin = Mm(_SIDE)
    section.top_margin = section.bottom_margin = Mm(_TOP)
    section.header_distance = section.footer_distance = Mm(12)
    styles = document.styles
    _set(styles["Normal"], _BODY, _BODY_SIZE, language, before=0, after=4)
    title = styles["Title"]
    _set(title, _TITLE, 22, language, before=6, after=12)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _unbox(title)
    for level, (size, font) in enumerate(_HEADINGS, 1):
        _set(styles[f"Heading {level}"], font, size, language, before=10, after=4)
        styles[f"Heading {level}"].paragraph_format.keep_with_next = True
    for name in ("Header", "Footer"):
        _set(styles[name], _BODY, _TABLE_SIZE, language, before=0, after=0)
    cell = styles.add_style("TableText", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = styles["Normal"]
    _set(cell, _BODY, _TABLE_SIZE, language, before=0, after=0)
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    link.font.color.rgb = RGBColor(0x0B, 0x4F, 0x9C)
    _space_lines(styles["Normal"], 300)
    _space_lines(cell, 240)


def _set(  # noqa: PLR0913 — what a style is made of
    style: _Style, font: str, size: int, language: Language, *, before: int, after: int
) -> None:
    """Set typeface, size, colour and space of a style, for Chinese and other letters."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.size, style.font.name, style.font.italic = Pt(size), _LATIN, False
    style.font.bold = font == _HEADING if style.name.startswith("Heading") else None
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for old in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(old), None)
    fonts.set(qn("w:ascii"), _LATIN)
    fonts.set(qn("w:hAnsi"), _LATIN)
    fonts.set(qn("w:eastAsia"), font)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    _speak(style, language)


def _speak(style: _Style, language: Language) -> None:
    """Say which language the text is in, for spelling and for those who have it read out."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "en-US" if language == "zh" else "en-GB")
    lang.set(qn("w:eastAsia"), "zh-CN")
    properties.append(lang)


def _unbox(style: _Style) -> None:
    """Take away the line that the template draws below its titles."""
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _space_lines(style: _Style, line: int) -> None:
    """Set the height of lines, in 240ths of their own."""
    from docx.oxml.ns import qn

    spacing = style.element.get_or_add_pPr().get_or_add_spacing()
    spacing.set(qn("w:line"), str(line))
    spacing.set(qn("w:lineRule"), "auto")
