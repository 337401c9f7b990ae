from __future__ import annotations

import zipfile

import pytest

from perfdsl.documents.document import InTable
from tests.documents.readers.reading import (
    archive,
    assert_sound,
    blocks,
    docx,
    flags,
    grids,
    p,
    read,
    tbl,
    tc,
)

ROW = tc(p("甲")) + tc(p("乙"))


def test_paragraphs_and_tables_in_order_with_places() -> None:
    document, codes = read("a.docx", docx(p("前") + p("") + tbl(ROW) + p("后") + tbl(tc(p("丙")))))
    assert codes == []
    assert blocks(document) == ["前", [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")], "后", [(0, 0, 1, 1, "丙")]]
    spots = [block.spots if hasattr(block, "spots") else block.cells[-1].spots for block in document.blocks]
    assert spots == [(InTable(0, 1, 1),), (InTable(1, 1, 2),), (InTable(0, 3, 1),), (InTable(2, 1, 1),)]


def test_spans() -> None:
    table = tbl(
        tc(p("左"), '<w:vMerge w:val="restart"/>') + tc(p("宽"), '<w:gridSpan w:val="2"/>'),
        tc(p(""), "<w:vMerge/>") + tc(p("一")) + tc(p("二")),
        tc(p(""), '<w:vMerge w:val="continue"/>') + tc(p("三"), '<w:gridSpan w:val="2"/>'),
        tc(p("新"), '<w:vMerge w:val="restart"/>') + tc(p("四"), '<w:hMerge w:val="restart"/>')
        + tc(p(""), "<w:hMerge/>"),
    )  # fmt: skip
    document, _ = read("a.docx", docx(table))
    assert blocks(document) == [[
        (0, 0, 3, 1, "左"), (0, 1, 1, 2, "宽"), (1, 1, 1, 1, "一"), (1, 2, 1, 1, "二"), (2, 1, 1, 2, "三"),
        (3, 0, 1, 1, "新"), (3, 1, 1, 2, "四"),
    ]]  # fmt: skip


def test_rows_that_begin_further_right() -> None:
    rows = '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + tc(p("右")) + "</w:tr></w:tbl>"
    document, _ = read("a.docx", docx(rows))
    assert blocks(document) == [[(0, 2, 1, 1, "右")]]
    assert grids(document)[0].columns == 3


def test_a_merge_that_changes_its_width_is_marked() -> None:
    table = tbl(
        tc(p("宽"), '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'),
        tc(p("窄"), "<w:vMerge/>") + tc(p("旁")),
    )
    document, _ = read("a.docx", docx(table))
    assert flags(document) == {"宽": {"overlap"}, "窄": {"overlap"}}
    assert_sound(grids(document)[0])


def test_words_under_a_merged_cell_are_told() -> None:
    table = tbl(tc(p("上"), '<w:vMerge w:val="restart"/>'), tc(p("盖住"), "<w:vMerge/>"))
    document, codes = read("a.docx", docx(table))
    assert blocks(document) == [[(0, 0, 2, 1, "上")]]
    assert flags(document) == {"上": {"overlap"}}
    assert codes == ["P1016"]


@pytest.mark.parametrize(
    ("inside", "text", "codes"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>", "甲\t乙\n丙", []),
        ("<w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "增", ["P1016"]),  # noqa: E501
        ("<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>", "新", ["P1016"]),  # noqa: E501
        ("<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>", "链", []),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>3</w:t></w:r></w:fldSimple>", "3", []),  # noqa: E501
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>12次</w:t></w:r>', "≥12次", []),
        ('<w:r><w:sym w:font="Symbol" w:char="F041"/></w:r>', "\ufffd", []),
        ('<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>', "10²", []),  # noqa: E501
        ("<w:r><w:t>1</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>2</w:t></w:r>", "1\u00ad\u20112", []),
        ("<w:r><w:ruby><w:rt><w:r><w:t>zhu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>注</w:t></w:r></w:rubyBase></w:ruby></w:r>", "注", []),  # noqa: E501
        ("<m:oMath><m:r><m:t>≥5</m:t></m:r></m:oMath>", "≥5", []),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>填</w:t></w:r></w:sdtContent></w:sdt>", "填", []),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>见</w:t></w:r>", "见", []),
    ],
)  # fmt: skip
def test_what_stands_in_a_paragraph(inside: str, text: str, codes: list[str]) -> None:
    for body in (f"<w:p>{inside}</w:p>", tbl(tc(f"<w:p>{inside}</w:p>"))):
        document, found = read("a.docx", docx(body))
        assert blocks(document) in ([text], [[(0, 0, 1, 1, text)]])
        assert found == codes


def test_hidden_words_are_left_out_and_marked() -> None:
    document, codes = read(
        "a.docx", docx(tbl(tc("<w:p><w:r><w:t>见</w:t></w:r>" + p("藏", "<w:vanish/>")[5:])))
    )
    assert blocks(document) == [[(0, 0, 1, 1, "见")]]
    assert flags(document) == {"见": {"hidden"}}
    assert codes == ["P1016"]


def test_prompts_numbers_and_inserted_files_are_told() -> None:
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + p("单击此处")
        + "</w:sdtContent></w:sdt>"
    )
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>目标</w:t></w:r></w:p>'
    document, codes = read("a.docx", docx(prompt + numbered + tbl(tc(prompt)) + "<w:altChunk/>"))
    assert blocks(document) == ["目标", [(0, 0, 1, 1, "")]]
    assert codes == ["P1016"] * 3


def test_paragraphs_of_a_cell_and_tables_in_it() -> None:
    inner = tbl(tc(p("内一")) + tc(p("内二")))
    document, _ = read("a.docx", docx(tbl(tc(p("一二三四五六") + p("外二") + inner + "<w:p/>"))))
    assert blocks(document) == [[(0, 0, 1, 1, "一二三四五六\n外二\n内一\n内二")]]
    assert flags(document) == {"一二三四五六\n外二\n内一\n内二": {"nested_table"}}


def test_a_table_that_only_places_another_is_gone_through() -> None:
    document, _ = read("a.docx", docx(tbl(tc(p("题") + tbl(ROW, ROW) + p("")))))
    assert blocks(document)[0] == "题"
    assert len(grids(document)[0].cells) == 4


BOX = "<w:txbxContent>" + p("框内") + "</w:txbxContent>"
TWICE = (
    f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_counts_once() -> None:
    document, _ = read(
        "a.docx", docx(f"<w:p><w:r><w:t>外</w:t></w:r>{TWICE}</w:p>" + tbl(tc(f"<w:p>{TWICE}</w:p>")))
    )
    assert blocks(document) == ["外", "框内", [(0, 0, 1, 1, "框内")]]
    assert [set(document.blocks[1].flags), set(grids(document)[0].cells[0].flags)] == [{"text_box"}] * 2


def test_a_table_in_a_text_box_is_a_grid() -> None:
    box = (
        "<w:p><w:r><w:pict><v:textbox><w:txbxContent>"
        + tbl(ROW)
        + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    )
    document, _ = read("a.docx", docx(box))
    assert blocks(document) == [[(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]]
    assert flags(document) == {"甲": {"text_box"}, "乙": {"text_box"}}


def test_rows_and_cells_in_content_controls() -> None:
    row = f"<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>{tc(p('甲'))}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"  # noqa: E501
    document, _ = read("a.docx", docx(f"<w:sdt><w:sdtContent><w:tbl>{row}</w:tbl></w:sdtContent></w:sdt>"))
    assert blocks(document) == [[(0, 0, 1, 1, "甲")]]


def test_deleted_and_hidden_rows() -> None:
    rows = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{ROW}</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>{tc(p('藏'))}</w:tr></w:tbl>"  # noqa: E501
    document, codes = read("a.docx", docx(rows))
    assert blocks(document) == [[(0, 0, 1, 1, "藏")]]
    assert flags(document) == {"藏": {"hidden"}}
    assert codes == ["P1016"]


def test_vertical_text() -> None:
    turned = tbl(
        tc(p("竖"), '<w:textDirection w:val="tbRl"/>') + tc(p("横"), '<w:textDirection w:val="lrTb"/>')
    )
    assert flags(read("a.docx", docx(turned))[0]) == {"竖": {"vertical_text"}}


def test_the_strict_variant_and_a_numbered_part() -> None:
    strict = docx(p("甲"), "word/document2.xml")
    with zipfile.ZipFile(__import__("io").BytesIO(strict)) as parts:
        xml = parts.read("word/document2.xml")
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    changed = xml.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert changed != xml
    assert blocks(read("a.docx", archive({"word/document2.xml": changed}))[0]) == ["甲"]


def test_a_document_without_words() -> None:
    document, codes = read("a.docx", docx("<w:p/>"))
    assert (document.blocks, codes) == ((), ["P1015"])
