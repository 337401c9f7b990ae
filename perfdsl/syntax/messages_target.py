"""The wording of complaints about one printed target (P0301-P0329)."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place

UNKNOWN_UNIT = "P0303"
"""Code of the one refusal after which a number must not be used at all."""


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"  # noqa: PLR2004 (fits a line beside its words)


def _either(readings: Sequence[str]) -> tuple[Text, ...]:
    return tuple(
        Text(f"若是此意，写成 {reading}", f"if this is meant, write {reading}") for reading in readings
    )


def not_a_number(place: Place, text: str) -> Diagnostic:
    """Complain about a number in a form that is none."""
    return complaint(
        "P0301", place, Text(f"“{_short(text)}”的写法不是数字", f"“{_short(text)}” is not written as a number"),
        Text("读不出一个数", "no number can be read"),
        Text("数字写成 12、1,234.5 或 二十三万，单位写在后面", "write numbers as 12, 1,234.5 or 二十三万, then the unit"),
    )  # fmt: skip


def unknown_unit(place: Place, unit: str, near: Sequence[str]) -> Diagnostic:
    """Complain about a unit that nobody has defined."""
    known = (Text(f"是不是 {'、'.join(near)}？", f"did you mean {', '.join(near)}?"),) if near else ()
    return complaint(
        UNKNOWN_UNIT, place, Text(f"不认识计量单位“{_short(unit)}”", f"the unit “{_short(unit)}” is unknown"),
        Text("这个单位没有定义", "this unit is not defined"), *known,
        Text(f"若确是单位，先写 计量单位 {_short(unit)}", f"if it is a unit, define it first: unit {_short(unit)}"),
    )  # fmt: skip


def no_operator(place: Place, value: str, operators: Sequence[str]) -> Diagnostic:
    """Complain about a bare value, with a reading for each operator."""
    return complaint(
        "P0304", place, Text(f"{value} 没有写明运算符", f"{value} has no operator"),
        Text("至少、至多，还是正好？", "at least, at most, or exactly?"),
        *_either([f"{operator} {value}" for operator in operators]),
    )  # fmt: skip


def only_words(place: Place, text: str) -> Diagnostic:
    """Complain about words that say not how they are judged."""
    shown = _short(text).replace('"', "”")
    return complaint(
        "P0305", place, Text(f"“{_short(text)}”是文字，没有写明怎样评判", f"“{_short(text)}” is in words and says not how it is judged"),
        Text("定性，还是“是/否”？", "by levels, or yes/no?"),
        Text(f'按档次评判写成 定性 "{shown}"', f'judged by levels: 定性 "{shown}"'),
        Text(f'只看是否做到写成 是 "{shown}"', f'judged as met or not: 是 "{shown}"'),
    )  # fmt: skip


def two_readings(place: Place, text: str, readings: Sequence[str]) -> Diagnostic:
    """Complain about a value that can be read in two ways, showing both."""
    return complaint(
        "P0306", place, Text(f"“{_short(text)}”有两种读法", f"“{_short(text)}” can be read in two ways"),
        Text("按哪一种读？", "which one is meant?"), *_either(readings),
    )  # fmt: skip


def inexact(place: Place, text: str) -> Diagnostic:
    """Complain about 约, 左右, 余 and their like."""
    return complaint(
        "P0307", place, Text(f"“{_short(text)}”不是确切的数", f"“{_short(text)}” is not an exact number"),
        Text("约、左右、余、多、几 不能据以评分", "about, or so, some: none of them can be scored"),
        Text("写明确切的数和运算符，如 >= 100人，或写明区间，如 介于 95 至 105人", "write an exact number and an operator (>= 100人), or a range (in 95..105人)"),
    )  # fmt: skip


def change(place: Place, text: str) -> Diagnostic:
    """Complain about growth or decline whose baseline, kind or operator is unsaid."""
    return complaint(
        "P0308", place, Text(f"“{_short(text)}”说的是变化，没有写明基数和算法", f"“{_short(text)}” tells of a change, but not from what or how it is counted"),
        Text("百分之几，还是几个百分点？至少，还是正好？", "per cent or points? at least or exactly?"),
        Text("把指标改为增长率，写成 增长率 >= 5%；或写明变化量，如 >= 5个百分点", "make the indicator a rate of growth: 增长率 >= 5%; or state the difference: >= 5个百分点"),
    )  # fmt: skip


def several_values(place: Place, text: str) -> Diagnostic:
    """Complain about a cell that holds more than one value."""
    return complaint(
        "P0309", place, Text(f"“{_short(text)}”中有几个值", f"“{_short(text)}” holds several values"),
        Text("一项指标只能有一个指标值", "an indicator has one target"),
        Text("拆成几项指标，各写一个指标值；区间写成 介于 90% 至 100%", "split it into indicators with a target each; a range is in 90%..100%"),
    )  # fmt: skip


def impossible_date(place: Place, text: str) -> Diagnostic:
    """Complain about a day or month that the calendar does not have."""
    return complaint(
        "P0310", place, Text(f"“{_short(text)}”：没有这一天", f"“{_short(text)}”: there is no such day"),
        Text("日历上没有", "not in the calendar"),
        Text("日期写成 YYYY-12-31 或 YYYY年12月31日，月份写 1 至 12", "write dates as YYYY-12-31 or YYYY年12月31日, months from 1 to 12"),
    )  # fmt: skip


def period(place: Place, text: str) -> Diagnostic:
    """Complain about a stretch of time where a deadline is needed."""
    return complaint(
        "P0311", place, Text(f"“{_short(text)}”是一段时间，不是期限", f"“{_short(text)}” is a period, not a deadline"),
        Text("以哪一天为限？", "which day is the limit?"),
        Text("写成期限，如 <= YYYY-12-31；或写成时长，如 <= 11个月", "write a deadline (<= YYYY-12-31) or a duration (<= 11个月)"),
    )  # fmt: skip


def too_many_digits(place: Place) -> Diagnostic:
    """Complain about a numeral beyond the bound."""
    return complaint(
        "P0312", place, Text("数字过长", "a number with too many digits"), Text("位数太多", "too many digits"),
        Text("至多 30 位数字；可改用 万、亿 作单位", "30 digits at most; 万 or 亿 may serve as units"),
    )  # fmt: skip


def blank_between_digits(place: Place, text: str) -> Diagnostic:
    """Complain about a number that a blank cuts in two."""
    return complaint(
        "P0313", place, Text(f"“{_short(text)}”的数字中间有空格", f"a blank stands inside the number of “{_short(text)}”"),
        Text("一个数，还是两个？", "one number, or two?"), Text("去掉空格，或分成两项", "remove the blank, or split the value"),
    )  # fmt: skip


def unit_column_contradicts(place: Place, column: str, text: str) -> Diagnostic:
    """Complain about a unit column that does not suit the printed value."""
    return complaint(
        "P0314", place, Text(f"计量单位列是“{_short(column)}”，指标值却是“{_short(text)}”", f"the unit column says “{_short(column)}”, the value “{_short(text)}”"),
        Text("单位应与计量单位列一致", "the unit ought to agree with the unit column"),
        Text(f"把计量单位列改成指标值的单位，或把指标值改成以 {_short(column)} 计", f"correct the unit column, or restate the value in {_short(column)}"),
    )  # fmt: skip


def operators_contradict(place: Place, operators: Sequence[str]) -> Diagnostic:
    """Complain about more than one operator at one value."""
    said = "、".join(operators)
    return complaint(
        "P0315", place, Text(f"运算符互相矛盾：{said}", f"operators contradict each other: {', '.join(operators)}"),
        Text("只能有一个运算符", "one operator at most"), Text("留下其中一个", "keep one of them"),
    )  # fmt: skip


def unknown_operator(place: Place, operator: str) -> Diagnostic:
    """Complain about an operator column that holds no operator."""
    return complaint(
        "P0316", place, Text(f"不认识运算符“{_short(operator)}”", f"the operator “{_short(operator)}” is unknown"),
        Text("指标值旁的运算符读不懂", "the operator beside this value cannot be read"),
        Text("用 >=、<=、>、<、= 之一，或 定性", "use one of >=, <=, >, <, =, or 定性"),
    )  # fmt: skip


def range_units(place: Place, text: str) -> Diagnostic:
    """Complain about a range whose ends have different units, or of which one has none."""
    return complaint(
        "P0302", place, Text(f"区间“{_short(text)}”两端的单位不同", f"the ends of the range “{_short(text)}” have different units"),
        Text("两端不能比较", "its ends cannot be compared"), Text("两端用同一种单位，如 介于 5 至 9人", "use one unit for both ends, as in 5..9人"),
    )  # fmt: skip


def range_reversed(place: Place, text: str) -> Diagnostic:
    """Complain about a range that ends before it begins."""
    return complaint(
        "P0317", place, Text(f"区间“{_short(text)}”的起点大于终点", f"the range “{_short(text)}” ends before it begins"),
        Text("两端颠倒", "reversed"), Text("小的写在前面，如 介于 90% 至 100%", "write the lower end first, as in 90%..100%"),
    )  # fmt: skip


def year_missing(place: Place, month: int, day: int) -> Diagnostic:
    """Complain about a day of no year."""
    return complaint(
        "P0318", place, Text(f"{month}月{day}日 没有年份", f"{month}月{day}日 has no year"), Text("哪一年？", "of which year?"),
        Text(f"写明年份，如 <= YYYY-{month:02}-{day:02}", f"write the year, as in <= YYYY-{month:02}-{day:02}"),
    )  # fmt: skip


def nothing(place: Place) -> Diagnostic:
    """Complain about a blank cell, or one that says that there is no target."""
    return complaint(
        "P0319", place, Text("没有填写指标值", "no target is given"), Text("这里没有值", "there is no value here"),
        Text("填写指标值，或删去这项指标", "write a target, or remove the indicator"),
    )  # fmt: skip


def numerator_missing(place: Place, unit: str, value: str) -> Diagnostic:
    """Warn of a compound unit such as /株 or 万/月, which leaves unsaid what is counted."""
    above, _, below = unit.partition("/")
    return complaint(
        "P0320", place, Text(f"{value}：每{below}多少什么？", f"{value}: so much of what for each {below}?"),
        Text("分子没有单位，按纯数读", "nothing is named before the slash; read as a pure number"),
        Text(f"若是金额，写成 {above}元/{below}", f"if it is money, write {above}元/{below}"),
    )  # fmt: skip


def below_zero(place: Place, value: str, unit: str) -> Diagnostic:
    """Complain about a negative count, length, area or duration."""
    return complaint(
        "P0321", place, Text(f"{value}：以“{unit}”计的量不可能为负", f"{value}: what is counted in “{unit}” cannot be below zero"),
        Text("负数", "below zero"), Text("去掉负号；若是减少的量，另设一项“减少量”指标", "remove the sign; for a reduction, make an indicator of the reduction"),
    )  # fmt: skip


def words_around_number(place: Place, text: str) -> Diagnostic:
    """Complain about a number among words that no rule knows."""
    return complaint(
        "P0322", place, Text(f"“{_short(text)}”：数字前后有多余的文字", f"“{_short(text)}”: words stand around the number"),
        Text("文字会改变意思，不能略去", "the words may change the meaning and are not dropped"),
        Text("指标值只写运算符、数字和单位，如 >= 2次/年；其余写进 说明", "write operator, number and unit alone (>= 2次/年); the rest belongs to about"),
        Text(f'整句作定性指标写成 定性 "{_short(text)}"'.replace("\n", " "), f'to judge it all by levels: 定性 "{_short(text)}"'.replace("\n", " ")),
    )  # fmt: skip


def values_differ(place: Place, text: str) -> Diagnostic:
    """Complain about two writings of one value that are not equal."""
    return complaint(
        "P0323", place, Text(f"“{_short(text)}”中两种写法的数值不相等", f"the two writings in “{_short(text)}” are not equal"),
        Text("以哪一个为准？", "which of them counts?"), Text("只留一个", "keep one of them"),
    )  # fmt: skip


def too_long(place: Place, length: int, most: int) -> Diagnostic:
    """Complain about a text beyond the bound, unread."""
    return complaint(
        "P0324", place, Text(f"文字有 {length} 个字符，不是一个指标值", f"a text of {length} characters is no target value"),
        Text("太长，没有读", "too long; it was not read"), Text(f"指标值至多 {most} 个字符", f"a target has at most {most} characters"),
    )  # fmt: skip
