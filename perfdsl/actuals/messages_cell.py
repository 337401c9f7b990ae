"""The wording of complaints about one cell of a table of facts: what it holds is no value."""

from __future__ import annotations

from datetime import date

from perfdsl.actuals.read_day import DayProblem
from perfdsl.actuals.read_value import Reason
from perfdsl.actuals.table import Kind
from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.source import Place


def _seen(place: Place) -> str:
    text = place.text.strip()
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 (fits a line beside its words)


_UNUSABLE: dict[Kind, tuple[str, Text, Text]] = {
    "nested": (
        "P0609",
        Text("格子里应是一个值，这里是一列或一个对象", "a list or an object stands where one value belongs"),
        Text("每个值写成自己的一条实绩", "make each value a fact of its own"),
    ),
    "not_a_number": (
        "P0611",
        Text("NaN 和 Infinity 不是数", "NaN and Infinity are no numbers"),
        Text("没有数就留空（null）", "leave it blank (null) where there is no number"),
    ),
    "digits_lost": (
        "P0612",
        Text("Excel 只保留 15 位数字，这个数已经失真",
             "Excel keeps 15 digits only; this number is no longer the one typed"),
        Text("把格子设为文本，重新填写；编码一律用文本",
             "format the cell as text and type it again; codes are always text"),
    ),
    "uncalculated": (
        "P0613",
        Text("公式没有存下计算结果", "the formula was saved without its result"),
        Text("在 Excel 或 WPS 里打开并保存一次，或直接填数",
             "open it in Excel or WPS and save it, or type the number"),
    ),
    "disguised": (
        "P0614",
        Text("单元格格式显示的不是它的数（如以万为单位缩放）",
             "the cell's format shows another number than it holds (such as one scaled to 万)"),
        Text("把显示的数连同单位写成文本", "write the number that is shown, with its unit, as text"),
    ),
    "error": (
        "P0615",
        Text("单元格是 Excel 的错误值", "the cell holds an Excel error"),
        Text("改正公式，或直接填数", "correct the formula, or type the number"),
    ),
}  # fmt: skip


def unusable_cell(place: Place, kind: Kind) -> Diagnostic:
    """Complain about a cell that a fact needs and that holds no value."""
    code, message, hint = _UNUSABLE[kind]
    at = Text(f"这里是 {_seen(place)}", f"{_seen(place)} stands here")
    return Diagnostic(code, message, (Label(place, at),), (hint,))


def no_value(place: Place, reason: Reason, word: str, remedy: str) -> Diagnostic:
    """Complain about an actual that is neither a number, a date nor a word."""
    code, message, at, hint = _NO_VALUE[reason]
    shown = {"seen": _seen(place), "word": word or _seen(place)}
    hints = (Text(f"改为 {remedy}", f"write {remedy}"),) if remedy else (hint,)
    return Diagnostic(code, _filled(message, shown), (Label(place, _filled(at, shown)),), hints)


def _filled(text: Text, values: dict[str, str]) -> Text:
    return Text(text.zh.format_map(values), text.en.format_map(values))


_UNREADABLE_HINT = Text(
    "只写数和单位，如 11次、92%、4.8万元", "write the number and its unit only: 11次, 92%, 4.8万元"
)

