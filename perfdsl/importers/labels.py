"""The synonym table of official forms (specs/forms/labels.json): what each printed label means."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import cast

from perfdsl.importers.draft import HeadName, MoneyName, RowName
from perfdsl.importers.tidy_text import key_of
from perfdsl.packaged import read_packaged

_SUFFIX = re.compile(r"[(\[【〔<《][^()\[\]【】〔〕<>《》]*[)\]】〕>》]$")
_MARKS = "*★☆※·:;.、-—_#"
_NUMBER = re.compile(
    r"^(?:[0-9]{1,2}[.、)]|\([0-9一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[、.])"
)
_MONTHS = re.compile(
    r"^(?:20[0-9]{2}年?)?(?:[0-9]{1,2}月?[-~—–至]+)?[0-9]{1,2}月(?:底|末)?|^截至.{0,12}?[月日](?:底|末)?"
)
_FOOTNOTES = re.compile("[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
"""Raised numbers that refer to a note below the table."""
_LAST_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,2}$")
_GOAL_NUMBER = re.compile(
    r"(?:[0-9]{1,2}[.、)])?(?:年度|绩效)?目标(?:内容)?\(?(?:[0-9]{1,2}|[一二三四五六七八九十])\)?:?"
)
_MOST_CHARACTERS = 60
_MOST_SUFFIXES = 3


@cache
def table() -> Mapping[str, object]:
    """The whole file."""
    return cast(
        "Mapping[str, object]", json.loads(read_packaged("forms", "labels.json"), parse_float=Decimal)
    )


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of one entry that is a plain list."""
    return frozenset(key_of(word) for word in str(table()[name]).split())


@cache
def meanings(name: str) -> Mapping[str, str]:
    """Folded label to meaning, of an entry that maps meanings to lists."""
    entry = cast("Mapping[str, str]", table()[name])
    return {key_of(word): meaning for meaning, listed in entry.items() for word in listed.split()}


def forms_of(text: str) -> tuple[str, ...]:
    """Give a label's folded spellings, the fullest first: with and without marks, suffixes and ``其中：``."""
    return _forms_of(text) if len(text) <= _MOST_CHARACTERS else ()


@lru_cache(maxsize=8192)
def _forms_of(text: str) -> tuple[str, ...]:
    key = key_of(_FOOTNOTES.sub("", text)).strip(_MARKS)
    found = [key]
    for _ in range(_MOST_SUFFIXES):
        shorter = _SUFFIX.sub("", found[-1]).strip(_MARKS)
        if shorter == found[-1]:
            break
        found.append(shorter)
    for cut in (_NUMBER, _MONTHS):
        found += [rest for one in tuple(found) if (rest := cut.sub("", one).strip(_MARKS)) != one]
    found += [one[2:].strip(_MARKS) for one in tuple(found) if one.startswith("其中")]
    return tuple(dict.fromkeys(one for one in found if one))


def _first(text: str, known: Mapping[str, str]) -> str | None:
    return next((known[one] for one in forms_of(text) if one in known), None)


def _is_one(text: str, name: str) -> bool:
    known = words(name)
    return any(one in known for one in forms_of(text))


def head_name(text: str) -> HeadName | None:
    """Tell which head field a label names."""
    return cast("HeadName | None", _first(text, meanings("heads")))


def is_without_field(text: str) -> bool:
    """Whether a label is known to name something that a sheet has no field for."""
    return _is_one(text, "heads_without_field")


def is_group(text: str, name: str) -> bool:
    """Whether a label heads a part of a form: ``groups``, ``plan_groups``, ``side_labels`` and the like."""
    return _is_one(text, name)


def goal_part(text: str) -> str | None:
    """``expected_goal``, ``actual_goal``, ``period_goal`` or ``year_goal``."""
    return _first(text, meanings("goal_parts"))


def column_name(text: str) -> RowName | str | None:
    """Tell what a column of indicators holds; ``nature`` is settled by its content, ``"-"``: no field."""
    found = _first(text, meanings("columns"))
    if found is None and _is_one(text, "columns_without_field"):
        return "-"
    return found or _without_footnote(text)


def _without_footnote(text: str) -> str | None:
    """Read a heading whose note is referred to by a plain number: 三级指标1, as a page gives 三级指标¹."""
    forms = forms_of(text)
    rest = _LAST_NUMBER.sub("", forms[0]) if forms else ""
    return meanings("columns").get(rest) if forms and rest != forms[0] else None


def money_column(text: str) -> MoneyName | None:
    """Tell what a column of the money part holds."""
    return cast("MoneyName | None", _first(text, meanings("money_columns")))


def money_row(text: str) -> str | None:
    """Give the role of a row of the money part."""
    return _first(text, meanings("money_rows"))


def is_total(text: str) -> bool:
    """Whether a row's label says that it sums other rows up."""
    return _is_one(text, "totals")


def is_goal_number(text: str) -> bool:
    """Whether a cell is nothing but the number of a goal: 目标内容1, 2.目标内容2, 目标（三）."""
    return len(text) <= _MOST_CHARACTERS and _GOAL_NUMBER.fullmatch(key_of(text)) is not None


def is_label(text: str) -> bool:
    """Whether a cell of a form's head is a label of any kind, and no value."""
    return (
        head_name(text) is not None
        or is_without_field(text)
        or goal_part(text) is not None
        or any(is_group(text, name) for name in ("groups", "plan_groups", "goal_groups"))
        or is_month(text) is not None
        or is_goal_number(text)
    )


_MONTH = re.compile(
    r"(?:截至|至|到)?(?:20[0-9]{2}年)?([0-9]{1,2})月(?:底|末|份|底前|末前|支出计划)?(?:前|止)?"
)
_QUARTER = re.compile(r"第?([一二三四1-4])季度(?:末|底)?")
_LAST_MONTH = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_MONTHS_OF_A_YEAR = 12


def is_month(text: str) -> int | None:
    """Give the month of a label such as ``3月底``, ``6 月末`` or ``第三季度``."""
    for form in forms_of(text) or (key_of(text[:_MOST_CHARACTERS]),):
        quarter = _QUARTER.fullmatch(form)
        if quarter:
            return _LAST_MONTH[quarter[1]]
    found = _MONTH.fullmatch(key_of(text)) if len(text) <= _MOST_CHARACTERS else None
    month = int(found[1]) if found else 0
    return month if 1 <= month <= _MONTHS_OF_A_YEAR else None
