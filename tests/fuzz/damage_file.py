"""Ways in which a file goes wrong: bytes lost or changed, and values changed in well-formed texts."""

from __future__ import annotations

import io
import random
import re
import zipfile

HOSTILE = (
    b"\x00", b"\xff" * 9, b"<", b"&", b"]]>", b"&b;", b"99999999999", b"-1", b"NaN", b"%PDF-1.7",
    b"PK\x03\x04",
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', b"/Kids [1 0 R]", b"/Length 99999999999",
    b"<table rowspan=99999999 colspan=99999999><tr><td>", b"\xe2\x80\xae", "≥１２次".encode(), b"]" * 300,
    b"=cmd|' /C calc'!A0", b"<w:tbl><w:tr><w:tc>" * 40, b"<div>" * 400, b' gridSpan="2147483647"',
    b'r="XFD1048576"', b's="4294967295"',
)  # fmt: skip
HEAVY = ("document.xml", "sheet1.xml", "sharedStrings.xml", "styles.xml")
VALUES = (
    "",
    "0",
    "-1",
    "99999999999",
    "NaN",
    "XFD1048576",
    "A1:XFD1048576",
    "是",
    "1.5",
    "restart",
    "0" * 400,
    "#REF!",
)
TEXTS = (
    "",
    "≥",
    "合计",
    "项目名称",
    "一级指标",
    "≥100%%",
    "12",
    "１２",
    "=1+1",
    "\u202e",
    "甲" * 3000,
    "3月底",
    "总分",
    "产出指标",
)
_ATTRIBUTE = re.compile(r'(?<==")[^"<>]*(?=")')
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
_ELEMENT = re.compile(r"<(w:tr|row|tr|c|w:tc|td|w:p)\b[^>]*>.*?</\1>", re.DOTALL)


def damage(data: bytes, seed: int) -> bytes:
    """Give a file with one to six things wrong; of a package, mostly inside its parts."""
    dice = random.Random(seed)  # noqa: S311 — damage, no secret
    if data[:2] == b"PK" and dice.random() < 0.8:
        return _damage_package(data, dice)
    return _damage_part(data, dice)


def _damage_part(data: bytes, dice: random.Random) -> bytes:
    if dice.random() < 0.7:
        try:
            return _damage_text(data.decode(), dice).encode()
        except UnicodeDecodeError:
            pass
    return _damage_bytes(data, dice)


def _damage_text(text: str, dice: random.Random) -> str:
    """Change values, texts and elements so that what is well-formed mostly stays so."""
    for _ in range(dice.randint(1, 6)):
        pattern, put = dice.choice(((_ATTRIBUTE, VALUES), (_TEXT, TEXTS), (_ELEMENT, None)))
        found = list(pattern.finditer(text))
        if not found:
            lines = text.split("\n")
            at = dice.randrange(len(lines))
            lines[at : at + dice.choice((0, 1, 3))] = [dice.choice(TEXTS)] * dice.choice((0, 1, 2))
            text = "\n".join(lines)
            continue
        one = dice.choice(found)
        new = dice.choice(put) if put else one[0] * dice.choice((0, 2, 3))
        text = text[: one.start()] + new + text[one.end() :]
    return text


def _damage_bytes(data: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 6)):
        at, other = dice.randrange(len(data) + 1), dice.randrange(len(data) + 1)
        length = dice.choice((1, 2, 4, 64, 1024))
        match dice.randrange(7):
            case 0:
                data = data[:at]
            case 1:
                data = (
                    data[:at]
                    + bytes(dice.randrange(256) for _ in range(min(length, 64)))
                    + data[at + length :]
                )
            case 2:
                data = data[:at] + dice.choice(HOSTILE) + data[at:]
            case 3:
                data = data[:at] + dice.choice(HOSTILE) + data[at + length :]
            case 4:
                data = data[:at] + data[at + length :]
            case 5:
                data = data[:at] + data[other : other + length] * dice.choice((1, 2, 50)) + data[at:]
            case _:
                data = data.replace(data[at : at + 2] or b"0", data[other : other + 2] or b"1", 3)
        if not data:
            return data
    return data


def _damage_package(data: bytes, dice: random.Random) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        parts = old.namelist()
        broken = set(dice.sample(parts, k=min(len(parts), dice.randint(1, 2))))
        heavy = [name for name in parts if name.endswith(HEAVY)]
        broken |= {dice.choice(heavy)} if heavy else set()
        for name in parts:
            body = old.read(name)
            if name in broken:
                if dice.random() < 0.1:
                    continue
                body = _damage_part(body, dice)
            new.writestr(name, body)
    return written.getvalue()
