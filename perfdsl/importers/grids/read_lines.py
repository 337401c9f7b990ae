"""Reads lines between a title and its table: 101001 某局 单位：万元 · （2022年度）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perfdsl.documents.document import Flag, Spot
from perfdsl.importers.draft import Field, HeadName
from perfdsl.importers.grids.doubt_flags import doubt_flags
from perfdsl.importers.labels import head_name, is_without_field
from perfdsl.importers.read_fields import money_field, text_field
from perfdsl.importers.tidy_text import tidy

_MONEY_UNIT = re.compile(
    r"(?:金额)?单位\s*[:：]?\s*(?:人民币)?\s*(?P<unit>亿元|百万元|万元|千元|元)(?![一-龥])"
)
_YEAR = re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})\s*(?:年度|年|度|$|(?=[)）]))")
_LABEL = re.compile(r"(?P<label>[^\s:：,，;；]{2,16})\s*[:：]")
_OWNER = re.compile(r"^\s*(?P<code>[0-9]{3,12})(?:\s+|[-—–])(?P<name>[^\W\d_].{1,60}?)\s*$")
_ACCOUNT = re.compile(r"[0-9]{6,12}")
"""The code of a unit whose name is not printed: shorter numbers may be a page or a year."""
_MOST_CHARACTERS = 200
MONEY: frozenset[HeadName] = frozenset({"budget", "fiscal", "other", "period_budget"})
_SIGNED = re.compile(r"[(（](?:盖章|公章|签章)[)）]")


def read_line(text: str, spots: tuple[Spot, ...], flags: frozenset[Flag]) -> dict[HeadName, Field]:
    """Give the head fields of one line; empty where it says none."""
    if len(text) > _MOST_CHARACTERS:
        return {}
    found: dict[HeadName, Field] = {}
    text = _SIGNED.sub("", text)
    unit = _MONEY_UNIT.search(text)
    if unit:
        found["money_unit"] = Field(unit["unit"], unit["unit"], spots)
        text = text[: unit.start()] + "  " + text[unit.end() :]
    rest, pairs = _pairs(text)
    for name, said in pairs:
        found.setdefault(name, _field(name, said, spots))
    year = _YEAR.search(rest)
    if year and "year" not in found and len(tidy(rest)) <= 24:  # noqa: PLR2004 (a line about the year alone)
        found["year"] = Field(year[0], int(year["year"]), spots)
    owner = _OWNER.match(rest.strip())
    if owner:
        found["unit_code"] = Field(owner["code"], owner["code"], spots)
        found["department"] = text_field(owner["name"], spots)
    elif _ACCOUNT.fullmatch(rest.strip()):
        found["unit_code"] = Field(rest.strip(), rest.strip(), spots)
    return {name: doubt_flags(field, flags) for name, field in found.items()}


def _field(name: HeadName, said: str, spots: tuple[Spot, ...]) -> Field:
    if name in MONEY:
        return money_field(said, spots)
    return year_field(said, spots) if name == "year" else text_field(said, spots)


def year_field(said: str, spots: tuple[Spot, ...]) -> Field:
    """Read a year; anything else is to be checked."""
    found = re.search(r"(?<![0-9])20[0-9]{2}(?![0-9])", said)
    field = text_field(said, spots)
    return field._replace(value=int(found[0])) if found else field._replace(value=None)


def year_in(text: str) -> int | None:
    """Find a year in a title: ``（2022年度）``."""
    found = _YEAR.search(text)
    return int(found["year"]) if found else None


def _pairs(text: str) -> tuple[str, list[tuple[HeadName, str]]]:
    """Split ``label：value`` pairs off a line; what stands before the first is the rest."""
    marks = [one for one in _LABEL.finditer(text) if _known(one["label"])]
    if not marks:
        return text, []
    return text[: marks[0].start()], list(_said(text, marks))


def _known(label: str) -> bool:
    return head_name(label) is not None or is_without_field(label)


def _said(text: str, marks: list[re.Match[str]]) -> Iterator[tuple[HeadName, str]]:
    ends = [one.start() for one in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        name = head_name(mark["label"])
        if name is not None and text[mark.end() : end].strip():
            yield name, text[mark.end() : end].strip()
