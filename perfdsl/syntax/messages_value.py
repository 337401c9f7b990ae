"""The wording of complaints about values: numbers, dates, and what an indicator or a fact says of them."""

from __future__ import annotations

import re

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.messages import short
from perfdsl.syntax.read_literal import LiteralReading
from perfdsl.syntax.write_words import write_entry_name

_DATED = re.compile(r"\d{4}[-年/.]")
_NUMBERS = Text("例如 12次、1,234.5元、二十三万元、90%", "for example 12次, 1,234.5元, 90%")
_SURE = Text("写一个确定的数，例如 12次", "write one definite number, such as 12次")
_PROBLEMS = {
    "blank_between_digits": ("P0313", Text("数字中间有空格", "a blank between digits"), Text("删去数字中间的空格", "leave out the blank between the digits")),
    "inexact": ("P0307", Text("不是确定的数", "not a definite number"), _SURE),
    "several_values": ("P0309", Text("一处写了几个值", "several values in one place"), Text("分成几个指标，每个一个值", "split it into several indicators of one value each")),
    "values_differ": ("P0323", Text("两种写法的数值不相等", "the two writings differ in value"), Text("只留其中一个", "keep one of them")),
}  # fmt: skip


def bad_number(place: Place, text: str, reading: LiteralReading) -> Diagnostic:
    """Complain about a number (or date) that cannot be read, for the reason that its reading gives."""
    shown = short(text)
    if reading.problem == "too_long":
        return complaint(
            "P0312", place, Text(f"“{shown}”太长，不能读作一个数", f"“{shown}” is too long for a number"),
            Text("一个数至多 30 位", "a number has at most 30 digits"), Text("检查是不是多写了数字，或者换用 万元、亿元", "check the digits, or use a larger unit such as 万元"),
        )  # fmt: skip
    if reading.kind in {"date", "month_end"} or reading.problem in {"impossible_date", "year_missing"}:
        return bad_date(place, text, reading)
    if reading.problem == "two_readings":
        return two_readings(place, text, reading)
    if reading.bound:
        return complaint(
            "P0301", place, Text(f"这里要一个数，“{shown}”是一个范围", f"a number belongs here; “{shown}” is a range"),
            Text(f"它的意思是 {reading.bound}", f"it means {reading.bound}"), Text("去掉 以上、以下、以内 一类的词", "leave out words such as 以上, 以下, 以内"),
        )  # fmt: skip
    code, why, remedy = _PROBLEMS.get(
        reading.problem,
        ("P0301", Text("这里要一个数，可带单位", "a number belongs here, with or without a unit"), _NUMBERS),
    )
    return complaint(
        code, place, Text(f"“{shown}”不能读作一个数", f"“{shown}” cannot be read as a number"), why, remedy
    )


def bad_date(place: Place, text: str, reading: LiteralReading) -> Diagnostic:
    """Complain about a date that does not exist, has no year, or stands where a number belongs."""
    shown = short(text)
    if reading.problem == "impossible_date":
        return complaint(
            "P0310", place, Text(f"没有“{shown}”这一天", f"there is no such day as “{shown}”"), Text("日历上没有这一天", "not in the calendar"),
            Text("改成有的日期，例如 2022-12-31", "write a day that exists, such as 2022-12-31"),
        )  # fmt: skip
    if reading.kind == "month_end" or reading.problem == "year_missing":
        month = reading.month or 12
        return complaint(
            "P0318", place, Text(f"日期“{shown}”没有年份", f"the date “{shown}” has no year"), Text("是哪一年？", "of which year?"),
            Text(f"写全日期，例如 2022-{month:02d}-{_last(month)}；只论月份时写 {month}月份", f"write the whole date, such as 2022-{month:02d}-{_last(month)}, or {month}月份 for a month of any year"),
        )  # fmt: skip
    return complaint(
        "P0301", place, Text(f"这里要一个数，“{shown}”是日期", f"a number belongs here; “{shown}” is a date"),
        Text("这里不能写日期", "no date can stand here"), _NUMBERS,
    )  # fmt: skip


def two_readings(place: Place, text: str, reading: LiteralReading) -> Diagnostic:
    """Complain about ``12月`` (how long, or until when?) and ``6月前`` (until its beginning or its end?)."""
    shown = short(text)
    zh, en = "到该月初，还是到该月底？", "until the beginning or the end of that month?"
    remedy = Text("写明哪一天，例如 2022-06-30", "say which day, such as 2022-06-30")
    if reading.unit == "月":
        zh, en = "是时长，还是几月份？", "how long, or which month?"
        number = reading.value if reading.value is not None else 12
        remedy = Text(
            f"时长写 {number}个月，月份写 {number}月份",
            f"write {number}个月 for how long, {number}月份 for a month of the year",
        )
    return complaint(
        "P0306",
        place,
        Text(f"“{shown}”有两种读法", f"“{shown}” can be read in two ways"),
        Text(zh, en),
        remedy,
    )


