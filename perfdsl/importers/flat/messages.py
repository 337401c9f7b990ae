"""The wording of doubts about forms read out of a stream of characters."""

from __future__ import annotations

from perfdsl.diagnostic import Text

_MOST_SHOWN = 40


def _seen(text: str) -> str:
    tight = "".join(text.split())
    return tight if len(tight) <= _MOST_SHOWN else tight[: _MOST_SHOWN - 1] + "…"


# ---------------------------------------------------------------- the form as a whole


def title_without_form() -> Text:
    """A title, and no table before the next one."""
    return Text("这个标题下面没有找到指标表", "no table of indicators was found below this title")


def head_without_table() -> Text:
    """Labels of a head, and no table below them."""
    return Text(
        "这里有表头项目，但没有找到指标表",
        "labels of a form stand here, but no table of indicators was found",
    )


def only_grids(kind: str) -> Text:
    """A form whose columns a stream cannot tell apart."""
    names = {"self_evaluation": "自评表", "monitoring": "监控表", "declaration": "申报表"}
    return Text(
        f"{names.get(kind, kind)}没有格线就分不清各列，没有读；请用原来的 Word、Excel 或带格线的 PDF",
        "its columns cannot be told apart without rules, and it was not read; "
        "import the original Word, Excel or ruled PDF instead",
    )


def two_heads() -> Text:
    """A head began below a table without a title."""
    return Text(
        "两张表之间没有标题：表的边界不确定，请核对指标行数",
        "there is no title between two forms: where one ends is not sure; check the number of rows",
    )


def no_title() -> Text:
    """A form without a title, beside others that have one."""
    return Text("没有找到标题，其他表有", "no title was found, though other forms have one")


def cut_short(most: int) -> Text:
    """The stream is longer than is read."""
    return Text(
        f"文字太长，只读了前 {most} 行", f"the text is too long; only its first {most} lines were read"
    )


def table_too_long(most: int) -> Text:
    """A table with more characters than are read."""
    return Text(
        f"这张表太长，只读了前 {most} 个字",
        f"the table is too long; only its first {most} characters were read",
    )


def page_number() -> Text:
    """A printed page number."""
    return Text("页码", "a page number")


def header_again() -> Text:
    """A header repeated on a new page."""
    return Text("换页后重复的表头", "the header, repeated on a new page")


def after_table() -> Text:
    """Text below the table."""
    return Text("表下面的文字", "text below the table")


def not_in_a_form() -> Text:
    """Text outside forms."""
    return Text("不在任何表里", "it is in no form")


def columns_unknown(header: str) -> Text:
    """A set of columns that a stream cannot separate."""
    return Text(
        f"表头“{_seen(header)}”的各列没有格线分不开，各行都要核对",
        f"the columns of “{_seen(header)}” cannot be told apart without rules; check every row",
    )


def rows_unsure(count: int) -> Text:
    """Rows whose limits are not sure."""
    return Text(
        f"有 {count} 处看不出一行到哪里为止：请核对指标行数",
        f"at {count} places it is not clear where a row ends: check the number of rows",
    )


def no_rows() -> Text:
    """A table without a row."""
    return Text("指标表里没有找到任何一行", "no row was found in the table of indicators")


def rows_after_end() -> Text:
    """What looks like rows below the end of the table."""
    return Text(
        "表的末尾之后还有像指标行的文字：请核对",
        "text that looks like rows follows the end of the table: check it",
    )


def order_of_levels(before: str, after: str) -> Text:
    """A first level that comes back: two tables may have run into one."""
    return Text(
        f"“{after}”在“{before}”之后又出现：可能把两张表当成了一张",
        f"“{after}” comes again after “{before}”: two tables may have been taken for one",
    )


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
        f"“{_seen(text)}”：数字之间断开，分不清是一个数还是两个", f"“{_seen(text)}”: one number, or two?"
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
        f"“{_seen(text)}”没有“指标”二字，与别的行不同", f"“{_seen(text)}” is spelled unlike the other rows"
    )


def basis_differs() -> Text:
    """A basis unlike the one of the other rows."""
    return Text(
        "依据与其他行不同，可能混进了别的文字", "it differs from the other rows; other text may have got in"
    )


def foreign_text(what: str) -> Text:
    """Text that does not belong into the field."""
    return Text(
        f"里面有“{_seen(what)}”，可能混进了别的格的文字", f"“{_seen(what)}” in it may belong to another cell"
    )


def short_line() -> Text:
    """A short line that is not the last of its cell."""
    return Text(
        "中间有一行没有排满，可能是两格的文字", "a line inside it is short; it may be the text of two cells"
    )


def lone_number(text: str) -> Text:
    """A line with nothing but a number at the end of a row."""
    return Text(
        f"最后一行只有“{_seen(text)}”，可能是页码",
        f"its last line is only “{_seen(text)}”, perhaps a page number",
    )


def after_common_basis() -> Text:
    """A basis cut off because other rows have the same."""
    return Text("按其他行相同的依据断开", "cut off where the basis of the other rows ends")


# ---------------------------------------------------------------- the head


def other_name(title: str) -> Text:
    """A name that is not the title's."""
    return Text(f"与标题“{_seen(title)}”不一致", f"it is not that of the title “{_seen(title)}”")


def label_twice() -> Text:
    """A label that stands in the head twice."""
    return Text("表头里有两处这个名称", "its label stands in the head twice")


def odd_code(code: str) -> Text:
    """A code of another shape."""
    return Text(f"“{_seen(code)}”不像编码，可能断错了", f"“{_seen(code)}” does not look like a code")


def amount_or_words(text: str) -> Text:
    """A number that may begin the words behind it."""
    return Text(
        f"“{_seen(text)}”可能是金额，也可能是后面文字的开头",
        f"“{_seen(text)}” may be an amount or begin the words behind it",
    )


def plan_does_not_pair(labels: int, amounts: int) -> Text:
    """Other counts of dates and amounts."""
    return Text(f"{labels} 个时点对 {amounts} 个金额", f"{labels} dates stand against {amounts} amounts")


def goals_not_in_order() -> Text:
    """Goals whose numbers do not count up."""
    return Text("目标内容的编号不连续", "the numbers of the goals do not count up")
