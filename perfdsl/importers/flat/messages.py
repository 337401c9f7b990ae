"""The wording of doubts about forms read out of a stream of characters."""

from __future__ import annotations

from perfdsl.diagnostic import Text

_MOST_SHOWN = 40


def seen(text: str) -> str:
    """Show a text on one line, and not too much of it."""
    tight = "".join(text.split())
    return tight if len(tight) <= _MOST_SHOWN else tight[: _MOST_SHOWN - 1] + "…"


# ---------------------------------------------------------------- rows


def over_page() -> Text:
    """A page ends inside a row."""
    return Text(
        "这一行跨页，文字的先后可能乱了", "this row goes over a page break; its text may be out of order"
    )


def over_page_head() -> Text:
    """A page ends inside the part above the table."""
    return Text(
        "表的上半部分跨页，文字的先后可能乱了",
        "the part above the table goes over a page break; its text may be out of order",
    )


def no_value() -> Text:
    """A row without a target that can be told."""
    return Text("这一行找不到指标值", "no target was found in this row")


def several_values(count: int) -> Text:
    """More targets than rows."""
    return Text(
        f"这里有 {count} 处像指标值的文字，分不清是几行",
        f"{count} stretches look like targets; how many rows there are is not clear",
    )


def up_to_basis() -> Text:
    """A target that was found between its sign and the basis of all rows."""
    return Text(
        "指标值按所有行相同的依据断开，是不是一个值没有把握",
        "it was cut off where the basis of all rows begins; whether it is one target is not sure",
    )


def beside_doubt() -> Text:
    """A row beside one whose limits are not sure."""
    return Text("相邻的一行界限不清", "the limits of the row beside it are not clear")


def cut_unknown(cuts: int) -> Text:
    """Names and descriptions that may be cut in several ways, or in none."""
    if cuts == 0:
        return Text("按列宽分不开三级指标和描述", "name and description do not fit columns of any width")
    return Text(f"三级指标和描述有 {cuts} 种分法", f"name and description can be cut in {cuts} ways")


def glued() -> Text:
    """A value that begins inside a word."""
    return Text("指标值前面没有空格或换行", "no blank and no end of line stands before the target")


def without_operator() -> Text:
    """A value without an operator, found by its shape alone."""
    return Text(
        "指标值没有运算符，是按样子认出来的", "the target has no operator and was found by its shape alone"
    )


def without_unit() -> Text:
    """A number without a unit, before words."""
    return Text(
        "指标值没有认识的单位，单位可能落在后面一列里",
        "the target has no known unit; it may be the first word of the next column",
    )


def digits_apart(text: str) -> Text:
    """Digits on both sides of a blank or an end of a line."""
    return Text(
        f"“{seen(text)}”：数字之间断开，分不清是一个数还是两个", f"“{seen(text)}”: one number, or two?"
    )


def level_does_not_fit(level1: str, level2: str) -> Text:
    """A second level under a first one where it does not belong."""
    return Text(f"“{level2}”不属于“{level1}”", f"“{level2}” does not belong under “{level1}”")


def level_missing(level: str) -> Text:
    """A row without one of its levels."""
    return Text(f"没有找到{level}", f"no {level} was found")


def level_in_doubt() -> Text:
    """A first level taken over from a row that is not sure."""
    return Text("一级指标承自上面没有把握的行", "the first level is taken over from a row that is not sure")


def odd_level(text: str) -> Text:
    """A level in another spelling than the rest of the table."""
    return Text(
        f"“{seen(text)}”没有“指标”二字，与别的行不同", f"“{seen(text)}” is spelled unlike the other rows"
    )


def basis_differs() -> Text:
    """A basis unlike the one of the other rows."""
    return Text(
        "依据与其他行不同，可能混进了别的文字", "it differs from the other rows; other text may have got in"
    )


def foreign_text(what: str) -> Text:
    """Text that does not belong into the field."""
    return Text(
        f"里面有“{seen(what)}”，可能混进了别的格的文字", f"“{seen(what)}” in it may belong to another cell"
    )


def short_line() -> Text:
    """A short line that is not the last of its cell."""
    return Text(
        "中间有一行没有排满，可能是两格的文字", "a line inside it is short; it may be the text of two cells"
    )


def lone_number(text: str) -> Text:
    """A line with nothing but a number at the end of a row."""
    return Text(
        f"最后一行只有“{seen(text)}”，可能是页码",
        f"its last line is only “{seen(text)}”, perhaps a page number",
    )


def cut_at_basis() -> Text:
    """A basis cut off where that of other rows ends, though it may go on."""
    return Text(
        "按其他行相同的依据断开：依据可能还没有完，后面的字可能属于它",
        "cut off where the basis of the other rows ends: it may go on, with the words behind it",
    )


def after_common_basis() -> Text:
    """A basis cut off because other rows have the same."""
    return Text("按其他行相同的依据断开", "cut off where the basis of the other rows ends")


# ---------------------------------------------------------------- the head


def other_name(title: str) -> Text:
    """A name that is not the title's."""
    return Text(f"与标题“{seen(title)}”不一致", f"it is not that of the title “{seen(title)}”")


def other_year(year: str) -> Text:
    """Another year stands above the department's text."""
    return Text(f"上文写的是 {year} 年", f"the text above says {year}")


def label_twice() -> Text:
    """A label that stands in the head twice."""
    return Text("表头里有两处这个名称", "its label stands in the head twice")


def odd_code(code: str) -> Text:
    """A code of another shape."""
    return Text(f"“{seen(code)}”不像编码，可能断错了", f"“{seen(code)}” does not look like a code")


def amount_or_words(text: str) -> Text:
    """A number that may begin the words behind it."""
    return Text(
        f"“{seen(text)}”可能是金额，也可能是后面文字的开头",
        f"“{seen(text)}” may be an amount or begin the words behind it",
    )


def plan_does_not_pair(labels: int, amounts: int) -> Text:
    """Other counts of dates and amounts."""
    return Text(f"{labels} 个时点对 {amounts} 个金额", f"{labels} dates stand against {amounts} amounts")


def goals_not_in_order() -> Text:
    """Goals whose numbers do not count up."""
    return Text("目标内容的编号不连续", "the numbers of the goals do not count up")