def not_date(place: Place, text: str, reading: LiteralReading) -> Diagnostic:
    """Complain about something that ought to be a date."""
    if reading.problem == "impossible_date":
        return bad_date(place, text, reading)
    return complaint(
        "P0301", place, Text(f"“{short(text)}”不是日期", f"“{short(text)}” is not a date"), Text("这里要一个日期", "a date belongs here"),
        Text("写成 2022-12-31 或 2022年12月31日", "write 2022-12-31"),
    )  # fmt: skip


def not_month_end(place: Place, text: str) -> Diagnostic:
    """Complain about a point of a payment plan that names no month."""
    return complaint(
        "P0301", place, Text(f"“{short(text)}”不是月底", f"“{short(text)}” is not the end of a month"),
        Text("支出计划的每一段是“几月底”和累计金额", "each point is the end of a month and a cumulative amount"),
        Text("例如：支出计划 3月底 1.00万元，6月底 2.00万元", "for example: plan 3月底 1.00万元, 6月底 2.00万元"),
    )  # fmt: skip


def not_places(place: Place, text: str) -> Diagnostic:
    """Complain about decimal places that are not a small whole number."""
    return complaint(
        "P0301", place, Text(f"“{short(text)}”不能作小数位数", f"“{short(text)}” cannot be a number of decimals"),
        Text("这里要 0 至 6 的整数", "a whole number from 0 to 6 belongs here"), Text("例如：舍入 每项 2位 四舍五入", "for example: rounding each 2 half_up"),
    )  # fmt: skip


def odd_year(place: Place, text: str) -> Diagnostic:
    """Complain about a year that no budget can be of."""
    return complaint(
        "P0301", place, Text(f"“{short(text)}”不是预算年度", f"“{short(text)}” is not a budget year"),
        Text("这里要 1950 至 2150 之间的年份", "a year from 1950 to 2150 belongs here"), Text("写成四位数，例如 2022", "write four digits, such as 2022"),
    )  # fmt: skip


def comma_in_number(place: Place, text: str) -> Diagnostic:
    """Complain about a comma that may be a thousands separator or the separator of a list."""
    shown = short(text)
    joined, spaced = shown.replace(",", ""), shown.replace(",", ", ")
    return complaint(
        "P0306", place, Text(f"“{shown}”里的逗号有两种读法", f"the comma in “{shown}” can be read in two ways"),
        Text("千分位，还是两个数？", "one number with thousands, or two numbers?"),
        Text(f"一个数写成 {joined}；两个数写成 {spaced}（逗号后空一格）", f"one number: {joined}; two: {spaced}, with a blank after the comma"),
    )  # fmt: skip


def odd_range_sign(place: Place, sign: str) -> Diagnostic:
    """Complain about a sign other than ``<`` before the upper end of a level."""
    return complaint(
        "P0316", place, Text(f"上端前面只能写 <，不能写 {sign}", f"only < can stand before the upper end, not {sign}"),
        Text("< 表示不含上端", "< leaves the upper end out"), Text("例如：档次 部分达成 60%..<80%", "for example: level partly 60%..<80%"),
    )  # fmt: skip


def needs_equals(place: Place, sign: str) -> Diagnostic:
    """Complain about another sign where only ``=`` makes sense."""
    return complaint(
        "P0316", place, Text(f"这里要 =，不是 {sign}", f"= belongs here, not {sign}"), Text("这里只能写 =", "nothing but = can stand here"),
        Text(f"把 {sign} 改为 =", f"change {sign} to ="),
    )  # fmt: skip


# ------------------------------------------------------------- what an indicator says


def no_operator(place: Place, name: str, shown: str, head: str | None = None) -> Diagnostic:
    """Complain about a bare number: a third of real tables print none, and both readings are possible."""
    plain, value = write_entry_name(short(name)), short(shown)
    first, second = ("<=", ">=") if _DATED.match(shown) else (">=", "<=")
    hints = [Text(f"写成 {plain} {first} {value}，或 {plain} {second} {value}，或 {plain} = {value}",
                  f"write {plain} {first} {value}, or {plain} {second} {value}, or {plain} = {value}")]  # fmt: skip
    if head is not None:
        zh, en = tables()["heads"][head]
        hints.insert(0, Text(f"若是想写“{zh}”：{zh} {value}", f"if “{en}” was meant: {en} {value}"))
    return complaint(
        "P0304", place, Text(f"“{short(name)}”的指标值 {value} 没有写运算符", f"the target {value} of “{short(name)}” has no operator"),
        Text("至少、至多，还是正好？", "at least, at most, or exactly?"), *hints,
    )  # fmt: skip


