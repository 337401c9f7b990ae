"""Filling a user's own text document: bookmarks, content controls, repeated rows; all else stays as it is."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forms.make_templates import make_document
from tests.forms.templates import fill, saved, values

W = nsdecls("w")


def document_with(*paragraphs: str, header: str = "") -> bytes:
    """A document whose paragraphs have these inner marks."""
    document = Document()
    for inner in paragraphs:
        document.element.body.insert(0, parse_xml(f"<w:p {W}>{inner}</w:p>"))
    if header:
        document.sections[0].header._element.append(parse_xml(f"<w:p {W}>{header}</w:p>"))
    return saved(document)


def texts_of(data: bytes | None) -> list[str]:
    assert data is not None
    return [each.text for each in Document(io.BytesIO(data)).element.body.iter() if each.tag.endswith("}t")]


def bookmark(name: str, inner: str = "", number: int = 7) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def run(text: str, look: str = "") -> str:
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


def control(tag: str, inner: str, more: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr>{more}<w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
    )


def test_a_bookmark_keeps_the_look_and_the_words_around_it() -> None:
    look = "<w:rPr><w:b/></w:rPr>"
    inner = run("项目：") + bookmark("项目_名称", run("（名", look) + run("称）")) + run("。")
    data, codes = fill(document_with(inner), ".docx")
    assert codes == []
    assert texts_of(data) == ["项目：", "甲（虚构）", "。"]
    (bold,) = [each for each in Document(io.BytesIO(data or b"")).paragraphs[0].runs if each.bold]
    assert bold.text == "甲（虚构）"


def test_an_empty_bookmark_and_one_around_a_paragraph() -> None:
    data, _ = fill(document_with(run("总分 ") + bookmark("总分")), ".docx")
    assert texts_of(data) == ["总分 ", "97.81"]
    document = Document()
    body = document.element.body
    for each in reversed(
        [
            f'<w:bookmarkStart {W} w:id="3" w:name="总分"/>',
            f"<w:p {W}>{run('旧')}</w:p>",
            f'<w:bookmarkEnd {W} w:id="3"/>',
        ]
    ):
        body.insert(0, parse_xml(each))
    assert texts_of(fill(saved(document), ".docx")[0]) == ["97.81"]


def test_a_bookmark_over_paragraphs_is_refused() -> None:
    document = Document()
    start = f'<w:p {W}><w:bookmarkStart w:id="3" w:name="总分"/>{run("一")}</w:p>'
    end = f'<w:p {W}>{run("二")}<w:bookmarkEnd w:id="3"/></w:p>'
    for each in (end, start):
        document.element.body.insert(0, parse_xml(each))
    assert fill(saved(document), ".docx") == (None, ["P1057"])


@pytest.mark.parametrize("tag", ["tag", "alias"])
def test_controls_lose_their_placeholder_and_their_binding(tag: str) -> None:
    more = '<w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'
    inner = control("总分", run("点击", '<w:rPr><w:rStyle w:val="PlaceholderText"/><w:b/></w:rPr>'), more)
    data, codes = fill(document_with(inner.replace("w:tag", f"w:{tag}")), ".docx")
    assert codes == []
    body = Document(io.BytesIO(data or b"")).element.body.xml
    assert texts_of(data) == ["97.81"]
    assert not re.search("showingPlcHdr|dataBinding|PlaceholderText", body)
    assert "<w:b/>" in body


def test_a_control_around_paragraphs_and_one_used_twice() -> None:
    document = Document()
    block = control("目标", f"<w:p>{run('一')}</w:p><w:p>{run('二')}</w:p>")
    for _ in range(2):
        document.element.body.insert(0, parse_xml(block.replace("<w:sdt>", f"<w:sdt {W}>")))
    data, _ = fill(saved(document), ".docx", said=values(目标="第一行\n第二行"))
    assert texts_of(data) == ["第一行", "第二行"] * 2
    assert Document(io.BytesIO(data or b"")).element.body.xml.count("<w:br/>") == 2


def test_headers_are_filled_too() -> None:
    data, _ = fill(document_with("", header=bookmark("总分")), ".docx")
    assert Document(io.BytesIO(data or b"")).sections[0].header.paragraphs[-1].text == "97.81"


MAPPING = """
[fields]
"题" = "项目.名称"
[[tables]]
anchor = "首行"
merge = ["一级指标", "二级指标"]
columns = { 1 = "一级指标", 2 = "二级指标", 3 = "三级指标", "分" = "得分" }
"""


def table_document() -> bytes:
    document = Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{bookmark('题', number=1)}</w:p>"))
    table = document.add_table(rows=3, cols=5)
    table.cell(0, 0).text, table.cell(2, 0).text = "一级", "合计"
    cells = table.rows[1].cells
    cells[0].text, cells[4].text = "（样板）", "固定"
    table.cell(0, 4).merge(table.cell(2, 4))
    cells[0].paragraphs[0]._p.append(parse_xml(f'<w:bookmarkStart {W} w:id="2" w:name="首行"/>'))
    cells[0].paragraphs[0]._p.append(parse_xml(f'<w:bookmarkEnd {W} w:id="2"/>'))
    cells[3].paragraphs[0]._p.append(
        parse_xml(control("分", run("0"), '<w:id w:val="99"/>').replace("<w:sdt>", f"<w:sdt {W}>"))
    )
    return saved(document)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_rows_are_repeated_and_merged(count: int) -> None:
    data, codes = fill(table_document(), ".docx", MAPPING, values(count))
    assert codes == []
    document = Document(io.BytesIO(data or b""))
    (table,) = document.tables
    assert len(table.rows) == 2 + max(count, 1)
    names = [table.cell(row, 2).text for row in range(1, 1 + count)]
    assert names == ["养护里程0", "整修桥梁1", "合格率2", "知晓度3"][:count]
    assert table.cell(1 + max(count, 1), 0).text == "合计"
    if count == 4:
        assert table.cell(1, 0)._tc is table.cell(3, 0)._tc
        assert table.cell(1, 1)._tc is table.cell(2, 1)._tc
        assert table.cell(3, 1)._tc is not table.cell(4, 1)._tc  # 质量指标 again, of another 一级指标
        assert table.cell(4, 0).text == "效益指标"
        assert [table.cell(row, 3).text for row in range(1, 5)] == ["12.50"] * 4
    xml = document.element.body.xml
    assert len(re.findall('w:id w:val="99"', xml)) <= 1
    assert xml.count("bookmarkStart") == 2
    assert table.cell(0, 4)._tc is table.cell(1 + max(count, 1), 4)._tc


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("题", "题目"), "P1052"),
        (("3 =", "9 ="), "P1057"),
        (('anchor = "首行"', 'anchor = "题"'), "P1057"),
        (('"分" =', '"题" ='), "P1057"),
    ],
)
def test_anchors_that_cannot_be(change: tuple[str, str], code: str) -> None:
    assert fill(table_document(), ".docx", MAPPING.replace(*change)) == (None, [code])


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_all_other_parts_are_the_same_bytes() -> None:
    before = saved(make_document())
    data, codes = fill(before, ".docx")
    assert codes == []
    old, new = parts_of(before), parts_of(data or b"")
    assert list(old) == list(new)
    assert [name for name in old if old[name] != new[name]] == ["word/document.xml"]


@given(text=st.text(max_size=20))
@settings(max_examples=40, deadline=None)
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    data, codes = fill(document_with(bookmark("项目_名称")), ".docx", said=values(项目_名称=text))
    assert codes == []
    shown = "".join(Document(io.BytesIO(data or b"")).paragraphs[0].text)
    assert shown.replace("\ufffd", "") == re.sub(
        r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ufffd]", "", text
    ).replace("\r", "\n")


@pytest.mark.parametrize("head", ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', "<!DOCTYPE a>"])
def test_entities_are_refused(head: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {W}/>")
    assert fill(stream.getvalue(), ".docx") == (None, ["P1050"])


@given(cut=st.integers(0, 3000), noise=st.binary(max_size=20))
@settings(max_examples=30, deadline=None)
def test_damaged_documents_never_raise(cut: int, noise: bytes) -> None:
    data = TEMPLATE
    for broken in (data[:cut], data[:cut] + noise + data[cut:], b"\xd0\xcf\x11\xe0" + noise):
        filled, codes = fill(broken, ".docx")
        assert filled is not None or codes


TEMPLATE: bytes = document_with(bookmark("总分"))


def test_no_field_is_written_into_a_column() -> None:
    document = Document()
    table = document.add_table(rows=1, cols=2)
    both = bookmark("指标_三级指标") + bookmark("项目_名称", number=8)
    table.cell(0, 0)._tc.append(parse_xml(f"<w:p {W}>{both}</w:p>"))
    assert fill(saved(document), ".docx") == (None, ["P1057"])
