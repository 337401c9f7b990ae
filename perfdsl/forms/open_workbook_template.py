"""Opens a user's workbook to be filled: within bounds, and only if openpyxl keeps all that is in it."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from perfdsl.actuals.readers.check_archive import check_archive
from perfdsl.actuals.readers.workbook import UnreadableWorkbookError, damage_is_told
from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.forms import messages, messages_template

MOST_MARKS = 3_000_000
"""Tags and attributes of all worksheets together; a cell takes half a kilobyte in memory."""

MOST_MERGED = 200_000
"""Cells that merged areas and links cover: openpyxl makes each of them."""

_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_AREA = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']\$?([A-Z]{1,3})\$?([0-9]{1,7}):"
    rb"\$?([A-Z]{1,3})\$?([0-9]{1,7})[\"']"
)
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/[\w.]+|customXml/.*|xl/_rels/.*|xl/(?:workbook|styles|sharedStrings"
    r"|calcChain)\.xml|xl/theme/.*|xl/worksheets/(?:_rels/.*|[^/]+\.xml)|xl/media/.*|xl/drawings/.*"
    r"|xl/comments.*|xl/tables/.*|xl/printerSettings/.*|xl/externalLinks/.*|.*/"
)
"""Parts that openpyxl keeps, or whose loss nobody sees (settings of a printer, the order of computing)."""

_LOST: tuple[tuple[str, Text], ...] = (
    (r"xl/(?:charts|chartsheets|chartEx)", Text("图表", "charts")),
    (r"xl/vba|.*\.bin$", Text("宏", "macros")),
    (r"xl/pivot", Text("数据透视表", "pivot tables")),
    (r"xl/(?:slicer|timeline)", Text("切片器", "slicers")),
    (r"xl/(?:ctrlProps|activeX)", Text("控件", "controls")),
    (r"xl/embeddings", Text("嵌入的文件", "embedded files")),
    (r"xl/diagrams", Text("SmartArt 图形", "diagrams")),
    (r"xl/(?:threadedComments|persons)", Text("批注里的对话", "threads of comments")),
    (r"xl/(?:queryTables|connections|model)", Text("数据连接", "data connections")),
    (r"xl/(?:richData|metadata)", Text("动态数组", "dynamic arrays")),
)
_LOST_IN_DRAWINGS = (
    (re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[ />]"), Text("文本框、线条等图形", "shapes")),
    (re.compile(rb"<(?:\w+:)?graphicFrame[ />]"), Text("图表", "charts")),
)
_LOST_IN_SHEETS = (
    (re.compile(rb"<(?:\w+:)?legacyDrawingHF[ />]"), Text("页眉页脚里的图片", "pictures in headers")),
    (re.compile(rb"<(?:\w+:)?picture[ />]"), Text("背景图片", "a background")),
    (re.compile(rb"<(?:\w+:)?(?:controls|oleObjects)[ />]"), Text("控件", "controls")),
    (re.compile(rb"<\w+:sparklineGroup[ />]"), Text("迷你图", "sparklines")),
    (re.compile(rb"<x14:cfRule[ />]"), Text("扩展的条件格式", "extended conditional formats")),
    (
        re.compile(rb"<x14:dataValidation[ />]"),
        Text("引用别的工作表的下拉列表", "lists that refer to other sheets"),
    ),
)  # fmt: skip
_NO_PICTURE = re.compile(r"xl/media/.*\.(?:emf|wmf|svg|tiff?|wdp)$", re.IGNORECASE)
_NOTE = re.compile(rb"ObjectType=[\"'](?!Note)")


def open_workbook_template(name: str, data: bytes, diagnostics: Diagnostics) -> Any:  # noqa: ANN401
    """Give the workbook; None after a complaint: damaged, too large, hostile, or more than openpyxl keeps."""
    try:
        with damage_is_told(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _check(data)
            lost = list(dict.fromkeys(_lost(data)))
            if lost:
                diagnostics.add(messages_template.would_lose(name, lost))
                return None
            return _load(data)
    except UnreadableWorkbookError as problem:
        if problem.reason == "no_openpyxl":
            diagnostics.add(messages.no_library("openpyxl"))
        else:
            diagnostics.add(messages_template.unusable(name, problem.reason))
        return None


def _load(data: bytes) -> Any:  # noqa: ANN401
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise UnreadableWorkbookError("no_openpyxl") from None
    return load_workbook(io.BytesIO(data), rich_text=True)


def _check(data: bytes) -> None:
    """Look at all parts before anything becomes a tree."""
    if not data.startswith(b"PK\x03\x04"):
        raise UnreadableWorkbookError("encrypted" if data.startswith(b"\xd0\xcf\x11\xe0") else "damaged")
    if "xl/workbook.xml" not in check_archive(data):
        raise UnreadableWorkbookError("damaged")
    marks = covered = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in _xml_parts(archive):
            content = archive.read(part)
            if any(mark in content for mark in _DOCTYPES):
                raise UnreadableWorkbookError("declares_entities")
            marks += content.count(b"<") + content.count(b"=")
            covered += sum(map(_cells_of, _AREA.finditer(content)))
            if marks > MOST_MARKS:
                raise UnreadableWorkbookError("too_many_marks")
            if covered > MOST_MERGED:
                raise UnreadableWorkbookError("merges_too_large")


def _xml_parts(archive: zipfile.ZipFile) -> Iterator[str]:
    return (name for name in archive.namelist() if name.endswith((".xml", ".rels", ".vml")))


def _cells_of(area: re.Match[bytes]) -> int:
    columns = _column(area[3]) - _column(area[1]) + 1
    return max(columns, 1) * max(int(area[4]) - int(area[2]) + 1, 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _lost(data: bytes) -> Iterator[Text]:
    """Name what openpyxl would leave out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not _KEPT.fullmatch(name):
                yield next((what for pattern, what in _LOST if re.match(pattern, name)), Text(name, name))
            elif _NO_PICTURE.match(name) or (name.startswith("xl/media/") and not _has_pillow()):
                yield Text("图片", "pictures")
            elif name.startswith("xl/drawings/") and name.endswith(".vml"):
                if _NOTE.search(archive.read(name)):
                    yield Text("控件", "controls")
            elif name.startswith("xl/drawings/") and name.endswith(".xml"):
                yield from (what for mark, what in _LOST_IN_DRAWINGS if mark.search(archive.read(name)))
            elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
                yield from (what for mark, what in _LOST_IN_SHEETS if mark.search(archive.read(name)))


def _has_pillow() -> bool:
    from importlib.util import find_spec

    return find_spec("PIL") is not None
