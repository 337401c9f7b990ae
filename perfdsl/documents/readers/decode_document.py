"""Bytes of a text document to text: UTF-8, UTF-16 with a mark, GB18030, or what a web page says of itself."""

from __future__ import annotations

import codecs
import re

from perfdsl.actuals import messages
from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

_SAID = re.compile(
    rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})|<\?xml[^>]*encoding=["']([\w.-]{1,40})""",
    re.IGNORECASE,
)
_LOOKED_AT = 4096
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "gb2312-80", "cp936", "x-gbk"})
_READ = frozenset({"big5", "big5hkscs", "utf-8", "iso-8859-1", "cp1252", "ascii"})


def decode_document(file: str, data: bytes, diagnostics: Diagnostics, *, is_page: bool = False) -> str:
    """Decode a text; UnreadableDocumentError where no encoding fits. NUL characters become U+FFFD.

    ``is_page``: what its ``<meta charset>`` says comes before UTF-8, but after a byte order mark.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _clean(data.decode("utf-16", "replace"))
    said = _said(data) if is_page and not data.startswith(codecs.BOM_UTF8) else None
    for encoding in dict.fromkeys(filter(None, (said, "utf-8-sig", "gb18030"))):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" != said:
            diagnostics.add(messages.read_as_gb18030(file))
        return _clean(text)
    raise UnreadableDocumentError("not_text")


def _said(data: bytes) -> str | None:
    found = _SAID.search(data[:_LOOKED_AT])
    if found is None:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    if name in _CHINESE:
        return "gb18030"  # it holds the other two; pages say gb2312 and use more
    try:
        name = codecs.lookup(name).name
    except LookupError:
        return None
    return "utf-8-sig" if name == "utf-8" else name if name in _READ - {"iso-8859-1", "ascii"} else None


def _clean(text: str) -> str:
    return text.replace("\0", "\ufffd") if "\0" in text else text