_NO_VALUE: dict[Reason, tuple[str, Text, Text, Text]] = {
    "operator": (
        "P0620", Text("实绩里有比较词“{word}”", "an actual with a comparison, “{word}”"),
        Text("实绩是一个确切的值，不是范围", "an actual is one exact value, not a range"), _UNREADABLE_HINT,
    ),
    "several": (
        "P0309", Text("一个格子里有几个值：{seen}", "several values in one cell: {seen}"),
        Text("不知道用哪一个", "which one counts?"),
        Text("每个指标一行，每行一个值", "one row an indicator, one value a row"),
    ),
    "unreadable": (
        "P0301", Text("读不懂这个数：{seen}", "this number cannot be read: {seen}"),
        Text("这里应是一个数", "a number belongs here"), _UNREADABLE_HINT,
    ),
    "inexact": (
        "P0307", Text("“{word}”不是确切的数", "“{word}” makes it no exact number"),
        Text("这里应是一个确切的数", "an exact number belongs here"), _UNREADABLE_HINT,
    ),
    "too_long": (
        "P0312", Text("数字位数太多", "too many digits"), Text("这个数没有读", "this number was not read"),
        Text("至多 30 位数字；换用较大的单位，如 万元", "at most 30 digits; use a larger unit, such as 万元"),
    ),
    "blank_between_digits": (
        "P0313", Text("数字中间有空格：{seen}", "a blank inside a number: {seen}"),
        Text("一个数，还是两个？", "one number, or two?"), Text("删去空格", "leave out the blank"),
    ),
    "values_differ": (
        "P0323", Text("两种写法的数值不相等：{seen}", "two writings of different values: {seen}"),
        Text("以哪一个为准？", "which of them counts?"), Text("只留一个", "keep one of them"),
    ),
    "impossible_date": (
        "P0310", Text("没有这一天：{seen}", "there is no such day: {seen}"),
        Text("日历上没有", "not in the calendar"), Text("写成 2022-12-31", "write it as 2022-12-31"),
    ),
    "year_missing": (
        "P0318", Text("日期没有年份：{seen}", "a date without a year: {seen}"),
        Text("哪一年？", "of which year?"), Text("写全，如 2022-12-31", "write all of it, as in 2022-12-31"),
    ),
    "shifted": (
        "P0633", Text("单位栏里是数：{word}", "a number in the unit column: {word}"),
        Text("数里的逗号没有用引号括起来？", "a comma inside a number, without quotes?"),
        Text("单位栏只写单位", "the unit column holds a unit only"),
    ),
    "two_readings": (
        "P0306", Text("“{seen}”有两种读法", "“{seen}” can be read in two ways"),
        Text("时长，还是月份？", "a duration, or a calendar month?"),
        Text("时长写 12个月，月份写 12月份，日期写 2022-12-31",
             "write 12个月 for a duration, 12月份 for the month, 2022-12-31 for a day"),
    ),
}  # fmt: skip


def units_clash(place: Place, other: Place, unit: str, remedy: str) -> Diagnostic:
    """Complain about a unit in the cell beside another one in the unit column or the heading."""
    return Diagnostic(
        "P0314", Text(f"格子里的单位“{unit}”和单位栏的不同",
                      f"the unit “{unit}” in the cell is not that of its column"),
        (Label(place, Text(f"这里以“{unit}”计",
                           f"“{unit}” here")), Label(other, Text("这里是另一个单位", "another unit here"))),
        (Text(f"改为 {remedy}，或清空单位栏", f"write {remedy}, or leave the unit column blank"),),
    )  # fmt: skip


def not_points(place: Place) -> Diagnostic:
    """Complain about a cell of 扣分, 自评 or 核查 that holds no points."""
    shown = _seen(place)
    return Diagnostic(
        "P0643", Text(f"这里要写分数，不是“{shown}”", f"points are needed here, not “{shown}”"),
        (Label(place, Text("不是分数", "no points")),),
        (Text("写零或正数，例如 2 或 2分；没有就留空", "write zero or more, such as 2 or 2分, or leave it blank"),),
    )  # fmt: skip


_NO_DAY = {
    "no_date": ("P0301", Text("读不懂这个日期：{seen}", "this date cannot be read: {seen}")),
    "impossible_date": ("P0310", Text("没有这一天：{seen}", "there is no such day: {seen}")),
    "year_missing": ("P0318", Text("日期没有年份：{seen}", "a date without a year: {seen}")),
}


def bad_date(place: Place, why: DayProblem, perhaps: date | None) -> Diagnostic:
    """Complain about the date of a row; ``perhaps`` is the day that a bare Excel number may stand for."""
    hint = Text("写成 2022-12-31、2022年12月31日 或 20221231", "write 2022-12-31, 2022年12月31日 or 20221231")
    if perhaps is not None:
        hint = Text(
            f"若是 Excel 的日期序号，应写 {perhaps}", f"if it is Excel's number of a day, write {perhaps}"
        )
    code, message = _NO_DAY[why]
    at = Text("这一行没有读", "this row was not read")
    return Diagnostic(code, _filled(message, {"seen": _seen(place)}), (Label(place, at),), (hint,))
