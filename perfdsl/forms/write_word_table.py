"""Writes the rows of a form as a table of a text document, in its own XML; nothing in it is a formula."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from perfdsl.forms.form import Form, FormCell
from perfdsl.forms.legal_text import legal

TWIPS = 20
"""Of a point; text documents count in them."""

_WHOLE = 300
"""Points up to which a row is kept on one page."""

_ALIGNED = frozenset({"label", "centred", "figure"})
_SPACE = ' xml:space="preserve"'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{twips}" w:type="dxa"/>'
    for side, twips in (("top", 30), ("left", 60), ("bottom", 30), ("right", 60))
)


def write_table(form: Form, rows: Sequence[Sequence[FormCell]], first: int, last: int, head: int) -> str:
    """Write rows from ``first`` up to ``last`` as a table, those before ``head`` as printed on every page."""
    grid = "".join(f'<w:gridCol w:w="{width * TWIPS}"/>' for width in form.widths)
    covered: dict[int, dict[int, FormCell]] = {}
    written = []
    for at in range(first, last):
        starting = {cell.area.column: cell for cell in rows[at]}
        for cell in rows[at]:
            for below in range(at + 1, at + cell.area.rows):
                covered.setdefault(below, {})[cell.area.column] = cell
        going_on = covered.pop(at, {})
        cells = "".join(
            _cell(form, cell, at, stays=at == len(rows) - 2)
            for _, cell in sorted({**starting, **going_on}.items(), key=lambda pair: pair[0])
        )
        whole = "<w:cantSplit/>" if form.heights[at] <= _WHOLE else ""
        again = "<w:tblHeader/>" if at < head else ""
        written.append(f'<w:tr><w:trPr>{whole}<w:trHeight w:val="380"/>{again}</w:trPr>{cells}</w:tr>')
    total = sum(form.widths) * TWIPS
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"
    )


def _cell(form: Form, cell: FormCell, row: int, *, stays: bool) -> str:
    """Write a cell, or below its first row what a merged one leaves there; ``stays``: with the next row."""
    area = cell.area
    width = sum(form.widths[area.column : area.column + area.columns]) * TWIPS
    span = f'<w:gridSpan w:val="{area.columns}"/>' if area.columns > 1 else ""
    is_first = row == area.row
    merge = "" if area.rows == 1 else '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' if cell.style == "label" else ""
    keep = "<w:keepNext/>" if stays else ""
    align = '<w:jc w:val="center"/>' if cell.style in _ALIGNED else ""
    text = write_run(cell.text, "") if is_first else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}<w:vAlign w:val="center"/>'
        f"</w:tcPr><w:p><w:pPr>{keep}{align}</w:pPr>{text}</w:p></w:tc>"
    )


def write_run(text: str, look: str) -> str:
    """Write a text, with its line breaks and tabs."""
    if not text:
        return ""
    plain = escape(legal(text), {"\r": "&#13;"})
    for mark, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        plain = plain.replace(mark, f"</w:t>{element}<w:t{_SPACE}>")
    return f"<w:r>{look}<w:t{_SPACE}>{plain}</w:t></w:r>"
