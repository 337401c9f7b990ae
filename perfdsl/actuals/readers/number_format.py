"""What a spreadsheet shows for a number or a date under a format such as ``"≥"0.0%`` or ``yyyy-mm``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from perfdsl.actuals.table import Kind

CHINESE_FORMATS = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
}
"""Formats that a Chinese Excel or WPS uses by number, without ever writing them into the file."""

BUILT_IN_FORMATS = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    **dict.fromkeys((5, 6, 37, 38), "#,##0 ;(#,##0)"),
    **dict.fromkeys((7, 8, 39, 40), "#,##0.00 ;(#,##0.00)"),
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-m-d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    **dict.fromkeys((18, 19, 20, 21), "h:mm"),
    22: "yyyy-m-d h:mm",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
    **dict.fromkeys((45, 46, 47), "mm:ss"),
    48: "0.0E+0",
    49: "@",
    **CHINESE_FORMATS,
}
"""Formats that an ``.xls`` names by number; money symbols, which depend on the machine, are left off."""

LAST_SERIAL = 2_958_465
"""The day number of 9999-12-31."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|(?P<space>_.|\*.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*,*)?|\.[0#?]+)|(?P<percent>%)"
    r"|(?P<exponent>[Ee][+-][0#?]+)|(?P<at>@)|(?P<literal>.)",
    re.DOTALL,
)
_HIDDEN_PARTS = re.compile(r'"[^"]*"|[\\!].|\[(?![hms]+\])[^\]]*\]|_.|\*.', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)")
_DASHES = frozenset("-—–－")


@dataclass(slots=True)
class _Section:
    """One part of a format (``;`` divides them) taken to pieces."""

    before: str = ""
    after: str = ""
    digits: list[str] = field(default_factory=list)
    percents: int = 0
    plain: bool = False
    condition: tuple[str, Decimal] | None = None


def show_number(value: Decimal, code: str) -> tuple[str, Kind]:
    """Give the text that a person sees, with every digit that the cell holds: 0.925 under ``0%`` is 92.5%.

    ``disguised`` where the format shows another number (thousands left off, a point put in by hand).
    """
    section, signed = _choose(_sections(code), value)
    words = (section.before + section.after).strip()
    digits = section.digits or (["0"] if section.plain or not words else [])
    if value == 0 and set(words) <= _DASHES and "0" not in "".join(digits):
        return "0", "number"  # accounts print a dash for it
    if not digits:
        return words, "text"
    if len(digits) > 1 or _is_scaled(digits[0]):
        return _fixed(value, "0"), "disguised"
    before, after = section.before.strip(), section.after.strip()
    if signed:  # a section for negative numbers says so in its own way: (5), red 5, -5
        before, after = before.strip("(-"), after.strip(")")
    shown = value * 100**section.percents
    sign = "-" if shown < 0 else ""
    return f"{sign}{before}{_fixed(abs(shown), digits[0])}{'%' * section.percents}{after}", "number"


def is_date_format(code: str) -> bool:
    """Whether a format shows a date or a time."""
    first = _HIDDEN_PARTS.sub("", code).split(";")[0].lower()
    marks = set(first)
    return bool(marks & set("ymdhs")) and not marks & set("#?") and not ("0" in marks and "s" not in marks)


def show_moment(moment: datetime | date | time | timedelta, code: str) -> tuple[str, Kind]:
    """Give a date as ISO text, or no finer than its format: ``2022年12月`` under ``yyyy"年"m"月"``."""
    if not isinstance(moment, date):  # a datetime is a date
        return str(moment), "text"
    parts = set(_HIDDEN_PARTS.sub("", code).split(";")[0].lower())
    if not parts & set("ymd") or "d" in parts or "h" in parts:
        text = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
        clock = moment.time() if isinstance(moment, datetime) else time()
        return (f"{text} {clock:%H:%M:%S}" if clock != time() else text), "date"
    if "m" in parts:
        return (f"{moment.year}年{moment.month}月" if "y" in parts else f"{moment.month}月"), "date"
    return f"{moment.year}年", "date"


def day_of_serial(serial: Decimal, *, from_1904: bool = False) -> datetime | None:
    """Give the moment that a day number stands for; None where it is none. Excel has a 1900-02-29."""
    if not 1 <= serial <= LAST_SERIAL:
        return None
    whole = int(serial)
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 (a calendar day)
    if whole < 60 and not from_1904:  # noqa: PLR2004 (the day that never was)
        whole += 1
    try:
        return start + timedelta(days=whole, seconds=round((serial - int(serial)) * 86400))
    except OverflowError:
        return None


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    found = [_Section()]
    for token in _TOKEN.finditer(code):
        if token["literal"] == ";":
            found.append(_Section())
        else:
            _add(found[-1], token)
    return tuple(found)


def _add(section: _Section, token: re.Match[str]) -> None:
    literal = token["quoted"] or token["escaped"] or token["literal"] or ""
    if token["bracket"] is not None:
        condition = _CONDITION.fullmatch(token["bracket"])
        if condition is not None:
            section.condition = (condition[1], Decimal(condition[2]))
        elif token["bracket"].startswith("$"):
            literal = token["bracket"][1:].partition("-")[0]
    section.plain |= token["general"] is not None or token["at"] is not None
    section.percents += token["percent"] is not None
    if token["digits"]:
        section.digits.append(token["digits"])
    elif token["space"]:
        literal = " "
    if section.digits or section.plain:
        section.after += literal
    else:
        section.before += literal


def _choose(sections: tuple[_Section, ...], value: Decimal) -> tuple[_Section, bool]:
    """Choose the part for a number; the flag says that the part is for negative numbers alone."""
    if any(section.condition for section in sections):
        fitting = (s for s in sections if s.condition is None or _holds(s.condition, value))
        return next(fitting, sections[-1]), False
    numeric = sections[:3]
    if value < 0 and len(numeric) > 1:
        return numeric[1], True
    if value == 0 and len(numeric) > 2:  # noqa: PLR2004 (positive; negative; zero)
        return numeric[2], False
    return numeric[0], False


def _holds(condition: tuple[str, Decimal], value: Decimal) -> bool:
    sign, bound = condition
    return {
        "<": value < bound,
        "<=": value <= bound,
        ">": value > bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[sign]


def _is_scaled(digits: str) -> bool:
    whole, _, decimals = digits.partition(".")
    return whole.endswith(",") or decimals.endswith(",")


def _fixed(value: Decimal, digits: str) -> str:
    """Write with at least the places that the format has, and all that the value needs."""
    whole, _, decimals = digits.partition(".")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    head, _, tail = text.partition(".")
    tail = tail.ljust(decimals.count("0"), "0")
    sign, head = ("-", head[1:]) if head.startswith("-") else ("", head)
    head = f"{int(head):,}" if "," in whole else head.zfill(whole.count("0"))
    return f"{sign}{head}.{tail}" if tail else sign + head