def two_operators(place: Place, op: str, bound: str, text: str) -> Diagnostic:
    """Complain about an operator and a suffix that disagree."""
    return complaint(
        "P0315", place, Text(f"运算符 {op} 与“{short(text)}”的说法（{bound}）矛盾", f"the operator {op} disagrees with “{short(text)}”, which means {bound}"),
        Text("两个说法只能留一个", "only one of them can stand"), Text("删去运算符，或删去 以上、以下、前 一类的词", "drop the operator, or the word after the number"),
    )  # fmt: skip


def word_without_operator(place: Place, name: str, word: str) -> Diagnostic:
    """Complain about a word as a target, which may be a state or a quality."""
    plain, shown = write_entry_name(short(name)), short(word)
    return complaint(
        "P0305", place, Text(f"“{short(name)}”的指标值是文字“{shown}”", f"the target of “{short(name)}” is the word “{shown}”"),
        Text("是要正好如此，还是按档次评？", "exactly this state, or judged by levels?"),
        Text(f'正好如此写 {plain} 是 "{shown}"，按档次评写 {plain} 定性 "{shown}"', f'write {plain} is "{shown}" for exactly this, or {plain} qualitative "{shown}" for levels'),
    )  # fmt: skip


def word_for_number(place: Place, name: str, word: str) -> Diagnostic:
    """Complain about a word after a comparison that needs a number."""
    plain, shown = write_entry_name(short(name)), short(word)
    return complaint(
        "P0301", place, Text(f"“{shown}”不能比大小", f"“{shown}” cannot be compared"),
        Text("这里要一个数或日期", "a number or a date belongs here"),
        Text(f'写成 {plain} 是 "{shown}"，或 {plain} 定性 "{shown}"', f'write {plain} is "{shown}", or {plain} qualitative "{shown}"'),
    )  # fmt: skip


def no_target(place: Place, name: str) -> Diagnostic:
    """Complain about an indicator with no target at all."""
    plain = write_entry_name(short(name))
    return complaint(
        "P0319", place, Text(f"“{short(name)}”没有指标值", f"“{short(name)}” has no target"), Text("这里只有名字", "there is only a name"),
        Text(f"指标写成 {plain} >= 12次；分组在末尾加 ：", f"an indicator: {plain} >= 12次; a group ends with a colon"),
    )  # fmt: skip


def joined_operator(place: Place, name: str, op: str, value: str) -> Diagnostic:
    """Complain about a name, an operator in words and a value written in one."""
    fixed = f"{write_entry_name(short(name))} {op} {short(value)}"
    return complaint(
        "P0319", place, Text(f"“{short(name + op + value)}”连在一起，读作了一个名字", f"“{short(name + op + value)}” is read as one name"),
        Text("名字、运算符、数值之间要空格", "blanks belong around the operator"), Text(f"写成 {fixed}", f"write {fixed}"),
    )  # fmt: skip


def operator_in_fact(place: Place, name: str) -> Diagnostic:
    """Complain about a fact that is written like a target."""
    plain = write_entry_name(short(name))
    return complaint(
        "P0620", place, Text(f"“{short(name)}”的实绩不能带运算符", f"the actual of “{short(name)}” cannot have an operator"),
        Text("实绩是发生了的数，不是目标", "an actual is what happened, not a target"), Text(f"写成 {plain} = 11次", f"write {plain} = 11次"),
    )  # fmt: skip


def _last(month: int) -> int:
    return 28 if month == 2 else 30 if month in {4, 6, 9, 11} else 31  # noqa: PLR2004 — February


def bound_foreseen(place: Place, written: str) -> Diagnostic:
    """Complain about ``预计 12次以上``: what is expected is one value."""
    return complaint(
        "P0301", place, Text(f"预计要写一个确定的值，“{short(written)}”是一个范围", f"what is foreseen is one value; “{short(written)}” is a range"),
        _NUMBERS, _SURE,
    )  # fmt: skip


def cause_of_evidence(place: Place) -> Diagnostic:
    """Complain about ``佐证 人员保障 "…"``: only a reason has one of the five causes."""
    return complaint(
        "P0110", place, Text("佐证没有归类", "evidence has no cause"), Text("只有 原因 才归入五类", "only a reason has one of the five causes"),
        Text('写成 佐证 "签到表.pdf"', 'write: evidence "sheet.pdf"'),
    )  # fmt: skip
