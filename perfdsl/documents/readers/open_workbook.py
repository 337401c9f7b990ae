"""Opens an ``.xlsx`` workbook: its sheets' names and parts, its shared strings, and its number formats."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from functools import cached_property
from typing import Any, NamedTuple

from perfdsl.actuals.readers.number_format import BUILT_IN_FORMATS, CHINESE_FORMATS
from perfdsl.documents.readers.parse_xml import parse_xml
from perfdsl.documents.readers.superscripts import raise_digits
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

# lxml carries no types: its elements are Any.

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = re.compile(r"\{[^}]*/relationships\}id")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_STACKED, _UPRIGHT, _DOWN = "255", "90", "180"


class Style(NamedTuple):
    """A number format, and whether text is written downwards."""

    code: str
    vertical: bool


class SheetPart(NamedTuple):
    """A worksheet: its name, the part that holds it, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


GENERAL = Style("General", vertical=False)


class OpenWorkbook:
    """A workbook whose parts are read when they are asked for; any error of a parser where one is damaged."""

    def __init__(self, data: bytes) -> None:
        """Read the list of sheets."""
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._root = parse_xml(self._archive.read("xl/workbook.xml"))
        self._targets, self._kinds = self._read_relations()

    @property
    def sheets(self) -> list[SheetPart]:
        """The worksheets in their order; charts are none."""
        found = []
        for sheet in self._root.iterfind(f"{S}sheets/{S}sheet"):
            key = next((value for name, value in sheet.items() if _RELATION.fullmatch(name)), "")
            if self._kinds.get(key) == "worksheet":
                hidden = sheet.get("state", "visible") != "visible"
                found.append(SheetPart(sheet.get("name") or "", self._targets[key], hidden))
        if not found:
            raise UnreadableDocumentError("no_workbook")
        return found

    @cached_property
    def from_1904(self) -> bool:
        """Whether days are counted from 1904."""
        properties = self._root.find(S + "workbookPr")
        return properties is not None and properties.get("date1904") in {"1", "true"}

    @cached_property
    def is_stale(self) -> bool:
        """Whether the program that wrote the file left the computing of formulas to whoever opens it."""
        properties = self._root.find(S + "calcPr")
        return properties is not None and properties.get("fullCalcOnLoad") in {"1", "true"}

    @cached_property
    def strings(self) -> list[str]:
        """The strings that cells share."""
        root = self._optional("sharedStrings")
        return [] if root is None else [text_of(item) for item in root.iterfind(S + "si")]

    @cached_property
    def styles(self) -> list[Style]:
        """The styles of cells."""
        root = self._optional("styles")
        if root is None:
            return []
        codes = {
            format_.get("numFmtId"): format_.get("formatCode") or "General"
            for format_ in root.iterfind(f"{S}numFmts/{S}numFmt")
        }
        return [_style(style, codes) for style in root.iterfind(f"{S}cellXfs/{S}xf")]

    def read_part(self, part: str) -> Any:  # noqa: ANN401
        """Parse a worksheet."""
        return parse_xml(self._archive.read(part))

    def size_of(self, part: str) -> int:
        """Bytes of a part once unpacked."""
        return self._archive.getinfo(part).file_size

    def _optional(self, kind: str) -> Any:  # noqa: ANN401
        key = next((key for key, each in self._kinds.items() if each == kind), None)
        if key is None or self._targets[key] not in self._archive.NameToInfo:
            return None
        return self.read_part(self._targets[key])

    def _read_relations(self) -> tuple[dict[str, str], dict[str, str]]:
        root = parse_xml(self._archive.read("xl/_rels/workbook.xml.rels"))
        targets: dict[str, str] = {}
        kinds: dict[str, str] = {}
        for relation in root:
            key = relation.get("Id") or ""
            targets[key] = posixpath.normpath(posixpath.join("/xl", relation.get("Target") or "")).lstrip("/")
            kinds[key] = (relation.get("Type") or "").rpartition("/")[2]
        return targets, kinds


def text_of(item: Any) -> str:  # noqa: ANN401
    """Give the text of a string with or without runs; how it is pronounced is left out."""
    parts: list[str] = []
    for child in item:
        if child.tag == S + "t":
            parts.append(child.text or "")
        elif child.tag == S + "r":
            text = child.findtext(S + "t") or ""
            raised = child.find(f"{S}rPr/{S}vertAlign")
            is_raised = raised is not None and raised.get("val") == "superscript"
            parts.append(raise_digits(text) if is_raised else text)
    text = "".join(parts)
    return unescape(text) if "_x" in text else text


def unescape(text: str) -> str:
    """Turn ``_x000D_`` into the character that it stands for; halves of characters become U+FFFD."""
    return _ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return "\ufffd" if number == 0 or 0xD800 <= number < 0xE000 else chr(number)  # noqa: PLR2004


def _style(style: Any, codes: dict[str, str]) -> Style:  # noqa: ANN401
    key = style.get("numFmtId") or "0"
    number = int(key) if key.isdecimal() and len(key) <= 5 else 0  # noqa: PLR2004
    code = CHINESE_FORMATS.get(number) or codes.get(key) or BUILT_IN_FORMATS.get(number, "General")
    alignment = style.find(S + "alignment")
    turned = "" if alignment is None else alignment.get("textRotation") or ""
    return Style(code, vertical=turned in {_STACKED, _UPRIGHT, _DOWN})
