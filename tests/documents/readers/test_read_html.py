from __future__ import annotations

import pytest

from perfdsl.documents.document import InTable
from tests.documents.readers.reading import assert_sound, blocks, flags, grids, read


def page(body: str) -> bytes:
    return f"<html><head><title>题</title></head><body>{body}</body></html>".encode()


def test_text_and_tables_in_order_with_places() -> None:
    body = "前<p>一<b>二</b>三</p><table><tr><td>甲<td>乙</table>后<br>末"
    document, codes = read("a.html", page(body))
    assert codes == []
    assert blocks(document) == ["前", "一二三", [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")], "后\n末"]
    assert document.blocks[1].spots == (InTable(0, 2, 1),)
    assert grids(document)[0].cells[1].spots == (InTable(1, 1, 2),)


def test_spans() -> None:
    body = """<table><tr><td rowspan=2>左<td colspan="2">宽<tr><td>一<td>二
              <tr><td colspan=3>全</table>"""
    assert blocks(read("a.html", page(body))[0]) == [[
        (0, 0, 2, 1, "左"), (0, 1, 1, 2, "宽"), (1, 1, 1, 1, "一"), (1, 2, 1, 1, "二"), (2, 0, 1, 3, "全"),
    ]]  # fmt: skip


def test_rowspan_zero_and_huge_end_with_the_section() -> None:
    body = (
        "<table><thead><tr><td rowspan=9>头<td>a</thead><tbody><tr><td rowspan=0>身<td>b<tr><td>c</tbody>"
        "<tbody><tr><td>d<td>e</tbody></table>"
    )
    assert blocks(read("a.html", page(body))[0]) == [[
        (0, 0, 1, 1, "头"), (0, 1, 1, 1, "a"), (1, 0, 2, 1, "身"), (1, 1, 1, 1, "b"), (2, 1, 1, 1, "c"),
        (3, 0, 1, 1, "d"), (3, 1, 1, 1, "e"),
    ]]  # fmt: skip


def test_the_foot_comes_last() -> None:
    body = "<table><tfoot><tr><td>脚</tfoot><tbody><tr><td>身</tbody><thead><tr><td>头</thead></table>"
    assert [cell[4] for cell in blocks(read("a.html", page(body))[0])[0]] == ["头", "身", "脚"]


def test_cells_that_claim_one_place_are_cut_and_marked() -> None:
    body = "<table><tr><td>a<td rowspan=2>长<tr><td colspan=2>撞</table>"
    document, _ = read("a.html", page(body))
    assert blocks(document) == [[(0, 0, 1, 1, "a"), (0, 1, 2, 1, "长"), (1, 0, 1, 1, "撞")]]
    assert flags(document) == {"长": {"overlap"}, "撞": {"overlap"}}


def test_a_cell_that_claims_all_columns_gets_those_that_there_are() -> None:
    body = "<table><tr><td colspan=99999999>全<tr><td>a<td>b<tr><td colspan=-3 rowspan=x>c</table>"
    document, _ = read("a.html", page(body))
    assert blocks(document) == [[(0, 0, 1, 2, "全"), (1, 0, 1, 1, "a"), (1, 1, 1, 1, "b"), (2, 0, 1, 1, "c")]]
    assert grids(document)[0].columns == 2


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("一\n  二 <i> 三</i>", "一 二 三"),
        ("一<br/>二<div>三</div>四", "一\n二\n三\n四"),
        ("<p>一</p><p>二</p>", "一\n二"),
        ("一&nbsp;二", "一\u00a0二"),
        ("10<sup>2</sup>m<sup><b>2</b></sup>", "10²m²"),
        ("a<script>x()</script><style>p{}</style><!-- 注 -->b", "ab"),
        ('<input value="5.00"><input type=hidden value=x><input type=checkbox value=y>', "5.00"),
        ("<select><option>甲<option selected>乙</select>", "乙"),
        ("<pre>一\n  二</pre>", "一\n二"),
        ("&lt;b&gt;≥5&#37;", "<b>≥5%"),
        ("旧<o:p></o:p>新", "旧新"),
    ],
)
def test_what_stands_in_a_cell(inside: str, text: str) -> None:
    document, _ = read("a.html", page(f"<table><tr><td>{inside}</td></tr></table>"))
    assert blocks(document) == [[(0, 0, 1, 1, text)]]


def test_what_is_not_shown_is_left_out_and_told() -> None:
    body = (
        '<p>见<span style="color:red; DISPLAY : none">藏</span></p><p hidden>藏</p><del>删</del>'
        '<table><tr style="display:none"><td>藏行<tr><td>行<td style="writing-mode:vertical-rl">竖</table>'
    )
    document, codes = read("a.html", page(body))
    assert blocks(document)[0] == "见"
    assert flags(document) == {"见": {"hidden"}, "藏行": {"hidden"}, "竖": {"vertical_text"}}
    assert codes == ["P1016", "P1016"]


def test_tables_in_tables() -> None:
    inner = "<table><tr><td>内一<td>内二</table>"
    document, _ = read("a.html", page(f"<table><tr><td>外面的话多得多，不是排版用的{inner}</table>"))
    assert len(grids(document)) == 1
    assert grids(document)[0].cells[0].flags == {"nested_table"}
    document, _ = read("a.html", page(f"<table><tr><td>栏<td>{inner}{inner}</table>"))
    assert blocks(document) == ["栏", *[[(0, 0, 1, 1, "内一"), (0, 1, 1, 1, "内二")]] * 2]


def test_a_caption_stands_before_its_table() -> None:
    assert blocks(read("a.html", page("<table><caption>表题</caption><tr><td>a</table>"))[0])[0] == "表题"


def test_broken_pages_lose_no_words() -> None:
    document, _ = read(
        "a.html", b"<table><form><tr><td>a<td>b</form><td>c</table></table><p>d<table><tr><td>e"
    )
    for grid in grids(document):
        assert_sound(grid)
    said = "".join(b if isinstance(b, str) else "".join(cell[4] for cell in b) for b in blocks(document))
    assert said == "abcde"


WORDS = "≥12次，绩效目标"


@pytest.mark.parametrize(
    ("head", "encoding", "codes"),
    [
        ("", "utf-8", []),
        ("", "utf-8-sig", []),
        ("", "utf-16", []),
        ("", "gb18030", ["P0605"]),
        ('<meta charset="gb2312">', "gbk", []),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030", []),
        ('<meta charset="utf-8">', "gb18030", ["P0605"]),
        ('<meta charset="gb2312">', "utf-8-sig", []),
        ('<meta charset="no-such-thing">', "utf-8", []),
        ('<?xml version="1.0" encoding="gb2312"?>', "gbk", []),
    ],
)
def test_encodings(head: str, encoding: str, codes: list[str]) -> None:
    document, found = read("a.html", f"{head}<p>{WORDS}</p>".encode(encoding))
    assert blocks(document) == [WORDS]
    assert found == codes


def test_bytes_that_are_no_text() -> None:
    assert read("a.html", b"<p>\xff\xff\x80</p>") == (None, ["P1010"])
