"""The wording of doubts about a form as a whole that was read out of a stream, and of what is left of it."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.importers.flat.messages import seen


def title_without_form() -> Text:
    """A title, and no table before the next one."""
    return Text("这个标题下面没有找到指标表", "no table of indicators was found below this title")


def head_without_table() -> Text:
    """Labels of a head, and no table below them."""
    return Text(
        "这里有表头项目，但没有找到指标表",
        "labels of a form stand here, but no table of indicators was found",
    )


_KINDS = {
    "self_evaluation": Text("自评表", "a self-evaluation (自评表)"),
    "monitoring": Text("监控表", "a monitoring form (监控表)"),
    "declaration": Text("申报表", "a declaration of targets (申报表)"),
}


def only_grids(kind: str, title: str) -> Text:
    """A form whose columns a stream cannot tell apart; ``title``: as printed, perhaps nothing."""
    what = _KINDS[kind]
    return Text(
        f"{f'“{seen(title)}”' if title else '这张表'}是{what.zh}，"
        "纯文字里没有格线，分不清各列，整张表没有读；请导入原来的 Word、Excel 或带格线的 PDF",
        f"{f'“{seen(title)}”' if title else 'this form'} is {what.en}: in plain text, without rules, its columns "
        "cannot be told apart, and none of it was read; import the original Word, Excel or ruled PDF",
    )


def side_by_side() -> Text:
    """A table whose columns stand side by side in each line."""
    return Text(
        "文字是按版面并排的（一行里有几格的文字），分不清哪几行是一格，指标行没有读；"
        "请导入原来的文件，或用 pdftotext -raw 重新取文字",
        "the columns stand side by side, so that one line holds parts of several cells; its rows were not read: "
        "import the original file, or take the text again with pdftotext -raw",
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


def line_too_long(most: int) -> Text:
    """The rest of a line of which only the beginning is read."""
    return Text(
        f"这一行太长，只读了前 {most} 个字；请按原来的版面分行",
        f"the line is too long; only its first {most} characters were read: break it as the original does",
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


def not_read() -> Text:
    """A stretch of a form that no field took."""
    return Text("没有读进任何一项", "no field took it")


def total_row() -> Text:
    """The row of totals below the rows."""
    return Text("合计行", "the row of totals")


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
        f"表头“{seen(header)}”的各列没有格线分不开，各行都要核对",
        f"the columns of “{seen(header)}” cannot be told apart without rules; check every row",
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
