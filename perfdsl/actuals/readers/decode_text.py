"""Bytes to text: UTF-8 with or without a mark, UTF-16 with one, GB18030 as a last resort."""

from __future__ import annotations

import codecs

from perfdsl.actuals import messages
from perfdsl.actuals.readers.bounds import MOST_BYTES
from perfdsl.diagnostic import Diagnostics

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def decode_text(name: str, data: bytes, diagnostics: Diagnostics) -> str | None:
    """Decode a text file; None, and a complaint, where it is too large or no text.

    NUL characters are complained of and become U+FFFD, so that the rest can be read.
    """
    if len(data) > MOST_BYTES:
        diagnostics.add(messages.file_too_large(name, len(data), MOST_BYTES))
        return None
    if data.startswith(_WORKBOOKS):
        diagnostics.add(messages.workbook_under_another_name(name))
        return None
    text = _decode(name, data, diagnostics)
    if text is not None and "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        diagnostics.add(messages.nul_characters(name, line))
        text = text.replace("\0", "\ufffd")
    return text


def _decode(name: str, data: bytes, diagnostics: Diagnostics) -> str | None:
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        if problem.encoding.startswith("utf-16"):
            diagnostics.add(messages.not_text(name, data.count(b"\n", 0, problem.start) + 1))
            return None
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as problem:
        diagnostics.add(messages.not_text(name, data.count(b"\n", 0, problem.start) + 1))
        return None
    diagnostics.add(messages.read_as_gb18030(name))
    return text
