"""The wording of why an actual could not be read."""

from __future__ import annotations

from perfdsl.actuals.read_value import Reason
from perfdsl.diagnostic import Text
from perfdsl.importers.tidy_unit import Twice

_REASONS: dict[Reason, Text] = {
    "operator": Text("实际值里有运算符", "an actual with a comparison in it"),
    "several": Text("有几个值", "it holds several values"),
    "values_differ": Text("有几个不同的值", "it holds several different values"),
    "unreadable": Text("读不出一个值", "no value can be read"),
    "blank_between_digits": Text("数字中间有空格", "a blank stands between digits"),
    "inexact": Text("不是确切的数", "it is not exact"),
    "too_long": Text("位数太多", "it has too many digits"),
    "two_readings": Text("有两种读法", "it can be read in two ways"),
    "impossible_date": Text("没有这一天", "there is no such day"),
    "year_missing": Text("日期没有年份", "the date has no year"),
    "unit": Text("单位与计量单位列不同", "its unit is not that of the unit column"),
    "shifted": Text("计量单位列里是数字", "a number stands in the unit column"),
}


def unread_actual(said: str, reason: Reason) -> Text:
    """An actual that is no value."""
    shown = said if len(said) <= 30 else said[:29] + "…"  # noqa: PLR2004 (fits a line beside its words)
    why = _REASONS[reason]
    return Text(f"“{shown}”：{why.zh}", f"“{shown}”: {why.en}")


def bare_actual(said: str, readings: tuple[str, ...]) -> Text:
    """An actual without a unit that can be read in two ways."""
    return Text(
        f"{said} 没有写单位，有两种读法：{' 或 '.join(readings)}",
        f"{said} has no unit: {' or '.join(readings)}",
    )


def unknown_unit(unit: str) -> Text:
    """A unit that nobody knows."""
    return Text(f"不认识计量单位“{unit}”", f"the unit “{unit}” is not known")


def written_twice_note(twice: Twice) -> Text:
    """A unit that is written twice: 台（套）."""
    return Text(
        f"单位“{twice.printed}”按“{twice.unit}”读", f"the unit “{twice.printed}” was read as {twice.unit}"
    )
