"""Writes blocks as a text document's own XML, every text escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from typing import assert_never

from perfdsl.annual.text_blocks import Heading, Look, Paragraph, Table, Words
from perfdsl.forms.write_word_table import write_run
from perfdsl.report.cells import one_line

WIDTH = 9638
"""Twentieths of a point between the margins of a sheet of A4 (170 mm)."""

_ODD = re.compile(r"[^A-Za-z0-9_]")
_SHADES: dict[Look, str] = {"red": "F8D7DA", "yellow": "FFF3CD", "green": "D9EAD3", "blue": "D6E4F5"}
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_CELL = (
    '<w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
    '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
)
_INDENT = 360
_BETWEEN = "<w:r><w:t>\u2002</w:t></w:r>"
_SMALL = '<w:sz w:val="18"/><w:szCs w:val="18"/>'


class BlockWriter:
    """Writes blocks; anchors become bookmarks with numbers of their own."""

    def __init__(self, anchors: frozenset[str]) -> None:
        """Keep the anchors that there are: a link to any other would lead nowhere, and stays plain words."""
        self.anchors = anchors
        self.numbers = count(1)

    def write(self, block: Heading | Paragraph | Table) -> str:
        """Write a block."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Table():
                return self._table(block)
        assert_never(block)

    def _heading(self, heading: Heading) -> str:
        begin = "<w:pageBreakBefore/>" if heading.new_page else ""
        text = self.words(Words(heading.text, mark=heading.mark), "")
        if heading.back:
            text += '<w:r><w:t xml:space="preserve">　</w:t></w:r>' + self.words(
                Words("↩", link=heading.back), _SMALL
            )
        return f'<w:p><w:pPr><w:pStyle w:val="Heading{heading.level}"/>{begin}</w:pPr>{text}</w:p>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        note = paragraph.look in {"note", "fault"}
        color = "C00000" if paragraph.look == "fault" else "7F6000"
        box = (
            "<w:pBdr>"
            + "".join(
                f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="{color}"/>'
                for side in ("top", "left", "bottom", "right")
            )
            + "</w:pBdr>"
            if note
            else ""
        )
        indent = f'<w:ind w:left="{paragraph.depth * _INDENT}"/>' if paragraph.depth else ""
        run = _SMALL if paragraph.look == "small" else "<w:b/>" if paragraph.look in {"bold", "note"} else ""
        text = _BETWEEN.join(self.words(each, run) for each in paragraph.words)
        return f"<w:p><w:pPr>{box}{indent}</w:pPr>{text}</w:p>"

    def words(self, words: Words, run: str) -> str:
        """Write words with their link and their anchor."""
        text = one_line(words.text)
        linked = words.link in self.anchors and bool(text)
        bold = "<w:b/>" if words.look == "bold" and "<w:b/>" not in run else ""
        look = f"{bold}{run}"
        if linked:
            look = '<w:rStyle w:val="Hyperlink"/>' + look
        written = write_run(text, f"<w:rPr>{look}</w:rPr>" if look else "")
        if linked:
            written = f'<w:hyperlink w:anchor="{bookmark(words.link)}" w:history="1">{written}</w:hyperlink>'
        if words.mark in self.anchors:
            number = next(self.numbers)
            start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(words.mark)}"/>'
            written = f'{start}{written}<w:bookmarkEnd w:id="{number}"/>'
        return written

    def _table(self, table: Table) -> str:
        whole = sum(column.width for column in table.columns)
        widths = [WIDTH * column.width // whole for column in table.columns]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = self._row(
            table, [Words(column.head, look="bold") for column in table.columns], widths, is_head=True
        )
        rows = "".join(
            self._merged(row[0], len(widths)) if at in table.merged else self._row(table, row, widths)
            for at, row in enumerate(table.rows)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{_CELL}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
            '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:p>'
        )

    def _row(
        self, table: Table, row: Sequence[Words], widths: Sequence[int], *, is_head: bool = False
    ) -> str:
        again = "<w:tblHeader/>" if is_head else ""
        cells = "".join(
            self._cell(words, width, "center" if is_head else column.align, is_head=is_head)
            for words, width, column in zip(row, widths, table.columns, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{cells}</w:tr>"

    def _merged(self, words: Words, columns: int) -> str:
        text = self.words(words._replace(look="bold"), "")
        return (
            f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{WIDTH}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{columns}"/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="TableText"/><w:keepNext/></w:pPr>{text}</w:p></w:tc></w:tr>'
        )

    def _cell(self, words: Words, width: int, align: str, *, is_head: bool) -> str:
        fill = "E7E6E6" if is_head else _SHADES.get(words.look, "")
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        keep = "<w:keepNext/>" if is_head else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="TableText"/>{keep}<w:jc w:val="{align}"/></w:pPr>'
            f"{self.words(words, '')}</w:p></w:tc>"
        )


def bookmark(anchor: str) -> str:
    """Name the bookmark of an anchor: letters, digits and underscores, at most 40, a letter first."""
    return f"a_{_ODD.sub('_', anchor)}"[:40]
